"""Colours where they are wanted: on a terminal, unless NO_COLOR says otherwise. Words say the same without them."""

from __future__ import annotations

from contextlib import redirect_stderr, redirect_stdout

import click
import pytest

from bxdesk.cli.change_output import plan_lines
from bxdesk.cli.console import Console, Wiring
from bxdesk.cli.terminal import Coloured, print_lines
from bxdesk.composition import demo_desk
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.plan import make_plan
from tests.builders import binding, snapshot
from tests.unit.cli.test_progress import Terminal

PLAN = make_plan(snapshot(binding(title="Old \x1b[31m")), (), None)


@pytest.fixture(autouse=True)
def terminal_with_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def printed() -> str:
    with redirect_stdout(Terminal()) as terminal:
        print_lines(plan_lines("acme.bitrix24.com", PLAN))
    return terminal.getvalue()


def test_a_plans_signs_have_colours_on_a_terminal() -> None:
    found = printed()
    assert click.style("  - unbind ", fg="red") in found
    assert "Old \\u001b[31m" in found, "those of a portal's text are shown, not sent"


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colours_where_none_are_wanted(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    assert "\x1b" not in printed()


def test_no_colours_in_files_and_the_same_words(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines(plan_lines("acme.bitrix24.com", PLAN))
    assert capsys.readouterr().out == click.unstyle(printed())


def test_errors_begin_in_red_on_standard_error_alone() -> None:
    with redirect_stderr(Terminal()) as errors:
        Console(Wiring(demo_desk, demo_desk, lambda _: 0)).fail(
            BxdeskError(Problem("x", message("No."), message("Why.")))
        )
    assert errors.getvalue() == f"{click.style('No.', fg='red')}\n  Why.\n"


def test_a_line_with_a_colour_is_a_line() -> None:
    assert Coloured("red", "a", "b") == "ab"
    assert Coloured(None, "a", "b") == "ab"
