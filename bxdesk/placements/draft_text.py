"""A kept draft as text, for the disk. Apart from the rest: the window must not import pydantic's core in its thread."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from pydantic_core import ValidationError

from bxdesk.placements.bindings import EVERYBODY
from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.kept_draft import KeptDraft
from bxdesk.placements.kept_shapes import TEXTS, TIME, plain_form
from bxdesk.placements.widgets import Layout, Widget
from bxdesk.support.json_reading import JsonError, read_json
from bxdesk.support.shapes import INTEGER, STRING, Shape, by_name, maybe, optional, record, required

VERSION = 2
"""1 kept ticks and texts of one handler; its drafts are put aside."""


class NotADraftError(ValueError):
    """The text is none that bxdesk wrote."""


class NewerDraftError(ValueError):
    """The text was written by a newer bxdesk."""


@dataclass(frozen=True, slots=True)
class _Document:
    saved: datetime
    base: Layout
    layout: Layout


@cache
def _shape() -> Shape[_Document]:
    """Made when the first draft is read: most windows find none."""
    content = record(
        Content,
        texts=required(by_name(TEXTS)),
        options=required(by_name(STRING)),
        user_id=optional(INTEGER, EVERYBODY),
    )
    widget = record(
        Widget, handler=required(STRING), content=required(content), places=required(by_name(maybe(content)))
    )
    layout = record(Layout, widgets=required(by_name(widget)))
    return Shape(record(_Document, saved=required(TIME), base=required(layout), layout=required(layout)))


def draft_text(kept: KeptDraft) -> str:
    """The draft in JSON. Plain ASCII: half a character that somebody typed must not keep the rest from being kept."""
    document = {"version": VERSION, "saved": kept.time, "base": kept.draft.base, "layout": kept.draft.layout}
    return json.dumps(document, default=plain_form, indent=1) + "\n"


def draft_from(text: str) -> KeptDraft:
    """The draft that a text holds. Raises NotADraftError and NewerDraftError."""
    try:
        found = read_json(text)
    except JsonError:
        raise NotADraftError from None
    version = found.get("version") if isinstance(found, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise NewerDraftError
    if version != VERSION:
        raise NotADraftError
    try:
        document = _shape().validate(found)
    except ValidationError:
        raise NotADraftError from None
    return KeptDraft(Draft(document.base, document.layout), document.saved)
