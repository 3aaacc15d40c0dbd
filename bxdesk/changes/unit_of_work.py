"""A portal while nobody else changes it: read, plan, apply, recover and undo as one unit of work.

Rules that belong to every front end are here: who is no administrator changes nothing, nothing is planned from what
could not be read, and what was cut off is recovered before anything else is changed. What a proof has left goes first
of all, and nobody is asked.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager

import anyio
import anyio.to_thread

from bxdesk.accounts.connection import Connection
from bxdesk.changes import history, recovery
from bxdesk.changes.apply import carry_out
from bxdesk.changes.drift import confirm, drift
from bxdesk.changes.journal import JournalError, JournalFolder
from bxdesk.changes.journal_log import (
    JournalLog,
    close,
    half_way,
    now,
    still_half_way,
    with_conflicts,
    with_problem,
)
from bxdesk.changes.journal_reading import JournalContent, read_journal
from bxdesk.changes.journal_records import begin_of
from bxdesk.changes.recovery import OpenClient
from bxdesk.errors import BxdeskError, CancelledByPersonError, Problem, RemedyKind, remedy
from bxdesk.listener import Listener
from bxdesk.messages import message
from bxdesk.placements.drift import Drift
from bxdesk.placements.history import Purpose, Recovery, Undo, Unfinished
from bxdesk.placements.outcome import Outcome, OutcomeState, StepOutcome
from bxdesk.placements.plan import Plan
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.step_state import conflicts
from bxdesk.portal.errors import PortalError
from bxdesk.portal.steps import read_bindings

KEPT = 500
"""Journals of one portal and app. Their number decides, not their age: a clock that jumps must not delete any."""

TakeSnapshot = Callable[[Collection[str]], Awaitable[Snapshot]]
"""Reads the portal; takes the permissions that are wanted."""


class PortalChange:
    """One unit of work on one portal, from :meth:`bxdesk.desk.Desk.change`. All methods raise BxdeskError.

    What a method reads need not be read again before a plan made from it is applied.
    """

    def __init__(
        self,
        folder: JournalFolder,
        connection: Connection,
        open_client: OpenClient,
        take_snapshot: TakeSnapshot,
        listener: Listener,
    ) -> None:
        self._folder = folder
        self._connection = connection
        self._open_client = open_client
        self._take_snapshot = take_snapshot
        self._listener = listener
        self._read: Snapshot | None = None

    async def read(self, wanted: Collection[str] = ()) -> Snapshot:
        """The portal, to plan from; see :meth:`bxdesk.desk.Desk.snapshot`. Raises where nothing may be planned."""
        snapshot = await self._take_snapshot(wanted)
        snapshot.require_changeable()
        self._read = snapshot
        return snapshot

    async def unfinished(self) -> Unfinished | None:
        """What stands half-way after an apply that was cut off; None (as a rule without any request) without one."""
        found = await self._find()
        return None if found is None else found.shown()

    async def recover(self, how: Recovery) -> Outcome:
        """Finishes what was cut off, puts everything back or leaves it, and reads back."""
        found = await self._find()
        client = await self._open_client()
        self._read = None
        if found is None:
            return Outcome((), True, await recovery.fresh_snapshot(self._connection, client))
        return await recovery.recover(found, client, how, self._listener)

    async def undo_plan(self, entry_id: str | None = None) -> Undo | None:
        """The plan that takes back a history entry, or the last apply of which something stands; None without one."""
        undo = await history.undo(self._folder, self._connection, await self._open_client(), entry_id)
        if undo is not None:
            self._read = undo.snapshot
        return undo

    async def drift(self) -> Drift:
        """What somebody else has changed since bxdesk last changed the portal."""
        snapshot = self._read or await self.read()
        return await drift(self._folder, self._connection, snapshot.bindings)

    async def apply(self, plan: Plan, since: Snapshot | None = None, undoes: str | None = None) -> Outcome:
        """Carries a plan out under the journal, and reads back. ``undoes`` is the history entry that it takes back.

        ``since`` is what the plan was made from, where that was read before this unit of work. Bindings that others
        have changed since are left alone; their steps fail with ChangedMeanwhile. Raises when nothing was sent because
        the plan cannot be written down, or because an earlier one was cut off; all else stands in the outcome.
        """
        basis = since or self._read
        if basis is None:
            raise ValueError("a plan is made from a snapshot")
        if not plan.steps:
            if since is None and not await recovery.open_journals(self._folder, self._connection):
                await confirm(self._folder, self._connection, basis.bindings, now())
            return Outcome((), True, basis)
        basis.require_changeable()
        try:
            if await self._find() is not None:
                raise _recover_first(self._connection)
            here = basis if since is None else await self._as_it_is(since, plan)
        except (PortalError, CancelledByPersonError) as error:
            return nothing_done(plan, basis, error.problem)
        self._read = None
        return await self._carry_out(plan, here, undoes)

    @asynccontextmanager
    async def proof(self, plan: Plan) -> AsyncIterator[Outcome]:
        """Binds what stands for the length of the block alone; gives what came of that.

        It is taken away however the block ends. Where that fails (raises) or the process dies, the next unit of work
        begins with it. Raises before anything is sent when an apply was cut off, or when it cannot be written down.
        """
        if self._read is None:
            raise ValueError("a plan is made from a snapshot")
        if await self._find() is not None:
            raise _recover_first(self._connection)
        here, self._read = self._read, None
        client = await self._open_client()
        begin = begin_of(plan.steps, self._connection, Purpose.PROOF, None, now())
        journal = await self._folder.begin(self._connection, begin)
        try:
            yield await carry_out(client, here, plan, self._listener, JournalLog(journal))
        finally:
            with anyio.CancelScope(shield=True):
                await self.remove_proofs()

    async def remove_proofs(self) -> None:
        """Takes away what proofs have left; see :func:`bxdesk.changes.recovery.remove_proofs`."""
        await recovery.remove_proofs(self._folder, self._connection, self._open_client, self._listener)

    async def _carry_out(self, plan: Plan, here: Snapshot, undoes: str | None) -> Outcome:
        left_alone = conflicts(plan.steps, here.by_key)
        theirs = {one.step.key for one in left_alone}
        steps = tuple(step for step in plan.steps if step.key not in theirs)
        if not steps:
            return with_conflicts(Outcome((), True, here), left_alone, plan.steps)
        purpose = Purpose.APPLY if undoes is None else Purpose.UNDO
        begin = begin_of(steps, self._connection, purpose, undoes, now())
        journal = await self._folder.begin(self._connection, begin)
        outcome = await carry_out(await self._open_client(), here, Plan(steps), self._listener, JournalLog(journal))
        if outcome.verified:
            sent = ((one.step, one.state is not OutcomeState.SKIPPED) for one in outcome.steps)
            if half_way(sent, outcome.snapshot.by_key):
                outcome = with_problem(outcome, still_half_way())
            else:
                problem = await close(journal, outcome.snapshot.bindings, outcome.steps, outcome.problem)
                outcome = with_problem(outcome, problem)
                await forget_old(self._folder, self._connection)
        return with_conflicts(outcome, left_alone, plan.steps)

    async def _find(self) -> recovery.CutOff | None:
        return await recovery.find(self._folder, self._connection, self._open_client, self._listener)

    async def _as_it_is(self, snapshot: Snapshot, plan: Plan) -> Snapshot:
        """The snapshot with the bindings read again, where that is needed.

        A plan that only binds needs no reading: a portal refuses to bind a handler twice to one placement, and leaves
        what is bound there untouched. There is no such guard for taking a binding away.
        """
        if all(step.before is None for step in plan.steps):
            return snapshot
        return snapshot.with_bindings(await read_bindings(await self._open_client()))


def nothing_done(plan: Plan, snapshot: Snapshot, problem: Problem) -> Outcome:
    """The outcome of a plan that was not begun."""
    skipped = tuple(StepOutcome(step, OutcomeState.SKIPPED) for step in plan.steps)
    return Outcome(skipped, False, snapshot, problem)


def _recover_first(connection: Connection) -> BxdeskError:
    return BxdeskError(
        Problem(
            "unfinished",
            message("An earlier apply to {host} was cut off.", host=connection.name),
            message("What it left half-way must be finished or put back before anything else is changed there."),
            remedy(RemedyKind.RECOVER_FIRST),
        )
    )


_log = logging.getLogger(__name__)


async def forget_old(folder: JournalFolder, connection: Connection) -> None:
    """Deletes the oldest closed journals when there are too many. What fails here is no reason to stop.

    Whoever calls this has the portal's turn. An undo is newer than what it took back, so it is never deleted first.
    """
    try:
        oldest = (await folder.files(connection))[:-KEPT]
    except JournalError:
        return
    if not oldest:
        return

    def delete() -> None:
        for path in oldest:
            written = read_journal(path)
            if isinstance(written, JournalContent) and written.closed:
                path.unlink(missing_ok=True)

    try:
        await anyio.to_thread.run_sync(delete)
    except OSError as error:
        _log.warning("an old journal cannot be deleted: %s", error.strerror or type(error).__name__)
