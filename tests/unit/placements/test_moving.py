"""Other addresses for many rows, and addresses that look alike."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.bindings import Binding, BindingKey
from bxdesk.placements.moving import (
    by_widget,
    differing_parts,
    look_alikes,
    move_plan,
    moves,
    origin_of,
    origins_of,
    shape_warning,
)
from bxdesk.placements.plan import Action, Plan
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding, snapshot

OLD, NEW = "https://widgets.example.com", "https://new.example.org:8443"


def test_the_beginning_of_addresses_is_changed_and_the_rest_stays() -> None:
    rows = (binding(DEAL), binding(TILE, OTHER_HANDLER), binding(LEAD, "https://elsewhere.example.com/x"))
    found = moves(rows, OLD, NEW, snapshot(*rows))
    assert [(move.row.placement, move.address) for move in found] == [
        (DEAL, f"{NEW}/bitrix24"),
        (TILE, f"{NEW}/other"),
    ]
    assert all(move.becomes is not None and move.becomes.texts == move.row.texts for move in found)


def test_what_the_portal_would_refuse_stays() -> None:
    rows = (binding(DEAL), binding("CRM_ORDER_DETAIL_ACTIVITY"))
    assert [move.problem is None for move in moves(rows, OLD, NEW, snapshot(*rows))] == [True, False]
    (move, _) = moves(rows, OLD, "https://localhost", snapshot(*rows))
    assert move.problem is not None
    assert move.problem.code == "handler_host"


def test_a_row_that_meets_its_like_goes() -> None:
    there = binding(DEAL, f"{NEW}/bitrix24")
    rows = (binding(DEAL), binding(DEAL, f"{OLD}/x/bitrix24"), there)
    (move,) = moves(rows, OLD + "/bitrix24", NEW + "/bitrix24", snapshot(*rows))
    assert (move.merges, move.becomes) == (True, None)
    first, second = moves((binding(DEAL, f"{OLD}/a"), binding(DEAL, f"{OLD}/a")), OLD, NEW, snapshot())
    assert (first.merges, second.merges) == (False, True)


def _held_after(plan: Plan, rows: Iterable[Binding]) -> dict[BindingKey, str]:
    """The titles on the portal once the steps were made one after the other."""
    held = {row.key: row.title for row in rows}
    for step in plan.steps:
        if step.before is not None:
            del held[step.before.key]
        if step.after is not None:
            assert step.after.key not in held, "a portal refuses it"
            held[step.after.key] = step.after.title
    return held


@given(st.permutations(("v", "vv", "vvv", "x")).flatmap(lambda names: st.tuples(st.just(names), st.integers(1, 4))))
def test_no_widget_is_lost_where_one_moves_to_what_another_leaves(chosen: tuple[list[str], int]) -> None:
    names = chosen[0][: chosen[1]]
    rows = [binding(DEAL, f"{OLD}/{name}", title=name) for name in names]
    here = snapshot(*rows)
    held = _held_after(move_plan(moves(rows, f"{OLD}/vv", f"{OLD}/v", here), here), rows)
    expected = {f"{OLD}/{name.replace('vv', 'v', 1)}": name for name in sorted(names, reverse=True)}
    assert {key.handler: title for key, title in held.items()} == expected


def test_nothing_moves_to_where_it_is() -> None:
    assert moves((binding(DEAL),), OLD, OLD, snapshot()) == ()


def test_a_move_into_a_folder_of_the_same_server_can_be_made_again() -> None:
    there, left = binding(DEAL, f"{OLD}/v2/a"), binding(LEAD, f"{OLD}/a")
    (move,) = moves((there, left), OLD, f"{OLD}/v2", snapshot(there, left))
    assert (move.row, move.address) == (left, f"{OLD}/v2/a")
    assert move.becomes is not None
    assert moves((there, move.becomes), OLD, f"{OLD}/v2", snapshot(there, move.becomes)) == ()


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (f"{HANDLER}/", True),
        ("https://WIDGETS.example.com/Bitrix24", True),
        (f"{HANDLER}?a=1", False),
        (OTHER_HANDLER, False),
        ("http://widgets.example.com/bitrix24", True),
        ("https://[broken", False),
    ],
)
def test_addresses_that_look_alike(other: str, alike: bool) -> None:
    first, second = binding(DEAL), binding(DEAL, other)
    found = look_alikes((first, second, binding(TILE, other)))
    assert found == ({first.key: (other,), second.key: (HANDLER,)} if alike else {})


def test_the_order_of_a_query_does_not_tell_two_addresses_apart() -> None:
    first, second = binding(DEAL, f"{HANDLER}?a=1&b=2"), binding(DEAL, f"{HANDLER}?b=2&a=1")
    assert set(look_alikes((first, second))) == {first.key, second.key}


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        (HANDLER, OLD),
        ("https://a.b:8443/c?d", "https://a.b:8443"),
        ("nonsense", "nonsense"),
        ("https://[x", "https://[x"),
    ],
)
def test_the_origin_of_an_address(address: str, origin: str) -> None:
    assert origin_of(address) == origin


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (OLD, NEW, ""),
        (f"{OLD}/", f"{NEW}/", ""),
        (f"{OLD}/", f"{NEW}/app/", ""),
        (f"{OLD}/", NEW, "move_slash"),
        (OLD, f"{NEW}/", "move_slash"),
        ("https://widgets.example", "https://new.example", "move_inside_name"),
        ("https://widgets.ex", NEW, "move_inside_name"),
        (f"{OLD}/bit", f"{NEW}/bit", "move_inside_name"),
        (OLD, f"{NEW}/?to=", "move_query"),
        (HANDLER, f"{NEW}/", ""),
        ("https://elsewhere.example", NEW, ""),
    ],
)
def test_a_slip_in_the_two_beginnings_is_told(before: str, after: str, code: str) -> None:
    found = shape_warning(before, after, [binding(DEAL)])
    assert (found.code if found is not None else "") == code


def test_the_hosts_that_occur_come_with_the_commonest_first() -> None:
    rows = (binding(DEAL, "https://one.example.com/x"), binding(LEAD), binding(TILE, OTHER_HANDLER))
    assert origins_of(rows) == (OLD, "https://one.example.com")


def test_places_of_one_widget_that_end_alike_are_shown_together() -> None:
    here = snapshot(binding(DEAL, f"{OLD}/a"), binding(LEAD, f"{OLD}/a"), binding(PURCHASE, f"{OLD}/b"))
    found = by_widget(moves(here.bindings, OLD, NEW, here))
    assert [[one.row.placement for one in group] for group in found] == [[DEAL, LEAD], [PURCHASE]]


def test_a_place_that_stays_stands_apart_from_those_that_move() -> None:
    here = snapshot(binding(DEAL, f"{OLD}/a"), binding(PURCHASE, f"{OLD}/a"), placements=(DEAL,))
    found = by_widget(moves(here.bindings, OLD, NEW, here))
    assert [[one.problem is None for one in group] for group in found] == [[True], [False]]


def test_the_plan_of_moves_gives_each_widget_its_own_new_address() -> None:
    """Two of them say the same: without their addresses nobody could tell which becomes which."""
    here = snapshot(binding(DEAL, f"{OLD}/a"), binding(DEAL, f"{OLD}/b"))
    plan = move_plan(moves(here.bindings, OLD, NEW, here), here)
    assert [(step.action, step.before and step.before.handler, step.binding.handler) for step in plan.steps] == [
        (Action.MOVE, f"{OLD}/a", f"{NEW}/a"),
        (Action.MOVE, f"{OLD}/b", f"{NEW}/b"),
    ]


def test_what_stands_at_the_new_address_already_stays_and_the_old_one_goes() -> None:
    here = snapshot(binding(DEAL, f"{OLD}/a"), binding(DEAL, f"{NEW}/a", "Newer"))
    plan = move_plan(moves(here.bindings, OLD, NEW, here), here)
    assert [(step.action, step.binding.handler) for step in plan.steps] == [(Action.UNBIND, f"{OLD}/a")]


@pytest.mark.parametrize(
    ("before", "after", "differ"),
    [
        (f"{OLD}/bitrix24", f"{NEW}/bitrix24", ("widgets.example.com", "new.example.org:8443")),
        (f"{OLD}/a", f"{OLD}//a", ("a", "/a")),
        (f"{OLD}/old/a?x=1", f"{OLD}/new/a?x=1", ("old", "new")),
        (f"{OLD}/a?x=1", f"{OLD}/b?x=1", ("a?x=1", "b?x=1")),
        ("http://example.com/a", "https://example.com/a", ("http:", "https:")),
    ],
)
def test_of_two_addresses_the_names_that_differ_are_told(before: str, after: str, differ: tuple[str, str]) -> None:
    assert differing_parts(before, after) == differ


@given(before=st.text("ab/", min_size=1), after=st.text("ab/", min_size=1))
def test_addresses_that_differ_are_told_apart_by_what_differs(before: str, after: str) -> None:
    old, new = differing_parts(before, after)
    assert (old == new) == (before == after)
    assert old in before
    assert new in after
