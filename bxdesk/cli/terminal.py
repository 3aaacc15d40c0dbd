"""The one way out to the terminal: a line stays a line, and nothing in it can move the cursor or turn the order around.

What portals, layouts and people wrote may hold escape sequences. They are shown, not sent, also in files and pipes,
which end up on a terminal as well.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence

import click

_NOT_SHOWN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters, ends of lines, and marks of direction. A tab does no harm."""


def shown(text: str) -> str:
    """The text with ``\\u001b`` written out in place of such a character: inside JSON it still means the same."""
    return _NOT_SHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def print_lines(lines: Iterable[str], *, err: bool = False) -> None:
    """Prints on standard output or error, all at once."""
    click.echo("".join(f"{shown(line)}\n" for line in lines), err=err, nl=False)


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints columns under their titles on a terminal; elsewhere a line for each row, with tabs between its cells."""
    if not (rows and sys.stdout.isatty()):
        print_lines("\t".join(row) for row in rows)
        return
    lines = (head, *rows)
    widths = [max(len(shown(line[index])) for line in lines) for index in range(len(head))]
    print_lines(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(map(shown, line), widths, strict=True)).rstrip()
        for line in lines
    )


def begin_line(text: str) -> None:
    """Prints on standard error what the next text goes on in the same line as."""
    click.echo(shown(text), err=True, nl=False)
