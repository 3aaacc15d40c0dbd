"""An apply that was cut off: what stands half-way, and how it is finished, put back or left.

The journal says what was to be done and what stood there before; the portal says what stands there now. About what a
proof has left nobody is asked: it is bxdesk's own, and goes.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import anyio.to_thread

from bxdesk.accounts.connection import Connection
from bxdesk.changes.apply import carry_out
from bxdesk.changes.journal import Journal, JournalFolder, is_closed
from bxdesk.changes.journal_log import (
    JournalLog,
    close,
    half_way,
    states_of,
    still_half_way,
    with_conflicts,
    with_problem,
)
from bxdesk.changes.journal_log import now as current_time
from bxdesk.changes.journal_reading import JournalContent, read_journal, read_journals
from bxdesk.changes.journal_records import Recovering
from bxdesk.changes.portal_lock import portal_lock
from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.listener import FailFastListener, Listener, UncancellableListener
from bxdesk.messages import Message, message
from bxdesk.placements.history import HistoryEntry, Recovery, Unfinished, UnfinishedStep
from bxdesk.placements.outcome import Outcome
from bxdesk.placements.plan import Step
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.step_state import StepState, Target, binding_for, recovery_plan, slots_of, step_state
from bxdesk.portal.rest import RestClient
from bxdesk.portal.snapshot import take_snapshot
from bxdesk.portal.steps import read_bindings

OpenClient = Callable[[], Awaitable[RestClient]]
"""Opens the session of the portal, when it is needed."""

_TARGETS = {Recovery.FINISH: Target.AFTER, Recovery.PUT_BACK: Target.BEFORE}


@dataclass(frozen=True, slots=True)
class CutOff:
    """A journal without an end, held against the portal."""

    written: JournalContent
    snapshot: Snapshot

    @property
    def steps(self) -> tuple[tuple[Step, bool], ...]:
        """The journal's steps, each with whether it was sent.

        The slots of a proof are nobody else's: whatever stands there is what was bound, also if a portal made
        something else of it.
        """
        steps = self.written.steps
        if self.written.is_proof:
            steps = tuple(replace(step, after=binding_for(step, self.snapshot.by_key) or step.after) for step in steps)
        return tuple((step, self.written.was_sent(step)) for step in steps)

    def shown(self) -> Unfinished:
        """The same for people."""
        bindings = self.snapshot.by_key
        steps = tuple(
            UnfinishedStep(step, step_state(step, bindings, sent=sent), binding_for(step, bindings))
            for step, sent in self.steps
        )
        return Unfinished(self.written.entry(), self.snapshot, steps)


async def open_journals(folder: JournalFolder, connection: Connection) -> list[JournalContent]:
    """The journals of a portal and app that are not closed, newest first; damaged ones hold nothing up."""
    return [written for written in await _read_open(folder, connection) if isinstance(written, JournalContent)]


async def cut_off_apply(folder: JournalFolder, connection: Connection) -> HistoryEntry | None:
    """What the journals alone say was cut off; whether anything is left to recover the portal has to say.

    Raises JournalError where they cannot be listed, CancelledByPersonError while somebody changes the portal.
    """
    if await _newest_open(folder, connection) is None:
        return None
    async with portal_lock(folder.path, connection, FailFastListener()):
        return await _newest_open(folder, connection)


async def _newest_open(folder: JournalFolder, connection: Connection) -> HistoryEntry | None:
    """Nothing is begun before what was cut off is recovered: the newest journal that can be read decides."""
    paths = await folder.files(connection)
    return await anyio.to_thread.run_sync(_first_open, paths[::-1])


def _first_open(newest_first: Iterable[Path]) -> HistoryEntry | None:
    for path in newest_first:
        if is_closed(path):
            return None
        written = read_journal(path)
        if isinstance(written, JournalContent):
            return None if written.is_proof else written.entry()
    return None


async def open_problems(folder: JournalFolder, connection: Connection) -> tuple[Problem, ...]:
    """What is wrong with journals that may be cut off, but cannot be read. They hold nothing up."""
    read = await _read_open(folder, connection)
    return tuple(problem for problem in read if isinstance(problem, Problem))


async def find(
    folder: JournalFolder, connection: Connection, open_client: OpenClient, listener: Listener
) -> CutOff | None:
    """The newest apply that was cut off with something left to recover. Whoever calls this has the portal's lock.

    Where the portal stands wholly before or wholly after the plan nothing is left to recover: that journal is closed.
    Raises PortalError, JournalError.
    """
    for written in await open_journals(folder, connection):
        client = await open_client()
        listener.say(message("Comparing what was cut off with what stands on {host}…", host=connection.name))
        snapshot = await fresh_snapshot(connection, client)
        found = CutOff(written, snapshot)
        here = {step.state for step in found.shown().steps} - {StepState.CHANGED}
        if here not in ({StepState.NOT_DONE}, {StepState.DONE}, set()):
            return found
        await _close(found, snapshot)
    return None


async def recover(found: CutOff, client: RestClient, how: Recovery, listener: Listener) -> Outcome:
    """Finishes what was cut off, puts it back, or leaves it; whoever calls this has the portal's lock.

    Raises JournalError when that cannot be written down; nothing was sent then.
    """
    journal = Journal(found.written.path)
    await journal.add(Recovering(how=how, time=current_time()))
    target = _TARGETS.get(how)
    if target is None:
        return with_problem(Outcome((), True, found.snapshot), await _close(found, found.snapshot))
    bindings = found.snapshot.by_key
    led = recovery_plan(target, found.steps, bindings)
    outcome = await carry_out(client, found.snapshot, led.plan, listener, JournalLog(journal))
    outcome = with_conflicts(outcome, led.conflicts)
    if not outcome.verified:
        return outcome
    touched = {place for step in led.plan.steps for place in slots_of(step)}
    steps = tuple((step, sent or not touched.isdisjoint(slots_of(step))) for step, sent in found.steps)
    here = {step_state(step, outcome.snapshot.by_key, sent=sent) for step, sent in steps} - {StepState.CHANGED}
    if here <= {target.value}:
        return with_problem(outcome, await _close(found, outcome.snapshot))
    return with_problem(outcome, still_half_way() if half_way(steps, outcome.snapshot.by_key) else None)


async def remove_proofs(
    folder: JournalFolder, connection: Connection, open_client: OpenClient, listener: Listener
) -> None:
    """Takes away what proofs have left on a portal, even after Cancel; as a rule without any request.

    Whoever calls this has the portal's lock. Raises PortalError, JournalError, and BxdeskError for what still stands.
    """
    patient = UncancellableListener(listener)
    for written in await open_journals(folder, connection):
        if written.is_proof:
            client = (await open_client()).with_listener(patient)
            listener.say(message("Taking away what a proof has bound on {host}…", host=connection.name))
            found = CutOff(written, await fresh_snapshot(connection, client))
            outcome = await recover(found, client, Recovery.PUT_BACK, patient)
            if outcome.problem is not None or not outcome.is_complete:
                raise BxdeskError(outcome.problem or _left_by_proof(outcome))


async def fresh_snapshot(connection: Connection, client: RestClient) -> Snapshot:
    """A snapshot whose bindings are what the portal holds. Raises PortalError where the portal does not show them."""
    snapshot = await take_snapshot(client, connection.portal, connection.member_id)
    return snapshot.with_bindings(await read_bindings(client))


async def _read_open(folder: JournalFolder, connection: Connection) -> list[JournalContent | Problem]:
    paths = list(reversed(await folder.open_files(connection)))
    return await anyio.to_thread.run_sync(read_journals, paths) if paths else []


async def _close(found: CutOff, snapshot: Snapshot) -> Problem | None:
    states = states_of(found.steps, snapshot.by_key)
    bindings = None if found.written.is_proof else snapshot.bindings
    return await close(Journal(found.written.path), bindings, states)


def _left_by_proof(outcome: Outcome) -> Problem:
    why = next((step.problem for step in outcome.steps if step.problem is not None), None)
    return Problem(
        "proof_left",
        message("What a proof has bound for a moment still stands on the portal."),
        message("It could not be taken away: {reason}", reason=why.title if why is not None else Message("")),
        remedy(RemedyKind.RECOVER_LATER),
    )
