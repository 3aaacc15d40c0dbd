"""Making another handler the current one: what waits for the handler before keeps its address.

Ticks belong to the draft's handler. When another one takes its place, what they come to is written down row by row, in
:attr:`Draft.rows`; coming back to the handler makes ticks of it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, Texts, differences
from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.drafts.wanted_rows import WantedRows
from bxdesk.placements.saying import Saying


def opened(view: DraftView, handler: str) -> Draft:
    """A handler is the current one, with the texts that all of its widgets share. The plan stays what it was."""
    draft = view.draft
    if handler == draft.handler:
        return draft
    written = draft.cleared().with_rows({**draft.rows, **_written_down(view, view.decided())})
    return _with_ticks(replace(written, handler=handler, said=_shared(written, handler, view)), view)


def retyped(view: DraftView, handler: str) -> Draft:
    """The address is typed anew: ticks for new widgets go along, what waits for widgets that stand stays theirs."""
    draft = view.draft
    if handler == draft.handler:
        return draft
    standing = [code for code in view.decided() if view.held(code) is not None]
    stay = dict.fromkeys(standing)
    written = draft.with_rows(_written_down(view, standing)).marked(standing, None).with_own(stay)
    return _with_ticks(replace(written, handler=handler), view)


def _written_down(view: DraftView, codes: Iterable[str]) -> dict[BindingKey, Binding | None]:
    rows: dict[BindingKey, Binding | None] = {}
    wanted = WantedRows(view.draft)
    for code in codes:
        held, becomes = view.held(code), view.becomes(code)
        if held is not None and becomes is not held:
            rows[held.key] = becomes
        elif held is None and view.draft.marks.get(code) is Mark.WANTED:
            row = becomes or wanted.row(code, None)  # a tick may wait for its place
            rows[row.key] = row
    return rows


def _with_ticks(draft: Draft, view: DraftView) -> Draft:
    """Rows of the draft's handler that were written down are ticks again."""
    held = {row.key: row for row in view.snapshot.bindings if row.handler == draft.handler}
    ours = {
        key: becomes
        for key, becomes in draft.rows.items()
        if key.handler == draft.handler and (becomes is None or becomes.handler == draft.handler)
    }
    rows = {key: becomes for key, becomes in draft.rows.items() if key not in ours}
    ticked = replace(draft, rows=MappingProxyType(rows))
    wanted = WantedRows(draft)
    for key, becomes in ours.items():
        code, row = key.placement, held.get(key)
        if code in draft.marks:
            continue  # a tick that goes along decides
        if becomes is None:
            ticked = ticked.marked([code], Mark.UNWANTED) if row is not None else ticked
        else:
            ticked = ticked.marked([code], Mark.WANTED)
            if wanted.row(code, row) != becomes:  # to the letter: what differs may be told by no difference
                ticked = ticked.with_own({code: Saying.held(becomes)})
    return ticked


def _shared(written: Draft, handler: str, view: DraftView) -> Saying:
    """What all widgets of a handler will say; nothing where they differ, so that each keeps its own."""
    rows = {row.key: row for row in view.snapshot.bindings if row.handler == handler}
    final = {**rows, **{key: becomes for key, becomes in written.rows.items() if key.handler == handler}}
    said: list[dict[str, Texts]] = []
    for row in final.values():
        texts = dict(row.texts) if row is not None and row.handler == handler else None
        if texts is not None and texts not in said:
            said.append(texts)
    if len(said) != 1:
        return Saying()
    (texts,) = said
    only = next(iter(texts.values())) if len(texts) == 1 else None
    shared = Saying(MappingProxyType(texts if only is None else {DEFAULT_LANGUAGE: only}))
    wanted = WantedRows(Draft(handler, shared))
    left = [row for row in rows.values() if row.key not in written.rows]
    return Saying() if any(differences(row, wanted.row(row.placement, row)) for row in left) else shared
