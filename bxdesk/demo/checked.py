"""Makes a record out of what somebody sent, or says what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

if TYPE_CHECKING:
    from collections.abc import Mapping

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
