"""A draft as text, to be kept and read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from bxdesk.placements.bindings import Binding, BindingKey
from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.resuming import KeptDraft
from bxdesk.placements.saying import Saying
from bxdesk.support.json_reading import JsonError, read_json

VERSION = 1


class NotADraftError(ValueError):
    """The text is none that bxdesk wrote."""


class NewerDraftError(ValueError):
    """The text was written by a newer bxdesk."""


@dataclass(frozen=True, slots=True)
class _Document:
    """The draft's fields; rows as pairs, because their keys are no text."""

    saved: datetime
    handler: str
    said: Saying
    marks: dict[str, Mark]
    own: dict[str, Saying]
    rows: list[tuple[BindingKey, Binding | None]]


@cache
def _shape() -> TypeAdapter[_Document]:
    """Made when the first draft is read: a command line never reads one, and need not wait for it."""
    return TypeAdapter(_Document)


def draft_text(kept: KeptDraft) -> str:
    """The draft in JSON. Plain ASCII: half a character that somebody typed must not keep the rest from being kept."""
    draft = kept.draft
    document = {
        "version": VERSION,
        "saved": kept.time,
        "handler": draft.handler,
        "said": draft.said,
        "marks": draft.marks,
        "own": draft.own,
        "rows": list(draft.rows.items()),
    }
    return json.dumps(document, default=_plain, indent=1) + "\n"


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
        document = _shape().validate_python(found)
    except ValidationError:
        raise NotADraftError from None
    draft = Draft(
        document.handler,
        document.said,
        MappingProxyType(document.marks),
        MappingProxyType(document.own),
        MappingProxyType(dict(document.rows)),
    )
    return KeptDraft(draft, document.saved)


def _plain(value: object) -> object:
    """What JSON has no form for, one level of it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"{value!r} has no form")
