"""Plans carried out so that nothing is lost: in turn, under a journal, on bindings that are still what they were."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from bxdesk.accounts.connection import Connection
from bxdesk.changes import history, recovery
from bxdesk.changes.apply import carry_out
from bxdesk.changes.drift import confirm, drift
from bxdesk.changes.journal import JournalFolder
from bxdesk.changes.journal_log import (
    JournalLog,
    close,
    half_way,
    now,
    still_half_way,
    with_conflicts,
    with_problem,
)
from bxdesk.changes.journal_records import begin_of
from bxdesk.changes.portal_lock import Turn, portal_lock, turn_of
from bxdesk.changes.retention import forget_old
from bxdesk.errors import BxdeskError, CancelledByPersonError, Problem, RemedyKind, remedy
from bxdesk.messages import Message, message
from bxdesk.placements.drift import Drift
from bxdesk.placements.history import History, Purpose, Recovery, Undo, Unfinished
from bxdesk.placements.outcome import Outcome, OutcomeState, Progress, StepOutcome
from bxdesk.placements.plan import Plan, Step
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.step_state import conflicts
from bxdesk.portal.errors import PortalError
from bxdesk.portal.rest import RestClient
from bxdesk.portal.steps import read_bindings
from bxdesk.portal.waiting import Stop, Tell, never, watched

Report = Callable[[Progress], None]


class Changes:
    """The changes of all portals, kept in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = JournalFolder(folder)

    def lock(self, connection: Connection) -> AbstractAsyncContextManager[Turn]:
        """The right to change a portal; see :func:`bxdesk.changes.portal_lock.portal_lock`."""
        return portal_lock(self._folder.path, connection)

    async def apply(
        self,
        connection: Connection,
        client: RestClient,
        snapshot: Snapshot,
        plan: Plan,
        progress: Report,
        stop: Stop = never,
        undoes: str | None = None,
    ) -> Outcome:
        """Carries out a plan that was made from ``snapshot``. ``undoes`` is the history entry it takes back.

        Bindings that are no longer what the plan was made from are left alone. Raises BxdeskError when nothing was sent
        because the plan cannot be written down, or because an earlier one was cut off and must be settled first.
        """
        if not plan.steps:
            turn = turn_of(connection)
            if turn is not None and _was_just_read(turn, snapshot) and not await self.anything_open(connection):
                await confirm(self._folder, connection, snapshot.bindings, now())
            return Outcome((), True, snapshot)
        try:
            with watched(_teller(progress, len(plan.steps)), stop):
                async with self.lock(connection) as turn:
                    if await recovery.find(self._folder, connection, client) is not None:
                        raise _settle_first(connection)
                    return await self._in_turn(turn, connection, client, snapshot, plan, progress, stop, undoes)
        except CancelledByPersonError as error:
            return _nothing_done(plan, snapshot, error.problem)

    async def _in_turn(
        self,
        turn: Turn,
        connection: Connection,
        client: RestClient,
        snapshot: Snapshot,
        plan: Plan,
        progress: Report,
        stop: Stop,
        undoes: str | None,
    ) -> Outcome:
        try:
            here = await _as_it_stands(turn, client, snapshot, plan)
        except PortalError as error:
            return _nothing_done(plan, snapshot, error.problem)
        left_alone = conflicts(plan.steps, here.by_key)
        steps = _without(plan.steps, {one.step.key for one in left_alone})
        if not steps:
            return with_conflicts(Outcome((), True, here), left_alone, plan.steps)
        purpose = Purpose.APPLY if undoes is None else Purpose.UNDO
        journal = await self._folder.begin(connection, begin_of(steps, connection, purpose, undoes, now()))
        outcome = await carry_out(client, here, Plan(steps), progress, stop, JournalLog(journal))
        if outcome.verified:
            sent = ((one.step, one.state is not OutcomeState.SKIPPED) for one in outcome.steps)
            if half_way(sent, outcome.snapshot.by_key):
                outcome = with_problem(outcome, still_half_way())
            else:
                problem = await close(journal, outcome.snapshot.bindings, outcome.steps, outcome.problem)
                outcome = with_problem(outcome, problem)
                await forget_old(self._folder, connection)
        return with_conflicts(outcome, left_alone, plan.steps)

    async def anything_open(self, connection: Connection) -> bool:
        """Whether a journal does not say that it is settled; another bxdesk may be at work on it. Needs no network."""
        return bool(await recovery.open_journals(self._folder, connection))

    async def damaged(self, connection: Connection) -> tuple[Problem, ...]:
        """What is wrong with journals that may be cut off, but cannot be read. Raises BxdeskError."""
        return await recovery.open_problems(self._folder, connection)

    async def unfinished(self, connection: Connection, client: RestClient) -> Unfinished | None:
        """What stands half-way after an apply that was cut off. Raises BxdeskError."""
        async with self.lock(connection):
            found = await recovery.find(self._folder, connection, client)
            return None if found is None else found.shown()

    async def recover(
        self, connection: Connection, client: RestClient, how: Recovery, progress: Report, stop: Stop = never
    ) -> Outcome:
        """Finishes what was cut off, puts everything back, or leaves it as it stands. Raises BxdeskError."""
        with watched(_teller(progress, 0), stop):
            async with self.lock(connection):
                found = await recovery.find(self._folder, connection, client)
                if found is None:
                    return Outcome((), True, await recovery.fresh_snapshot(connection, client))
                return await recovery.recover(found, client, how, progress, stop)

    async def history(self, connection: Connection | None = None) -> History:
        """What was applied (to one portal). Raises BxdeskError."""
        return await history.history(self._folder, connection)

    async def drift(self, connection: Connection, snapshot: Snapshot) -> Drift:
        """What somebody else has changed since bxdesk last changed the portal, of which ``snapshot`` was just taken.

        Whoever calls this has had the portal's turn since then. Raises JournalError.
        """
        return await drift(self._folder, connection, snapshot.bindings)

    async def undo(self, connection: Connection, client: RestClient, entry_id: str | None = None) -> Undo | None:
        """The plan that takes an apply back. Raises BxdeskError."""
        return await history.undo(self._folder, connection, client, entry_id)


async def _as_it_stands(turn: Turn, client: RestClient, snapshot: Snapshot, plan: Plan) -> Snapshot:
    """The snapshot with the bindings read again, where that is needed; reading them just now in this turn is enough.

    A plan that only binds needs no reading: a portal refuses to bind a handler twice to one placement, and leaves
    what stands there untouched. There is no such guard for taking a binding away.
    """
    if _was_just_read(turn, snapshot) or all(step.before is None for step in plan.steps):
        return snapshot
    return snapshot.with_bindings(await read_bindings(client))


def _was_just_read(turn: Turn, snapshot: Snapshot) -> bool:
    return any(read is snapshot for read in turn.read)


def _without(steps: tuple[Step, ...], keys: set[object]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step.key not in keys)


def _nothing_done(plan: Plan, snapshot: Snapshot, problem: Problem) -> Outcome:
    skipped = tuple(StepOutcome(step, OutcomeState.SKIPPED) for step in plan.steps)
    return Outcome(skipped, False, snapshot, problem)


def _teller(progress: Report, total: int) -> Tell:
    def tell(text: Message) -> None:
        progress(Progress(0, total, text))

    return tell


def _settle_first(connection: Connection) -> BxdeskError:
    return BxdeskError(
        Problem(
            "unfinished",
            message("An earlier apply to {host} was cut off.", host=connection.name),
            message("What it left half-way must be settled before anything else is changed there."),
            remedy(RemedyKind.RECOVER_FIRST),
        )
    )
