"""Plans carried out so that nothing is lost: in turn, under a journal, on rows that are still what they were."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from bxdesk.changes import past, settling
from bxdesk.changes.apply import carry_out
from bxdesk.changes.closing import (
    JournalLog,
    close,
    half_way,
    now,
    rows_of,
    still_half_way,
    with_conflicts,
    with_problem,
)
from bxdesk.changes.drift import confirm, drift
from bxdesk.changes.journal import JournalFolder
from bxdesk.changes.owner import Owner
from bxdesk.changes.records import begin_of
from bxdesk.changes.retention import forget_old
from bxdesk.changes.turn import Turn, own_turn, turn_of
from bxdesk.errors import BxdeskError, CancelledByPersonError, Problem
from bxdesk.messages import Message, message
from bxdesk.placements.drift import Drift
from bxdesk.placements.history import History, Purpose, Settlement, Undo, Unfinished
from bxdesk.placements.outcome import Outcome, OutcomeState, Progress, StepOutcome
from bxdesk.placements.plan import Plan, Step
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.standing import conflicts
from bxdesk.portal.errors import PortalError
from bxdesk.portal.rest import RestClient
from bxdesk.portal.steps import read_rows
from bxdesk.portal.waiting import Stop, Tell, never, watched

Report = Callable[[Progress], None]


class Changes:
    """The changes of all portals, kept in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = JournalFolder(folder)

    def turn(self, owner: Owner) -> AbstractAsyncContextManager[Turn]:
        """The right to change a portal; see :func:`bxdesk.changes.turn.own_turn`."""
        return own_turn(self._folder.path, owner)

    async def apply(
        self,
        owner: Owner,
        client: RestClient,
        snapshot: Snapshot,
        plan: Plan,
        progress: Report,
        stop: Stop = never,
        undoes: str | None = None,
    ) -> Outcome:
        """Carries out a plan that was made from ``snapshot``. ``undoes`` is the history entry it takes back.

        Rows that are no longer what the plan was made from are left alone. Raises BxdeskError when nothing was sent
        because the plan cannot be written down, or because an earlier one was cut off and must be settled first.
        """
        if not plan.steps:
            turn = turn_of(owner)
            if turn is not None and _was_just_read(turn, snapshot) and not await self.anything_open(owner):
                await confirm(self._folder, owner, snapshot.bindings, now())
            return Outcome((), True, snapshot)
        try:
            with watched(_teller(progress, len(plan.steps)), stop):
                async with self.turn(owner) as turn:
                    if await settling.find(self._folder, owner, client) is not None:
                        raise _settle_first(owner)
                    return await self._in_turn(turn, owner, client, snapshot, plan, progress, stop, undoes)
        except CancelledByPersonError as error:
            return _nothing_done(plan, snapshot, error.problem)

    async def _in_turn(
        self,
        turn: Turn,
        owner: Owner,
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
        left_alone = conflicts(plan.steps, {row.key: row for row in here.bindings})
        steps = _without(plan.steps, {one.step.key for one in left_alone})
        if not steps:
            return with_conflicts(Outcome((), True, here), left_alone, plan.steps)
        purpose = Purpose.APPLY if undoes is None else Purpose.UNDO
        journal = await self._folder.begin(owner, begin_of(steps, owner, purpose, undoes, now()))
        outcome = await carry_out(client, here, Plan(steps), progress, stop, JournalLog(journal))
        if outcome.verified:
            sent = ((one.step, one.state is not OutcomeState.SKIPPED) for one in outcome.steps)
            if half_way(sent, rows_of(outcome)):
                outcome = with_problem(outcome, still_half_way())
            else:
                outcome = with_problem(outcome, await close(journal, rows_of(outcome), outcome.steps, outcome.problem))
                await forget_old(self._folder, owner)
        return with_conflicts(outcome, left_alone, plan.steps)

    async def anything_open(self, owner: Owner) -> bool:
        """Whether a journal does not say that it is settled; another bxdesk may be at work on it. Needs no network."""
        return bool(await settling.open_journals(self._folder, owner))

    async def damaged(self, owner: Owner) -> tuple[Problem, ...]:
        """What is wrong with journals that may be cut off, but cannot be read. Raises BxdeskError."""
        return await settling.open_problems(self._folder, owner)

    async def unfinished(self, owner: Owner, client: RestClient) -> Unfinished | None:
        """What stands half-way after an apply that was cut off. Raises BxdeskError."""
        async with self.turn(owner):
            found = await settling.find(self._folder, owner, client)
            return None if found is None else found.shown()

    async def settle(
        self, owner: Owner, client: RestClient, how: Settlement, progress: Report, stop: Stop = never
    ) -> Outcome:
        """Finishes what was cut off, puts everything back, or leaves it as it stands. Raises BxdeskError."""
        with watched(_teller(progress, 0), stop):
            async with self.turn(owner):
                found = await settling.find(self._folder, owner, client)
                if found is None:
                    return Outcome((), True, await settling.snapshot_with_rows(owner, client))
                return await settling.settle(found, client, how, progress, stop)

    async def history(self, owner: Owner | None = None) -> History:
        """What was applied (to one portal). Raises BxdeskError."""
        return await past.history(self._folder, owner)

    async def drift(self, owner: Owner, snapshot: Snapshot) -> Drift:
        """What somebody else has changed since bxdesk last changed the portal, of which ``snapshot`` was just taken.

        Whoever calls this has had the portal's turn since then. Raises JournalError.
        """
        return await drift(self._folder, owner, snapshot.bindings)

    async def undo(self, owner: Owner, client: RestClient, entry_id: str | None = None) -> Undo | None:
        """The plan that takes an apply back. Raises BxdeskError."""
        return await past.undo(self._folder, owner, client, entry_id)


async def _as_it_stands(turn: Turn, client: RestClient, snapshot: Snapshot, plan: Plan) -> Snapshot:
    """The snapshot with the rows read again, where that is needed; reading them just now in this turn is enough.

    A plan that only binds needs no reading: a portal refuses to bind a handler twice to one placement, and leaves
    what stands there untouched. There is no such guard for taking a row away.
    """
    if _was_just_read(turn, snapshot) or all(step.before is None for step in plan.steps):
        return snapshot
    return snapshot.with_bindings(await read_rows(client))


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


def _settle_first(owner: Owner) -> BxdeskError:
    return BxdeskError(
        Problem(
            "unfinished",
            message("An earlier apply to {host} was cut off.", host=owner.host),
            message("What it left half-way must be settled before anything else is changed there."),
            message("Finish it, or put back what stood there before."),
        )
    )
