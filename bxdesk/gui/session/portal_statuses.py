"""What is known of each connected portal: what was read there, what waits, what drifted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.gui.session.connections import KnownConnection
from bxdesk.gui.session.draft_keeper import DraftKeeper
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.unfinished_work import cut_off
from bxdesk.gui.session.workspace import Workspace
from bxdesk.storage.portal_looks import PortalLook

if TYPE_CHECKING:
    from bxdesk.errors import Problem
    from bxdesk.gui.session.open_portal import OpenPortal
    from bxdesk.messages import Message
    from bxdesk.placements.draft import PlaceChange
    from bxdesk.placements.drift import Drift
    from bxdesk.placements.history import HistoryEntry
    from bxdesk.placements.plan import Plan
    from bxdesk.placements.snapshot import Snapshot

_SOON = 50
"""Milliseconds for which news are gathered: the table is told once for all of them."""


@dataclass(frozen=True, slots=True)
class PortalStatus:
    """What is known of one portal beside its state.

    ``snapshot`` is what was last read. ``waiting`` places are changed by its draft. ``drift`` is None where nobody
    looked, ``doing`` is what is going on there right now. ``plan`` leads to the layout that it is held against;
    ``misfit`` says why none does. ``unfinished`` is an apply that was cut off there, ``recalled`` what an earlier
    window knew.
    """

    snapshot: Snapshot | None = None
    waiting: tuple[PlaceChange, ...] = ()
    drift: Drift | None = None
    doing: Message | None = None
    plan: Plan | None = None
    misfit: Problem | None = None
    unfinished: HistoryEntry | None = None
    recalled: PortalLook | None = None

    @property
    def differs(self) -> bool:
        """Whether the portal is known not to hold what the layout says, or cannot hold it."""
        return self.misfit is not None or (self.plan is not None and bool(self.plan.steps))

    @property
    def drifted(self) -> int:
        """How many bindings others had changed since bxdesk last changed the portal, when somebody last looked."""
        known = self.drift or (self.recalled.drift if self.recalled is not None else None)
        return len(known.changes) if known is not None else 0


class PortalStatuses(QObject):
    """Keeps it as long as the window is open; when each portal was read is left to the next window as well."""

    changed = Signal(object)
    """The identities of connections of which something else is known."""

    def __init__(
        self, session: Session, workspace: Workspace, keeper: DraftKeeper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = keeper
        self._known: dict[str, PortalStatus] = {}
        self._news: set[str] = set()
        self._taken: dict[str, Snapshot] = {}
        """What was last taken from each portal that was open."""
        self._has_recalled = False
        """What an earlier window knew may be replaced only once it is known."""
        self._has_looked = False
        """Nobody looks at the disk before somebody has asked for it."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
        self._timer.timeout.connect(self.tell)
        workspace.snapshot_taken.connect(self._note_open)
        session.portals.looked.connect(self._note_unfinished)
        session.listed.connect(self._look)
        for portal in session.portals.opened:
            self._take(portal)
            self._note_unfinished(portal)

    def of(self, connection: Connection) -> PortalStatus:
        """What is known of a portal."""
        return self._known.get(connection.identity, _NOTHING)

    def put(self, connection: Connection, **changes: object) -> None:
        """Takes what else is known, field by field."""
        before = self.of(connection)
        after = replace(before, **changes)  # type: ignore[arg-type]
        if after != before:
            self._known[connection.identity] = after
            self.tell_soon(connection)

    def expire(self, connection: Connection) -> None:
        """A portal was changed: what was read before does not hold any more."""
        self.put(connection, snapshot=None, drift=None, plan=None, misfit=None, recalled=None)

    def tell_soon(self, connection: Connection) -> None:
        """There is something else to show of a portal."""
        self._news.add(connection.identity)
        if not self._timer.isActive():
            self._timer.start()

    def tell(self) -> None:
        """Tells of all news now."""
        self._timer.stop()
        news, self._news = frozenset(self._news), set()
        self.changed.emit(news)

    def recall(self) -> None:
        """Finds out what an earlier window knew."""
        task = self._session.task()
        task.succeeded.connect(self._recall)
        task.start(self._session.desk.looks.read)

    def look_on_disk(self) -> None:
        """Looks at what other windows write as well: the connections, drafts that wait, journals that were cut off."""
        self._has_looked = True
        self._session.reload_connections(quietly=True)

    def _look(self) -> None:
        """Looks at the rest for the connections that there are by now."""
        if not self._has_looked:
            return
        connections = self._session.connections.all
        drafts, journals = self._session.task(), self._session.task()
        drafts.succeeded.connect(partial(self._take_drafts, connections))
        drafts.failed.connect(self._session.told)
        drafts.start(self._session.desk.drafts.waiting, [one.identity for one in connections])
        journals.succeeded.connect(self._take_cut_off)
        journals.start(self._session.desk.cut_off_applies, connections)

    def _take_drafts(self, asked: Sequence[Connection], kept: dict[str, tuple[PlaceChange, ...]]) -> None:
        for connection in asked:
            own = self._keeper.waiting(connection.identity)
            self.put(connection, waiting=kept.get(connection.identity, ()) if own is None else own)

    def _take_cut_off(self, known: dict[str, HistoryEntry | None]) -> None:
        for connection in self._session.connections.all:
            if connection.identity in known:
                self.put(connection, unfinished=known[connection.identity])
        for portal in self._session.portals.opened:
            if portal.connection is None or portal.snapshot is None or portal.identity not in known:
                continue
            work = portal.unfinished_work
            if (work.unfinished is None) is not (known[portal.identity] is None):
                work.look(self._session.desk, portal.connection)

    def _note_open(self) -> None:
        """The open portal was read or changed."""
        self._take(self._session.portal)
        self.keep()

    def _take(self, portal: OpenPortal) -> None:
        """Takes what was read of an open portal, unless it is only shown again.

        Where it is as it was, so is what was found out about it; else nobody looked at what drifted yet. A snapshot
        without the bindings, which its user may not see, says nothing about them.
        """
        connection, snapshot = portal.connection, portal.snapshot
        if connection is None or snapshot is None or snapshot.bindings_unread is not None:
            return
        if self._taken.get(connection.identity) is not snapshot:
            self._taken[connection.identity] = snapshot
            if snapshot != self.of(connection).snapshot:
                self.put(connection, drift=None, plan=None, misfit=None)
            self.put(connection, snapshot=snapshot, recalled=None)

    def _note_unfinished(self, portal: OpenPortal) -> None:
        """What was cut off on an open portal was found, or settled."""
        if portal.connection is not None:
            found = portal.unfinished_work.unfinished
            self.put(portal.connection, unfinished=None if found is None else found.entry)

    def _recall(self, looks: dict[str, PortalLook]) -> None:
        """Takes what an earlier window knew, where this one knows nothing yet."""
        self._has_recalled = True
        for connection in self._session.connections.all:
            look = looks.get(connection.identity)
            if look is not None and self.of(connection).snapshot is None:
                self._session.connections.recall(connection, look.read)
                self.put(connection, recalled=look)
        self.keep()

    def keep(self) -> None:
        """Leaves to later windows when each portal was read, and what had drifted there; not what they left to it."""
        if not self._has_recalled:
            return
        looks: dict[str, PortalLook] = {}
        for connection in self._session.connections.all:
            read, status = self._session.connections.known(connection).read, self.of(connection)
            if read is not None and status.recalled is None:
                looks[connection.identity] = PortalLook(read, status.drift)
        self._session.task().start(self._session.desk.looks.keep, looks)


_NOTHING = PortalStatus()


def portal_problems(known: KnownConnection, status: PortalStatus) -> tuple[Problem, ...]:
    """What is to be done something about: what was cut off there, and what the last reading came to."""
    left = cut_off(status.unfinished) if status.unfinished is not None else None
    return tuple(problem for problem in (left, known.problem) if problem is not None)
