"""What is being done right now, on standard error: one line with a bar that is written anew, or lines in a file."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from bxdesk.cli.terminal import begin_line, print_lines, shown
from bxdesk.listener import Listener, Progress

_WIDTH = 20
"""Columns of a bar."""


class StatusLine:
    """On a terminal each text takes the place of the one before, and makes way for whatever is printed next."""

    def __init__(self) -> None:
        self._length = 0
        self._portals: tuple[int, int] | None = None
        """How many of how many portals are done, while several are worked on side by side."""

    @contextmanager
    def several(self, total: int) -> Iterator[Callable[[str], None]]:
        """While portals are worked on side by side they are counted, and not their steps.

        Gives what is to be told the name of each that is done. A single portal is not counted.
        """
        if total < 2:
            yield lambda _: None
            return
        self._portals = 0, total

        def is_done(name: str) -> None:
            done = self._portals[0] + 1 if self._portals else total
            self._portals = done, total
            self._write(f"{name} ({done} of {total})", name, (done, total))

        try:
            yield is_done
        finally:
            self._portals = None
            self.clear()

    def show(self, text: str, done: int = 0, total: int = 0) -> None:
        """Says what is being done, and how far it is (0 of 0 where nothing is counted)."""
        if self._portals is None:
            self._write(f"{text} ({done} of {total})" if total else text, text, (done, total))
        elif not total or _on_terminal():  # in a file the steps of many portals are noise
            self._write(text, text, self._portals)

    def _write(self, in_file: str, text: str, count: tuple[int, int]) -> None:
        if not _on_terminal():
            print_lines((in_file,), err=True)
            return
        self.clear()
        text = f"{_bar(*count)}  {text}" if count[1] else text
        # A line that wraps could not be taken back.
        line = shown(text)[: _columns() - 1]
        begin_line(line)
        self._length = len(line)

    def clear(self) -> None:
        """Makes way; every other line is printed after this."""
        if self._length:
            # Blanks work on every terminal, escape sequences do not.
            click.echo(f"\r{' ' * self._length}\r", err=True, nl=False)
            self._length = 0


def _on_terminal() -> bool:
    # On Windows a program without a console has no standard error at all.
    return sys.stderr is not None and sys.stderr.isatty()


def _bar(done: int, total: int) -> str:
    with click.progressbar(length=total, width=_WIDTH, file=io.StringIO()) as bar:
        bar.make_step(done)
        return f"[{bar.format_bar()}] {bar.format_pos()}"


def _columns() -> int:
    """How wide the terminal is that the line is shown on; standard output may go elsewhere."""
    import shutil

    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or shutil.get_terminal_size().columns
    except (OSError, ValueError):
        return shutil.get_terminal_size().columns


class StatusListener(Listener):
    """Tells how far the work on one portal is, and what it waits for."""

    def __init__(
        self, status: StatusLine, portal: str, is_cancelled: Callable[[], bool], prepare: Callable[[], None]
    ) -> None:
        self._status = status
        self._portal = portal
        self._is_cancelled = is_cancelled
        self._prepare = prepare

    def progress(self, progress: Progress) -> None:
        """Names the portal once: most texts name it themselves."""
        said = str(progress.text)
        named = said if self._portal in said else f"{self._portal}: {said}"
        self._status.show(named, progress.done, progress.total)

    def is_cancelled(self) -> bool:
        """Whether Ctrl+C was pressed."""
        return self._is_cancelled()

    def prepare(self) -> None:
        """Makes ready what shows the answer."""
        self._prepare()
