"""Widgets beside each other, and below each other where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_Row = tuple[list[tuple[QWidget, QSize]], int]
"""The widgets of a line with their sizes, and how high it is."""
_LEAST = 24
"""How wide a text must be, in letters, to stand beside its buttons."""


class Flow(QWidget):
    """Lines of widgets, each as wide as it likes to be. Reads in the direction of the window.

    A widget and not a layout: the items of a layout that is written in Python outlive it.
    """

    def __init__(self, gap: int, *widgets: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._widgets: tuple[QWidget, ...] = ()
        self.add(*widgets)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Puts widgets at its end."""
        self._widgets += widgets
        for widget in widgets:
            widget.setParent(self)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The fewer fit beside each other, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high the lines are together."""
        heights = [height for _, height in self._lines(width)]
        return sum(heights) + self._gap * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        """All of them in one line."""
        sizes = [_size(widget) for widget in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """The widest of them."""
        size = QSize(0, 0)
        for widget in self._shown():
            least = QSize(widget.minimumWidth() or widget.minimumSizeHint().width(), _size(widget).height())
            size = size.expandedTo(least)
        return size

    def event(self, event: QEvent) -> bool:
        """Makes room when a widget comes, goes or says something else."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What a hidden widget says anew makes no request: its place is found when it is seen."""
        super().showEvent(event)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives each widget its place."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        top = 0
        for line, height in self._lines(self.width()):
            left = 0
            for widget, size in line:
                place = QRect(QPoint(left, top + (height - size.height()) // 2), size)
                if self.isRightToLeft():  # QStyle would mirror it, and costs the first frame six milliseconds
                    place.moveRight(self.rect().right() - left)
                widget.setGeometry(place)
                left += size.width() + self._gap
            top += height + self._gap

    def _lines(self, width: int) -> list[_Row]:
        lines: list[_Row] = []
        left = 0
        for widget in self._shown():
            size = _size(widget).boundedTo(QSize(width, _size(widget).height()))
            if not lines or left + size.width() > width:
                lines.append(([], 0))
                left = 0
            line, height = lines[-1]
            lines[-1] = ([*line, (widget, size)], max(height, size.height()))
            left += size.width() + self._gap
        return lines

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]


class TextFlow(Flow):
    """A sign, a text, and buttons, which stand below the text where they would leave it too little room."""

    def __init__(self, gap: int, sign: QWidget, text: QLabel, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(gap, *buttons, parent=parent)
        self._sign, self._text = sign, text
        for widget in (sign, text):
            widget.setParent(self)

    def sizeHint(self) -> QSize:
        """All of it in one line."""
        text, buttons = self._text.sizeHint(), super().sizeHint()
        width = self._indent + text.width() + self._gap + buttons.width()
        return QSize(width, max(text.height(), buttons.height()))

    def minimumSizeHint(self) -> QSize:
        """The widest button, or the sign and the widest word."""
        text = self._text.minimumSizeHint()
        return super().minimumSizeHint().expandedTo(QSize(self._indent + text.width(), text.height()))

    @property
    def _indent(self) -> int:
        """What the sign takes of the text's line."""
        return 0 if self._sign.isHidden() else self._sign.sizeHint().width() + self._gap

    def _lines(self, width: int) -> list[_Row]:
        lines = super()._lines(width)
        room = width - self._indent
        beside = room - sum(size.width() + self._gap for line, _ in lines for _, size in line)
        letter = self.fontMetrics().horizontalAdvance("m")
        if beside >= min(self.fontMetrics().horizontalAdvance(self._text.text()), _LEAST * letter):
            return [self._said(beside, *lines)]
        return [self._said(room), *lines]

    def _said(self, width: int, *lines: _Row) -> _Row:
        """The line of the text, and of what stands beside it."""
        text = QSize(width, self._text.heightForWidth(width) if self._text.wordWrap() else _size(self._text).height())
        sizes = [] if self._sign.isHidden() else [(self._sign, self._sign.sizeHint())]
        sizes += [(self._text, text), *(one for line, _ in lines for one in line)]
        return sizes, max(size.height() for _, size in sizes)


def _size(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
