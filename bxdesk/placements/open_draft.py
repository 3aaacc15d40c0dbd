"""The draft of a portal that is open: what it began with, what it is now, and whether it is worth keeping."""

from __future__ import annotations

from dataclasses import dataclass

from bxdesk.placements.draft import Draft
from bxdesk.placements.first_draft import first_draft
from bxdesk.placements.resuming import KeptDraft, Resumed, resume
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


def open_draft(snapshot: Snapshot, kept: KeptDraft | None) -> OpenDraft:
    """The draft that was kept, or one to begin with."""
    start = first_draft(snapshot)
    if kept is None:
        return OpenDraft(start, start)
    resumed = resume(kept, snapshot)
    return OpenDraft(resumed.draft, start, resumed=resumed)
