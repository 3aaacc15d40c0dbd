"""What nobody expected: logged for us, told to the person, never lost and never a traceback on the screen."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from bxdesk.errors import as_bxdesk_error

_log = logging.getLogger(__name__)


class FaultHook(QObject):
    """Catches exceptions that escape from slots for as long as it is installed, and tells them by a signal.

    What goes wrong while one is being told cannot be told in the same way: it ends in the log and on standard error.
    """

    caught = Signal(object)
    """A Problem to show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: Callable[[type[BaseException], BaseException, TracebackType | None], object] | None = None
        self._tells = False

    def install(self) -> None:
        """From now on, exceptions nobody caught come here."""
        self._before = sys.excepthook
        sys.excepthook = self._take

    def remove(self) -> None:
        """Puts the previous hook back."""
        if self._before is not None:
            sys.excepthook = self._before
            self._before = None

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if self._tells:
            _log.error("a fault cannot be shown", exc_info=error)
        if self._tells or not issubclass(kind, Exception):
            (self._before or sys.__excepthook__)(kind, error, trace)
            return
        self._tells = True
        try:
            self.caught.emit(as_bxdesk_error(error).problem)
        finally:
            self._tells = False
