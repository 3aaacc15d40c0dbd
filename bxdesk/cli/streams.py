"""Standard output and error take any text."""

from __future__ import annotations

import io
import sys


def take_any_text() -> None:
    """Files and pipes get UTF-8, as layouts and JSON are read; what a terminal cannot show is shown by its number.

    On Windows they would get the system's code page, which lacks the better part of all letters. Half a character,
    which some portals hold, is written as ``\\ud83d``: in JSON that is what it was.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
