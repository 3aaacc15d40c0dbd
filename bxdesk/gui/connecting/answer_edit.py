"""A field for the answer to a sign-in: an address, a code, or a whole POST with many lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_LINES = 2


class AnswerEdit(QPlainTextEdit):
    """Two lines high; Return hands over, Tab goes on."""

    submitted = Signal()

    def __init__(self, name: str, label: str, example: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(example)
        self.setToolTip(example)  # two lines may not hold it
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for two lines."""
        margins = self.contentsMargins()
        around = 2 * round(self.document().documentMargin()) + margins.top() + margins.bottom() + 2
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _LINES + around)

    def minimumSizeHint(self) -> QSize:
        """No less than what it needs."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return hands over; with Shift it makes a new line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
