"""The answer to a sign-in, picked up from the clipboard while the person has agreed to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from bxdesk.accounts.reply import looks_like_reply


class ClipboardWatch(QObject):
    """Off unless turned on. Looks at the clipboard when it changes or the window comes back to the front.

    What does not look like an answer is forgotten at once: neither shown, kept nor logged.
    """

    found = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on = False
        self._last = 0

    def turn(self, on: bool) -> None:
        """Begins or ends looking."""
        if on is self._on:
            return
        self._on = on
        clipboard, application = QGuiApplication.clipboard(), QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            return
        if on:
            clipboard.dataChanged.connect(self._look)
            # Some systems tell of changes only while the window is in front.
            application.applicationStateChanged.connect(self._came_back)
            self._look()
        else:
            clipboard.dataChanged.disconnect(self._look)
            application.applicationStateChanged.disconnect(self._came_back)

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._look()

    def _look(self) -> None:
        text = QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)
        if looks_like_reply(text) and hash(text) != self._last:
            self._last = hash(text)
            self.found.emit(text)
