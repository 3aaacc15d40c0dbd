"""A quiet note across the page, with what can be done about it."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bxdesk.gui.parts.icons import wear
from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Text, Tone


class Note(QWidget):
    """Says one thing after the other; whoever derives from it shows and hides it."""

    def __init__(self, name: str, text_name: str, drawing: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        sign = QLabel()
        wear(sign, drawing, Tone.ACCENT)
        self._text = Text()
        self._text.setObjectName(text_name)
        card = Card(Tone.ACCENT)
        self._line = QHBoxLayout(card)
        self._line.setContentsMargins(GAP + 2, GAP - 2, GAP, GAP - 2)
        self._line.setSpacing(GAP)
        self._line.addWidget(sign)
        self._line.addWidget(self._text, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        around.addWidget(card)

    def offer(self, *buttons: QAbstractButton) -> None:
        """Puts buttons at its end."""
        for button in buttons:
            self._line.addWidget(button)

    def say(self, text: str) -> None:
        """Says this instead."""
        self._text.setText(text)
        self.setAccessibleName(text)
