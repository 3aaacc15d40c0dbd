"""An apply that was cut off: what stands half-way, and how it is finished, put back or left.

The journal says what was to be done and what stood there before; the portal says what stands there now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import anyio.to_thread

from bxdesk.changes.apply import carry_out
from bxdesk.changes.closing import (
    JournalLog,
    close,
    half_way,
    rows_of,
    states_of,
    still_half_way,
    with_conflicts,
    with_problem,
)
from bxdesk.changes.closing import now as current_time
from bxdesk.changes.journal import Journal, JournalFolder
from bxdesk.changes.owner import Owner
from bxdesk.changes.reading import Written, read_journals
from bxdesk.changes.records import Settling
from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.history import HalfWay, Settlement, Unfinished
from bxdesk.placements.outcome import Outcome, Progress
from bxdesk.placements.plan import Step
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.standing import Standing, Target, places_of, row_for, standing, towards
from bxdesk.portal.rest import RestClient
from bxdesk.portal.snapshot import take_snapshot
from bxdesk.portal.steps import read_rows
from bxdesk.portal.waiting import Stop, tell

_TARGETS = {Settlement.FINISH: Target.WANTED, Settlement.PUT_BACK: Target.OLD}


@dataclass(frozen=True, slots=True)
class CutOff:
    """A journal without an end, held against the portal."""

    written: Written
    snapshot: Snapshot

    @property
    def steps(self) -> tuple[tuple[Step, bool], ...]:
        """The journal's steps, each with whether it was sent."""
        return tuple((step, self.written.was_sent(step)) for step in self.written.steps)

    def shown(self) -> Unfinished:
        """The same for people."""
        rows = {row.key: row for row in self.snapshot.bindings}
        steps = tuple(HalfWay(step, standing(step, rows, sent=sent), row_for(step, rows)) for step, sent in self.steps)
        return Unfinished(self.written.entry(), self.snapshot, steps)


async def open_journals(folder: JournalFolder, owner: Owner) -> list[Written]:
    """The journals of a portal and app that are not closed, newest first; damaged ones hold nothing up."""
    return [written for written in await _read_open(folder, owner) if isinstance(written, Written)]


async def open_problems(folder: JournalFolder, owner: Owner) -> tuple[Problem, ...]:
    """What is wrong with journals that may be cut off, but cannot be read. They hold nothing up."""
    read = await _read_open(folder, owner)
    return tuple(problem for problem in read if isinstance(problem, Problem))


async def find(folder: JournalFolder, owner: Owner, client: RestClient) -> CutOff | None:
    """The newest apply that was cut off with something left to settle. Whoever calls this has the portal's turn.

    Where the portal stands wholly before or wholly after the plan nothing is left to settle: that journal is closed.
    Raises PortalError, JournalError.
    """
    for written in await open_journals(folder, owner):
        tell(message("Comparing what was cut off with what stands on {host}…", host=owner.host))
        snapshot = await snapshot_with_rows(owner, client)
        found = CutOff(written, snapshot)
        here = {step.standing for step in found.shown().steps} - {Standing.CHANGED}
        if here not in ({Standing.OLD}, {Standing.WANTED}, set()):
            return found
        await _close(found, snapshot)
    return None


async def settle(
    found: CutOff, client: RestClient, how: Settlement, progress: Callable[[Progress], None], stop: Stop
) -> Outcome:
    """Finishes what was cut off, puts it back, or leaves it; whoever calls this has the portal's turn.

    Raises JournalError when that cannot be written down; nothing was sent then.
    """
    journal = Journal(found.written.path)
    await journal.add(Settling(how=how, time=current_time()))
    target = _TARGETS.get(how)
    if target is None:
        return with_problem(Outcome((), True, found.snapshot), await _close(found, found.snapshot))
    rows = {row.key: row for row in found.snapshot.bindings}
    led = towards(target, found.steps, rows)
    outcome = await carry_out(client, found.snapshot, led.plan, progress, stop, JournalLog(journal))
    outcome = with_conflicts(outcome, led.conflicts)
    if not outcome.verified:
        return outcome
    touched = {place for step in led.plan.steps for place in places_of(step)}
    steps = tuple((step, sent or not touched.isdisjoint(places_of(step))) for step, sent in found.steps)
    here = {standing(step, rows_of(outcome), sent=sent) for step, sent in steps} - {Standing.CHANGED}
    if here <= {Standing(target.value)}:
        return with_problem(outcome, await _close(found, outcome.snapshot))
    return with_problem(outcome, still_half_way() if half_way(steps, rows_of(outcome)) else None)


async def snapshot_with_rows(owner: Owner, client: RestClient) -> Snapshot:
    """A snapshot whose rows are what the portal holds. Raises PortalError where the portal does not show them."""
    snapshot = await take_snapshot(client, owner.portal, owner.member_id)
    return snapshot.with_bindings(await read_rows(client))


async def _read_open(folder: JournalFolder, owner: Owner) -> list[Written | Problem]:
    paths = list(reversed(await folder.open_files(owner)))
    return await anyio.to_thread.run_sync(read_journals, paths)


async def _close(found: CutOff, snapshot: Snapshot) -> Problem | None:
    rows = {row.key: row for row in snapshot.bindings}
    return await close(Journal(found.written.path), rows, states_of(found.steps, rows))
