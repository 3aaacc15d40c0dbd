"""An apply that was cut off is recovered before anything else is changed on its portal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bxdesk.accounts.connection import Connection
from bxdesk.cli.change_output import outcome_lines, unfinished_lines
from bxdesk.cli.console import Console
from bxdesk.cli.text_output import problem_lines
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.history import Recovery
from bxdesk.placements.outcome import Outcome, OutcomeState

if TYPE_CHECKING:
    from bxdesk.desk import Desk, PortalChange


class NotConfirmedError(BxdeskError):
    """The person was asked and did not say yes."""

    def __init__(self) -> None:
        super().__init__(Problem("not_confirmed", message("Nothing was changed.")))


_QUESTIONS = (
    (Recovery.PUT_BACK, "Put back what stood there before?"),
    (Recovery.FINISH, "Finish it instead?"),
    (Recovery.LEAVE, "Leave everything as it stands now?"),
)


@dataclass(frozen=True, slots=True)
class Recovered:
    """How an apply that was cut off was recovered, and what came of it."""

    how: Recovery
    outcome: Outcome


async def recover_first(
    console: Console, desk: Desk, connection: Connection, change: PortalChange, *, yes: bool
) -> Recovered | None:
    """Shows what is half-way, asks (or, with ``yes``, puts back what stood there before) and recovers it.

    None when nothing was cut off. Raises BxdeskError when the person wants none of it, or when it did not work out.
    """
    for problem in await desk.damaged_journals(connection):
        console.say_lines(problem_lines(problem))
    unfinished = await change.unfinished()
    if unfinished is None:
        return None
    console.say_lines(unfinished_lines(connection.name, unfinished))
    how = Recovery.PUT_BACK if yes else _ask(console)
    outcome = await change.recover(how)
    console.say_lines(outcome_lines(connection.name, outcome))
    stopped = outcome.count(OutcomeState.SKIPPED) or outcome.count(OutcomeState.PUT_BACK)
    if outcome.problem is not None or not outcome.verified or stopped:
        raise _not_recovered(outcome)
    return Recovered(how, outcome)


def _ask(console: Console) -> Recovery:
    for how, question in _QUESTIONS:
        if console.ask(question):
            return how
    raise NotConfirmedError


def _not_recovered(outcome: Outcome) -> BxdeskError:
    why = next((step.problem for step in outcome.steps if step.problem is not None), None)
    reason = outcome.problem or why
    return BxdeskError(
        Problem(
            "not_settled",
            message("What was cut off could be neither finished nor put back, so nothing else was changed."),
            reason.title if reason is not None else message("It was stopped on the way."),
            message("Cure the cause and try again; without --yes you may also finish it or leave it as it stands."),
        )
    )
