"""Another handler becomes the current one: nothing that waits changes its address, and nothing is lost."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.bindings import Binding, Texts
from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.drafts.resuming import unfulfilled
from bxdesk.placements.drafts.switching import opened, retyped
from bxdesk.placements.plan import Action, Step
from bxdesk.placements.saying import Saying
from bxdesk.placements.snapshot import Snapshot
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding, bindings, snapshot

TYPED = Draft(HANDLER, Saying.of("Send contract")).marked([LEAD, DEAL], Mark.WANTED)
HERE = snapshot(binding(TILE, OTHER_HANDLER, "Chat", language="en"))


def _steps(draft: Draft, here: Snapshot) -> list[Step]:
    return sorted(DraftView(draft, here).plan().steps, key=repr)


def _binds(draft: Draft, here: Snapshot = HERE) -> set[tuple[str, str, str]]:
    steps = DraftView(draft, here).plan().steps
    assert all(step.action is Action.BIND for step in steps)
    return {(step.key.placement, step.key.handler, step.binding.title) for step in steps}


def test_ticks_stay_with_their_address_and_come_back_with_it() -> None:
    waiting = {(LEAD, HANDLER, "Send contract"), (DEAL, HANDLER, "Send contract")}
    assert _binds(TYPED) == waiting
    other = opened(DraftView(TYPED, HERE), OTHER_HANDLER)
    assert (other.handler, other.said.text("").title) == (OTHER_HANDLER, "Chat")
    assert _binds(other) == waiting
    assert not DraftView(other, HERE).state(LEAD).ticked
    back = opened(DraftView(other, HERE), HANDLER)
    assert _binds(back) == waiting
    assert back.marks == TYPED.marks
    assert (back.said, dict(back.own), dict(back.rows)) == (TYPED.said, {}, {})


def test_what_was_written_down_is_forgotten_once_it_stands() -> None:
    other = opened(DraftView(TYPED, HERE), OTHER_HANDLER)
    stands = snapshot(*HERE.bindings, binding(LEAD, language="en"), binding(DEAL, language="en"))
    assert not unfulfilled(other, stands).is_decided
    half = snapshot(*HERE.bindings, binding(LEAD, title="Older", language="en"), binding(DEAL, language="en"))
    assert [key.placement for key in unfulfilled(other, half).rows] == [LEAD]


def test_an_address_that_is_typed_takes_new_ticks_along_and_leaves_what_stands() -> None:
    here = snapshot(binding(LEAD, language="en"), binding(TILE, language="en"))
    draft = Draft(HANDLER).marked([DEAL], Mark.WANTED).marked([LEAD], Mark.UNWANTED)
    typed = retyped(DraftView(draft, here), OTHER_HANDLER)
    assert {(step.action, step.key.placement, step.key.handler) for step in _steps(typed, here)} == {
        (Action.UNBIND, LEAD, HANDLER),
        (Action.BIND, DEAL, OTHER_HANDLER),
    }
    assert retyped(DraftView(typed, here), HANDLER) == draft


def test_a_tick_waits_for_its_place_under_its_own_address() -> None:
    nowhere = snapshot(*HERE.bindings, placements=(DEAL, TILE))
    other = opened(DraftView(TYPED, nowhere), OTHER_HANDLER)
    assert {code for code, _, _ in _binds(other, nowhere)} == {DEAL}
    assert {code for code, _, _ in _binds(other, HERE)} == {DEAL, LEAD}


def test_what_is_missing_for_a_waiting_address_is_said_with_the_address() -> None:
    other = opened(DraftView(Draft(HANDLER).marked([LEAD], Mark.WANTED), HERE), OTHER_HANDLER)
    problem = DraftView(other, HERE).problem()
    assert problem is not None
    assert str(problem.title) == f"At {HANDLER}: The widget has no title."


@st.composite
def _drafts(draw: st.DrawFn) -> tuple[Draft, Snapshot]:
    rows: dict[object, Binding] = {}
    for row in draw(st.lists(bindings(), max_size=6)):
        texts = {language or "en": text for language, text in row.texts.items()}
        rows[row.key] = binding(row.placement, row.handler, texts=texts, options=row.options)
    codes = st.sampled_from((DEAL, LEAD, PURCHASE, TILE))
    handlers = st.sampled_from((HANDLER, OTHER_HANDLER, "https://new.example.com/x"))
    said = st.sampled_from((Saying(), Saying.of("One"), Saying({"en": Texts("Two"), "de": Texts("Zwei")})))
    draft = Draft(draw(handlers), draw(said))
    for code, mark in draw(st.dictionaries(codes, st.sampled_from(Mark))).items():
        draft = draft.marked([code], mark)
    return draft.with_own(draw(st.dictionaries(codes, said, max_size=2))), snapshot(*rows.values())


@given(_drafts(), st.lists(st.sampled_from((HANDLER, OTHER_HANDLER, "https://new.example.com/x")), max_size=4))
def test_opening_widgets_one_after_the_other_never_changes_the_plan(
    drawn: tuple[Draft, Snapshot], handlers: Collection[str]
) -> None:
    draft, here = drawn
    before = _steps(draft, here)
    for handler in handlers:
        draft = opened(DraftView(draft, here), handler)
        assert draft.handler == handler
        assert _steps(draft, here) == before


def test_a_place_knows_what_the_plan_does_there_about_another_handler() -> None:
    view = DraftView(opened(DraftView(TYPED, HERE), OTHER_HANDLER), HERE)
    step = view.other_step(LEAD)
    assert step is not None
    assert (step.action, step.key.handler) == (Action.BIND, HANDLER)
    assert view.other_step(PURCHASE) is None
