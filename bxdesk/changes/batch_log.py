"""Who is told of every batch: a journal, or nobody."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from bxdesk.errors import Problem
from bxdesk.placements.bindings import BindingKey


class BatchLog(Protocol):
    """Is told what a batch is about before it is sent, and what was said against it after. Both raise JournalError."""

    async def sending(self, keys: Collection[BindingKey]) -> None:
        """The next request is about these steps."""

    async def answered(self, refused: Mapping[BindingKey, Problem]) -> None:
        """It was answered, or failed."""


class NoLog:
    """For whoever keeps no journal."""

    async def sending(self, keys: Collection[BindingKey]) -> None:
        """Nothing is written."""

    async def answered(self, refused: Mapping[BindingKey, Problem]) -> None:
        """Nothing is written."""
