"""A draft as text: nothing is lost on the way there and back, and what is not a draft is told apart."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, Texts
from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.draft_text import NewerDraftError, NotADraftError, draft_from, draft_text
from bxdesk.placements.drafts.resuming import KeptDraft
from bxdesk.placements.saying import Saying
from tests.builders import DEAL, HANDLER, LEAD, PURCHASE, TILE

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
ANYTHING = st.text(max_size=6)
"""Half characters, control characters and blanks included: people paste all sorts of things."""
OPTIONS = st.dictionaries(ANYTHING, ANYTHING, max_size=2)
TEXTS = st.dictionaries(
    st.sampled_from((DEFAULT_LANGUAGE, "en", "de", "ru")), st.builds(Texts, ANYTHING, ANYTHING, ANYTHING), max_size=2
)
SAYINGS = st.builds(Saying, TEXTS, OPTIONS, st.none() | st.integers(0, 10**6))
CODES = st.sampled_from((DEAL, LEAD, PURCHASE, TILE))
KEYS = st.builds(BindingKey, CODES, ANYTHING, st.integers(0, 9))
DRAFTS = st.builds(
    Draft,
    ANYTHING,
    SAYINGS,
    st.dictionaries(CODES, st.sampled_from(Mark), max_size=4),
    st.dictionaries(CODES, SAYINGS, max_size=2),
    st.dictionaries(KEYS, st.none() | st.builds(Binding, KEYS, TEXTS, OPTIONS), max_size=2),
)
"""Anything that somebody may have typed and ticked."""


@given(DRAFTS, st.datetimes(timezones=st.just(UTC)))
def test_a_draft_is_read_as_it_was_written(draft: Draft, time: datetime) -> None:
    kept = KeptDraft(draft, time)
    read = draft_from(draft_text(kept))
    assert read == kept
    assert list(read.draft.marks) == list(draft.marks)  # the placement ticked last is the one that is shown
    assert draft_text(kept).isascii()


@given(DRAFTS, st.data())
def test_half_a_file_is_no_draft(draft: Draft, data: st.DataObject) -> None:
    text = draft_text(KeptDraft(draft, NOW)).rstrip()
    with pytest.raises(NotADraftError):
        draft_from(text[: data.draw(st.integers(0, len(text) - 1))])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", None),
        ("version", "1"),
        ("marks", {DEAL: "perhaps"}),
        ("said", {"texts": {"": "Send"}}),
        ("rows", [[{"placement": DEAL, "handler": HANDLER}]]),
        ("saved", "yesterday"),
        ("handler", None),
    ],
)
def test_what_is_not_a_draft_is_refused(name: str, value: object) -> None:
    shape = json.loads(draft_text(KeptDraft(Draft(HANDLER), NOW)))
    with pytest.raises(NotADraftError):
        draft_from(json.dumps({**shape, name: value}))
    with pytest.raises(NotADraftError):
        draft_from(json.dumps([shape]))


def test_a_newer_draft_is_told_apart_from_a_damaged_one() -> None:
    with pytest.raises(NewerDraftError):
        draft_from(json.dumps({"version": 2, "ticks": []}))
