"""The thin bar that says how far something is."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

_STEPS = 100
"""Each step is painted at once: a thousand portals that answer together would hold up the window."""


class ProgressBar(QProgressBar):
    """Without a number beside it."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTextVisible(False)
        self.setFixedHeight(8)

    def show_progress(self, done: int, total: int) -> None:
        """``done`` of so many; of a total of 0 nobody knows how long it takes."""
        self.setRange(0, _STEPS if total else 0)
        self.setValue(done * _STEPS // total if total else 0)
