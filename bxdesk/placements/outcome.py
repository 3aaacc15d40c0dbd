"""What came of a plan, verified by the bindings that were read back, not by what the calls answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bxdesk.errors import Problem, RemedyKind, remedy
from bxdesk.messages import message
from bxdesk.placements.bindings import Binding, BindingKey, Bindings, by_key, differences
from bxdesk.placements.plan import Step
from bxdesk.placements.snapshot import Snapshot


class OutcomeState(StrEnum):
    """What came of one step."""

    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"
    """Nothing of it was done."""
    PUT_BACK = "put_back"
    """It was stopped half-way, and what stood there before stands there again."""
    UNKNOWN = "unknown"
    """It was sent, and the portal could not be asked any more what became of it."""


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """One step and what came of it; ``problem`` says why it was not done."""

    step: Step
    state: OutcomeState
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a whole plan.

    ``verified`` means that the bindings were read back after the last step, and agree with each step that is done.
    ``snapshot`` is the portal after it (the old one with the bindings that were read back).
    """

    steps: tuple[StepOutcome, ...]
    verified: bool
    snapshot: Snapshot
    problem: Problem | None = None

    @property
    def is_complete(self) -> bool:
        """Whether everything was done and read back."""
        return self.verified and self.count(OutcomeState.DONE) == len(self.steps)

    @property
    def was_stopped(self) -> bool:
        """Whether some steps were left out, and all that was begun is done."""
        done, skipped = self.count(OutcomeState.DONE), self.count(OutcomeState.SKIPPED)
        return self.problem is None and skipped > 0 and done + skipped == len(self.steps)

    def count(self, state: OutcomeState) -> int:
        """How many steps ended so."""
        return sum(outcome.state is state for outcome in self.steps)


def is_done(step: Step, bindings: Bindings) -> bool:
    """Whether the portal's bindings, by their key, are what the step was to bring about."""
    if step.after is None:
        return step.key not in bindings
    held = bindings.get(step.key)
    if step.before is not None and step.before.key != step.key and step.before.key in bindings:
        return False
    return held is not None and not differences(held, step.after)


def verify(
    steps: Iterable[Step],
    bindings: tuple[Binding, ...],
    problems: Mapping[BindingKey, Problem],
    sent: Collection[BindingKey],
    put_back: Collection[BindingKey] = (),
) -> tuple[StepOutcome, ...]:
    """The outcome of each step from the bindings that were read back.

    ``problems`` holds what the portal said against a step, ``sent`` the steps that were sent at all, ``put_back`` those
    that were begun and whose old state stands again, by their key.
    """
    held = by_key(bindings)
    outcomes: list[StepOutcome] = []
    for step in steps:
        if is_done(step, held):
            outcomes.append(StepOutcome(step, OutcomeState.DONE))
        elif step.key in put_back:
            outcomes.append(_put_back(step, problems.get(step.key)))
        elif step.key in sent:
            outcomes.append(StepOutcome(step, OutcomeState.FAILED, problems.get(step.key) or _not_as_planned()))
        else:
            outcomes.append(StepOutcome(step, OutcomeState.SKIPPED))
    return tuple(outcomes)


def _put_back(step: Step, problem: Problem | None) -> StepOutcome:
    """Without a problem, it was Cancel that stopped the step."""
    again = (
        message("What stood there before was put back.")
        if step.before is not None
        else message("What had been bound was removed again.")
    )
    if problem is None:
        stopped = Problem("put_back", message("It was stopped half-way."), again)
        return StepOutcome(step, OutcomeState.PUT_BACK, stopped)
    why = message("{first} {next}", first=problem.explanation, next=again) if problem.explanation else again
    return StepOutcome(step, OutcomeState.FAILED, replace(problem, explanation=why))


def _not_as_planned() -> Problem:
    return Problem(
        "not_as_planned",
        message("The portal took the change, but what stands there now is something else."),
        message("It may have refused a part of it, or somebody else changed it at the same moment."),
        remedy(RemedyKind.COMPARE_AND_APPLY),
    )
