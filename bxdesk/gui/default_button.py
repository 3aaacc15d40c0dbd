"""A button that may be the default one, and still shows whether it has the focus: styles draw both alike."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton


class DefaultButton(QPushButton):
    """Has a second line inside of its edge while it has the focus."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the button, then the line."""
        super().paintEvent(event)
        if self.isDefault() and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 2, 2)
            painter.end()
