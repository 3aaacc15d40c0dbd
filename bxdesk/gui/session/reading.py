"""Reading the portal that is open: at most one reading runs, and a new one takes the place of the old."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.gui.background.tasks import Task, Tasks
from bxdesk.listener import Listener, Progress

if TYPE_CHECKING:
    from bxdesk.desk import Desk
    from bxdesk.placements.snapshot import Snapshot
    from bxdesk.storage.drafts import FoundDraft


class Reading(QObject):
    """Ends with one of three signals, unless it was stopped."""

    done = Signal(object, object)
    """The Snapshot, and the FoundDraft of an earlier window."""
    failed = Signal(object)
    """The Problem why not."""
    cancelled = Signal()
    waits = Signal(object)
    """What it waits for: a Message."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None

    @property
    def runs(self) -> bool:
        """Whether a portal is being read."""
        return self._task is not None

    def start(self, desk: Desk, connection: Connection, wanted: Collection[str] = ()) -> None:
        """Reads a portal; see :meth:`bxdesk.desk.Desk.snapshot` for the permissions that are ``wanted``."""
        self.stop()
        task = self._task = Task(self._tasks)
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._forget)
        task.succeeded.connect(self._tell)
        task.failed.connect(self.failed)
        task.cancelled.connect(self.cancelled)
        task.progressed.connect(self._wait)
        task.start(_read, desk, connection, task.listener(), wanted)

    def stop(self) -> bool:
        """Stops without a signal; False if nothing was being read."""
        task, self._task = self._task, None
        if task is not None:
            task.drop()
        return task is not None

    def _wait(self, progress: Progress) -> None:
        self.waits.emit(progress.text)

    def _forget(self) -> None:
        self._task = None

    def _tell(self, read: tuple[Snapshot, FoundDraft]) -> None:
        self.done.emit(*read)


async def _read(
    desk: Desk, connection: Connection, listener: Listener, wanted: Collection[str]
) -> tuple[Snapshot, FoundDraft]:
    return await desk.snapshot(connection, listener, wanted), await desk.drafts.read(connection.identity)
