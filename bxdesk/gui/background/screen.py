"""Starting Qt where there may be no screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_NO_SCREEN = ("could not connect to display", "Failed to create wl_display")


@contextmanager
def explain_missing_screen() -> Iterator[None]:
    """While the application is made inside the block, a missing screen ends the program with a sentence and code 1.

    Qt itself aborts then, with a core dump and advice about libraries: its last message is the only place to catch it.
    """
    said: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        del context
        if kind is not QtMsgType.QtFatalMsg:
            said.append(text.strip())
            return
        _say(_reason(said))
        os._exit(1)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for text in said:
        _say(text)


def _reason(said: list[str]) -> str:
    for text in said:
        if any(words in text for words in _NO_SCREEN):
            asked = os.environ.get("QT_QPA_PLATFORM")
            wish = f"; QT_QPA_PLATFORM={asked} asks for it" if asked else ""
            return (
                f"bxdesk's window needs a screen, and there is none here ({text.rpartition(': ')[2].strip()}{wish}). "
                "The commands work without one: bxdesk --help"
            )
    return f"bxdesk's window could not be opened: {' '.join(said)}"


def _say(text: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
