"""Keys that hold in the whole window."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

CALL = QKeySequence("Ctrl+I")
"""What the handler receives."""


def with_key(text: str, keys: QKeySequence) -> str:
    """A menu entry's text with a key that somebody else listens to: two listeners would silence each other."""
    return f"{text}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}"
