"""What commands print for people: what all of them have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import TYPE_CHECKING

from bxdesk.cli.remedies import advice

if TYPE_CHECKING:
    from datetime import datetime

    from bxdesk.errors import Problem
    from bxdesk.placements.bindings import Binding


def problem_lines(problem: Problem) -> Iterator[str]:
    """A problem over a few lines: what, why, what to do."""
    yield str(problem.title)
    for part in (problem.explanation, advice(problem.remedy)):
        if part:
            yield from (f"  {line}" for line in str(part).splitlines())


def binding_line(binding: Binding) -> str:
    """One row in one line."""
    return f"{binding.placement}  {binding.title}  {binding.handler}"


def time_text(time: datetime) -> str:
    """A time as the journal has it, in UTC."""
    return time.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def indented(lines: Iterable[str]) -> Iterator[str]:
    """The lines, two columns further in."""
    return (f"  {line}" for line in lines)
