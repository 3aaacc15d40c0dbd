"""Ctrl+C in the terminal closes the window as its cross would."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication


class Interrupt(QObject):
    """While it lives, SIGINT and SIGTERM quit the application.

    Python runs its handlers between two of its own instructions only, and Qt's loop has none while nothing happens:
    the byte that Python writes for a signal wakes it.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._before = {number: signal.signal(number, self._quit) for number in (signal.SIGINT, signal.SIGTERM)}
        self._before_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Puts back what stood there before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    def _woken(self) -> None:
        try:
            self._reader.recv(64)
        except BlockingIOError:
            return

    def _quit(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._application.quit()
