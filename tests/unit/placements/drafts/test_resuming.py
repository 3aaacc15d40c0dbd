"""A draft that was left some time ago, on a portal that has gone on meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.drafts.resuming import KeptDraft, Resumed
from bxdesk.placements.drafts.resuming import resume as resume_kept
from bxdesk.placements.place_state import Standing
from bxdesk.placements.plan import Action
from bxdesk.placements.saying import Saying
from bxdesk.placements.snapshot import Snapshot
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding, snapshot

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
TYPED = Draft(HANDLER, Saying.of("Send contract"))


def resume(draft: Draft, here: Snapshot) -> Resumed:
    resumed = resume_kept(KeptDraft(draft, NOW), here)
    assert resumed.time == NOW
    return resumed


def test_on_an_unchanged_portal_everything_is_as_it_was() -> None:
    draft = TYPED.marked([LEAD, TILE], Mark.WANTED).marked([DEAL], Mark.UNWANTED)
    resumed = resume(draft, snapshot(binding(language="en")))
    assert (resumed.draft, resumed.done, resumed.waiting) == (draft, 0, 0)


def test_what_was_done_meanwhile_is_forgotten() -> None:
    gone, moved, moves = (binding(code, OTHER_HANDLER) for code in (LEAD, TILE, PURCHASE))
    here = snapshot(binding(language="en"), binding(TILE), moves)
    draft = TYPED.marked([DEAL], Mark.WANTED).marked([PURCHASE], Mark.UNWANTED)
    draft = draft.with_rows({gone.key: None, moved.key: binding(TILE), moves.key: None})
    resumed = resume(draft, here)
    assert (resumed.done, resumed.waiting) == (4, 0)
    assert dict(resumed.draft.marks) == {}
    assert dict(resumed.draft.rows) == {moves.key: None}
    assert [step.action for step in DraftView(resumed.draft, here).plan().steps] == [Action.UNBIND]


def test_a_tick_on_a_row_that_says_something_else_is_not_done() -> None:
    draft = TYPED.marked([DEAL], Mark.WANTED)
    assert resume(draft, snapshot(binding(title="Old", language="en"))).draft == draft


def test_ticks_that_the_portal_refuses_now_wait_for_it() -> None:
    draft = TYPED.marked([DEAL, LEAD], Mark.WANTED)
    without = snapshot(placements=(LEAD,))
    resumed = resume(draft, without)
    assert (resumed.draft, resumed.done, resumed.waiting) == (draft, 0, 1)
    assert [step.key.placement for step in DraftView(resumed.draft, without).plan().steps] == [LEAD]
    assert len(DraftView(resumed.draft, snapshot()).plan().steps) == 2


def test_own_texts_that_were_to_be_kept_at_a_place_that_is_gone_are_no_news() -> None:
    resumed = resume(TYPED.marked([DEAL], Mark.KEPT), snapshot())
    assert dict(resumed.draft.marks) == {}


def test_what_waits_is_kept_while_nobody_knows_what_stands() -> None:
    why = Problem("not_admin", message("Somebody is not an administrator."))
    here = replace(snapshot(), bindings_unread=why)
    draft = TYPED.marked([LEAD], Mark.WANTED).marked([DEAL], Mark.UNWANTED).with_rows({binding(TILE).key: None})
    assert resume(draft, here).draft == draft
    view = DraftView(draft, here)
    assert view.plan().steps == ()
    assert view.state(LEAD).standing is Standing.UNKNOWN
    assert view.marked([PURCHASE], True) == draft
