"""Taking a draft up again that was left some time ago, on a portal that has gone on meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.place_state import Standing
from bxdesk.placements.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft, and when it was kept."""

    draft: Draft
    time: datetime


@dataclass(frozen=True, slots=True)
class Resumed:
    """A kept draft as it is now: without the ``done`` decisions that the portal has fulfilled meanwhile.

    ``waiting`` ticks cannot be carried out at the moment. They stay, should the portal offer their places again.
    """

    draft: Draft
    time: datetime
    done: int
    waiting: int


def resume(kept: KeptDraft, snapshot: Snapshot) -> Resumed:
    """Holds a draft against what stands on the portal now."""
    settled = unfulfilled(kept.draft, snapshot)
    done = len(kept.draft.marks) - len(settled.marks) + len(kept.draft.rows) - len(settled.rows)
    view = DraftView(settled, snapshot)
    waiting = sum(
        mark is Mark.WANTED and view.state(code).standing is Standing.UNAVAILABLE
        for code, mark in settled.marks.items()
    )
    return Resumed(settled, kept.time, done, waiting)


def unfulfilled(draft: Draft, snapshot: Snapshot) -> Draft:
    """The draft without the decisions that came out as wanted, whoever carried them out."""
    if snapshot.bindings_unread is not None:
        return draft
    view = DraftView(draft, snapshot)
    done = [code for code, mark in draft.marks.items() if _is_done(view, code, mark)]
    return draft.marked(done, None).settled({row.key: row for row in snapshot.bindings})


def _is_done(view: DraftView, code: str, mark: Mark) -> bool:
    if mark is Mark.WANTED:
        return view.state(code).standing is Standing.BOUND
    return view.held(code) is None
