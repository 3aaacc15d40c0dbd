"""From a snapshot to what is wanted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.bindings import Binding, Change, Texts
from bxdesk.placements.plan import Action, make_plan
from tests.builders import (
    DEAL,
    HANDLER,
    LEAD,
    OTHER_HANDLER,
    TILE,
    as_the_portal_stores,
    binding,
    bindings,
    snapshot,
)

MANY = st.lists(bindings(), max_size=12, unique_by=lambda one: one.key)


def test_what_is_missing_is_bound() -> None:
    plan = make_plan(snapshot(), [binding()], ())
    assert [(step.action, step.key.placement) for step in plan.steps] == [(Action.BIND, DEAL)]


def test_what_differs_is_replaced_and_says_how() -> None:
    plan = make_plan(snapshot(binding(title="Old", language="en")), [binding(title="New")], ())
    (step,) = plan.steps
    assert step.action is Action.REPLACE
    assert step.changes == (Change("title.en", "Old", "New"),)
    assert step.before is not None
    assert step.before.title == "Old"


def test_rows_nobody_asked_about_are_left_alone() -> None:
    other = binding(handler=OTHER_HANDLER)
    plan = make_plan(snapshot(other), [binding(LEAD)], ())
    assert plan.unmanaged == (other,)
    assert plan.count(Action.UNBIND) == 0


def test_prune_removes_them() -> None:
    other = binding(handler=OTHER_HANDLER)
    plan = make_plan(snapshot(other), [binding(LEAD)])
    assert [step.action for step in plan.steps] == [Action.UNBIND, Action.BIND]
    assert plan.unmanaged == ()


@pytest.mark.parametrize(
    "theirs",
    [
        binding("USERFIELD_TYPE", OTHER_HANDLER),
        binding(handler="/x/handler.php"),
        binding(handler="https://intranet/x"),
        binding(texts={"en": Texts("x" * 256)}),
        binding(texts={"en": Texts("Send"), "de": Texts("")}),
        binding("CRM_ORDER_DETAIL_TAB"),
    ],
    ids=["set by another method", "no host", "no dot", "too long", "empty", "not offered"],
)
def test_prune_leaves_what_no_bind_could_bring_back_and_says_why(theirs: Binding) -> None:
    plan = make_plan(snapshot(theirs, binding(TILE)), [])
    assert [step.key.placement for step in plan.steps] == [TILE]
    assert plan.unmanaged == (theirs,)
    assert str(plan.notes[theirs.key].title).startswith("Its removal cannot be taken back: ")
    assert plan.notes[theirs.key].explanation
    assert plan.notes[theirs.key].remedy
    named = make_plan(snapshot(theirs), [], {theirs.key})
    assert [step.key for step in named.steps] == [theirs.key], "whoever names it removes it"


def test_only_named_rows_are_removed() -> None:
    mine, other = binding(), binding(TILE, OTHER_HANDLER)
    plan = make_plan(snapshot(mine, other), [], {mine.key})
    assert [step.key for step in plan.steps] == [mine.key]
    assert plan.unmanaged == (other,)


def test_a_row_for_another_user_is_replaced_because_the_portal_allows_only_one() -> None:
    held = binding("PAGE_BACKGROUND_WORKER", user_id=3)
    (step,) = make_plan(snapshot(held), [binding("PAGE_BACKGROUND_WORKER", user_id=0)], ()).steps
    assert step.action is Action.REPLACE
    assert step.before == held


def test_what_goes_and_comes_with_the_same_texts_is_one_move() -> None:
    held = (binding(handler=f"{OTHER_HANDLER}/{name}", title=name, language="en") for name in "ab")
    wanted = (binding(handler=f"{HANDLER}/{name}", title=name) for name in "bca")
    plan = make_plan(snapshot(*held, binding(LEAD, title="c")), wanted)
    assert [
        (step.action, step.before and step.before.title, step.after and step.after.title) for step in plan.steps
    ] == [
        (Action.UNBIND, "c", None),  # at another placement
        (Action.MOVE, "b", "b"),
        (Action.MOVE, "a", "a"),
        (Action.BIND, None, "c"),
    ]
    assert plan.steps[1].changes == (Change("handler", f"{OTHER_HANDLER}/b", f"{HANDLER}/b"),)


def test_other_texts_with_another_handler_are_a_move_only_where_one_widget_has_room() -> None:
    for placement, actions in (
        (DEAL, [Action.UNBIND, Action.BIND]),
        ("REST_APP_URI", [Action.MOVE]),
    ):
        here = snapshot(binding(placement, OTHER_HANDLER, "Old"), placements=(placement,))
        plan = make_plan(here, [binding(placement, HANDLER, "New")])
        assert [step.action for step in plan.steps] == actions


def test_a_newcomer_with_the_same_texts_is_noted_at_the_row_that_stays_beside_it() -> None:
    held = binding(language="en", options={"useBuiltInInterface": "Y"})
    newcomer = binding(handler=OTHER_HANDLER)
    here = snapshot(held, binding(LEAD, OTHER_HANDLER))
    plan = make_plan(here, [newcomer], ())
    assert [step.action for step in plan.steps] == [Action.BIND]
    assert plan.predecessors == (held,)
    assert "twice at CRM timeline button: Deal" in str(plan.notes[held.key])
    bound = snapshot(held, as_the_portal_stores(newcomer))
    assert make_plan(bound, [newcomer], ()).predecessors == (held,), "they are twins once they stand there, too"
    assert make_plan(here, [binding(handler=OTHER_HANDLER, title="New")], ()).notes == {}
    assert make_plan(bound, [newcomer, held], ()).notes == {}, "whoever names both wants both"


def test_predecessors_are_moved_if_that_is_wanted_and_go_where_the_newcomer_stands_already() -> None:
    held = binding(language="en", options={"useBuiltInInterface": "Y"})
    newcomer = binding(handler=OTHER_HANDLER)
    stranger = binding(LEAD, "https://elsewhere.example.com")
    (step,) = make_plan(snapshot(held, stranger), [newcomer], (), moving=True).steps
    assert (step.action, step.before, step.after) == (Action.MOVE, held, newcomer)
    assert [change.name for change in step.changes] == ["handler", "options.useBuiltInInterface"]
    bound = snapshot(held, as_the_portal_stores(newcomer), stranger)
    plan = make_plan(bound, [newcomer], (), moving=True)
    assert [(step.action, step.before) for step in plan.steps] == [(Action.UNBIND, held)]
    assert plan.unmanaged == (stranger,)


@given(MANY, MANY)
def test_a_plan_after_its_own_apply_is_empty(held: list[Binding], wanted: list[Binding]) -> None:
    before = snapshot(*map(as_the_portal_stores, held))
    plan = make_plan(before, wanted)
    rows = {row.key: row for row in before.bindings}
    for step in plan.steps:
        if step.before is not None:
            del rows[step.before.key]
        if step.after is not None:
            assert step.after.key not in rows
            rows[step.after.key] = as_the_portal_stores(step.after)
    after = snapshot(*rows.values())
    assert make_plan(after, wanted).steps == ()
    assert set(rows) == {one.key for one in wanted}
