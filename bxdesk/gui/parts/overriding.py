"""``override``, which Python has from 3.12 on; the library that has it before takes its time at every start."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override
else:
    T = TypeVar("T")

    def override(method: T) -> T:
        """Marks a method that stands in for one of a base class, for the type checker and for readers."""
        return method
