"""PHP's ways on the wire: queries with nested names, empty maps that arrive as lists, numbers as strings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from pydantic_core import core_schema
from pydantic_core.core_schema import CoreSchema

from bxdesk.support.shapes import STRING, before, by_name, many, maybe

Value = str | int | float | bool | None | Mapping[str, "Value"] | Sequence["Value"]
Params = Mapping[str, Value]


_LARGEST = 2**53
"""Beyond it a number is no longer told from the next one in every program it passes through."""


def query(params: Params) -> str:
    """``params`` as PHP's parse_str reads them: every name and value percent-encoded, booleans 1 and 0.

    None, empty maps and empty lists are left out: ``LANG_ALL[]=`` would create a broken row.
    """
    return "&".join(f"{_encoded(name)}={_encoded(text)}" for name, text in _pairs(params))


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")


def _pairs(params: Mapping[str, Value], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in params.items():
        name = f"{prefix}[{key}]" if prefix else key
        if value is None:
            continue
        if isinstance(value, Mapping):
            yield from _pairs(value, name)
        elif isinstance(value, bool):
            yield name, "1" if value else "0"
        elif isinstance(value, str | int | float):
            yield name, str(value)
        else:
            yield from _pairs({str(index): item for index, item in enumerate(value)}, name)


def texts_in(params: Params) -> Iterator[str]:
    """Every text inside ``params``, names of keys included."""
    for name, text in _pairs(params):
        yield name
        yield text


def _to_map(value: object) -> object:
    if value is None or value is False or value == "":
        return {}
    if isinstance(value, list):
        return {str(index): item for index, item in enumerate(value)}
    return value


def _to_list(value: object) -> object:
    if isinstance(value, dict) and all(str(key).isdecimal() for key in value):
        return list(value.values())
    return value


def _to_text(value: object) -> object:
    if value is None or value is False:
        return ""
    if value is True:
        return "1"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return str(value) if isinstance(value, int | float) else value


def _to_flag(value: object) -> object:
    if isinstance(value, str):
        return value.strip().upper() not in ("", "0", "N", "FALSE")
    return bool(value)


def _to_number(value: object) -> object:
    return 0 if value is None or value is False or value == "" else value


def _to_place(value: object) -> object:
    return None if value is False or value in ("", 0, "0") else value


def php_map(schema: CoreSchema) -> CoreSchema:
    """A map whose empty form is ``[]`` and which arrives as a list when its keys are 0, 1, 2…"""
    return before(_to_map, by_name(schema))


def php_list(schema: CoreSchema) -> CoreSchema:
    """A list; it may arrive as a map when a key is missing in between. Nothing else is one: an empty one is ``[]``."""
    return before(_to_list, many(schema))


ANY = core_schema.any_schema()
TEXT = before(_to_text, STRING)
"""A text; null and false are empty ones, a number is its digits, anything nested its JSON."""
FLAG = before(_to_flag, core_schema.bool_schema())
"""A yes or no: true, 1, "1", "Y" against false, 0, "", "N"."""
NUMBER = before(_to_number, core_schema.int_schema(ge=-_LARGEST, le=_LARGEST))
"""A whole number, possibly as a string; null and false are 0."""
SECONDS = before(_to_number, core_schema.float_schema(ge=0, le=_LARGEST))
"""A time or a length of time, possibly as a string; null and false are 0."""
PLACE = before(_to_place, maybe(core_schema.int_schema(ge=0, le=_LARGEST)))
"""Where a list goes on, possibly as a string; null, false, "" and 0 all mean that it does not."""
