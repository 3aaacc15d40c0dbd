"""Dialogs that fit the screen: large letters and long languages make them scroll, and their buttons stay in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QVBoxLayout, QWidget

from bxdesk.gui.parts.scrolling import Scrolled
from bxdesk.gui.parts.theme import GAP, MARGIN

_FRAME = 40
"""What a title bar takes of the screen's height."""


class _Body(QWidget):
    """What scrolls. ``shrinks`` is for one with a table in it: that scrolls by itself, so it need not be whole."""

    shrinks = False

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """How high it has to be before it scrolls."""
        layout = self.layout()
        if self.shrinks and layout is not None:
            return layout.minimumHeightForWidth(width)
        return super().heightForWidth(width)

    def whole(self, width: int) -> int:
        """How high it is when nothing of it is scrolled."""
        return super().heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()


class FittedDialog(QDialog):
    """A dialog of a body and its buttons.

    Without a height of its own it is as high as what it says at the moment. Whatever the screen has no room for is
    scrolled; the buttons are not.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = _Body()
        self._area = Scrolled(self._body)
        self._wanted: QWidget | None = None
        self._lines = self._most = 0
        self._fitted = 0
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def compose(
        self, body: QLayout, buttons: QLayout | QWidget, *, letters: int, lines: int = 0, most: int = 0
    ) -> None:
        """Lays out the dialog, ``letters`` wide and ``lines`` high as far as the screen goes.

        ``most`` is for one without a height of its own: it gets no higher than so many lines, and its table scrolls.
        """
        self._lines, self._most = lines, most
        self._body.shrinks = bool(lines or most)
        body.setContentsMargins(0, 0, 0, 0)
        self._body.setLayout(body)
        self._body.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(MARGIN)
        column.addWidget(self._area, 1)
        if isinstance(buttons, QWidget):
            column.addWidget(buttons)
        else:
            column.addLayout(buttons)
        metrics = self.fontMetrics()
        wanted = QSize(metrics.horizontalAdvance("m") * letters, metrics.height() * (lines or 10))
        self.resize(wanted.boundedTo(self._room))

    def scroll_to(self, part: QWidget) -> None:
        """Scrolls to a part of the body, as soon as it has its place."""
        self._wanted = part
        self._fitting.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fits the dialog anew when its body says something else."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fitting.start()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Has its size before anybody sees it."""
        self._fit()
        super().showEvent(event)

    @property
    def _room(self) -> QSize:
        return self.screen().availableGeometry().size() - QSize(0, _FRAME)

    def _follow_focus(self, before: QWidget | None, after: QWidget | None) -> None:
        del before
        if after is not None and self._body.isAncestorOf(after):
            self._area.ensureWidgetVisible(after)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        if not self._lines:
            self._grow()
        if self._wanted is not None:
            layout.activate()
            self._area.ensureWidgetVisible(self._wanted)
            self._wanted = None

    def _grow(self) -> None:
        needed = self._body.whole(self._area.viewport().width())
        height = min(self.height() - self._area.height() + needed, self._room.height())
        if self._most:
            height = min(height, self._most * self.fontMetrics().height())
        if self.height() > self._fitted > 0:  # somebody made it higher
            height = max(height, self.height())
        else:
            self._fitted = height
        self.resize(self.width(), height)
        below = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if self.isVisible() and below > 0:  # what it has grown by is to be seen
            self.move(self.x(), self.y() - below)


def open_dialog(dialog: QDialog) -> None:
    """Opens a dialog that is gone once it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
