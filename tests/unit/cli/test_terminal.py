"""What is printed stays where it is printed, whoever wrote it."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

import bxdesk.cli
from bxdesk.cli.console import USAGE, Console, Wiring
from bxdesk.cli.json_output import snapshot_json
from bxdesk.cli.main import run
from bxdesk.cli.snapshot_output import snapshot_lines
from bxdesk.cli.terminal import shown
from bxdesk.cli.text_output import problem_lines
from bxdesk.composition import demo_desk
from bxdesk.errors import BxdeskError
from bxdesk.placements.layouts.layout_export import export_layout
from bxdesk.portal.errors import portal_error
from tests.builders import binding, snapshot

WIRING = Wiring(usual_desk=demo_desk, demo_desk=demo_desk, open_window=lambda _: 0)
EVIL = "\x1b[2J\x1b]0;x\x07\x9b31m\r\n\u202edone\u2066"


def harmless(text: str) -> bool:
    """Whether a terminal shows this text as it stands."""
    return all(unicodedata.category(sign) != "Cc" or sign == "\n" for sign in text) and "\u202e" not in text


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert all(unicodedata.category(sign) != "Cc" or sign == "\t" for sign in shown(text))


def test_letters_signs_and_joined_emoji_stay_as_they_are() -> None:
    text = "Счёт №1 – 見積 👩‍👧 é\u00a0“x”\t."
    assert shown(text) == text


def test_nothing_that_is_printed_moves_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(WIRING)
    here = snapshot(binding(EVIL, f"https://a.example.com/{EVIL}", title=EVIL))
    console.print_lines(snapshot_lines(here))
    console.say_lines(problem_lines(portal_error(EVIL, f"x {EVIL}").problem))
    console.fail(BxdeskError(portal_error(EVIL).problem))
    console.status.show(EVIL)
    console.listener(EVIL).say(portal_error(EVIL).problem.title)
    said = capsys.readouterr()
    assert harmless(said.out), ascii(said.out)
    assert harmless(said.err), ascii(said.err)
    assert r"\u001b[2J" in said.out
    (row,) = [line for line in said.out.splitlines() if "a.example.com" in line]
    assert row.count(r"\u000d\u000a") == 3, "one row is one line"


def test_json_means_what_it_meant(capsys: pytest.CaptureFixture[str]) -> None:
    value = snapshot_json(snapshot(binding(title=EVIL)))
    Console(WIRING).print_json(value)
    printed = capsys.readouterr().out
    assert harmless(printed)
    assert json.loads(printed) == value


def test_an_exported_layout_means_what_it_meant(capsys: pytest.CaptureFixture[str]) -> None:
    title = "\u202bעסקה\u202c"
    text = export_layout(snapshot(binding(title=title))).text
    Console(WIRING).print_lines(text.rstrip("\n").split("\n"))
    printed = capsys.readouterr().out
    assert "\u202b" not in printed
    assert YAML(typ="safe").load(printed)["widgets"][0]["title"] == title


def test_what_was_typed_is_no_better(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", f"--{EVIL}"], WIRING) == USAGE
    assert run([EVIL], WIRING) == USAGE
    told = capsys.readouterr()
    assert harmless(told.out + told.err)
    assert "No such option" in told.err


def test_there_is_one_way_out() -> None:
    """The status line wipes itself out by itself; everything else is printed by one module."""
    folder = Path(bxdesk.cli.__file__).parent
    printing = {path.name for path in folder.glob("*.py") if "click.echo" in path.read_text(encoding="utf-8")}
    assert printing == {"terminal.py", "status_line.py"}
