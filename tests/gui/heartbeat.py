"""How long the window did not answer: the longest time between two beats of a clock in the GUI thread."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 2
"""Milliseconds between beats."""


class Heartbeat(QObject):
    """Beats for as long as it lives; :attr:`longest` is the longest stall so far, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.at = ""
        self.doing = ""
        """What the test does at the moment: a long stall is remembered with it."""
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)

    def _beat(self) -> None:
        now = time.perf_counter()
        stall = (now - self._last) * 1000 - BEAT
        if stall > self.longest:
            self.longest, self.at = stall, self.doing
        self._last = now
