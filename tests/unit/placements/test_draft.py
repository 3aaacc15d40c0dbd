"""A draft is the layout as it was read, and the layout as it is wanted; the plan is the difference."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.bindings import Binding, Texts
from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft, rebase
from bxdesk.placements.plan import Action, Plan
from bxdesk.placements.widgets import Layout, Widget
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding, snapshot

NEW = "https://new.example.org/b24"


def steps(plan: Plan) -> list[tuple[Action, str, str]]:
    return [(step.action, step.key.placement, step.key.handler) for step in plan.steps]


def edited(draft: Draft, key: str, widget: Widget) -> Draft:
    return draft.with_layout(draft.layout.with_widget(key, widget))


def test_what_nobody_touched_plans_nothing() -> None:
    here = snapshot(binding(DEAL), binding(TILE, texts={"en": Texts("Chat"), "de": Texts("Plaudern")}), binding(LEAD))
    draft = Draft.of(here)
    assert not draft.is_changed
    assert not draft.plan(here).steps
    assert [*draft.layout.widgets] == [HANDLER]
    (widget,) = draft.layout.widgets.values()
    assert [code for code, own in widget.places.items() if own is not None] == [TILE]


def test_a_title_that_is_typed_changes_what_shares_it_and_leaves_exceptions_alone() -> None:
    here = snapshot(binding(DEAL, title="A"), binding(LEAD, title="A"), binding(TILE, title="Own"))
    draft = Draft.of(here)
    widget = draft.layout.widgets[HANDLER]
    (language,) = widget.content.texts
    draft = edited(draft, HANDLER, replace(widget, content=widget.content.with_text(language, Texts("B"))))
    assert steps(draft.plan(here)) == [(Action.REPLACE, DEAL, HANDLER), (Action.REPLACE, LEAD, HANDLER)]


def test_another_address_moves_every_place() -> None:
    here = snapshot(binding(DEAL), binding(LEAD), binding(TILE, OTHER_HANDLER))
    draft = Draft.of(here)
    draft = edited(draft, HANDLER, replace(draft.layout.widgets[HANDLER], handler=NEW))
    assert steps(draft.plan(here)) == [(Action.MOVE, DEAL, NEW), (Action.MOVE, LEAD, NEW)]
    after = snapshot(binding(DEAL, NEW), binding(LEAD, NEW), binding(TILE, OTHER_HANDLER))
    rebased = rebase(draft, after)
    assert not rebased.draft.plan(after).steps
    assert rebased.keys == {HANDLER: NEW, OTHER_HANDLER: OTHER_HANDLER}


def test_several_widgets_wait_side_by_side() -> None:
    here = snapshot(binding(DEAL), binding(TILE, OTHER_HANDLER))
    draft = Draft.of(here)
    draft = edited(draft, HANDLER, draft.layout.widgets[HANDLER].with_places({LEAD: None}))
    draft = edited(draft, OTHER_HANDLER, draft.layout.widgets[OTHER_HANDLER].without_places([TILE]))
    draft = edited(draft, "new-1", Widget(NEW, Content.of("New"), {DEAL: None}))
    assert set(steps(draft.plan(here))) == {
        (Action.UNBIND, TILE, OTHER_HANDLER),
        (Action.BIND, LEAD, HANDLER),
        (Action.BIND, DEAL, NEW),
    }


def test_what_others_did_meanwhile_is_left_alone() -> None:
    before = snapshot(binding(DEAL, title="A"), binding(LEAD, title="A"))
    draft = edited(Draft.of(before), HANDLER, Draft.of(before).layout.widgets[HANDLER].with_places({PURCHASE: None}))
    now = snapshot(binding(DEAL, title="Theirs"), binding(TILE, title="Added"))
    rebased = rebase(draft, now).draft
    assert steps(rebased.plan(now)) == [(Action.BIND, PURCHASE, HANDLER)]
    assert set(rebased.layout.widgets[HANDLER].places) == {DEAL, TILE, PURCHASE}


def test_a_change_of_one_language_survives_another_in_the_next() -> None:
    both = {"en": Texts("Send"), "de": Texts("Senden")}
    before = snapshot(binding(DEAL, texts=both))
    draft = Draft.of(before)
    content = draft.layout.widgets[HANDLER].content.with_text("de", Texts("Abschicken"))
    draft = edited(draft, HANDLER, replace(draft.layout.widgets[HANDLER], content=content))
    now = snapshot(binding(DEAL, texts={**both, "en": Texts("Ship")}))
    (step,) = rebase(draft, now).draft.plan(now).steps
    assert step.after is not None
    assert step.after.texts == {"en": Texts("Ship"), "de": Texts("Abschicken")}


def test_what_the_portal_has_fulfilled_waits_no_longer() -> None:
    before = snapshot(binding(DEAL, title="A", language="en"))
    draft = edited(Draft.of(before), "new-1", Widget(NEW, Content.of("New"), {LEAD: None}))
    now = snapshot(binding(DEAL, title="A", language="en"), binding(LEAD, NEW, title="New", language="en"))
    rebased = rebase(draft, now)
    assert not rebased.draft.is_changed
    assert rebased.keys["new-1"] == NEW


def test_a_widget_that_others_removed_is_gone_and_one_that_was_added_to_is_not() -> None:
    before = snapshot(binding(DEAL), binding(TILE, OTHER_HANDLER))
    draft = edited(Draft.of(before), HANDLER, Draft.of(before).layout.widgets[HANDLER].with_places({LEAD: None}))
    rebased = rebase(draft, snapshot())
    assert [*rebased.draft.layout.widgets] == [HANDLER]
    assert steps(rebased.draft.plan(snapshot())) == [(Action.BIND, LEAD, HANDLER)]


def test_a_widget_that_is_removed_stays_removed() -> None:
    before = snapshot(binding(DEAL), binding(TILE, OTHER_HANDLER))
    draft = Draft.of(before)
    draft = draft.with_layout(draft.layout.without_widget(HANDLER))
    now = snapshot(binding(DEAL), binding(LEAD), binding(TILE, OTHER_HANDLER))
    rebased = rebase(draft, now).draft
    assert steps(rebased.plan(now)) == [(Action.UNBIND, DEAL, HANDLER)]
    assert set(rebased.layout.widgets[HANDLER].places) == {LEAD}


CODES = st.sampled_from((DEAL, LEAD, TILE, PURCHASE))
ROWS = st.dictionaries(
    st.tuples(CODES, st.sampled_from((HANDLER, OTHER_HANDLER, NEW))),
    st.dictionaries(
        st.sampled_from(("en", "de")), st.builds(Texts, st.sampled_from("ABC"), st.sampled_from(("", "d"))), min_size=1
    ),
    max_size=8,
)


def _bindings(rows: dict[tuple[str, str], dict[str, Texts]]) -> list[Binding]:
    return [binding(code, handler, texts=texts) for (code, handler), texts in rows.items()]


@given(ROWS)
def test_a_layout_comes_to_the_bindings_that_it_was_made_of(rows: dict[tuple[str, str], dict[str, Texts]]) -> None:
    bindings = _bindings(rows)
    assert {one.key: one.texts for one in bindings} == {
        key: one.texts for key, one in Layout.of(bindings).bindings.items()
    }


@given(ROWS, ROWS)
def test_an_unchanged_draft_follows_whatever_others_do(
    before: dict[tuple[str, str], dict[str, Texts]], now: dict[tuple[str, str], dict[str, Texts]]
) -> None:
    later = snapshot(*_bindings(now))
    rebased = rebase(Draft.of(snapshot(*_bindings(before))), later).draft
    assert not rebased.is_changed
    assert not rebased.plan(later).steps


@given(ROWS, ROWS)
def test_a_draft_that_was_carried_out_wants_nothing_more(
    before: dict[tuple[str, str], dict[str, Texts]], wanted: dict[tuple[str, str], dict[str, Texts]]
) -> None:
    here = snapshot(*_bindings(before))
    draft = Draft.of(here).with_layout(Layout.of(_bindings(wanted)))
    after = {one.key: one for one in here.bindings}
    for step in draft.plan(here).steps:
        if step.before is not None:
            del after[step.before.key]
        if step.after is not None:
            after[step.after.key] = step.after
    later = snapshot(*after.values())
    assert not rebase(draft, later).draft.plan(later).steps


def test_a_layout_that_names_every_place_of_a_widget_says_what_the_widget_says_from_now_on() -> None:
    held = Layout.of([binding(DEAL, title="A"), binding(LEAD, title="A")])
    (widget,) = held.with_bindings([binding(DEAL, title="B"), binding(LEAD, title="B")]).widgets.values()
    assert (widget.title, [*widget.places.values()]) == ("B", [None, None])
    (widget,) = held.with_bindings([binding(DEAL, title="B")]).widgets.values()
    assert (widget.title, widget.content_at(DEAL).title, widget.places[LEAD]) == ("A", "B", None)
