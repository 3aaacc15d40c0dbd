"""Layout files of anybody: a layout comes of one, or mistakes with their lines."""

from __future__ import annotations

import json
from pathlib import Path

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.cli.change_output import plan_lines
from bxdesk.cli.json_output import plan_json
from bxdesk.cli.layouts import Layouts
from bxdesk.placements.layouts.layout_export import export_layout
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.layouts.layout_yaml import decode_layout
from bxdesk.placements.plan import Action, make_plan
from tests.builders import DEAL, HANDLER, OTHER_HANDLER, TILE, binding, snapshot
from tests.fuzz.bounds import Bounds, fuzzed
from tests.fuzz.corpus import LAYOUTS
from tests.fuzz.inputs import damaged, spoilt

GOOD = {
    "bxdesk": 1,
    "handler": HANDLER,
    "widgets": [
        {
            "placements": [DEAL, "CRM_DYNAMIC_{Purchase}_DETAIL_ACTIVITY"],
            "title": {"en": "Send contract", "de": "Vertrag senden"},
            "options": {"useBuiltInInterface": "Y"},
        },
        {"placements": [TILE], "handler": f"{HANDLER}/tile", "title": "A tile", "description": "x", "group": "y"},
        {"placements": ["PAGE_BACKGROUND_WORKER"], "title": "z", "user_id": 7},
    ],
}
YAML = b"""bxdesk: 1
handler: &h https://widgets.example.com/bitrix24  # for all
widgets:
  - placements: [CRM_DEAL_DETAIL_ACTIVITY, "CRM_DYNAMIC_{Purchase}_DETAIL_ACTIVITY"]
    title: {en: Send contract, de: "Vertrag \\u263a senden"}
    options: {useBuiltInInterface: Y, width: 007}
  - placements:
    - CONTACT_CENTER
    handler: *h
    title: >
      My
      channel
    description: 'it''s'
"""
WORDS = st.lists(
    st.sampled_from(
        (
            b"bxdesk: 1\n",
            b"widgets:",
            b"\n",
            b"  ",
            b"- ",
            b"? ",
            b": ",
            b"x",
            b"&a ",
            b"*a",
            b"!!set ",
            b"!",
            b"<<: ",
            b"{",
            b"}",
            b"[",
            b"]",
            b",",
            b"|\n",
            b">",
            b"'",
            b'"',
            b"#",
            b"%",
            b"---\n",
            b"...\n",
            b"\t",
            b"1",
            b"~",
            b"2020-01-01",
            b"0x",
            b"\\ud83d",
            b"\xc2\x85",
            b"\xef\xbb\xbf",
            b"=",
            b"title",
            b"@",
        )
    ),
    max_size=40,
)
HERE = snapshot(binding(title="Old"), binding(TILE, f"{HANDLER}/tile", "A tile"))


def through(data: bytes) -> None:
    """All that is done with a layout file up to the plan that is shown."""
    planned(Layouts((parse_layout(decode_layout(data, "a.yaml"), "a.yaml"),)))


def planned(layouts: Layouts) -> None:
    """What is done with them on a portal, up to the plan that is shown; and they are written down again."""
    "".join(layouts.doubts(HERE)).encode()
    wanted = layouts.bindings(HERE)
    plan = make_plan(HERE, wanted, None)
    json.dumps(plan_json("acme", plan), ensure_ascii=False).encode()
    "".join(plan_lines("acme", plan)).encode()
    parse_layout(export_layout(snapshot(*wanted)).text)


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_failed_once(alone: Bounds, tmp_path: Path, name: str) -> None:
    path = tmp_path / "layout.yaml"
    path.write_bytes(LAYOUTS[name])
    with alone.one():
        planned(anyio.run(Layouts.read, [str(path)]))


@fuzzed(75)
@given(spoilt(GOOD))
def test_a_layout_with_a_part_that_is_anything(alone: Bounds, document: object) -> None:
    with alone.one():
        through(json.dumps(document).encode())


@fuzzed(100)
@given(damaged(YAML))
def test_a_damaged_file(alone: Bounds, data: bytes) -> None:
    with alone.one():
        through(data)


@fuzzed(100)
@given(WORDS)
def test_any_words_of_the_syntax(alone: Bounds, words: list[bytes]) -> None:
    with alone.one():
        through(b"".join(words))


def test_thousands_of_widgets_on_their_way_to_another_server(alone: Bounds) -> None:
    held = snapshot(*(binding(DEAL, f"{HANDLER}/{number}", f"Title {number}") for number in range(2000)))
    wanted = [binding(DEAL, f"{OTHER_HANDLER}/{number}", f"Title {number}") for number in range(2000)]
    with alone.one():
        assert {step.action for step in make_plan(held, wanted, moving=True).steps} == {Action.MOVE}


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/", "/no/such/file"])
def test_what_is_no_file(alone: Bounds, path: str) -> None:
    with alone.one():
        planned(anyio.run(Layouts.read, [path]))
