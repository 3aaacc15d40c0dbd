"""Buttons: of pages and dialogs, links, links to pages in the browser, and the row that a dialog has them in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFocusRect,
    QStylePainter,
    QWidget,
)

from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import GAP, Tone, colour
from bxdesk.gui.parts.wording import tip

Role = QDialogButtonBox.ButtonRole
_AIR = 2
"""Between the text and the frame that shows the focus."""
OpenAddress = Callable[[str], bool]
"""Opens an address in the browser; False if there is none to open it with."""


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


class BarButton(Button):
    """A button of a bar: where there is no room for its word, its icon stands alone, and the tooltip has the word."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, name, parent)
        self.setAccessibleName(text.replace("&", ""))
        self._compact = False
        self._explained = ""

    def set_compact(self, compact: bool) -> None:
        """Shows the icon alone, or the word beside it again."""
        if compact is self._compact:
            return
        self._compact = compact
        if compact:
            self._explained = self.toolTip()
        self.setToolTip(tip(self.accessibleName(), self._explained) if compact else self._explained)
        self.updateGeometry()
        self.update()

    @property
    def width_with_word(self) -> int:
        """The pixels that the button has with its word."""
        return super().sizeHint().width()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.height() + GAP, hint.height()) if self._compact else hint

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self._compact:
            option.text = ""


class PrimaryButton(Button):
    """What most people want to press: filled with the accent colour while it can be pressed."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, name, parent)
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
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


def button_box(*buttons: tuple[QAbstractButton, Role]) -> QDialogButtonBox:
    """A row of these buttons; what each is for decides where it stands."""
    box = QDialogButtonBox()
    for button, role in buttons:
        box.addButton(button, role)
    return box


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
