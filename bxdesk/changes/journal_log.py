"""How a journal follows an apply, and when it is closed: only after a read-back that leaves no step half-way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol

from bxdesk.changes.drift import remember
from bxdesk.changes.journal import Journal, JournalError
from bxdesk.changes.journal_records import Answered, End, Sending, StepEnd
from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.bindings import Binding, BindingKey, Bindings
from bxdesk.placements.outcome import Outcome, OutcomeState, StepOutcome
from bxdesk.placements.plan import Step
from bxdesk.placements.step_state import Conflict, StepState, changed_meanwhile, step_state


class BatchLog(Protocol):
    """Is told what a batch is about before it is sent, and what was said against it after. Both raise JournalError."""

    async def sending(self, keys: Collection[BindingKey]) -> None:
        """The next request is about these steps."""

    async def answered(self, refused: Mapping[BindingKey, Problem]) -> None:
        """It was answered, or failed."""


class NoLog:
    """For whoever keeps no journal."""

    async def sending(self, keys: Collection[BindingKey]) -> None:
        """Nothing is written."""

    async def answered(self, refused: Mapping[BindingKey, Problem]) -> None:
        """Nothing is written."""


def now() -> datetime:
    """The time of this computer, as UTC. It is shown to people and decides nothing."""
    return datetime.now(UTC)


class JournalLog:
    """Writes into a journal what each batch is about and what was said against it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    async def sending(self, keys: Collection[BindingKey]) -> None:
        """Written before the batch is sent. Raises JournalError."""
        await self._journal.add(Sending(tuple(sorted((key.placement, key.handler) for key in keys))))

    async def answered(self, refused: Mapping[BindingKey, Problem]) -> None:
        """Written after the batch. Raises JournalError."""
        said = (((key.placement, key.handler), problem) for key, problem in refused.items())
        await self._journal.add(Answered(tuple(said)))


def rows_of(outcome: Outcome) -> Bindings:
    """The bindings that were read back, by their key."""
    return outcome.snapshot.by_key


def half_way(steps: Iterable[tuple[Step, bool]], bindings: Bindings) -> bool:
    """Whether any step (with whether it was sent) stands half-way."""
    return any(step_state(step, bindings, sent=sent) is StepState.HALF_WAY for step, sent in steps)


def states_of(steps: Iterable[tuple[Step, bool]], bindings: Bindings) -> tuple[StepOutcome, ...]:
    """What came of each step (with whether it was sent), by the bindings: done, not done, or changed by others."""
    outcomes: list[StepOutcome] = []
    for step, sent in steps:
        here = step_state(step, bindings, sent=sent)
        if here is StepState.DONE:
            outcomes.append(StepOutcome(step, OutcomeState.DONE))
        elif here is StepState.NOT_DONE:
            outcomes.append(StepOutcome(step, OutcomeState.SKIPPED))
        else:
            problem = changed_meanwhile(step, bindings)
            outcomes.append(StepOutcome(step, OutcomeState.FAILED, problem))
    return tuple(outcomes)


async def close(
    journal: Journal, bindings: Iterable[Binding] | None, steps: Iterable[StepOutcome], problem: Problem | None = None
) -> Problem | None:
    """Writes what came of each step, closes the journal and keeps the bindings that were read back, for drift.

    ``bindings`` are None after a proof, which drift must know nothing of. Returns what went wrong with that, if
    anything.
    """
    time = now()
    try:
        await journal.close(End(time, tuple(StepEnd(step.state, step.problem) for step in steps), problem))
    except JournalError as error:
        return error.problem
    if bindings is not None:
        await remember(journal.path, bindings, time)
    return None


def with_problem(outcome: Outcome, problem: Problem | None) -> Outcome:
    """The outcome with a problem of the whole, unless it has one already."""
    return outcome if problem is None or outcome.problem is not None else replace(outcome, problem=problem)


def with_conflicts(outcome: Outcome, left_alone: Iterable[Conflict], order: Iterable[Step] = ()) -> Outcome:
    """The outcome with the steps that were left alone, in the given order as far as it names them."""
    failed = [StepOutcome(one.step, OutcomeState.FAILED, one.problem) for one in left_alone]
    places = {step.key: index for index, step in enumerate(order)}
    steps = sorted((*outcome.steps, *failed), key=lambda one: places.get(one.step.key, len(places)))
    return replace(outcome, steps=tuple(steps))


def still_half_way() -> Problem:
    """Some step could be neither carried out nor put back."""
    return Problem(
        "half_way",
        message("A part of this stands half-way."),
        message("It could be neither done nor put back. What stood there before is kept in the journal."),
        message("Apply again when the cause is cured: what stands half-way is recovered first."),
    )
