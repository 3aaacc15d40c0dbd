"""JSON that bxdesk did not write, read so that it can neither fill the memory nor break what works on it."""

from __future__ import annotations

import codecs
import re
from typing import Any

from pydantic_core import from_json

MAX_BYTES = 16 * 1024 * 1024
"""A page of 2,500 custom types has about 1 MB."""
MAX_VALUES = 500_000
"""Some 100 bytes of memory each, whatever they are: a text of brackets alone takes forty times its own size."""

_HIGH_HALF = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})")
_LOW_HALF = re.compile(r"(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_BACKSLASH = "\ud800"
"""Stands for an escaped backslash: no text that was decoded holds it."""


class JsonError(ValueError):
    """What was given is not JSON, or more of it than anybody would send."""


def read_json(data: bytes | str) -> Any:  # noqa: ANN401 - JSON may be anything
    """The value that a JSON text stands for. Raises JsonError.

    Refused are texts that are too large, have too many values, are nested deeper than 200 levels, or hold NaN or
    numbers of thousands of digits. A float beyond the range of floats is infinite. What no text can hold, half a
    character or a byte that is no UTF-8, becomes the replacement character U+FFFD.
    """
    given = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    given = given.removeprefix(codecs.BOM_UTF8)
    if len(given) > MAX_BYTES or sum(map(given.count, (b",", b"[", b"{"))) > MAX_VALUES:
        raise JsonError("too much")
    try:
        return from_json(given, allow_inf_nan=False)
    except ValueError:
        mended = _with_whole_characters(given)
    try:
        return from_json(mended, allow_inf_nan=False)
    except ValueError as error:
        raise JsonError(str(error)) from None


def _with_whole_characters(data: bytes) -> str:
    text = data.decode("utf-8", "replace").replace(r"\\", _BACKSLASH)
    return _LOW_HALF.sub(r"\\ufffd", _HIGH_HALF.sub(r"\\ufffd", text)).replace(_BACKSLASH, r"\\")
