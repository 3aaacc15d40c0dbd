"""Which drafts somebody would miss."""

from __future__ import annotations

from datetime import UTC, datetime

from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.open_draft import open_draft
from bxdesk.placements.drafts.resuming import KeptDraft
from bxdesk.placements.saying import Saying
from tests.builders import DEAL, HANDLER, LEAD, binding, snapshot

HERE = snapshot(binding(language="en"))
TYPED = Draft(HANDLER, Saying.of("Other"))


def test_what_one_begins_with_is_not_missed() -> None:
    assert open_draft(HERE, None).worth_keeping is None
    assert open_draft(snapshot(), None).worth_keeping is None


def test_what_was_typed_or_ticked_is_missed_until_it_is_discarded() -> None:
    here = open_draft(HERE, None)
    here.put(TYPED)
    assert here.worth_keeping == TYPED
    here.put(here.discard(HERE))
    assert here.worth_keeping is None
    assert here.draft == here.start, "the text alone would still change something"
    here.put(here.draft.marked([LEAD], Mark.WANTED))
    assert here.worth_keeping is not None
    here.put(here.discard(HERE))
    assert here.worth_keeping is None


def test_texts_stay_typed_after_a_discard_but_are_not_kept() -> None:
    here = open_draft(snapshot(), None)
    here.put(TYPED.marked([DEAL], Mark.WANTED))
    here.put(here.discard(snapshot()))
    assert here.draft == TYPED
    assert here.worth_keeping is None
    here.put(Draft(HANDLER, Saying.of("Others")))
    assert here.worth_keeping is not None


def test_what_was_applied_is_not_missed_what_failed_is() -> None:
    here = open_draft(snapshot(), None)
    here.put(Draft(HANDLER, Saying.of("Send contract")).marked([DEAL, LEAD], Mark.WANTED))
    here.settle(HERE)
    assert here.worth_keeping is not None
    assert dict(here.draft.marks) == {LEAD: Mark.WANTED}
    here.settle(snapshot(binding(language="en"), binding(LEAD, language="en")))
    assert here.worth_keeping is None
    assert not here.draft.is_decided


def test_what_was_put_back_stays_to_be_done() -> None:
    here = open_draft(snapshot(), None)
    here.put(Draft(HANDLER, Saying.of("Send contract")).marked([DEAL, LEAD], Mark.WANTED))
    here.settle(snapshot(binding(title="Older", language="en")))
    assert dict(here.draft.marks) == {DEAL: Mark.WANTED, LEAD: Mark.WANTED}


def test_a_kept_draft_is_taken_up_and_goes_on_being_kept() -> None:
    kept = KeptDraft(TYPED.marked([LEAD], Mark.WANTED), datetime(2026, 3, 1, tzinfo=UTC))
    here = open_draft(HERE, kept)
    assert here.worth_keeping == kept.draft
    assert here.resumed is not None
    here.put(TYPED)
    assert here.resumed is None
