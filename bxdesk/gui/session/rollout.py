"""Changes on their way to many portals: planned for each, looked at, applied side by side."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.errors import CANCELLED, BxdeskError, CancelledByPersonError, Problem
from bxdesk.gui.session.goals import Goal
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.side_by_side import SideBySide, Work
from bxdesk.gui.session.unfinished_work import cut_off, left_unfinished
from bxdesk.listener import Listener
from bxdesk.messages import Message, message

if TYPE_CHECKING:
    from bxdesk.desk import Desk
    from bxdesk.placements.outcome import Outcome
    from bxdesk.placements.plan import Plan
    from bxdesk.placements.snapshot import Snapshot


class Stage(Enum):
    """How far a rollout is."""

    PLANNING = "planning"
    REVIEW = "review"
    APPLYING = "applying"
    DONE = "done"


@dataclass(slots=True)
class PortalRollout:
    """One portal on its way: what was read and planned there, what came of it, or the problem that it came to.

    ``title`` is what to call it among the others, ``cautions`` are what speaks against the plan.
    """

    connection: Connection
    title: str = ""
    snapshot: Snapshot | None = None
    plan: Plan | None = None
    cautions: tuple[Problem, ...] = ()
    outcome: Outcome | None = None
    problem: Problem | None = None
    doing: Message | None = None

    @property
    def has_steps(self) -> bool:
        """Whether anything is to be changed."""
        return self.plan is not None and bool(self.plan.steps)

    @property
    def has_failed(self) -> bool:
        """Whether it has not become what it was to become, for all that was tried."""
        undone = self.outcome is not None and not self.outcome.is_complete
        return self.problem is not None or undone

    @property
    def was_stopped(self) -> bool:
        """Whether that is so because the person stopped it, and for no other reason."""
        stopped = self.outcome is not None and self.outcome.was_stopped
        return stopped or (self.problem is not None and self.problem.code == CANCELLED)


Known = Mapping[str, "Snapshot"]
"""Portals as they were read just now, by the identities of the connections."""
_NOTHING: Known = MappingProxyType({})


class Rollout(QObject):
    """Portals with their plans. What failed can be planned and applied again alone."""

    changed = Signal(object)
    """The numbers of the portals of which something else is to be shown."""
    stage_changed = Signal()

    def __init__(
        self,
        session: Session,
        goal: Goal,
        connections: Sequence[Connection],
        known: Known = _NOTHING,
        parent: QObject | None = None,
    ) -> None:
        """Those that are ``known`` are not read again for the first plans."""
        super().__init__(parent)
        self._session = session
        self.goal = goal
        """What the portals are to become."""
        self.stage = Stage.PLANNING
        self.problem: Problem | None = None
        """What kept all portals from being planned, as a layout that cannot be read."""
        self.portals: list[PortalRollout] = []
        self.done = 0
        """How many portals the run is through with."""
        self.total = 0
        """How many it is about."""
        self.touched: dict[str, Connection] = {}
        """The portals that anything was sent to, by the identities of the connections."""
        self._run = SideBySide(session, self)
        self._run.doing.connect(self._note_doing)
        self._run.succeeded.connect(self._take)
        self._run.failed.connect(self._fail)
        self._run.advanced.connect(self._tell)
        self._run.broken.connect(self._break)
        self._run.ended.connect(self._end)
        self._connections = tuple(connections)
        self._known = known

    @property
    def runs(self) -> bool:
        """Whether portals are being read or changed."""
        return self._run.runs

    @property
    def failed(self) -> tuple[Connection, ...]:
        """The portals that have not become what they were to become, for all that was tried."""
        return tuple(one.connection for one in self.portals if one.has_failed)

    def plan(self, connections: Sequence[Connection] = ()) -> None:
        """Plans for these portals (or all); the others are none of it any more."""
        self._connections = tuple(connections) or self._connections
        self.problem = None
        title = self._session.connections.title
        self.portals = [PortalRollout(connection, title(connection)) for connection in self._connections]
        desk, goal, known = self._session.desk, self.goal, self._known
        self._known = _NOTHING
        self._begin(Stage.PLANNING, self._connections)
        self._run.start(self._connections, lambda: _planning(desk, goal, known))

    def aim_at(self, goal: Goal) -> None:
        """Plans for something else, from what was read."""
        self.goal = goal
        self._known = {one.connection.identity: one.snapshot for one in self.portals if one.snapshot is not None}
        self.plan()

    def apply(self) -> None:
        """Carries the plans out that were shown."""
        wanted = {one.connection.identity: one for one in self.portals if one.has_steps and one.problem is None}
        connections = tuple(one.connection for one in wanted.values())
        self.touched |= {one.identity: one for one in connections}
        plans = {identity: (one.snapshot, one.plan) for identity, one in wanted.items()}
        self._begin(Stage.APPLYING, connections)
        self._run.start(connections, lambda: _applying(self._session.desk, plans))

    def stop(self) -> None:
        """Gives up reading at once; changes that are on their way come to their end first."""
        if self.stage is Stage.PLANNING:
            self._run.give_up()
        else:
            self._run.stop()

    def _begin(self, stage: Stage, connections: Sequence[Connection]) -> None:
        self.stage, self.done, self.total = stage, 0, len(connections)
        self._places = {one.connection.identity: number for number, one in enumerate(self.portals)}
        self.stage_changed.emit()

    def _portal(self, connection: Connection) -> PortalRollout:
        return self.portals[self._places[connection.identity]]

    def _note_doing(self, connection: Connection, what: Message) -> None:
        self._portal(connection).doing = what

    def _take(self, connection: Connection, value: tuple[Snapshot, Plan, tuple[Problem, ...]] | Outcome) -> None:
        portal = self._portal(connection)
        if isinstance(value, tuple):
            portal.snapshot, portal.plan, portal.cautions = value
        else:
            portal.outcome = value
        self._finish(portal)

    def _fail(self, connection: Connection, problem: Problem) -> None:
        portal = self._portal(connection)
        portal.problem = problem
        self._finish(portal)

    def _finish(self, portal: PortalRollout) -> None:
        portal.doing = None
        self.done += 1

    def _tell(self, identities: Collection[str]) -> None:
        self.changed.emit({self._places[one] for one in identities})

    def _break(self, problem: Problem) -> None:
        self.problem = problem

    def _end(self) -> None:
        left = {number for number, portal in enumerate(self.portals) if portal.doing is not None}
        for number in left:
            self.portals[number].doing = None
        self.changed.emit(left)
        self.stage = Stage.REVIEW if self.stage is Stage.PLANNING else Stage.DONE
        self.stage_changed.emit()


async def _planning(desk: Desk, goal: Goal, known: Known) -> Work:
    from bxdesk.placements.cautions import review_cautions

    planner = await goal.planner()

    async def plan(connection: Connection, listener: Listener) -> object:
        snapshot = known.get(connection.identity)
        if snapshot is None:
            listener.say(message("reading…"))
            snapshot = await desk.snapshot(connection, listener, planner.wanted)
        snapshot.require_changeable()
        with suppress(TimeoutError):  # applying says so too
            if (left := await left_unfinished(desk, connection)) is not None:
                raise BxdeskError(cut_off(left))  # before anybody thinks that it could be changed
        made = planner.plan(snapshot)
        return snapshot, made, review_cautions(made, snapshot)

    return plan


async def _applying(desk: Desk, plans: dict[str, tuple[Snapshot | None, Plan | None]]) -> Work:
    async def apply(connection: Connection, listener: Listener) -> object:
        snapshot, plan = plans[connection.identity]
        if snapshot is None or plan is None:
            raise ValueError("what is applied was planned")
        if listener.is_cancelled():
            raise CancelledByPersonError
        listener.say(message("sending changes…"))
        return await desk.apply(connection, snapshot, plan, listener)

    return apply
