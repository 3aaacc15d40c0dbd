"""Ctrl+C in the terminal closes the window as its cross would."""

from __future__ import annotations

import signal
from contextlib import ExitStack
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

from bxdesk.support.signals import drain, handled, wakeup_socket

if TYPE_CHECKING:
    from socket import socket


class Interrupt(QObject):
    """Once armed, SIGINT and SIGTERM quit the application."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._asked = False
        self._armed = ExitStack()
        self._woken: socket | None = None

    def arm(self) -> None:
        """From now on signals are caught. Not before the first frame: sockets are a heavy module."""
        # Before the handlers: a signal that is caught while nobody would be woken is never heard of.
        self._woken = self._armed.enter_context(wakeup_socket())
        notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._wake)
        self._armed.callback(notifier.setEnabled, False)
        self._armed.enter_context(handled(self._ask, signal.SIGINT, signal.SIGTERM))

    def disarm(self) -> None:
        """Puts back what stood there before."""
        self._armed.close()
        self._woken = None

    def _wake(self) -> None:
        if self._woken is None:
            return
        drain(self._woken)
        if self._asked:
            self._application.quit()

    def _ask(self, number: int, frame: FrameType | None) -> None:
        # Runs in the middle of whatever Python does, painting for one: closing has to wait for the event loop.
        del number, frame
        self._asked = True
