"""What times, bindings and their drift look like in the files that bxdesk keeps, and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pydantic_core import core_schema

from bxdesk.placements.bindings import Binding, BindingKey, Change, Texts
from bxdesk.support.shapes import INTEGER, STRING, Shape, after, by_name, many, maybe, optional, record, required

if TYPE_CHECKING:
    from bxdesk.placements.drift import Drift

TIME = core_schema.datetime_schema(
    tz_constraint="aware", ge=datetime(1970, 1, 1, tzinfo=UTC), lt=datetime(9000, 1, 1, tzinfo=UTC)
)
"""Far enough from the ends of the calendar to be shown in every time zone."""


def _binding(
    placement: str, handler: str, user_id: int, texts: Mapping[str, Texts], options: Mapping[str, str]
) -> Binding:
    return Binding(BindingKey(placement, handler, user_id), texts, options)


TEXTS = record(Texts, title=required(STRING), description=optional(STRING, ""), group=optional(STRING, ""))
BINDING = record(
    _binding,
    placement=required(STRING),
    handler=required(STRING),
    user_id=optional(INTEGER, 0),
    texts=required(by_name(TEXTS)),
    options=optional(by_name(STRING), {}),
)


def drift_shape() -> Shape[Drift]:
    """Drift as :func:`plain_form` writes it."""
    from bxdesk.placements.drift import Drift, Drifted, DriftKind  # which a draft does without

    key = record(BindingKey, placement=required(STRING), handler=required(STRING), user_id=required(INTEGER))
    binding = record(
        Binding,
        key=required(key),
        texts=required(by_name(TEXTS)),
        options=required(by_name(STRING)),
        number=optional(INTEGER, 0),
    )
    change = record(Change, name=required(STRING), before=required(STRING), after=required(STRING))
    drifted = record(
        Drifted,
        kind=required(after(STRING, DriftKind)),
        binding=required(binding),
        changes=required(after(many(change), tuple)),
    )
    return Shape(record(Drift, changes=required(after(many(drifted), tuple)), since=required(maybe(TIME))))


def plain_form(value: object) -> object:
    """What JSON has no form for, one level of it."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"{value!r} has no form")
