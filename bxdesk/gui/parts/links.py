"""Links: text that is pressed, and text that opens a page in the browser."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bxdesk.gui.parts.elided import LEAST_LETTERS
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import tip

_AIR = 2
"""Around the text: the line that shows the focus is as high."""
OpenAddress = Callable[[str], bool]
"""Opens an address in the browser; False if there is none to open it with."""


class LinkButton(QAbstractButton):
    """Text in the accent's colour, underlined under the pointer; begins where other text begins."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def shown(self) -> str:
        """What is painted of the text."""
        return self.text()

    def sizeHint(self) -> QSize:
        """What the text needs."""
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return text + QSize(2 * _AIR, 2 * _AIR)

    def minimumSizeHint(self) -> QSize:
        """The same: a link is read whole or not at all."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paints the text, with a line below it while it has the focus: a frame would touch its letters."""
        painter = QPainter(self)
        font = painter.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(colour(Tone.ACCENT if self.isEnabled() else Tone.MUTED))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.rect(), flags | Qt.TextFlag.TextShowMnemonic, self.shown)
        if self.hasFocus():
            width = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.shown).width()
            line = QRect(0, self.height() - _AIR, width, _AIR)
            if self.isRightToLeft():
                line.moveRight(self.rect().right())
            painter.fillRect(line, colour(Tone.ACCENT))
        painter.end()


class ElidedLink(LinkButton):
    """Is cut off with dots where there is no room for its text; the tooltip has all of it then."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        """``text`` is shown to the letter: no key is marked in it."""
        super().__init__(text.replace("&", "&&"), name, parent)
        self._whole = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("m") * LEAST_LETTERS, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says in the tooltip what there is no room for."""
        super().resizeEvent(event)
        self.setToolTip(tip("" if self.shown == self.text() else self._whole))

    @property
    @override
    def shown(self) -> str:
        flags = Qt.TextFlag.TextShowMnemonic
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width(), flags)


class PageButton(LinkButton):
    """Where no browser opens, the address is put on the clipboard instead."""

    told = Signal(str)
    """What came of pressing it, where that is not to be seen in the browser."""

    def __init__(
        self, text: str, name: str, page: str, open_address: OpenAddress, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, name, parent)
        self._page = page
        self._open_address = open_address
        self.setToolTip(tip(page))
        self.setAccessibleDescription(page)
        self.clicked.connect(self._go)

    def _go(self) -> None:
        if not self._open_address(self._page):
            QGuiApplication.clipboard().setText(self._page)
            self.told.emit(self.tr("No browser opened. The address of the page is on the clipboard."))
