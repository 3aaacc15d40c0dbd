"""A line that is cut off with dots where there is no room for it; the tooltip has all of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from bxdesk.gui.parts.theme import Text, Tone
from bxdesk.gui.parts.wording import tip

LEAST_LETTERS = 4
"""How many letters are always shown."""


class Elided(Text):
    """Takes the room that others leave."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        self._more = ""
        super().__init__(text, tone, parent)
        self.setWordWrap(False)

    def setText(self, text: str) -> None:  # noqa: N802
        """Shows another text, cut off at its end where there is no room for it."""
        super().setText(text)
        self._explain()

    def say(self, text: str, more: str = "") -> None:
        """Shows a text; the tooltip always says ``more``, if there is more to say."""
        self._more = more
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """The width of a few letters, so that others get their room first."""
        return QSize(self.fontMetrics().horizontalAdvance("m") * LEAST_LETTERS, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More of it is shown, or less."""
        super().resizeEvent(event)
        self._explain()

    def changeEvent(self, event: QEvent) -> None:
        """The same in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.contentsRect(), alignment, self._shown)
        painter.end()

    @property
    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _explain(self) -> None:
        self.setToolTip(tip("" if self._shown == self.text() else self.text(), self._more))
