"""All connected portals together: reading or checking many of them side by side, against one layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.errors import BxdeskError, Problem
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.draft_keeper import DraftKeeper
from bxdesk.gui.session.goals import LayoutGoal
from bxdesk.gui.session.portal_statuses import PortalStatuses
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.side_by_side import Begin, SideBySide, Work
from bxdesk.gui.session.unfinished_work import left_unfinished
from bxdesk.gui.session.workspace import Workspace
from bxdesk.listener import Listener
from bxdesk.messages import Message, message

if TYPE_CHECKING:
    from bxdesk.checks.check import Check
    from bxdesk.desk import Desk


class Kind(Enum):
    """What a run does with each portal."""

    READING = "reading"
    CHECKING = "checking"


class Fleet(QObject):
    """At most one run over many portals goes on at a time."""

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
        self.checking = checking
        """What checks found."""
        self.statuses = PortalStatuses(session, workspace, keeper, self)
        """What else is known of each portal."""
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
        self._later: dict[str, Connection] = {}
        """The portals to be read after the run that goes on."""
        self._run = SideBySide(session, self)
        self._run.doing.connect(self._note_doing)
        self._run.succeeded.connect(self._take)
        self._run.failed.connect(self._fail)
        self._run.broken.connect(session.told)
        self._run.ended.connect(self._end)
        self.statuses.changed.connect(self._advance)
        checking.changed.connect(self._note_checks)

    @property
    def runs(self) -> bool:
        """Whether portals are being read or checked."""
        return self._run.runs

    @property
    def left(self) -> tuple[Connection, ...]:
        """Those of the portals that failed that are connected still, as they are called now."""
        failed = {one.identity for one in self.failed}
        return tuple(one for one in self._session.connections.all if one.identity in failed)

    def read(self, connections: Sequence[Connection]) -> None:
        """Reads these portals, some side by side; nothing while another run goes on."""
        desk, path = self._session.desk, self.layout
        self._start(Kind.READING, connections, lambda: _reading(desk, path))

    def read_soon(self, connections: Sequence[Connection]) -> None:
        """Reads these portals now, or as soon as the run that goes on is over."""
        if self.runs:
            self._later |= {one.identity: one for one in connections}
        else:
            self.read(connections)

    def check(self, connections: Sequence[Connection]) -> None:
        """Asks on these portals everything about why a widget would not show; nothing while another run goes on."""
        desk = self._session.desk
        self._start(Kind.CHECKING, connections, lambda: _checks(desk))

    def try_again(self) -> None:
        """Does again what failed in the last run."""
        (self.read if self.kind is Kind.READING else self.check)(self.left)

    def stop(self) -> None:
        """Gives up what is not done yet."""
        self._later.clear()
        self._run.give_up()

    def compare_with(self, layout: Path | None) -> None:
        """Holds every portal against this layout file from the next reading on; None against none."""
        self.stop()
        self.layout = layout
        for connection in self._session.connections.all:
            self.statuses.put(connection, plan=None, misfit=None)
        self.run_changed.emit()

    def _start(self, kind: Kind, connections: Sequence[Connection], begin: Begin) -> None:
        if self.runs or not connections:
            return
        self.kind, self.asked, self.done, self.failed = kind, tuple(connections), 0, ()
        self._run.start(self.asked, begin)
        self.run_changed.emit()

    def _note_doing(self, connection: Connection, what: Message) -> None:
        self.statuses.put(connection, doing=what)

    def _take(self, connection: Connection, found: Mapping[str, object] | tuple[Check, ...]) -> None:
        self.done += 1
        self._session.connections.note_quietly(connection, None, reads=self.kind is Kind.READING)
        if isinstance(found, Mapping):
            self.statuses.put(connection, doing=None, recalled=None, **found)
        else:
            self.statuses.put(connection, doing=None)
            self.checking.take(connection, found)

    def _fail(self, connection: Connection, problem: Problem) -> None:
        self.done += 1
        self.failed = (*self.failed, connection)
        self._session.connections.note_quietly(connection, problem)
        self.statuses.put(connection, doing=None)
        if self.kind is Kind.READING:  # the layout may have been another one before
            self.statuses.put(connection, plan=None, misfit=None)

    def _end(self) -> None:
        for connection in self.asked:
            self.statuses.put(connection, doing=None)
        self._session.connections.tell()
        self.statuses.tell()
        self.statuses.keep()
        self.statuses.look_on_disk()
        self.run_changed.emit()
        later = tuple(self._later.values())
        self._later.clear()
        self.read_soon(later)

    def _note_checks(self) -> None:
        """The open portal may have been checked on the page of checks."""
        if self._session.portal.connection is not None:
            self.statuses.tell_soon(self._session.portal.connection)

    def _advance(self) -> None:
        """So often as the table is told of news, and no more often, the run says how far it is."""
        if self.runs:
            self.run_changed.emit()


async def _reading(desk: Desk, path: Path | None) -> Work:
    """Reads the layout, then gives what is done for each portal."""
    planner = await LayoutGoal(path).planner() if path is not None else None

    async def read(connection: Connection, listener: Listener) -> Mapping[str, object]:
        """What becomes known, by the fields of a PortalStatus; what is not known stays as it was."""
        listener.say(message("reading…"))
        snapshot, drift = await desk.snapshot_with_drift(connection, listener, planner.wanted if planner else ())
        known: dict[str, object] = {"snapshot": snapshot, "drift": drift, "plan": None, "misfit": None}
        with suppress(BxdeskError, TimeoutError):
            known["unfinished"] = await left_unfinished(desk, connection)
        if planner is not None:
            try:
                known["plan"] = planner.plan(snapshot)
            except BxdeskError as error:  # it names what this portal has not
                known["misfit"] = error.problem
        return known

    return read


async def _checks(desk: Desk) -> Work:
    async def check(connection: Connection, listener: Listener) -> tuple[Check, ...]:
        listener.say(message("reading…"))
        return await desk.checks.run(connection, listener)

    return check
