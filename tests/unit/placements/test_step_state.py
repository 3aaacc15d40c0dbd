"""Where a portal stands with a step, and what leads it to one side."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.bindings import Binding, BindingKey, Texts
from bxdesk.placements.plan import Action, Step, move
from bxdesk.placements.step_state import StepState, Target, conflicts, recovery_plan, step_state
from tests.builders import DEAL, OTHER_HANDLER, as_the_portal_stores, binding, bindings

OLD = binding(texts={"en": Texts("Old", "d"), "de": Texts("Alt")})
NEW = binding(texts={"en": Texts("New"), "fr": Texts("Nouveau")})
HALF = binding(texts={"en": Texts("New")})
THEIRS = binding(texts={"en": Texts("Theirs")})
BIND, UNBIND, REPLACE = Step(Action.BIND, None, NEW), Step(Action.UNBIND, OLD, None), Step(Action.REPLACE, OLD, NEW)

HERE, THERE = OLD, binding(handler=OTHER_HANDLER, texts=OLD.texts)
MOVE = move(HERE, THERE)
HALF_THERE = binding(handler=OTHER_HANDLER, texts={"en": Texts("Old", "d")})
THEIRS_THERE = binding(handler=OTHER_HANDLER, texts={"en": Texts("Theirs")})


def rows(*held: Binding) -> Mapping[BindingKey, Binding]:
    return {row.key: row for row in held}


@pytest.mark.parametrize(
    ("step", "held", "sent", "expected"),
    [
        (BIND, (), False, StepState.NOT_DONE),
        (BIND, (NEW,), False, StepState.DONE),
        (BIND, (HALF,), True, StepState.HALF_WAY),
        (BIND, (HALF,), False, StepState.CHANGED),
        (BIND, (THEIRS,), True, StepState.CHANGED),
        (UNBIND, (OLD,), True, StepState.NOT_DONE),
        (UNBIND, (), True, StepState.DONE),
        (UNBIND, (THEIRS,), True, StepState.CHANGED),
        (REPLACE, (OLD,), True, StepState.NOT_DONE),
        (REPLACE, (NEW,), True, StepState.DONE),
        (REPLACE, (), True, StepState.HALF_WAY),
        (REPLACE, (), False, StepState.CHANGED),
        (REPLACE, (HALF,), True, StepState.HALF_WAY),
        (REPLACE, (binding(title="Nouveau"),), True, StepState.HALF_WAY),
        (REPLACE, (binding(texts={"de": Texts("Alt")}),), True, StepState.HALF_WAY),
        (REPLACE, (THEIRS,), True, StepState.CHANGED),
        (MOVE, (HERE,), True, StepState.NOT_DONE),
        (MOVE, (THERE,), False, StepState.DONE),
        (MOVE, (HERE, THERE), True, StepState.HALF_WAY),
        (MOVE, (HERE, THERE), False, StepState.CHANGED),
        (MOVE, (HERE, HALF_THERE), True, StepState.HALF_WAY),
        (MOVE, (), True, StepState.HALF_WAY),
        (MOVE, (), False, StepState.CHANGED),
        (MOVE, (THEIRS, THERE), True, StepState.CHANGED),
        (MOVE, (HERE, THEIRS_THERE), True, StepState.CHANGED),
    ],
)
def test_standing(step: Step, held: tuple[Binding, ...], sent: bool, expected: StepState) -> None:
    assert step_state(step, rows(*held), sent=sent) is expected


@given(before=bindings(), after=bindings(), target=st.sampled_from(Target))
def test_from_any_side_a_replace_is_led_to_the_wanted_one(before: Binding, after: Binding, target: Target) -> None:
    before = as_the_portal_stores(before)
    after = Binding(before.key, after.texts, after.options)
    step = Step(Action.REPLACE, before, after)
    goal = before if target is Target.BEFORE else after
    for held in ((), (before,), (as_the_portal_stores(after),)):
        led = recovery_plan(target, [(step, True)], rows(*held))
        assert led.conflicts == ()
        for one in led.plan.steps:
            assert one.before == next(iter(held), None)
            assert one.after == goal
        reached = rows(*(one.after for one in led.plan.steps if one.after)) or rows(*held)
        assert not recovery_plan(target, [(step, True)], reached).plan.steps


@pytest.mark.parametrize(
    ("held", "target", "expected"),
    [
        ((THERE,), Target.BEFORE, [move(THERE, HERE)]),
        ((HERE,), Target.AFTER, [MOVE]),
        ((HERE, THERE), Target.BEFORE, [Step(Action.UNBIND, THERE, None)]),
        ((HERE, THERE), Target.AFTER, [Step(Action.UNBIND, HERE, None)]),
        ((HERE, HALF_THERE), Target.BEFORE, [Step(Action.UNBIND, HALF_THERE, None)]),
        ((HERE, HALF_THERE), Target.AFTER, [MOVE]),
        ((), Target.BEFORE, [Step(Action.BIND, None, HERE)]),
        ((), Target.AFTER, [Step(Action.BIND, None, THERE)]),
    ],
)
def test_a_move_is_led_to_either_side(held: tuple[Binding, ...], target: Target, expected: list[Step]) -> None:
    led = recovery_plan(target, [(MOVE, True)], rows(*held))
    assert (list(led.plan.steps), led.conflicts) == (expected, ())


@pytest.mark.parametrize(
    ("held", "planned", "found"),
    [
        ((THEIRS,), HERE, THEIRS),
        ((HERE, THEIRS_THERE), None, THEIRS_THERE),
        ((THEIRS, THERE), HERE, THEIRS),
        ((), HERE, None),
    ],
)
def test_of_a_move_the_row_is_named_that_somebody_else_changed(
    held: tuple[Binding, ...], planned: Binding | None, found: Binding | None
) -> None:
    (conflict,) = conflicts([MOVE], rows(*held))
    assert (conflict.problem.planned, conflict.problem.found) == (planned, found)
    assert not conflicts([MOVE], rows(HERE))


def test_unbinds_go_first_so_that_a_place_is_free() -> None:
    other = binding("CONTACT_CENTER", texts={"en": Texts("Other")})
    led = recovery_plan(Target.BEFORE, [(UNBIND, True), (Step(Action.BIND, None, other), True)], rows(other))
    assert [step.action for step in led.plan.steps] == [Action.UNBIND, Action.BIND]


def test_what_somebody_else_made_is_left_alone_and_named() -> None:
    led = recovery_plan(Target.BEFORE, [(REPLACE, True)], rows(THEIRS))
    assert led.plan.steps == ()
    (conflict,) = led.conflicts
    assert (conflict.problem.planned, conflict.problem.found) == (OLD, THEIRS)
    assert DEAL in str(conflict.problem)


def test_conflicts_are_rows_that_are_neither_as_planned_nor_as_wanted() -> None:
    assert conflicts([REPLACE], rows(OLD)) == ()
    assert conflicts([REPLACE], rows(NEW)) == ()
    assert [one.problem.found for one in conflicts([REPLACE, BIND], rows(THEIRS))] == [THEIRS, THEIRS]
    assert [one.problem.found for one in conflicts([REPLACE, UNBIND], rows())] == [None]
