"""A family of placements is one record: whoever adds one has said everything, and every front end shows it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bxdesk.placements import catalogue
from bxdesk.placements.catalogue import FAMILIES
from bxdesk.placements.families.record import Family
from bxdesk.placements.options import ADDRESS, FLAG, ICON, NUMBER, NUMBERS, Control
from bxdesk.support.resources import resource

PACKAGE = Path(catalogue.__file__).resolve().parent.parent


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_a_record_says_everything(family: Family) -> None:
    assert family.title
    assert family.note
    assert family.page
    assert family.places
    assert resource("drawings", f"{family.key}.svg").is_file()
    keys = [option.key for option in family.options]
    assert len(set(keys)) == len(keys)


ADDED = """
import json
from bxdesk.messages import message
from bxdesk.placements.families import application
from bxdesk.placements.families.record import CallKey, Family, Place
from bxdesk.placements.options import FLAG, Option
from bxdesk.placements.permissions import Permission

application.APPLICATION += (
    Family(
        "hologram", message("Hologram"), (Place("HOLOGRAM_VIEW"),), message("Above the desk."), "hologram",
        Permission.CRM, (Option("bright", message("Brightness"), FLAG, required=True),),
        (CallKey("BEAM", "7", message("The beam.")),),
    ),
)

from PySide6.QtGui import QGuiApplication

from bxdesk.gui.help.help_topics import topics
from bxdesk.gui.tree.placement_rows import tree
from bxdesk.placements.availability import obstacle
from bxdesk.placements.change_words import binding_words
from bxdesk.placements.call_fields import example_call
from bxdesk.placements.catalogue import documentation_page, note_of, placement_title
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.layouts.layout_mistakes import LayoutError
from bxdesk.placements.availability import offer_of
from tests.builders import binding, snapshot

application = QGuiApplication([])
CODE = "HOLOGRAM_VIEW"
here = snapshot(placements=(CODE,))
layout = "bxdesk: 1\\nhandler: https://a.example.com/\\nwidgets:\\n  - {placements: [HOLOGRAM_VIEW], title: T}"
try:
    parse_layout(layout)
except LayoutError as error:
    mistake = str(error)
print(json.dumps({
    "tree": any(getattr(row, "code", "") == CODE for row in tree(offer_of(here), frozenset({CODE})).inside[-1].inside),
    "unknown": list(offer_of(here).unknown),
    "help": [topic.title for topic in topics() if "hologram" in topic.searched],
    "title": str(placement_title(CODE, {})),
    "note": str(note_of(CODE)),
    "page": documentation_page(CODE),
    "refused": obstacle(CODE, snapshot(placements=(), scopes=frozenset({"placement"}))).code,
    "mistake": mistake,
    "said": [str(line) for line in binding_words(binding(CODE, options={"bright": "Y"}))],
    "call": [field.name for field in example_call(CODE, "https://a.example.com/", here, "https://oauth.example.com").fields],
}))
"""


def test_a_family_that_is_added_shows_everywhere() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    program = [sys.executable, "-c", ADDED]
    done = subprocess.run(program, capture_output=True, text=True, check=False, cwd=PACKAGE.parent, env=environment)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert (seen["tree"], seen["unknown"], seen["help"]) == (True, [], ["Hologram"])
    assert (seen["title"], seen["note"]) == ("Hologram", "Above the desk.")
    assert seen["page"].endswith("/hologram.html")
    assert seen["refused"] == "insufficient_scope"
    assert "HOLOGRAM_VIEW needs the option “Brightness” (bright)." in seen["mistake"]
    assert "Brightness: Yes" in " ".join(seen["said"])
    assert "BEAM" in seen["call"]


def test_each_kind_of_option_brings_its_control_and_its_words() -> None:
    for family in FAMILIES:
        for option in family.options:
            kind = option.kind
            assert option.title
            assert kind.expected
            assert (kind.control is Control.FIELD) == (not kind.values)
            assert all(kind.accepts(value) and kind.title(value) for value in kind.values)
    assert all(kind.accepts(kind.example) for kind in (NUMBER, NUMBERS, ICON, ADDRESS))
    assert not FLAG.accepts("")
