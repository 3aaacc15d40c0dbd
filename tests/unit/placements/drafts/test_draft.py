"""Ticks and texts, and the plan they amount to."""

from __future__ import annotations

import pytest

from bxdesk.placements.bindings import Texts
from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.place_state import Standing
from bxdesk.placements.plan import Action
from bxdesk.placements.saying import Saying
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding, snapshot

TYPED = Draft(HANDLER, Saying.of("Send contract"))


def _actions(view: DraftView) -> list[tuple[Action, str]]:
    return [(step.action, step.key.placement) for step in view.plan().steps]


def test_an_untouched_draft_changes_nothing() -> None:
    here = snapshot(binding(language="en"), binding(TILE, OTHER_HANDLER))
    assert _actions(DraftView(Draft(HANDLER), here)) == []
    assert _actions(DraftView(TYPED, here)) == []


def test_ticks_bind_and_unticks_unbind_this_handler_only() -> None:
    here = snapshot(binding(language="en"), binding(DEAL, OTHER_HANDLER, "Other"))
    draft = TYPED.marked([PURCHASE, TILE], Mark.WANTED).marked([DEAL], Mark.UNWANTED)
    view = DraftView(draft, here)
    assert _actions(view) == [(Action.UNBIND, DEAL), (Action.BIND, PURCHASE), (Action.BIND, TILE)]
    assert all(step.key.handler == HANDLER for step in view.plan().steps)


def test_another_title_replaces_what_is_ticked_unless_its_texts_are_kept() -> None:
    here = snapshot(binding(title="Old", language="en"), binding(LEAD, title="Old", language="en"))
    draft = TYPED.marked([LEAD], Mark.KEPT)
    view = DraftView(draft, here)
    assert view.state(DEAL).standing is Standing.OTHER_TEXT
    assert _actions(view) == [(Action.REPLACE, DEAL)]


def test_without_a_title_rows_keep_their_texts() -> None:
    here = snapshot(binding(title="Old", language="en"))
    view = DraftView(Draft(HANDLER), here)
    assert view.state(DEAL).standing is Standing.BOUND
    assert view.plan().steps == ()
    assert view.problem() is None


def test_a_replace_keeps_the_rows_options_and_group() -> None:
    held = binding(texts={"en": Texts("Old", "", "Tools")}, options={"useBuiltInInterface": "Y"})
    (step,) = DraftView(TYPED, snapshot(held)).plan().steps
    assert step.after is not None
    assert step.after.options == {"useBuiltInInterface": "Y"}
    assert [change.name for change in step.changes] == ["title.en"]


@pytest.mark.parametrize(
    ("code", "standing", "ticked", "tickable"),
    [
        (DEAL, Standing.BOUND, True, True),
        (LEAD, Standing.FREE, False, True),
        (TILE, Standing.OTHER_HANDLER, False, True),
        ("CRM_ORDER_DETAIL_ACTIVITY", Standing.UNAVAILABLE, False, False),
        ("crm_deal_detail_activity", Standing.BOUND, True, True),
    ],
)
def test_how_a_placement_stands(code: str, standing: Standing, ticked: bool, tickable: bool) -> None:
    view = DraftView(TYPED, snapshot(binding(language="en"), binding(TILE, OTHER_HANDLER)))
    state = view.state(code)
    assert (state.standing, state.ticked, state.can_be_ticked) == (standing, ticked, tickable)


def test_what_is_not_available_stays_unticked_even_when_marked() -> None:
    view = DraftView(TYPED.marked(["CRM_ORDER_DETAIL_ACTIVITY"], Mark.WANTED), snapshot())
    assert view.plan().steps == ()


def test_a_bound_placement_that_became_unavailable_can_be_unticked() -> None:
    here = snapshot(binding(language="en"), placements=())
    assert DraftView(TYPED, here).state(DEAL).can_be_ticked
    assert _actions(DraftView(TYPED.marked([DEAL], Mark.UNWANTED), here)) == [(Action.UNBIND, DEAL)]


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft("", Saying.of("T")), "handler_empty"),
        (Draft("ftp://a.b", Saying.of("T")), "handler_protocol"),
        (Draft(HANDLER, Saying.of("  ")), "title_empty"),
        (Draft(HANDLER, Saying.of("x" * 256)), "text_too_long"),
        (Draft(HANDLER, Saying.of("T", "x" * 256)), "text_too_long"),
        (Draft(HANDLER, Saying.of("T")), None),
    ],
)
def test_what_must_be_mended_before_a_review(draft: Draft, code: str | None) -> None:
    problem = DraftView(draft.marked([LEAD], Mark.WANTED), snapshot()).problem()
    assert (problem.code if problem else None) == code


def test_a_required_option_cannot_be_given_by_a_tick() -> None:
    draft = TYPED.marked(["IM_TEXTAREA"], Mark.WANTED)
    problem = DraftView(draft, snapshot(placements=("IM_TEXTAREA",))).problem()
    assert problem is not None
    assert problem.code == "option_missing"


def test_marks_can_be_taken_back() -> None:
    draft = TYPED.marked([DEAL, LEAD], Mark.WANTED)
    assert dict(draft.marked([DEAL], None).marks) == {LEAD: Mark.WANTED}
    assert draft.cleared() == TYPED
