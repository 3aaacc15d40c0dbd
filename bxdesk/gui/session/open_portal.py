"""An open portal: its connection, how far reading it is, what was read, the draft, and what was cut off there."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.background.tasks import Task, Tasks
from bxdesk.gui.session.unfinished_work import UnfinishedWork
from bxdesk.listener import Listener, Progress

if TYPE_CHECKING:
    from bxdesk.desk import Desk
    from bxdesk.gui.session.portal_draft import PortalDraft
    from bxdesk.messages import Message
    from bxdesk.placements.kept_draft import KeptDraft
    from bxdesk.placements.snapshot import Snapshot
    from bxdesk.storage.drafts import FoundDraft


class Phase(Enum):
    """How far it is. Before ``LOADING`` no portal is open; in ``CHOOSING`` there are some to choose from."""

    OPENING = "opening"
    NO_CONNECTION = "no connection"
    CHOOSING = "choosing"
    LOADING = "loading"
    STOPPED = "stopped"
    FAILED = "failed"
    READY = "ready"


class OpenPortal(QObject):
    """At most one reading runs, and a new one takes the place of the old. Without a connection it stands for none."""

    changed = Signal()
    """Phase, problem, what is waited for, or what was cut off."""
    was_read = Signal(object)
    """The FoundDraft that an earlier window left; the snapshot and the draft are there by now."""
    answered = Signal(object)
    """What reading it came to: a Problem, or None."""

    def __init__(self, tasks: Tasks, connection: Connection | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self.connection = connection
        self.phase = Phase.LOADING if connection else Phase.OPENING
        self.problem: Problem | None = None
        """What the last reading, or what came before it, failed with."""
        self.waiting: Message | None = None
        """What the reading that runs waits for."""
        self.snapshot: Snapshot | None = None
        """What was last read."""
        self.draft: PortalDraft | None = None
        """What a person changed since; there from the first reading on."""
        self.unfinished_work = UnfinishedWork(tasks, self)
        self.unfinished_work.changed.connect(self.changed)

    @property
    def identity(self) -> str:
        """The identity of the connection; empty without one."""
        return self.connection.identity if self.connection is not None else ""

    @property
    def busy(self) -> bool:
        """Whether it is being read."""
        return self._task is not None

    def read(self, desk: Desk, wanted: Collection[str] = ()) -> None:
        """Reads it; see :meth:`bxdesk.desk.Desk.snapshot` for the permissions that are ``wanted``.

        What is shown of it stays until the answer is there.
        """
        if self.connection is None:
            return
        self.drop()
        task = self._task = Task(self._tasks)
        task.succeeded.connect(partial(self._read, desk))
        task.failed.connect(self._not_read)
        task.cancelled.connect(self._stopped)
        task.progressed.connect(self._wait)
        task.start(_read, desk, self.connection, task.listener(), wanted)
        self.enter(Phase.READY if self.phase is Phase.READY else Phase.LOADING)

    def stop(self) -> None:
        """Stops the reading that runs."""
        if self.busy:
            self.drop()
            self._stopped()

    def drop(self) -> None:
        """Stops it, and tells nobody."""
        if self._task is not None:
            self._task.drop()
            self._task = None

    def enter(self, phase: Phase, problem: Problem | None = None) -> None:
        """Goes on to another phase."""
        self.phase, self.problem, self.waiting = phase, problem, None
        self.changed.emit()

    def fail(self, problem: Problem) -> None:
        """Says what went wrong. What is shown already stays."""
        self.enter(self.phase if self.phase is Phase.READY else Phase.FAILED, problem)

    def take(self, snapshot: Snapshot, kept: KeptDraft | None = None) -> None:
        """Holds the draft against a new snapshot. Where there is none yet, it begins with what was ``kept``."""
        self.snapshot = snapshot
        if self.draft is not None:
            self.draft.rebase(snapshot)
            return
        from bxdesk.gui.session.portal_draft import PortalDraft  # which the first frame does without

        self.draft = PortalDraft.begin(snapshot, kept, self)

    def take_outcome(self, snapshot: Snapshot) -> None:
        """Takes what came of changes: those that were carried out are none any more, the others stay."""
        self.take(snapshot)
        if self.draft is not None:
            self.draft.resumed = None
            self.draft.clear()  # what was applied is taken back by an undo of its own

    def _wait(self, progress: Progress) -> None:
        self.waiting = progress.text
        self.changed.emit()

    def _read(self, desk: Desk, read: tuple[Snapshot, FoundDraft]) -> None:
        self._task = None
        snapshot, found = read
        self.take(snapshot, found.kept)
        self.answered.emit(snapshot.bindings_unread)
        if self.connection is not None:
            self.unfinished_work.look(desk, self.connection)
        self.was_read.emit(found)
        self.enter(Phase.READY)

    def _not_read(self, problem: Problem) -> None:
        self._task = None
        self.answered.emit(problem)
        self.fail(problem)

    def _stopped(self) -> None:
        self._task = None
        self.enter(self.phase if self.phase is Phase.READY else Phase.STOPPED)


async def _read(
    desk: Desk, connection: Connection, listener: Listener, wanted: Collection[str]
) -> tuple[Snapshot, FoundDraft]:
    return await desk.snapshot(connection, listener, wanted), await desk.drafts.read(connection.identity)
