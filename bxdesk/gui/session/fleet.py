"""All connected portals together: what is known of each, and reading many of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.errors import BxdeskError, Problem
from bxdesk.gui.session.draft_keeper import DraftKeeper
from bxdesk.gui.session.goals import LayoutGoal
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.side_by_side import SideBySide, Work
from bxdesk.listener import Listener
from bxdesk.messages import Message, message

if TYPE_CHECKING:
    from bxdesk.desk import Desk
    from bxdesk.placements.drift import Drift
    from bxdesk.placements.plan import Plan

_SOON = 50
"""Milliseconds for which news are gathered: the table is told once for all of them."""


@dataclass(frozen=True, slots=True)
class PortalStatus:
    """What is known of one portal beside its state.

    ``waiting`` places are changed by its draft. ``drifted`` bindings were changed by others since bxdesk last changed
    it (None where nobody looked, or bxdesk never did), ``doing`` is what is going on there right now. ``plan`` leads to
    the layout that it is held against; ``misfit`` says why none does.
    """

    waiting: int = 0
    drifted: int | None = None
    doing: Message | None = None
    plan: Plan | None = None
    misfit: Problem | None = None


@dataclass(frozen=True, slots=True)
class _Look:
    """What was read of a portal."""

    drift: Drift
    plan: Plan | None = None
    misfit: Problem | None = None


class Fleet(QObject):
    """Keeps what was found as long as the window is open. At most one reading of many portals runs at a time."""

    changed = Signal(object)
    """The identities of connections of which something else is known."""
    run_changed = Signal()
    """A run begins, goes on or ends."""

    def __init__(self, session: Session, keeper: DraftKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = keeper
        self._known: dict[str, PortalStatus] = {}
        self._news: set[str] = set()
        self.layout: Path | None = None
        """The layout file that portals are held against."""
        self.done = 0
        """How many portals of the last run were read, or could not be."""
        self.failed: tuple[Connection, ...] = ()
        """The portals of the last run that could not be read."""
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
        session.portal.was_read.connect(self._note_open)

    @property
    def runs(self) -> bool:
        """Whether portals are being read."""
        return self._run.runs

    def status(self, connection: Connection) -> PortalStatus:
        """What is known of a portal."""
        return self._known.get(connection.identity, _NOTHING)

    def read(self, connections: Sequence[Connection]) -> None:
        """Reads these portals, some side by side; nothing while others are being read."""
        if self.runs or not connections:
            return
        self.asked, self.done, self.failed = tuple(connections), 0, ()
        desk, path = self._session.desk, self.layout
        self._run.start(self.asked, lambda: _reading(desk, path))
        self.run_changed.emit()

    def stop(self) -> None:
        """Gives up what is not read yet."""
        self._run.give_up()

    def hold_against(self, layout: Path | None) -> None:
        """Holds every portal against this layout file from the next reading on; None against none."""
        self.stop()
        self.layout = layout
        for connection in self._session.connections.all:
            self._set(connection, plan=None, misfit=None)
        self.run_changed.emit()

    def put_into_group(self, connections: Sequence[Connection], group: str) -> None:
        """Puts connections into a group of the person's own, out of any other; an empty one is none."""
        task = self._session.task()
        task.succeeded.connect(self._take_group)
        task.failed.connect(self._session.told)
        task.start(_put_into_group, self._session.desk, tuple(connections), group)

    def look_for_drafts(self) -> None:
        """Counts what waits in the drafts."""
        identities = [connection.identity for connection in self._session.connections.all]
        task = self._session.task()
        task.succeeded.connect(self._take_drafts)
        task.failed.connect(self._session.told)
        task.start(self._session.desk.drafts.waiting, identities)

    def _take_group(self, changed: tuple[Connection, ...]) -> None:
        self._session.take_changed(*changed)

    def _take_drafts(self, kept: dict[str, int]) -> None:
        for connection in self._session.connections.all:
            own = self._keeper.waiting(connection.identity)
            self._set(connection, waiting=kept.get(connection.identity, 0) if own is None else own)

    def _note_open(self) -> None:
        """The open portal was read, without a look at what drifted there."""
        if self._session.portal.connection is not None:
            self._set(self._session.portal.connection, drifted=None, plan=None, misfit=None)

    def _note_doing(self, connection: Connection, what: Message) -> None:
        self._set(connection, doing=what)

    def _take(self, connection: Connection, look: _Look) -> None:
        self.done += 1
        self._session.connections.note_quietly(connection, None)
        drifted = len(look.drift.changes) if look.drift.since is not None else None
        self._set(connection, doing=None, drifted=drifted, plan=look.plan, misfit=look.misfit)

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
        self.run_changed.emit()

    def _set(self, connection: Connection, **changes: object) -> None:
        before = self.status(connection)
        after = replace(before, **changes)  # type: ignore[arg-type]
        if after != before:
            self._known[connection.identity] = after
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
            return _Look(drift)
        try:
            return _Look(drift, planner.plan(snapshot))
        except BxdeskError as error:  # it names what this portal has not
            return _Look(drift, misfit=error.problem)

    return read


async def _put_into_group(desk: Desk, connections: Sequence[Connection], group: str) -> tuple[Connection, ...]:
    return tuple([await desk.accounts.put_into_group(connection, group) for connection in connections])
