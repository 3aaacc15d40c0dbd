"""A button that looks like a link: for what leads on, beside what it leads on from."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOptionFocusRect, QStylePainter, QWidget

from bxdesk.gui.parts.theme import Tone, colour

_AIR = 2
"""Between the text and the frame that shows the focus."""


class LinkButton(QAbstractButton):
    """Text in the accent's colour, underlined under the pointer; begins where other text begins."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """What the text needs."""
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return text + QSize(2 * _AIR, 2 * _AIR)

    def minimumSizeHint(self) -> QSize:
        """The same: a link is read whole or not at all."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the text, and the frame of the focus."""
        painter = QStylePainter(self)
        font = painter.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(colour(Tone.ACCENT if self.isEnabled() else Tone.MUTED))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.rect(), flags | Qt.TextFlag.TextShowMnemonic, self.text())
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option)
        painter.end()
