"""How far the work is: one line on a terminal, lines in a file, the portal named once."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr

import pytest

from bxdesk.cli.console import Console, Wiring
from bxdesk.composition import demo_desk
from bxdesk.listener import Progress
from bxdesk.messages import message

if sys.platform != "win32":
    import termios

HOST = "acme.bitrix24.com"
SENDING = message("Sending changes to {host}…", host=HOST)
WAITING = message("Waiting a moment…")


class Terminal(io.StringIO):
    """Standard error with somebody in front of it."""

    def isatty(self) -> bool:
        return True

    def screen(self) -> list[str]:
        """The lines as they stand there in the end."""
        lines = []
        for printed in self.getvalue().split("\n"):
            line = ""
            for part in printed.split("\r"):
                line = part + line[len(part) :]
            lines.append(line.rstrip())
        return lines


@pytest.fixture
def console() -> Console:
    return Console(Wiring(demo_desk, demo_desk, lambda _: 0))


def test_in_a_file_each_step_is_a_line_that_names_the_portal_once(
    console: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    show = console.listener(HOST).progress
    show(Progress(0, 60, SENDING))
    show(Progress(50, 60, WAITING))
    show(Progress(0, 0, SENDING))
    assert capsys.readouterr().err.splitlines() == [
        f"Sending changes to {HOST}… (0 of 60)",
        f"{HOST}: Waiting a moment… (50 of 60)",
        f"Sending changes to {HOST}…",
    ]


def test_on_a_terminal_it_is_one_line_and_makes_way(console: Console) -> None:
    show = console.listener(HOST).progress
    with redirect_stderr(Terminal()) as terminal:
        show(Progress(0, 60, SENDING))
        show(Progress(50, 60, message("Short of {host}.", host=HOST)))
        assert terminal.screen() == [f"[################----] 50/60  Short of {HOST}."]
        console.say("Something else.")
        show(Progress(60, 60, SENDING))
        console.print_lines(())
        assert terminal.screen() == ["Something else.", ""]


def test_without_a_console_nothing_is_said_and_the_work_goes_on(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows gives a program without a console no standard error at all."""
    monkeypatch.setattr("sys.stderr", None)
    console.listener(HOST).progress(Progress(0, 60, SENDING))
    console.say("Something else.")


def test_a_line_that_would_wrap_is_cut(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    with redirect_stderr(Terminal()) as terminal:
        console.status.show("x" * 100)
    assert terminal.screen() == ["x" * 59]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_the_terminal_is_measured_that_it_is_written_to(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output goes into a file more often than not."""
    monkeypatch.delenv("COLUMNS", raising=False)
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 40))
    with os.fdopen(ours, "rb"), os.fdopen(theirs, "w") as terminal, redirect_stderr(terminal):
        console.status.show("x" * 100)
        terminal.flush()
        assert os.read(ours, 200) == b"x" * 39


def test_several_portals_are_counted_and_not_their_steps(console: Console, capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> None:
        with console.status.several(3) as is_done:
            console.listener(HOST).progress(Progress(50, 60, SENDING))
            console.listener(HOST).say(WAITING)
            is_done(HOST)
            is_done("globex.bitrix24.de")

    work()
    assert capsys.readouterr().err.splitlines() == [
        f"{HOST}: Waiting a moment…",
        f"{HOST} (1 of 3)",
        "globex.bitrix24.de (2 of 3)",
    ]
    with redirect_stderr(Terminal()) as terminal:
        work()
        assert terminal.screen() == [""], "it makes way in the end"
        assert "[#############-------] 2/3  globex.bitrix24.de" in terminal.getvalue()
    with console.status.several(1) as is_done:
        is_done(HOST)
    assert capsys.readouterr().err == ""
