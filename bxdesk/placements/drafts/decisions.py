"""What a person's decisions about placements and rows make of a draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from bxdesk.placements.bindings import Binding, BindingKey
from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.place_state import Standing
from bxdesk.placements.saying import Saying


def with_own_texts(view: DraftView, codes: Iterable[str]) -> Draft:
    """Placements get texts of their own: those of the row that stands there, otherwise the common ones."""
    own: dict[str, Saying | None] = {}
    for code in codes:
        held = view.held(code)
        other = held is not None and view.state(code).standing is Standing.OTHER_TEXT
        own[code] = Saying.held(held) if held is not None and other else view.draft.said
    return view.draft.marked([code for code in own if view.held(code)], None).with_own(own)


def keeping_texts(view: DraftView, codes: Collection[str], kept: bool) -> Draft:
    """Placements keep the texts that stand there, or no longer do."""
    # A row that would lose languages keeps its texts by itself: it takes a decision to rewrite it.
    by_itself = [code for code in codes if view.keeps_by_itself(code)]
    others = [code for code in codes if code not in by_itself]
    return view.draft.marked(by_itself, None if kept else Mark.WANTED).marked(others, Mark.KEPT if kept else None)


def moved_here(view: DraftView, rows: Iterable[Binding]) -> tuple[Draft, int]:
    """The draft's handler is bound where these rows stand, with their texts, and they go.

    Also returns how many stay because the portal would not bind at their place again.
    """
    gone: dict[BindingKey, Binding | None] = {}
    own: dict[str, Saying | None] = {}
    left = 0
    for row in rows:
        if row.handler == view.draft.handler:
            continue
        there = view.held(row.placement) is not None or row.placement in own
        if not there and not view.can_be_ticked(row.placement):
            left += 1
            continue
        gone[row.key] = None
        if not there:
            own[row.placement] = Saying.held(row)
    return view.draft.marked(own, Mark.WANTED).with_own(own).with_rows(gone), left


def decided(draft: Draft, rows: Mapping[BindingKey, Binding | None]) -> Draft:
    """Single rows get another address, or (None) go."""
    codes = [key.placement for key in rows if key.handler == draft.handler]
    return draft.marked(codes, None).with_rows(rows)


def removed(view: DraftView, rows: Collection[Binding]) -> Draft:
    """Rows go; those of the draft's handler are unticked."""
    handler = view.draft.handler
    unticked = view.marked([row.placement for row in rows if row.handler == handler], False)
    return unticked.with_rows({row.key: None for row in rows if row.handler != handler})


def left_as_they_are(draft: Draft, rows: Collection[Binding]) -> Draft:
    """What was decided about rows is forgotten."""
    codes = [row.placement for row in rows]
    keys = {row.key for row in rows}
    kept = {key: becomes for key, becomes in draft.rows.items() if key not in keys}
    return replace(draft.marked(codes, None).with_own(dict.fromkeys(codes)), rows=MappingProxyType(kept))
