"""``undo``: takes back the last apply, as a plan of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from bxdesk.accounts.connection import Connection
from bxdesk.cli.runs import PortalRun, apply_one, run_json, run_lines, show
from bxdesk.cli.session import DONE, FAILED, NotConfirmedError, Session, common
from bxdesk.cli.settling import settle_first
from bxdesk.cli.stopping import stopping
from bxdesk.cli.text_output import taken_back_lines, undo_lines
from bxdesk.placements.history import HistoryEntry, Purpose, Undo
from bxdesk.placements.outcome import Outcome, OutcomeState, StepOutcome

if TYPE_CHECKING:
    from bxdesk.desk import Desk


@click.command(short_help="Take back the last apply.")
@click.argument("portal", required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
@common
def undo(session: Session, portal: str | None, yes: bool) -> int:
    """Take back the last apply on PORTAL: show what that changes, do it, and read back.

    Only what still stands as that apply left it is touched. Taken back once more, the apply before it goes. An undo
    that was cut off is settled first; if it had done its work, that was it.
    """

    async def work(desk: Desk) -> int:
        run = PortalRun(await session.choose(desk, portal))
        with stopping(session) as stop:
            if yes:
                async with desk.turn(run.connection, session.waiting(run.connection.name), stop):
                    await _take_back(session, desk, run, stop, yes=True)
            else:
                await _take_back(session, desk, run, stop, yes=False)
        if run.undoes is None:
            session.say(f"{run.connection.name}: there is nothing to take back.")
        if run.plan is not None or session.as_json:
            show(session, [run], run_json, run_lines)
        return DONE if run.is_good() else FAILED

    return session.run(work)


async def _take_back(session: Session, desk: Desk, run: PortalRun, stop: Callable[[], bool], *, yes: bool) -> None:
    name = run.connection.name
    waiting = session.waiting(name)
    cut_off = await _cut_off_undo(desk, run.connection)
    run.settled = await settle_first(session, desk, run.connection, stop, yes=yes)
    run.undoes = None if cut_off is None else await _taken_back(desk, run.connection, cut_off)
    found = None if run.undoes is not None else await desk.undo_plan(run.connection, waiting=waiting)
    if run.undoes is not None:
        session.say_lines(taken_back_lines(name, run.undoes))
    if found is None:
        run.outcome = Outcome((), True, await desk.snapshot(run.connection, waiting))
        return
    run.snapshot, run.plan, run.undoes = found.snapshot, found.plan, found.entry
    session.say_lines(undo_lines(name, found))
    if found.plan.steps and not yes and not session.ask("Take this back?"):
        raise NotConfirmedError
    await apply_one(session, desk, run, stop, undoes=found.entry.id)
    run.outcome = _with_left_alone(run.outcome, found)


async def _cut_off_undo(desk: Desk, connection: Connection) -> HistoryEntry | None:
    """An undo that has not come to its end. Whoever asks has the portal's turn, or will be asked about it."""
    entries = (await desk.history(connection)).entries
    return next((entry for entry in entries if entry.purpose is Purpose.UNDO and not entry.ended), None)


async def _taken_back(desk: Desk, connection: Connection, undo: HistoryEntry) -> HistoryEntry | None:
    """What the undo has taken back after all, now that it is settled; None if it was put back or left."""
    entries = (await desk.history(connection)).entries
    return next((entry for entry in entries if entry.id == undo.undoes and entry.taken_back), None)


def _with_left_alone(outcome: Outcome | None, undo: Undo) -> Outcome | None:
    if outcome is None:
        return None
    failed = (StepOutcome(one.step, OutcomeState.FAILED, one.problem) for one in undo.left_alone)
    return replace(outcome, steps=(*outcome.steps, *failed))
