"""The one way out to the terminal: a line stays a line, and nothing in it can move the cursor or turn the order around.

What portals, layouts and people wrote may hold escape sequences. They are shown, not sent, also in files and pipes,
which end up on a terminal as well.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence

import click

_NOT_SHOWN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters, ends of lines, and marks of direction. A tab does no harm."""


def shown(text: str) -> str:
    """The text with ``\\u001b`` written out in place of such a character: inside JSON it still means the same."""
    return _NOT_SHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class Coloured(str):
    """A line that begins with a word in colour, where colours are wanted: click's names for them."""

    colour: str | None
    head: str

    def __new__(cls, colour: str | None, head: str, rest: str = "") -> Coloured:
        """The line is ``head`` and ``rest`` together; None leaves it without a colour."""
        line = super().__new__(cls, head + rest)
        line.colour, line.head = colour, head
        return line


def print_lines(lines: Iterable[str], *, err: bool = False) -> None:
    """Prints on standard output or error, all at once."""
    colours = _wants_colours(err=err)
    text = "".join(f"{_painted(line) if colours else shown(line)}\n" for line in lines)
    click.echo(text, err=err, nl=False, color=colours)


def _painted(line: str) -> str:
    if not isinstance(line, Coloured) or line.colour is None:
        return shown(line)
    return click.style(shown(line.head), fg=line.colour) + shown(line.removeprefix(line.head))


def _wants_colours(*, err: bool) -> bool:
    """On a terminal that has some, unless somebody has set ``NO_COLOR`` to anything (https://no-color.org)."""
    stream = sys.stderr if err else sys.stdout
    on_terminal = stream is not None and stream.isatty()
    return on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


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
