"""Python's garbage collection, in the GUI thread alone.

Python collects in whichever thread happens to allocate. A QObject that is found to be garbage in the worker thread is
destroyed there together with its timers and children, which Qt forbids: it ends in a segmentation fault.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 200
"""Milliseconds."""


class GarbageCollector(QObject):
    """Collects as often as Python's thresholds say, in place of Python itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(collect_if_due)
        self._was_automatic = False

    def install(self) -> None:
        """From now on no other thread collects."""
        self._was_automatic = gc.isenabled()
        gc.disable()
        self._timer.start()

    def remove(self) -> None:
        """Leaves it to Python again, if it was."""
        self._timer.stop()
        if self._was_automatic:
            gc.enable()


def collect_if_due() -> None:
    """Collects the generations that have more new objects than Python's thresholds allow."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, threshold) in enumerate(counts) if 0 < threshold < count]
    if due:
        gc.collect(due[-1])
