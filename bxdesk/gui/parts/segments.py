"""Buttons of which one is on, as one control: each shows another part of what is below them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.flow import Flow
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import EDGE, MARGIN, RADIUS, blend


class Segment(Button):
    """As wide as its word: the least width of a style is for a button that stands alone."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, name, parent)
        self.setCheckable(True)
        self.setFlat(True)  # the control has the edge

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        word = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return hint.boundedTo(QSize(word + 2 * MARGIN, hint.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segments(Flow):
    """Segments that touch each other, with one edge around those that are shown."""

    def __init__(self, *segments: Segment, parent: QWidget | None = None) -> None:
        super().__init__(0, *segments, parent=parent)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        around = QRect()
        for segment in self._shown():
            around = around.united(segment.geometry())
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, window = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
        painter.setPen(blend(text, window, EDGE))
        painter.setBrush(palette.color(QPalette.ColorRole.Button))
        painter.drawRoundedRect(QRectF(around).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
