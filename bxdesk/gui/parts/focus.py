"""Where the keyboard goes on when what it was at is disabled or hidden."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusKeeper(QObject):
    """Keeps the focus near: Qt gives it to whatever comes next in the window, as a button of another page."""

    def __init__(self, around: QWidget, *heirs: QWidget) -> None:
        """The first of the ``heirs`` that can have it takes the focus of whatever loses it inside of ``around``."""
        super().__init__(around)
        self._around = around
        self._heirs = heirs
        self._given_away: QWidget | None = None
        """What Qt gave the focus to."""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._settle)  # once it is known what can have the focus by now
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, after: QWidget | None) -> None:
        if before is None or not isValid(self._around):  # the page goes, and its focus with it
            return
        if self._around.isAncestorOf(before) and not _can_have_it(before):
            self._given_away = after
            self._settling.start()

    def _settle(self) -> None:
        if QApplication.focusWidget() is not self._given_away:
            return  # somebody has put it elsewhere meanwhile
        heir = next(filter(_can_have_it, self._heirs), None)
        if heir is not None:
            heir.setFocus()


def _can_have_it(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.isVisible()
