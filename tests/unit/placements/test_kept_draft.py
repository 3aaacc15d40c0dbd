"""A draft as text, and taken up again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.bindings import Texts
from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.draft_text import NewerDraftError, NotADraftError, draft_from, draft_text
from bxdesk.placements.kept_draft import KeptDraft, resume
from bxdesk.placements.widgets import Widget
from tests.builders import DEAL, HANDLER, LEAD, TILE, binding, snapshot

BUILT_IN = {"useBuiltInInterface": "Y"}
NOW = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)


def _draft(title: str = "New", *codes: str) -> Draft:
    content = Content.of(title, "said", "group").with_option("useBuiltInInterface", "Y")
    return Draft.of(snapshot(binding(DEAL))).with_widget(
        "new-1", Widget("https://new.example.org", content, dict.fromkeys(codes or (LEAD,)) | {TILE: Content.of("Own")})
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_whatever_was_typed_comes_back(title: str) -> None:
    kept = KeptDraft(_draft(title), NOW)
    again = draft_from(draft_text(kept))
    assert again.time == NOW
    assert again.draft == kept.draft
    assert draft_text(again) == draft_text(kept)


def test_half_a_character_keeps_nothing_from_being_kept() -> None:
    kept = KeptDraft(_draft("half \ud83d"), NOW)
    assert draft_from(draft_text(kept)).draft == _draft("half \ufffd")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"version": 1}',
        '{"version": 2}',
        '{"version": true}',
        '{"version": 2, "saved": "x", "base": {}, "layout": {}}',
        '{"version": 2, "saved": "2026-11-27T10:00:00Z", "base": {"widgets": [1]}, "layout": {"widgets": {}}}',
        "[" * 5000,
    ],
)
def test_what_is_no_draft_is_refused(text: str) -> None:
    with pytest.raises(NotADraftError):
        draft_from(text)


def test_a_newer_one_is_left_to_the_newer_bxdesk() -> None:
    with pytest.raises(NewerDraftError):
        draft_from('{"version": 3}')


def test_what_was_done_meanwhile_is_counted_and_what_has_no_place_waits() -> None:
    kept = KeptDraft(_draft("New", LEAD, "CRM_OLD_SPOT"), NOW)
    row = binding(LEAD, "https://new.example.org", texts={"en": Texts("New", "said", "group")}, options=BUILT_IN)
    here = snapshot(binding(DEAL), row)
    resumed = resume(kept, here)
    assert (resumed.done, resumed.waiting) == (1, 1)
    assert [step.key.placement for step in resumed.draft.plan(here).steps] == [TILE]
    assert resumed.draft.layout.widgets[HANDLER] == kept.draft.layout.widgets[HANDLER]
