"""Standard output and error take any text, and say so when they take no more."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class OutputLostError(BaseException):
    """Standard output cannot be written: the device is full, or the reader has gone. ``reason`` is the system's.

    It ends the program, as Ctrl+C does: whoever deals with any other Exception lets it through.
    """

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


class _Output(io.TextIOWrapper):
    """A text stream whose failures are told from those of any other file."""

    def write(self, text: str, /) -> int:
        with self._watched():
            return super().write(text)

    def flush(self) -> None:
        with self._watched():
            super().flush()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            # What is left in the buffer would fail once more when the interpreter ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())
            raise OutputLostError(error) from None


def accept_any_text() -> None:
    """Files and pipes get UTF-8, as layouts and JSON are read; what a terminal cannot show is shown by its number.

    On Windows they would get the system's code page, which lacks the better part of all letters. Half a character,
    which some portals hold, is written as ``\\ud83d``: in JSON that is what it was.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def watch_output() -> None:
    """From now on a failure of standard output is an OutputLostError."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        encoding, errors, by_line = stream.encoding, stream.errors, stream.line_buffering
        sys.stdout = _Output(stream.detach(), encoding, errors, line_buffering=by_line)
