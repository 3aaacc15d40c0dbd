"""The lines that benchmarks print: what was measured, beside what, as a ratio, and whether it is within its budget."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. ``faster`` budgets want the other to take at least that many times as long."""

    name: str
    ours: float
    theirs: float
    unit: str = "s"
    budget: float | None = None
    faster: bool = False

    @property
    def ratio(self) -> float:
        """How many times the other ours is; for ``faster`` the other way round."""
        above, below = (self.theirs, self.ours) if self.faster else (self.ours, self.theirs)
        return above / below

    @property
    def is_kept(self) -> bool | None:
        """Whether the budget is kept, None without one."""
        if self.budget is None:
            return None
        return self.ratio >= self.budget if self.faster else self.ratio <= self.budget

    def __str__(self) -> str:
        sign = "≥" if self.faster else "≤"
        said = "" if self.budget is None else f"{sign} {self.budget:g}x  {'kept' if self.is_kept else 'OVER'}"
        return f"{self.name:<58} {self.ours:8.2f} {self.theirs:8.2f} {self.unit:<9} {self.ratio:7.2f}x  {said}"


HEAD = f"{'':<58} {'bxdesk':>8} {'beside':>8} {'':<9} {'ratio':>8}  budget"
