"""The widgets of many portals on their way to another server: what is read there, and what two addresses come to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.side_by_side import SideBySide, Work
from bxdesk.listener import Listener
from bxdesk.messages import message

if TYPE_CHECKING:
    from bxdesk.desk import Desk
    from bxdesk.errors import Problem
    from bxdesk.gui.background.tasks import Task
    from bxdesk.placements.moving import Move
    from bxdesk.placements.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class FoundMoves:
    """By the identities of the connections, the moves of each portal's widgets; see ``by_widget`` of moving.

    ``doubt`` is what is probably a slip.
    """

    widgets: Mapping[str, tuple[tuple[Move, ...], ...]]
    doubt: Problem | None = None

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves of all portals, one after the other."""
        return tuple(one for widgets in self.widgets.values() for widget in widgets for one in widget)


class ServerMove(QObject):
    """Reads the portals once; what comes of other addresses is found out in the background."""

    advanced = Signal(object)
    """The numbers of other portals that were read, or could not be."""
    ready = Signal(object)
    """Reading has ended: the origins that occur, the commonest first."""
    found = Signal(object)
    """The FoundMoves for what was asked last."""

    def __init__(self, session: Session, connections: Sequence[Connection], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self.connections = tuple(connections)
        self.titles = tuple(map(session.connections.title, connections))
        """What to call each of them among the others."""
        self._places = {one.identity: number for number, one in enumerate(self.connections)}
        self.read: dict[str, Snapshot] = {}
        """By the identities of the connections."""
        self.problems: dict[str, Problem] = {}
        """Why the others were not read."""
        self._run = SideBySide(session, self)
        self._run.succeeded.connect(self._take)
        self._run.failed.connect(self._fail)
        self._run.advanced.connect(self._tell)
        self._run.ended.connect(self._end)

    def begin(self) -> None:
        """Reads the portals side by side; ``advanced`` counts them."""
        desk = self._session.desk
        self._run.start(self.connections, lambda: _reading(desk))

    def look(self, before: str, after: str) -> None:
        """Finds out what comes of another beginning of addresses; what was asked before is not wanted any more."""
        if self._task is not None:
            self._task.drop()
        task = self._task = self._session.task()
        task.succeeded.connect(self._take_found)
        task.start(_moves, dict(self.read), before, after)

    def stop(self) -> None:
        """Gives up whatever runs."""
        self._run.give_up()
        if self._task is not None:
            self._task.drop()
            self._task = None

    def _take(self, connection: Connection, snapshot: Snapshot) -> None:
        self.read[connection.identity] = snapshot

    def _fail(self, connection: Connection, problem: Problem) -> None:
        self.problems[connection.identity] = problem

    def _tell(self, identities: Collection[str]) -> None:
        self.advanced.emit({self._places[one] for one in identities})

    def _end(self) -> None:
        if len(self.read) + len(self.problems) < len(self.connections):
            return  # it was given up
        task = self._task = self._session.task()
        task.succeeded.connect(self.ready)
        task.start(_origins, dict(self.read))

    def _take_found(self, found: FoundMoves) -> None:
        self._task = None
        self.found.emit(found)


async def _reading(desk: Desk) -> Work:
    async def read(connection: Connection, listener: Listener) -> Snapshot:
        listener.say(message("reading…"))
        snapshot = await desk.snapshot(connection, listener)
        snapshot.require_changeable()
        return snapshot

    return read


async def _origins(portals: Mapping[str, Snapshot]) -> tuple[str, ...]:
    from bxdesk.placements.moving import origins_of

    return origins_of(row for snapshot in portals.values() for row in snapshot.bindings)


async def _moves(portals: Mapping[str, Snapshot], before: str, after: str) -> FoundMoves:
    from anyio.lowlevel import checkpoint

    from bxdesk.placements.moving import by_widget, moves, shape_warning

    widgets: dict[str, tuple[tuple[Move, ...], ...]] = {}
    doubt: Problem | None = None
    for identity, snapshot in portals.items():
        await checkpoint()  # the next key may have been pressed
        if before and (found := moves(snapshot.bindings, before, after, snapshot)):
            widgets[identity] = by_widget(found)
            doubt = doubt or shape_warning(before, after, snapshot.bindings)
    return FoundMoves(widgets, doubt)
