"""What to begin with on a portal that nobody has worked on yet."""

from __future__ import annotations

from dataclasses import replace

from bxdesk.placements.bindings import DEFAULT_LANGUAGE
from bxdesk.placements.drafts.draft import Draft
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.saying import Saying
from bxdesk.placements.snapshot import Snapshot


def first_draft(snapshot: Snapshot) -> Draft:
    """What to begin with: the handler and texts that all bindings share, unless that alone would change something."""
    handlers = {row.handler for row in snapshot.bindings}
    if len(handlers) != 1:
        return Draft()
    draft = Draft(handler=handlers.pop())
    texts = [dict(row.texts) for row in snapshot.bindings]
    if all(said == texts[0] for said in texts):
        one = len(texts[0]) == 1
        said = Saying({DEFAULT_LANGUAGE: next(iter(texts[0].values()))} if one else texts[0])
        with_texts = replace(draft, said=said)
        if not DraftView(with_texts, snapshot).plan().steps:
            return with_texts
    return draft
