"""What bindings and times look like in the files that bxdesk keeps, and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from pydantic_core import core_schema

from bxdesk.placements.bindings import Binding, BindingKey, Texts
from bxdesk.support.shapes import INTEGER, STRING, by_name, optional, record, required

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
