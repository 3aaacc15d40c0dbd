"""Ctrl+C in the terminal closes the window as its cross would."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

if TYPE_CHECKING:
    from socket import socket

Handler = Callable[[int, FrameType | None], object] | int | None


class Interrupt(QObject):
    """Once armed, SIGINT and SIGTERM quit the application.

    Python runs its handlers between two of its own instructions only, and Qt's loop has none while nothing happens:
    the byte that Python writes for a signal wakes it.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._before: dict[int, Handler] = {}
        self._before_fd = -1
        self._asked = False
        self._sockets: tuple[socket, socket] | None = None
        self._notifier: QSocketNotifier | None = None

    def arm(self) -> None:
        """From now on signals are caught. Not before the first frame: sockets are a heavy module."""
        from socket import socketpair

        reader, writer = self._sockets = socketpair()
        reader.setblocking(False)
        writer.setblocking(False)
        self._notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        # Before the handlers: a signal that is caught while nobody would be woken is never heard of.
        self._before_fd = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, self._ask) for number in (signal.SIGINT, signal.SIGTERM)}

    def disarm(self) -> None:
        """Puts back what stood there before."""
        if self._sockets is None or self._notifier is None:
            return
        self._notifier.setEnabled(False)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before_fd)
        for end in self._sockets:
            end.close()
        self._sockets = None

    def _woken(self) -> None:
        if self._sockets is None:
            return
        with suppress(BlockingIOError):
            self._sockets[0].recv(64)
        if self._asked:
            self._application.quit()

    def _ask(self, number: int, frame: FrameType | None) -> None:
        # Runs in the middle of whatever Python does, painting for one: closing has to wait for the event loop.
        del number, frame
        self._asked = True
