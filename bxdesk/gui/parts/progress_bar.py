"""The thin bar that says how far something is."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

_STEPS = 100
"""More cannot be told apart, and each is painted."""
_FRAME = 40
"""Milliseconds between two pictures of a bar that moves."""


class ProgressBar(QProgressBar):
    """Without a number beside it. While nobody knows how long it takes, and while it is in sight, it moves."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTextVisible(False)
        self.setFixedHeight(8)
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME)
        self._frames.timeout.connect(self.update)

    def show_progress(self, done: int, total: int) -> None:
        """``done`` of so many; of a total of 0 nobody knows how long it takes."""
        # Qt would paint the bar at once, and with it all of the window that has changed, in the middle of other work.
        self.setUpdatesEnabled(False)
        self.setRange(0, _STEPS if total else 0)
        self.setValue(done * _STEPS // total if total else 0)
        self.setUpdatesEnabled(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Moves from here on: the window's first frame comes before."""
        super().paintEvent(event)
        if self.maximum() > self.minimum() or not self.isVisible():
            self._frames.stop()
        elif not self._frames.isActive():
            self._frames.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Costs nothing while nobody sees it."""
        super().hideEvent(event)
        self._frames.stop()
