"""A button that looks like a link: for what leads on, beside what it leads on from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolButton, QWidget

from bxdesk.gui.theme import Tone, colour


class LinkButton(QToolButton):
    """Keeps the accent's colour through theme changes."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dye()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ThemeChange):
            self._dye()

    def _dye(self) -> None:
        palette = QPalette(self.palette())
        ink = colour(Tone.ACCENT)
        if palette.color(QPalette.ColorRole.ButtonText) != ink:  # or every change would bring the next one
            palette.setColor(QPalette.ColorRole.ButtonText, ink)
            self.setPalette(palette)
