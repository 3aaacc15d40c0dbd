"""All connected portals together: what is known of each, and reading or checking many of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.errors import BxdeskError, Problem
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.draft_keeper import DraftKeeper
from bxdesk.gui.session.goals import LayoutGoal
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.side_by_side import Begin, SideBySide, Work
from bxdesk.gui.session.workspace import Workspace
from bxdesk.listener import Listener
from bxdesk.messages import Message, message
from bxdesk.storage.portal_looks import PortalLook

if TYPE_CHECKING:
    from bxdesk.checks.check import Check
    from bxdesk.checks.proof import Proof
    from bxdesk.desk import Desk
    from bxdesk.placements.draft import PlaceChange
    from bxdesk.placements.drift import Drift
    from bxdesk.placements.plan import Plan
    from bxdesk.placements.snapshot import Snapshot

_SOON = 50
"""Milliseconds for which news are gathered: the table is told once for all of them."""


class Kind(Enum):
    """What a run does with each portal."""

    READING = "reading"
    CHECKING = "checking"


@dataclass(frozen=True, slots=True)
class PortalStatus:
    """What is known of one portal beside its state.

    ``snapshot`` is what was last read. ``waiting`` places are changed by its draft. ``drift`` is None where nobody
    looked, ``doing`` is what is going on there right now. ``plan`` leads to the layout that it is held against;
    ``misfit`` says why none does. ``proof`` is what the last one there has shown, ``recalled`` what an earlier window
    knew.
    """

    snapshot: Snapshot | None = None
    waiting: tuple[PlaceChange, ...] = ()
    drift: Drift | None = None
    doing: Message | None = None
    plan: Plan | None = None
    misfit: Problem | None = None
    proof: Proof | None = None
    recalled: PortalLook | None = None

    @property
    def drifted(self) -> int:
        """How many bindings others had changed since bxdesk last changed the portal, when somebody last looked."""
        if self.drift is not None:
            return len(self.drift.changes)
        return (self.recalled.drifted or 0) if self.recalled is not None else 0


@dataclass(frozen=True, slots=True)
class _Look:
    """What was read of a portal."""

    snapshot: Snapshot
    drift: Drift
    plan: Plan | None = None
    misfit: Problem | None = None


class Fleet(QObject):
    """Keeps what was found as long as the window is open. At most one run over many portals goes on at a time."""

    changed = Signal(object)
    """The identities of connections of which something else is known."""
    run_changed = Signal()
    """A run begins, goes on or ends."""

    def __init__(
        self,
        session: Session,
        workspace: Workspace,
        keeper: DraftKeeper,
        checking: Checking,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace = workspace
        self._keeper = keeper
        self.checking = checking
        """What checks found."""
        self._known: dict[str, PortalStatus] = {}
        self._news: set[str] = set()
        self.layout: Path | None = None
        """The layout file that portals are held against."""
        self.kind = Kind.READING
        """What the last run does."""
        self.done = 0
        """How many portals it is through with."""
        self.failed: tuple[Connection, ...] = ()
        """The portals where it came to nothing."""
        self.asked: tuple[Connection, ...] = ()
        """The portals of the last run."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self._tell)
        self._run = SideBySide(session, self)
        self._run.doing.connect(self._note_doing)
        self._run.succeeded.connect(self._take)
        self._run.failed.connect(self._fail)
        self._run.broken.connect(session.told)
        self._run.ended.connect(self._end)
        workspace.snapshot_taken.connect(self._note_open)
        checking.changed.connect(self._note_checks)
        self._take_open()

    @property
    def runs(self) -> bool:
        """Whether portals are being read or checked."""
        return self._run.runs

    def status(self, connection: Connection) -> PortalStatus:
        """What is known of a portal."""
        return self._known.get(connection.identity, _NOTHING)

    def read(self, connections: Sequence[Connection]) -> None:
        """Reads these portals, some side by side; nothing while another run goes on."""
        desk, path = self._session.desk, self.layout
        self._start(Kind.READING, connections, lambda: _reading(desk, path))

    def check(self, connections: Sequence[Connection]) -> None:
        """Asks on these portals everything about why a widget would not show; nothing while another run goes on."""
        desk = self._session.desk
        self._start(Kind.CHECKING, connections, lambda: _checks(desk))

    def try_again(self) -> None:
        """Does again what failed in the last run."""
        (self.read if self.kind is Kind.READING else self.check)(self.failed)

    def stop(self) -> None:
        """Gives up what is not done yet."""
        self._run.give_up()

    def note_proof(self, connection: Connection, proof: Proof) -> None:
        """Keeps what a proof on a portal has shown."""
        self._set(connection, proof=proof)

    def hold_against(self, layout: Path | None) -> None:
        """Holds every portal against this layout file from the next reading on; None against none."""
        self.stop()
        self.layout = layout
        for connection in self._session.connections.all:
            self._set(connection, plan=None, misfit=None)
        self.run_changed.emit()

    def recall(self) -> None:
        """Finds out what an earlier window knew."""
        task = self._session.task()
        task.succeeded.connect(self._recall)
        task.start(self._session.desk.looks.read)

    def look_for_drafts(self) -> None:
        """Looks at what waits in the drafts."""
        identities = [connection.identity for connection in self._session.connections.all]
        task = self._session.task()
        task.succeeded.connect(self._take_drafts)
        task.failed.connect(self._session.told)
        task.start(self._session.desk.drafts.waiting, identities)

    def _start(self, kind: Kind, connections: Sequence[Connection], begin: Begin) -> None:
        if self.runs or not connections:
            return
        self.kind, self.asked, self.done, self.failed = kind, tuple(connections), 0, ()
        self._run.start(self.asked, begin)
        self.run_changed.emit()

    def _take_drafts(self, kept: dict[str, tuple[PlaceChange, ...]]) -> None:
        for connection in self._session.connections.all:
            own = self._keeper.waiting(connection.identity)
            self._set(connection, waiting=kept.get(connection.identity, ()) if own is None else own)

    def _note_open(self) -> None:
        """The open portal was read or changed."""
        self._take_open()
        self._keep_looks()

    def _take_open(self) -> None:
        """Takes what is known of the open portal; nobody looked at what drifted there."""
        open_one, snapshot = self._session.portal.connection, self._workspace.snapshot
        if open_one is not None and open_one.identity == self._workspace.whose:
            self._set(open_one, snapshot=snapshot, drift=None, plan=None, misfit=None, recalled=None)

    def _recall(self, looks: dict[str, PortalLook]) -> None:
        """Takes what an earlier window knew, where this one knows nothing yet."""
        for connection in self._session.connections.all:
            if (look := looks.get(connection.identity)) is not None:
                self._session.connections.recall(connection, look.read)
                self._set(connection, recalled=look)
                self._tell_soon(connection)

    def _keep_looks(self) -> None:
        """Leaves to later windows what is known of every portal."""
        looks: dict[str, PortalLook] = {}
        for connection in self._session.connections.all:
            read, status = self._session.connections.known(connection).read, self.status(connection)
            if read is not None:
                looks[connection.identity] = PortalLook(read, status.drifted)
        self._session.task().start(self._session.desk.looks.keep, looks)

    def _note_checks(self) -> None:
        """The open portal may have been checked on the page of checks."""
        if self._session.portal.connection is not None:
            self._tell_soon(self._session.portal.connection)

    def _note_doing(self, connection: Connection, what: Message) -> None:
        self._set(connection, doing=what)

    def _take(self, connection: Connection, found: _Look | tuple[Check, ...]) -> None:
        self.done += 1
        self._session.connections.note_quietly(connection, None)
        if isinstance(found, _Look):
            look = {"snapshot": found.snapshot, "drift": found.drift, "plan": found.plan, "misfit": found.misfit}
            self._set(connection, doing=None, **look)
        else:
            self._set(connection, doing=None)
            self.checking.take(connection, found)

    def _fail(self, connection: Connection, problem: Problem) -> None:
        self.done += 1
        self.failed = (*self.failed, connection)
        self._session.connections.note_quietly(connection, problem)
        self._set(connection, doing=None, plan=None, misfit=None)

    def _end(self) -> None:
        for connection in self.asked:
            self._set(connection, doing=None)
        self._session.connections.tell()
        self._tell()
        self._keep_looks()
        self.run_changed.emit()

    def _set(self, connection: Connection, **changes: object) -> None:
        before = self.status(connection)
        after = replace(before, **changes)  # type: ignore[arg-type]
        if after != before:
            self._known[connection.identity] = after
            self._tell_soon(connection)

    def _tell_soon(self, connection: Connection) -> None:
        self._news.add(connection.identity)
        if not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        self._timer.stop()
        news, self._news = frozenset(self._news), set()
        self.changed.emit(news)
        if self.runs:
            self.run_changed.emit()


_NOTHING = PortalStatus()


async def _reading(desk: Desk, path: Path | None) -> Work:
    """Reads the layout, then gives what is done for each portal."""
    planner = await LayoutGoal(path).planner() if path is not None else None

    async def read(connection: Connection, listener: Listener) -> _Look:
        listener.say(message("reading…"))
        snapshot, drift = await desk.snapshot_with_drift(connection, listener, planner.wanted if planner else ())
        if planner is None:
            return _Look(snapshot, drift)
        try:
            return _Look(snapshot, drift, planner.plan(snapshot))
        except BxdeskError as error:  # it names what this portal has not
            return _Look(snapshot, drift, misfit=error.problem)

    return read


async def _checks(desk: Desk) -> Work:
    async def check(connection: Connection, listener: Listener) -> tuple[Check, ...]:
        listener.say(message("reading…"))
        return await desk.checks.run(connection, listener)

    return check
