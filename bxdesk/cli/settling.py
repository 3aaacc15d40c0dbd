"""An apply that was cut off is settled before anything else is changed on its portal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bxdesk.accounts.connection import Connection
from bxdesk.cli.session import NotConfirmedError, Session
from bxdesk.cli.text_output import outcome_lines, problem_lines, unfinished_lines
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.history import Settlement
from bxdesk.placements.outcome import Outcome, OutcomeState

if TYPE_CHECKING:
    from bxdesk.desk import Desk

_QUESTIONS = (
    (Settlement.PUT_BACK, "Put back what stood there before?"),
    (Settlement.FINISH, "Finish it instead?"),
    (Settlement.LEAVE, "Leave everything as it stands now?"),
)


@dataclass(frozen=True, slots=True)
class Settled:
    """How an apply that was cut off was settled, and what came of it."""

    how: Settlement
    outcome: Outcome


async def settle_first(
    session: Session, desk: Desk, connection: Connection, stop: Callable[[], bool], *, yes: bool
) -> Settled | None:
    """Shows what stands half-way, asks (or, with ``yes``, puts back what stood there before) and settles it.

    None when nothing was cut off. Raises BxdeskError when the person wants none of it, or when it did not work out.
    """
    for problem in await desk.damaged_journals(connection):
        session.say_lines(problem_lines(problem))
    unfinished = await desk.unfinished(connection, session.waiting(connection.name), stop)
    if unfinished is None:
        return None
    session.say_lines(unfinished_lines(connection.name, unfinished))
    how = Settlement.PUT_BACK if yes else _ask(session)
    outcome = await desk.settle(connection, how, session.advance(connection.name), stop)
    session.say_lines(outcome_lines(connection.name, outcome))
    stopped = outcome.count(OutcomeState.SKIPPED) or outcome.count(OutcomeState.PUT_BACK)
    if outcome.problem is not None or not outcome.verified or stopped:
        raise _not_settled(outcome)
    return Settled(how, outcome)


def _ask(session: Session) -> Settlement:
    for how, question in _QUESTIONS:
        if session.ask(question):
            return how
    raise NotConfirmedError


def _not_settled(outcome: Outcome) -> BxdeskError:
    why = next((step.problem for step in outcome.steps if step.problem is not None), None)
    reason = outcome.problem or why
    return BxdeskError(
        Problem(
            "not_settled",
            message("What was cut off could not be settled, so nothing else was changed."),
            reason.title if reason is not None else message("It was stopped on the way."),
            message("Cure the cause and try again; without --yes you may also finish it or leave it as it stands."),
        )
    )
