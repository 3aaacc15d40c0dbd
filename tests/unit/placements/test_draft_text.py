"""A draft as text: nothing is lost on the way there and back, and what is not a draft is told apart."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Texts
from bxdesk.placements.draft import Draft, Mark
from bxdesk.placements.draft_text import KeptDraft, NewerDraftError, NotADraftError, draft_from, draft_text
from bxdesk.placements.saying import Saying
from tests.builders import DEAL, HANDLER, LEAD, PURCHASE, TILE, bindings

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
ANYTHING = st.text(max_size=20)
"""Half characters, control characters and blanks included: people paste all sorts of things."""
LANGUAGES = st.sampled_from((DEFAULT_LANGUAGE, "en", "de", "ru"))
SAYINGS = st.builds(
    Saying,
    st.dictionaries(LANGUAGES, st.builds(Texts, ANYTHING, ANYTHING, ANYTHING), max_size=3),
    st.dictionaries(ANYTHING, ANYTHING, max_size=3),
    st.none() | st.integers(0, 10**6),
)
CODES = st.sampled_from((DEAL, LEAD, PURCHASE, TILE))


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Anything that somebody may have typed and ticked."""
    rows = draw(st.lists(st.tuples(bindings(), st.none() | bindings()), max_size=3))
    return Draft(
        draw(ANYTHING),
        draw(SAYINGS),
        draw(st.dictionaries(CODES, st.sampled_from(Mark), max_size=4)),
        draw(st.dictionaries(CODES, SAYINGS, max_size=3)),
        {row.key: becomes for row, becomes in rows},
    )


@given(drafts(), st.datetimes(timezones=st.just(UTC)))
def test_a_draft_is_read_as_it_was_written(draft: Draft, time: datetime) -> None:
    kept = KeptDraft(draft, time)
    read = draft_from(draft_text(kept))
    assert read == kept
    assert list(read.draft.marks) == list(draft.marks)  # the placement ticked last is the one that is shown
    assert draft_text(kept).isascii()


@given(drafts(), st.data())
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
