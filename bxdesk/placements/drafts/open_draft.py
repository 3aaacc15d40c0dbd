"""The draft of a portal that is open: what it began with, what it is now, and whether it is worth keeping."""

from __future__ import annotations

from dataclasses import dataclass

from bxdesk.placements.drafts.draft import Draft
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.drafts.resuming import KeptDraft, Resumed, resume, unfulfilled
from bxdesk.placements.drafts.switching import opened
from bxdesk.placements.snapshot import Snapshot


@dataclass(slots=True)
class OpenDraft:
    """Changes with every tick.

    ``start`` is what a discard may go back to, ``discarded`` what the last one left, and ``resumed`` tells of a draft
    that was taken up again, until somebody goes on with it.
    """

    draft: Draft
    start: Draft
    discarded: Draft | None = None
    resumed: Resumed | None = None

    @property
    def worth_keeping(self) -> Draft | None:
        """The draft, if somebody would miss it."""
        return None if self.draft in (self.start, self.discarded) else self.draft

    def put(self, draft: Draft) -> None:
        """Goes on with a draft."""
        self.draft, self.resumed = draft, None

    def settle(self, snapshot: Snapshot) -> None:
        """Takes what came of changes: decisions that were carried out are forgotten, the others stay."""
        before, left = self.draft, unfulfilled(self.draft, snapshot)
        moved = _moved_to(before, snapshot)
        self.put(opened(DraftView(left, snapshot), moved) if moved else left)
        if not DraftView(self.draft, snapshot).plan().steps:
            self.start = self.draft

    def without_decisions(self, snapshot: Snapshot) -> Draft:
        """The draft that a discard leaves; texts go back only if they alone would still change something."""
        cleared = self.draft.cleared()
        return self.start if DraftView(cleared, snapshot).plan().steps else cleared

    def discard(self, snapshot: Snapshot) -> Draft:
        """The draft to go on with when every decision is forgotten; nobody would miss it."""
        self.discarded = self.without_decisions(snapshot)
        return self.discarded


def open_draft(snapshot: Snapshot, kept: KeptDraft | None) -> OpenDraft:
    """The draft that was kept, or one to begin with: the app's only handler, with the texts that its rows share."""
    handlers = {row.handler for row in snapshot.bindings}
    start = opened(DraftView(Draft(), snapshot), handlers.pop()) if len(handlers) == 1 else Draft()
    if kept is None:
        return OpenDraft(start, start)
    resumed = resume(kept, snapshot)
    return OpenDraft(resumed.draft, start, resumed=resumed)


def _moved_to(draft: Draft, snapshot: Snapshot) -> str:
    """The address that the draft's handler has now, if all of its widgets were given one; otherwise nothing."""
    rows = draft.rows.items()
    found = {becomes.handler for key, becomes in rows if becomes is not None and key.handler == draft.handler}
    standing = {row.handler for row in snapshot.bindings}
    return found.pop() if len(found) == 1 and draft.handler not in standing and found <= standing else ""
