"""Changes on their way to the portal, and the sentence that says what came of them: for dialogs that send some."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from bxdesk.gui.background.tasks import Task
from bxdesk.gui.parts.progress_bar import ProgressBar
from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Text, Tone
from bxdesk.gui.parts.wording import translated
from bxdesk.gui.session.session import Session
from bxdesk.listener import Listener, Progress

Work = Callable[[Listener], Awaitable[object]]
"""Sends changes, while this listener hears of it and may stop it."""


class ChangeRunner(QObject):
    """Runs one piece of work at a time and shows how far it is; the dialog places the widgets."""

    done = Signal(object)
    """The Outcome."""
    failed = Signal(object)
    """The Problem that it broke off with."""
    vanished = Signal()
    """It was stopped without an outcome."""

    def __init__(self, session: Session, name: str, parent: QObject) -> None:
        """``name`` begins the names of the widgets."""
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._stop = threading.Event()
        self.bar = ProgressBar(f"{name}Progress", self.tr("Progress"))
        self.doing = Text(tone=Tone.MUTED)
        self.doing.setObjectName(f"{name}Status")
        self.doing.setWordWrap(False)
        self.verdict = Card(Tone.GOOD)
        self._verdict = Text()
        self._verdict.setObjectName(f"{name}Result")
        inside = QVBoxLayout(self.verdict)
        inside.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        inside.addWidget(self._verdict)
        self.clear()

    @property
    def runs(self) -> bool:
        """Whether changes are on their way."""
        return self._task is not None

    def clear(self) -> None:
        """Hides the progress and what came of an earlier run."""
        self._show_progress(False)
        self.verdict.hide()

    def start(self, work: Work) -> None:
        """Does the work in the background and shows how far it is; one of the signals says how it ended."""
        self._stop.clear()
        self.verdict.hide()
        self.bar.show_progress(0, 0)
        self.doing.setText(self.tr("Sending…"))
        self._show_progress(True)
        task = self._task = self._session.task()
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._end)
        task.succeeded.connect(self.done)
        task.failed.connect(self.failed)
        task.cancelled.connect(self.vanished)
        task.progressed.connect(self._advance)
        task.start(work, task.listener(self._stop.is_set))

    def stop(self) -> None:
        """Asks to stop after what is on its way; the end is told all the same."""
        self._stop.set()
        self.doing.setText(self.tr("Stopping after the changes that are on their way…"))

    def say(self, text: str, tone: Tone) -> None:
        """Shows what came of it."""
        self._verdict.setText(text)
        self.verdict.setAccessibleName(text)
        self.verdict.set_tone(tone)
        self.verdict.show()

    def _advance(self, progress: Progress) -> None:
        self.bar.show_progress(progress.done, progress.total)
        if self._stop.is_set():
            return
        what = translated(progress.text)
        text = self.tr("{done} of {total}: {what}") if progress.total else "{what}"
        self.doing.setText(text.format(done=progress.done, total=progress.total, what=what))

    def _end(self) -> None:
        self._task = None
        self._show_progress(False)

    def _show_progress(self, shown: bool) -> None:
        self.bar.setVisible(shown)
        self.doing.setVisible(shown)
