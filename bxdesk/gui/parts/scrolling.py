"""Areas that scroll what they have no room for, and look like the window they are in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from bxdesk.gui.parts.theme import LEAST_LINES

_LEAST = (24, 10)
"""How small a window can be made, in letters and lines."""


class _Area(QScrollArea):
    """The keyboard passes the area itself over."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewport(QWidget())  # for one of Qt's own, PySide6 would make every kind of widget that there is
        self.setWidget(inside)
        inside.setAutoFillBackground(False)


class Scrolled(_Area):
    """Scrolls up and down, and is never narrower than what is in it."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(inside, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it and the bar beside it; as low as a list can be."""
        bar = self.verticalScrollBar().sizeHint().width()
        inside = self.widget()  # not there yet while Qt puts the area together
        wanted = inside.minimumSizeHint().width() + bar if inside is not None else 0
        return QSize(wanted, self.fontMetrics().height() * LEAST_LINES)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follows what is in it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _Column(QWidget):
    """Widgets below each other. The last one is made as low as it can be before the area around scrolls.

    The area would take the height that a layout likes to have at its width for the least that it needs.
    """

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._inside = QWidget(self)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for widget in widgets:
            lines.addWidget(widget, int(widget is widgets[-1]))

    def event(self, event: QEvent) -> bool:
        """Has the area follow what is in it."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is in it has all the room."""
        super().resizeEvent(event)
        self._inside.resize(event.size())

    def minimumSizeHint(self) -> QSize:
        """As low as possible at the width that there is."""
        least, around = self._inside.minimumSizeHint(), self.parentWidget()
        width = max(least.width(), around.width() if around is not None else 0)
        *above, last = self._widgets
        heights = [_height(widget, width) for widget in above if not widget.isHidden()]
        return QSize(least.width(), sum(heights) + last.minimumSizeHint().height())


def _height(widget: QWidget, width: int) -> int:
    least = max(widget.minimumSizeHint().height(), widget.minimumHeight())
    return max(least, widget.heightForWidth(width)) if widget.hasHeightForWidth() else least


class WholeWindow(_Area):
    """All of a window. On a screen that is too small for it, at 300 % for one, it scrolls after the focus."""

    def __init__(self, *widgets: QWidget) -> None:
        """``widgets`` stand below each other; the last one takes the room that is left."""
        super().__init__(_Column(*widgets))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, before: QWidget | None, after: QWidget | None) -> None:
        del before
        if after is not None and self.isAncestorOf(after):
            self.ensureWidgetVisible(after)

    def minimumSizeHint(self) -> QSize:
        """Of what is in it, enough to find the rest."""
        letter = self.fontMetrics()
        return QSize(letter.horizontalAdvance("m") * _LEAST[0], letter.height() * _LEAST[1])


class Pages(QStackedWidget):
    """Needs as much room as the page that is shown; Qt's own needs that of the largest, though nobody sees it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """That of the page that is shown."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        """That of the page that is shown."""
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Whether that of the page that is shown goes by its width."""
        page = self.currentWidget()
        return page is not None and page.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """That of the page that is shown."""
        page = self.currentWidget()
        return page.heightForWidth(width) if page is not None else -1
