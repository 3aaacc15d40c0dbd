"""The thin bar that says how far something is."""

from __future__ import annotations

from PySide6.QtCore import QBasicTimer, QTimerEvent
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

_STEPS = 100
"""Each step is painted at once: a thousand portals that answer together would hold up the window."""
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
        self._frames = QBasicTimer()

    def show_progress(self, done: int, total: int) -> None:
        """``done`` of so many; of a total of 0 nobody knows how long it takes."""
        self.setRange(0, _STEPS if total else 0)
        self.setValue(done * _STEPS // total if total else 0)
        self._move()

    def showEvent(self, event: QShowEvent) -> None:
        """Moves from here on."""
        super().showEvent(event)
        self._move()

    def hideEvent(self, event: QHideEvent) -> None:
        """Costs nothing while nobody sees it."""
        super().hideEvent(event)
        self._frames.stop()

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: ARG002
        """Paints it where it is by now."""
        self.update()

    def _move(self) -> None:
        if self.maximum() > self.minimum() or not self.isVisible():
            self._frames.stop()
        elif not self._frames.isActive():
            self._frames.start(_FRAME, self)
