"""A proof on its way, beside the window."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.checks.proof import Proof
from bxdesk.gui.background.tasks import Task
from bxdesk.gui.session.session import Session

if TYPE_CHECKING:
    from bxdesk.accounts.connection import Connection


class ProofRun(QObject):
    """At most one at a time. Its end is told when nothing of it is left on the portal, or why something is."""

    told = Signal(object)
    """The Proof, as far as it is."""
    waits = Signal(object)
    """The Progress of what is being done."""
    done = Signal(object)
    """The Proof at its end."""
    failed = Signal(object)
    """The Problem that kept it from beginning."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._stop = threading.Event()

    @property
    def runs(self) -> bool:
        """Whether a widget may stand on the portal."""
        return self._task is not None

    def start(self, connection: Connection, placements: tuple[str, ...]) -> None:
        """Binds the widget there and waits until it is opened everywhere."""
        self._stop.clear()
        task = self._task = self._session.task()
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._end)
        task.succeeded.connect(self.done)
        task.failed.connect(self.failed)
        task.progressed.connect(self._hear)
        listener = task.listener(self._stop.is_set)
        task.start(self._session.desk.checks.prove, connection, placements, task.report, listener)

    def stop(self) -> None:
        """Has the widget taken away; what was opened is told all the same."""
        self._stop.set()

    def _hear(self, said: object) -> None:
        (self.told if isinstance(said, Proof) else self.waits).emit(said)

    def _end(self) -> None:
        self._task = None
