"""Reads JSON that anybody may have sent."""

from __future__ import annotations

import json
import math
from typing import Any

_DEEPEST = 100
"""Nothing that the portal takes is nested any deeper; PHP itself stops at 512."""


def parse(body: bytes) -> Any:  # noqa: ANN401 - JSON
    """The value of a JSON text; ValueError for what is none, is nested too deeply, or holds half characters."""
    try:
        value = json.loads(body, parse_constant=_refused, parse_float=_finite)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        inner: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                inner += [*item, *item.values()]
            elif isinstance(item, list):
                inner += item
            elif isinstance(item, str):
                item.encode()  # a UnicodeEncodeError is a ValueError
        if not inner:
            return value
        level = inner
    raise ValueError("nested too deeply")


def _refused(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number
