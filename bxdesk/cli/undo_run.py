"""The last apply on its way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bxdesk.accounts.connection import Connection
from bxdesk.cli.change_output import taken_back_lines, undo_lines
from bxdesk.cli.console import Console
from bxdesk.cli.recovery import NotConfirmedError, recover_first
from bxdesk.cli.runs import PortalRun
from bxdesk.placements.history import HistoryEntry, Purpose, Undo
from bxdesk.placements.outcome import Outcome, OutcomeState, StepOutcome

if TYPE_CHECKING:
    from bxdesk.desk import Desk


async def take_back(console: Console, desk: Desk, run: PortalRun, stop: Callable[[], bool], *, yes: bool) -> None:
    """Recovers what was cut off, shows what an undo would change, asks unless ``yes``, and does it. Raises BxdeskError.

    What came of it stands in ``run`` then; ``run.undoes`` is None when there was nothing to take back.
    """
    connection, name = run.connection, run.connection.name
    listener = console.listener(name, stop)
    async with desk.change(connection, listener) as change:
        cut_off = await _cut_off_undo(desk, connection)
        run.recovered = await recover_first(console, desk, connection, change, yes=yes)
        run.undoes = None if cut_off is None else await _taken_back(desk, connection, cut_off)
        if run.undoes is not None:
            console.say_lines(taken_back_lines(name, run.undoes))
        found = None if run.undoes is not None else await change.undo_plan()
        if found is not None:
            run.snapshot, run.plan, run.undoes = found.snapshot, found.plan, found.entry
            console.say_lines(undo_lines(name, found))
            if yes:
                run.outcome = await change.apply(found.plan, undoes=found.entry.id)
    if found is None:
        run.outcome = Outcome((), True, await desk.snapshot(connection, listener))
        return
    if run.outcome is None:
        if found.plan.steps and not console.ask("Take this back?"):
            raise NotConfirmedError
        run.outcome = await desk.apply(connection, found.snapshot, found.plan, listener, found.entry.id)
    run.outcome = _with_left_alone(run.outcome, found)


async def _cut_off_undo(desk: Desk, connection: Connection) -> HistoryEntry | None:
    """An undo that has not come to its end. Whoever asks has the portal's lock."""
    entries = (await desk.history(connection)).entries
    return next((entry for entry in entries if entry.purpose is Purpose.UNDO and not entry.ended), None)


async def _taken_back(desk: Desk, connection: Connection, undo: HistoryEntry) -> HistoryEntry | None:
    """What the undo has taken back after all, now that it is recovered; None if it was put back or left."""
    entries = (await desk.history(connection)).entries
    return next((entry for entry in entries if entry.id == undo.undoes and entry.taken_back), None)


def _with_left_alone(outcome: Outcome, undo: Undo) -> Outcome:
    failed = (StepOutcome(one.step, OutcomeState.FAILED, one.problem) for one in undo.left_alone)
    return replace(outcome, steps=(*outcome.steps, *failed))
