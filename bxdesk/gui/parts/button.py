"""The button of pages and dialogs: Enter presses it where it was made the default one, or has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from bxdesk.gui.parts.theme import GAP, Tone, colour


class Button(QPushButton):
    """Shows what styles draw hardly or not at all: the focus of the default one, and in the dark which is checked."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAutoDefault(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the button, then a line below the word of a checked one, or inside of the edge of the default one."""
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            below = QRect(GAP, self.height() - 5, self.width() - 2 * GAP, 2)
            painter.fillRect(below, colour(Tone.ACCENT))
            painter.end()
        if self.isDefault() and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 2, 2)
            painter.end()


class PrimaryButton(Button):
    """What most people want to press: filled with the accent colour while it can be pressed."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, name, parent)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ThemeChange):
            self._fill()

    def _fill(self) -> None:
        palette = QPalette(QGuiApplication.palette())
        active, inactive = QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive
        ground = palette.color(QPalette.ColorRole.Highlight)
        for group in (active, inactive):
            palette.setColor(group, QPalette.ColorRole.Button, ground)
            palette.setColor(group, QPalette.ColorRole.ButtonText, palette.color(QPalette.ColorRole.HighlightedText))
        self.setPalette(palette)
