"""A draft that outlives its window, taken up again on a portal that has gone on meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bxdesk.placements.draft import Draft, rebase
from bxdesk.placements.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft, and when it was kept."""

    draft: Draft
    time: datetime


@dataclass(frozen=True, slots=True)
class Resumed:
    """A kept draft as it is now: without the ``done`` changes that the portal has fulfilled meanwhile.

    ``waiting`` places are not offered at the moment. They stay ticked, should the portal offer them again.
    """

    draft: Draft
    time: datetime
    done: int
    waiting: int


def resume(kept: KeptDraft, snapshot: Snapshot) -> Resumed:
    """Holds a kept draft against what stands on the portal now."""
    draft = rebase(kept.draft, snapshot).draft
    left = {(change.placement, change.after.handler if change.after else "") for change in draft.changes}
    done = sum(
        (change.placement, change.after.handler if change.after else "") not in left for change in kept.draft.changes
    )
    return Resumed(draft, kept.time, done, draft.waiting(snapshot))
