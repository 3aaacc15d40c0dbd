"""What anybody may have sent: JSON that is read, and records that are made of it or refused."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

if TYPE_CHECKING:
    from collections.abc import Mapping


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


T = TypeVar("T")
_adapters: dict[type, TypeAdapter[Any]] = {}


def checked(kind: type[T], fields: Mapping[str, Any]) -> T:
    """A `kind`, which is a dataclass; ValueError names each field that is unknown, missing or of another type."""
    if kind not in _adapters:
        # Where pydantic looks for it: a dataclass takes no configuration from its adapter.
        setattr(kind, "__pydantic_config__", ConfigDict(extra="forbid", allow_inf_nan=False))  # noqa: B010
        _adapters[kind] = TypeAdapter(kind)
    try:
        record: T = _adapters[kind].validate_python(dict(fields))
    except ValidationError as error:
        problems = error.errors(include_url=False, include_context=False, include_input=False)
        raise ValueError("; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in problems)) from None
    return record
