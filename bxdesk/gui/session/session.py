"""The desk as the window sees it: which portals there are, which one is open, what was read of it, what runs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.accounts.connection import Connection, names_apart
from bxdesk.errors import Problem
from bxdesk.gui.background.tasks import Task, Tasks
from bxdesk.gui.session.connection_states import ConnectionStates, KnownConnection
from bxdesk.gui.session.phase import Phase
from bxdesk.gui.session.reading import Reading
from bxdesk.placements.permissions import Permission
from bxdesk.support.garbage_collection import freeze_imports

if TYPE_CHECKING:
    from datetime import datetime

    from bxdesk.desk import Desk
    from bxdesk.messages import Message
    from bxdesk.placements.snapshot import Snapshot
    from bxdesk.storage.drafts import FoundDraft


class Session(QObject):
    """Owns the desk and asks it for what the pages need; at most one reading of a portal runs at a time."""

    changed = Signal()
    """Phase, problem or whether something runs."""
    connections_changed = Signal()
    snapshot_read = Signal(object, object)
    """A Snapshot of the open portal, and the FoundDraft that an earlier window left for it."""
    portal_asked = Signal()
    """Somebody wants to see a portal: the one that is open from now on."""
    told = Signal(object)
    """A Problem that holds nothing up."""

    def __init__(
        self, tasks: Tasks, open_desk: Callable[[], Desk], parent: QObject | None = None, prefer: str = ""
    ) -> None:
        """``prefer`` is the identity of the connection to open first."""
        super().__init__(parent)
        self._tasks = tasks
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._reading = Reading(tasks, self)
        self._reading.done.connect(self._read_done)
        self._reading.failed.connect(self._not_read)
        self._reading.cancelled.connect(self._cancelled)
        self._reading.waits.connect(self._waits)
        self._wanted = prefer
        self._connection_states = ConnectionStates()
        self._has_notes = False
        self.phase = Phase.OPENING
        self.problem: Problem | None = None
        self.waiting: Message | None = None
        self.in_memory = False
        self.connections: tuple[Connection, ...] = ()
        self.connection: Connection | None = None
        self._named: tuple[Connection, ...] = ()
        self._names: Mapping[str, str] = {}

    @property
    def desk(self) -> Desk:
        """The core. Only pages that show a portal or the empty page ask for it, and by then it is there."""
        if self._desk is None:
            raise RuntimeError("the desk is not open yet")
        return self._desk

    @property
    def is_open(self) -> bool:
        """Whether the core is there at all."""
        return self._desk is not None

    @property
    def names(self) -> Mapping[str, str]:
        """What to call each connection, by its identity; see :func:`bxdesk.accounts.connection.names_apart`."""
        if self._named is not self.connections:  # a thousand addresses are taken apart for it
            self._named, self._names = self.connections, names_apart(self.connections)
        return self._names

    @property
    def busy(self) -> bool:
        """Whether a portal is being read."""
        return self._reading.runs

    @property
    def failures(self) -> tuple[tuple[datetime, Problem], ...]:
        """What went wrong last in the background, and when (UTC), oldest first."""
        return tuple(self._tasks.failures)

    def known(self, connection: Connection) -> KnownConnection:
        """What is known of a connection, from the last time that it was asked for something."""
        return self._connection_states.of(connection)

    def note(self, problem: Problem | None) -> None:
        """What asking the open portal for something came to: a problem, or None when it answered."""
        if self.connection is not None:
            self.note_of(self.connection, problem)
            self.tell_notes()

    def note_of(self, connection: Connection, problem: Problem | None) -> None:
        """The same of any portal, told with :meth:`tell_notes`: once for many."""
        self._has_notes |= self._connection_states.note(connection, problem)

    def tell_notes(self) -> None:
        """Tells of what was noted, if it is news."""
        if self._has_notes:
            self._has_notes = False
            self.connections_changed.emit()

    def task(self) -> Task:
        """A task that is not started yet."""
        return Task(self._tasks)

    def in_loop(self, call: Callable[[], None]) -> None:
        """Has ``call`` made in the worker thread."""
        self._tasks.in_loop(lambda _: call())

    def keep_secrets_in_memory(self) -> None:
        """Goes on without the keyring until the window is closed."""
        self.in_memory = True
        self.in_loop(self.desk.accounts.keep_secrets_in_memory)

    def open(self) -> None:
        """Builds the core in the worker thread and lists the connections."""
        self._enter(Phase.OPENING)
        task = self.task()
        task.succeeded.connect(self._opened)
        task.failed.connect(self._failed)
        task.start(_open, self._open_desk, self._remember)

    def choose(self, connection: Connection) -> None:
        """Shows a portal; one that is not open is read first."""
        if connection != self.connection:
            self.connection = connection
            self.connections_changed.emit()
            self._read(Phase.LOADING)
        self.portal_asked.emit()

    def refresh(self) -> None:
        """Reads the open portal again, with whatever permission was ticked meanwhile.

        What is shown stays until the answer is there.
        """
        if self.connection is None:
            self.reload_connections()
        else:
            self._read(Phase.READY if self.phase is Phase.READY else Phase.LOADING, frozenset(Permission))

    def retry(self) -> None:
        """Does again what failed or was stopped."""
        if self._desk is None:
            self.open()
        else:
            self.refresh()

    def stop(self) -> None:
        """Stops the reading that runs."""
        if self._reading.stop():
            self._enter(self.phase if self.phase is Phase.READY else Phase.STOPPED)

    def reload_connections(self, prefer: Connection | None = None) -> None:
        """Lists the connections anew and opens ``prefer``; none is open any more if the open one is gone."""
        self._wanted = prefer.identity if prefer else ""
        task = self.task()
        task.succeeded.connect(self._listed)
        task.failed.connect(self._failed)
        task.start(self.desk.accounts.connections)

    def rename(self, connection: Connection, label: str) -> None:
        """Gives a connection a name of the person's own."""
        task = self.task()
        task.succeeded.connect(self.take_changed)
        task.failed.connect(self.told)
        task.start(self.desk.accounts.rename, connection, label)

    def take_changed(self, *changed: Connection) -> None:
        """Shows connections under their new names and in their new groups."""
        by_identity = {one.identity: one for one in changed}
        self.connections = tuple(by_identity.get(known.identity, known) for known in self.connections)
        if self.connection is not None:
            self.connection = by_identity.get(self.connection.identity, self.connection)
        self.connections_changed.emit()

    def sign_out(self, connection: Connection) -> None:
        """Forgets a connection and its keys."""
        self._reading.stop()
        task = self.task()
        task.succeeded.connect(self._signed_out)
        task.failed.connect(self._signed_out_in_part)
        task.start(self.desk.accounts.disconnect, connection)

    async def aclose(self) -> None:
        """Closes the core; awaited in the worker thread, last of all."""
        if self._desk is not None:
            await self._desk.aclose()

    def _read(self, phase: Phase, wanted: Collection[str] = ()) -> None:
        if self.connection is not None:
            self._reading.start(self.desk, self.connection, wanted)
            self._enter(phase)

    def _remember(self, desk: Desk) -> None:
        # Called in the worker thread, so that a desk is closed even if the window was closed while it was built.
        self._desk = desk

    def _opened(self, connections: tuple[Connection, ...]) -> None:
        freeze_imports()
        self._tell(self.desk.notices)
        task = self.task()
        task.succeeded.connect(self._tell)
        task.start(self.desk.accounts.remove_leftovers)
        self._listed(connections)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            self.told.emit(problem)

    def _listed(self, connections: tuple[Connection, ...]) -> None:
        self.connections = connections
        wanted, self._wanted = self._wanted, ""
        before = self.connection.identity if self.connection else ""
        by_identity = {known.identity: known for known in connections}
        same = by_identity.get(wanted) or by_identity.get(before)
        if not connections:
            self.connection = None
            self.connections_changed.emit()
            self._enter(Phase.NO_CONNECTION)
            return
        self.connection = same or (None if before else connections[0])
        self.connections_changed.emit()
        if self.connection is None:
            self._enter(Phase.CHOOSING)
            return
        # Whoever signed in again to the portal that is shown goes on with it.
        stays = self.phase is Phase.READY and self.connection.identity == before
        self._read(Phase.READY if stays else Phase.LOADING)

    def _waits(self, what: Message) -> None:
        self.waiting = what
        self.changed.emit()

    def _signed_out(self, _: object) -> None:
        self.reload_connections()

    def _signed_out_in_part(self, problem: Problem) -> None:
        self.told.emit(problem)
        self.reload_connections()

    def _read_done(self, snapshot: Snapshot, found: FoundDraft) -> None:
        self.note(snapshot.bindings_unread)
        self.snapshot_read.emit(snapshot, found)
        self._enter(Phase.READY)

    def _not_read(self, problem: Problem) -> None:
        self.note(problem)
        self._failed(problem)

    def _failed(self, problem: Problem) -> None:
        self._enter(self.phase if self.phase is Phase.READY else Phase.FAILED, problem)

    def _cancelled(self) -> None:
        self._enter(self.phase if self.phase is Phase.READY else Phase.STOPPED)

    def _enter(self, phase: Phase, problem: Problem | None = None) -> None:
        self.phase = phase
        self.problem = problem
        self.waiting = None
        self.changed.emit()


async def _open(open_desk: Callable[[], Desk], remember: Callable[[Desk], None]) -> tuple[Connection, ...]:
    desk = open_desk()
    remember(desk)
    return await desk.accounts.connections()
