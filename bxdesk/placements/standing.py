"""Where a portal stands with a step: before it, after it, half-way, or somewhere that somebody else led it.

A portal holds one row for a placement and a handler, so what became of a step is seen in one place; of a move, in two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bxdesk.errors import Problem
from bxdesk.messages import listed, message
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, differences
from bxdesk.placements.change_words import change_words
from bxdesk.placements.outcome import is_done
from bxdesk.placements.plan import Action, Plan, Step, move

Rows = Mapping[BindingKey, Binding]
Place = tuple[str, str]
"""Placement and handler: what a portal allows one row for."""


class Standing(StrEnum):
    """What stands where a step has to do: what was there before it, what it was to bring about, or neither."""

    OLD = "old"
    WANTED = "wanted"
    BETWEEN = "between"
    """Half of the step's own work: a row that is taken away and not yet there again, or there without all its texts; of
    a move, both rows."""
    CHANGED = "changed"
    """Something that neither the step nor the plan knows: somebody else was there."""


class Target(StrEnum):
    """Where half-done steps are led."""

    OLD = "old"
    WANTED = "wanted"


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile(Problem):
    """A row is no longer what a plan was made from.

    ``planned`` is what stood there then, ``standing`` what does now; None where there is no row.
    """

    planned: Binding | None = None
    standing: Binding | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A step whose row somebody else has changed; nothing of it is touched."""

    step: Step
    problem: ChangedMeanwhile


@dataclass(frozen=True, slots=True)
class Towards:
    """The plan that leads half-done steps to one side, and the steps that are left alone because of somebody else."""

    plan: Plan
    conflicts: tuple[Conflict, ...]


def places_of(step: Step) -> frozenset[Place]:
    """The one place the step has to do with; of a move, both."""
    return frozenset((side.placement, side.handler) for side in _sides(step))


def row_for(step: Step, rows: Rows) -> Binding | None:
    """The row that stands where the step has to do, if any."""
    return next(iter(_held(step, rows)), None)


def standing(step: Step, rows: Rows, *, sent: bool) -> Standing:
    """Where ``rows`` stand with a step. ``sent`` says whether any command of it may have reached the portal."""
    if is_done(step, rows):
        return Standing.WANTED
    held = _held(step, rows)
    before = [] if step.before is None else [step.before]
    if [row.key for row in held] == [row.key for row in before] and not any(map(differences, held, before)):
        return Standing.OLD
    ours = sent and all(any(_is_left_of(row, side) for side in _sides(step)) for row in held)
    return Standing.BETWEEN if ours else Standing.CHANGED


def conflicts(steps: Iterable[Step], rows: Rows) -> tuple[Conflict, ...]:
    """The steps whose rows are no longer what the plan was made from. What stands as wanted already is none."""
    found: list[Conflict] = []
    for step in steps:
        before = [] if step.before is None else [step.before]
        if _held(step, rows) != before and not is_done(step, rows):
            found.append(Conflict(step, changed_meanwhile(step, rows)))
    return tuple(found)


def towards(target: Target, steps: Iterable[tuple[Step, bool]], rows: Rows) -> Towards:
    """What leads each step (with whether it was sent) to ``target``, given the rows that stand now."""
    plan: list[Step] = []
    left_alone: list[Conflict] = []
    for step, sent in steps:
        here = standing(step, rows, sent=sent)
        if here is Standing.CHANGED:
            left_alone.append(Conflict(step, changed_meanwhile(step, rows)))
        elif here.value != target.value:
            plan.extend(_led(step, target, rows))
    return Towards(Plan(tuple(sorted(plan, key=_order))), tuple(left_alone))


def changed_meanwhile(step: Step, rows: Rows) -> ChangedMeanwhile:
    """The problem that something stands where the step's plan saw something else."""
    # Of a move, the row that is not what it was.
    held = next((row for row in reversed(_held(step, rows)) if row != step.before), None)
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
        message("It was left alone. Refresh, look at it, and plan again."),
        planned,
        held,
    )


def _led(step: Step, target: Target, rows: Rows) -> list[Step]:
    goal, other = (step.before, step.after) if target is Target.OLD else (step.after, step.before)
    if step.action is not Action.MOVE or goal is None or other is None or other.key not in rows:
        return _from_to(row_for(step, rows), goal)
    if goal.key in rows and not differences(rows[goal.key], goal):
        return [Step(Action.UNBIND, rows[other.key], None)]
    return [move(rows[other.key], goal)]


def _from_to(held: Binding | None, goal: Binding | None) -> list[Step]:
    if held is None:
        return [] if goal is None else [Step(Action.BIND, None, goal)]
    if goal is None:
        return [Step(Action.UNBIND, held, None)]
    changes = differences(held, goal)
    return [Step(Action.REPLACE, held, goal, changes)] if changes else []


def _order(step: Step) -> int:
    # A place that takes one widget must be free before another is bound there.
    return (Action.UNBIND, Action.MOVE, Action.REPLACE, Action.BIND).index(step.action)


def _sides(step: Step) -> tuple[Binding, ...]:
    return tuple(side for side in (step.after, step.before) if side is not None)


def _held(step: Step, rows: Rows) -> list[Binding]:
    """The rows that stand where the step has to do."""
    return [rows[key] for key in dict.fromkeys(side.key for side in _sides(step)) if key in rows]


def _is_left_of(held: Binding, side: Binding) -> bool:
    return held.handler == side.handler and (_is_part_of(held, side) or not differences(held, side))


def _is_part_of(held: Binding, whole: Binding) -> bool:
    """Whether the row may be what is left of ``whole`` when a portal stops in the middle of its texts.

    A portal stores one language after the other; a row without any shows one of the titles.
    """
    texts = {language: said.trimmed() for language, said in whole.texts.items()}
    if set(held.texts) == {DEFAULT_LANGUAGE}:
        part = held.title in {"", *(said.title for said in texts.values())}
    elif len(held.texts) >= len(texts):
        part = False
    else:
        part = all(texts.get(language) == said for language, said in held.texts.items())
    return part and not any(change.name.startswith("options.") for change in differences(held, whole))
