"""The state of a step on the portal: not done, done, half-way, or changed by somebody else.

A portal holds one binding for a placement and a handler. So the state of a step shows in one slot; of a move, in two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum

from bxdesk.errors import Problem, RemedyKind, remedy
from bxdesk.messages import listed, message
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, Bindings, differences
from bxdesk.placements.change_words import change_words
from bxdesk.placements.outcome import is_done
from bxdesk.placements.plan import Action, Plan, Step, move

Slot = tuple[str, str]
"""Placement and handler: a portal allows one binding for each such pair."""


class StepState(StrEnum):
    """How far a step has come, by the bindings in its slots."""

    NOT_DONE = "not_done"
    DONE = "done"
    HALF_WAY = "half_way"
    """The binding is removed and not bound again yet, or bound without all its texts; of a move, both are there."""
    CHANGED = "changed"
    """The portal holds something that the step did not make: somebody else was there."""


class Target(Enum):
    """Which end an interrupted step is brought to; the value is its state there."""

    BEFORE = StepState.NOT_DONE
    AFTER = StepState.DONE


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile(Problem):
    """A binding is no longer what a plan was made from.

    ``planned`` is what the portal held then, ``found`` what it holds now; None where there is no binding.
    """

    planned: Binding | None = None
    found: Binding | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A step whose binding somebody else has changed; it is left alone."""

    step: Step
    problem: ChangedMeanwhile


@dataclass(frozen=True, slots=True)
class RecoveryPlan:
    """The plan that brings interrupted steps to one end, and the steps that somebody else's change keeps from it."""

    plan: Plan
    conflicts: tuple[Conflict, ...]


def slots_of(step: Step) -> frozenset[Slot]:
    """The slot that the step changes; of a move, both."""
    return frozenset((side.placement, side.handler) for side in _sides(step))


def binding_for(step: Step, bindings: Bindings) -> Binding | None:
    """The binding in the step's slot, if any."""
    return next(iter(_held(step, bindings)), None)


def step_state(step: Step, bindings: Bindings, *, sent: bool) -> StepState:
    """The state of a step. ``sent`` says whether any command of it may have reached the portal."""
    if is_done(step, bindings):
        return StepState.DONE
    held = _held(step, bindings)
    before = [] if step.before is None else [step.before]
    if [one.key for one in held] == [one.key for one in before] and not any(map(differences, held, before)):
        return StepState.NOT_DONE
    ours = sent and all(any(_is_left_of(one, side) for side in _sides(step)) for one in held)
    return StepState.HALF_WAY if ours else StepState.CHANGED


def conflicts(steps: Iterable[Step], bindings: Bindings) -> tuple[Conflict, ...]:
    """The steps whose bindings are no longer what the plan was made from. A step that is done already is none."""
    found: list[Conflict] = []
    for step in steps:
        before = [] if step.before is None else [step.before]
        if _held(step, bindings) != before and not is_done(step, bindings):
            found.append(Conflict(step, changed_meanwhile(step, bindings)))
    return tuple(found)


def recovery_plan(target: Target, steps: Iterable[tuple[Step, bool]], bindings: Bindings) -> RecoveryPlan:
    """What brings each step (with whether it was sent) to ``target``, given the bindings that are there now."""
    plan: list[Step] = []
    left_alone: list[Conflict] = []
    for step, sent in steps:
        here = step_state(step, bindings, sent=sent)
        if here is StepState.CHANGED:
            left_alone.append(Conflict(step, changed_meanwhile(step, bindings)))
        elif here is not target.value:
            plan.extend(_brought(step, target, bindings))
    return RecoveryPlan(Plan(tuple(sorted(plan, key=_order))), tuple(left_alone))


def changed_meanwhile(step: Step, bindings: Bindings) -> ChangedMeanwhile:
    """The problem that a step's slot holds something else than its plan saw there."""
    # Of a move, the binding that is not what it was.
    held = next((one for one in reversed(_held(step, bindings)) if one != step.before), None)
    planned = step.before
    if held is not None and planned is not None and held.handler != planned.handler:
        planned = None
    placement = step.binding.placement
    if held is None:
        what = message("Somebody else removed it.")
    elif planned is None:
        what = message("Somebody else bound it: “{title}”.", title=held.title)
    else:
        changes = listed(map(change_words, differences(planned, held)))
        what = message("Somebody else changed it. {changes}", changes=changes)
    return ChangedMeanwhile(
        "changed_meanwhile",
        message("What stands at {placement} is no longer what the plan was made from.", placement=placement),
        what,
        remedy(RemedyKind.LOOK_AND_PLAN),
        planned,
        held,
    )


def _brought(step: Step, target: Target, bindings: Bindings) -> list[Step]:
    goal, other = (step.before, step.after) if target is Target.BEFORE else (step.after, step.before)
    if step.action is not Action.MOVE or goal is None or other is None or other.key not in bindings:
        return _from_to(binding_for(step, bindings), goal)
    if goal.key in bindings and not differences(bindings[goal.key], goal):
        return [Step(Action.UNBIND, bindings[other.key], None)]
    return [move(bindings[other.key], goal)]


def _from_to(held: Binding | None, goal: Binding | None) -> list[Step]:
    if held is None:
        return [] if goal is None else [Step(Action.BIND, None, goal)]
    if goal is None:
        return [Step(Action.UNBIND, held, None)]
    changes = differences(held, goal)
    return [Step(Action.REPLACE, held, goal, changes)] if changes else []


def _order(step: Step) -> int:
    # A placement that takes one widget must be free before another is bound there.
    return (Action.UNBIND, Action.MOVE, Action.REPLACE, Action.BIND).index(step.action)


def _sides(step: Step) -> tuple[Binding, ...]:
    return tuple(side for side in (step.after, step.before) if side is not None)


def _held(step: Step, bindings: Bindings) -> list[Binding]:
    """The bindings in the step's slots."""
    return [bindings[key] for key in dict.fromkeys(side.key for side in _sides(step)) if key in bindings]


def _is_left_of(held: Binding, side: Binding) -> bool:
    return held.handler == side.handler and (_is_part_of(held, side) or not differences(held, side))


def _is_part_of(held: Binding, whole: Binding) -> bool:
    """Whether the binding may be what is left of ``whole`` when a portal stops in the middle of its texts.

    A portal stores one language after the other; a binding without any shows one of the titles.
    """
    texts = {language: said.trimmed() for language, said in whole.texts.items()}
    if set(held.texts) == {DEFAULT_LANGUAGE}:
        part = held.title in {"", *(said.title for said in texts.values())}
    elif len(held.texts) >= len(texts):
        part = False
    else:
        part = all(texts.get(language) == said for language, said in held.texts.items())
    return part and not any(change.name.startswith("options.") for change in differences(held, whole))
