"""What is being done right now, on standard error: one line that is written anew, or a line each in a file."""

from __future__ import annotations

import os
import sys

import click

from bxdesk.cli.terminal import begin_line, print_lines, shown


class StatusLine:
    """On a terminal each text takes the place of the one before, and makes way for whatever is printed next."""

    def __init__(self) -> None:
        self._length = 0

    def show(self, text: str) -> None:
        """Says what is being done."""
        # On Windows a program without a console has no standard error at all.
        if sys.stderr is None or not sys.stderr.isatty():
            print_lines((text,), err=True)
            return
        self.clear()
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


def _columns() -> int:
    """How wide the terminal is that the line is shown on; standard output may go elsewhere."""
    import shutil

    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or shutil.get_terminal_size().columns
    except (OSError, ValueError):
        return shutil.get_terminal_size().columns
