"""Keys that hold in the whole window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from bxdesk.gui.parts.overriding import override

UNDO = QKeySequence("Ctrl+Z")
REDO = QKeySequence("Ctrl+Shift+Z")
NEW = QKeySequence("Ctrl+N")
REVIEW = QKeySequence("Ctrl+Return")
QUIT = QKeySequence("Ctrl+Q")
PORTALS = QKeySequence("Ctrl+P")
CALL = QKeySequence("Ctrl+I")
"""What the handler receives."""


def with_key(text: str, keys: QKeySequence) -> str:
    """A menu entry's text with a key that somebody else listens to: two listeners would silence each other."""
    return f"{text}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}"


def explain(button: QAbstractButton, text: str, keys: QKeySequence | None = None) -> None:
    """Has the tooltip say what a button does, and the key that does it: the button's own if it is not ``keys``."""
    named = (keys or button.shortcut()).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{text} ({named})" if named else text)


class _UndoFilter(QObject):
    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        ours = QKeySequence(event.keyCombination()) in (UNDO, REDO)
        if ours:
            event.ignore()
        return ours


def delegate_undo_to_window(field: QLineEdit) -> None:
    """Has the undo keys take back what was done last in the window, of which the text in this field is a part."""
    field.installEventFilter(_UndoFilter(field))
