"""What was applied to portals, and what was cut off on the way: what the window and the commands show of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bxdesk.errors import Problem
from bxdesk.placements.bindings import Binding, BindingKey
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Plan, Step
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.step_state import Conflict, StepState


class Purpose(StrEnum):
    """Why a plan was carried out."""

    APPLY = "apply"
    UNDO = "undo"
    PROOF = "proof"
    """Widgets of bxdesk's own for a moment, to prove that they show. Never in the history: nothing of it stays."""


class Recovery(StrEnum):
    """What is done about an apply that was cut off."""

    FINISH = "finish"
    PUT_BACK = "put_back"
    LEAVE = "leave"
    """Nothing is sent; what stands there stays, and is not asked about again."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One plan that was carried out: where, when (UTC), by whom, what, and what came of each step.

    ``ended`` is false while it is under way and after it was cut off. ``recovered`` says how one that was cut off was
    ended, ``undoes`` which entry it took back, ``taken_back`` whether it was taken back itself.
    """

    id: str
    portal: str
    member_id: str
    client_id: str
    user_id: int
    user_name: str
    time: datetime
    purpose: Purpose
    steps: tuple[StepOutcome, ...]
    ended: bool
    recovered: Recovery | None = None
    undoes: str | None = None
    taken_back: bool = False
    problem: Problem | None = None

    def count(self, state: OutcomeState) -> int:
        """How many steps ended so."""
        return sum(outcome.state is state for outcome in self.steps)

    @property
    def can_be_taken_back(self) -> bool:
        """Whether something of it stands that nobody has taken back."""
        return self.ended and not self.taken_back and self.count(OutcomeState.DONE) > 0


@dataclass(frozen=True, slots=True)
class History:
    """Entries, newest first for each portal, and what is wrong with journals that cannot be read."""

    entries: tuple[HistoryEntry, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class UnfinishedStep:
    """One step of an apply that was cut off: its state, and the binding that was found in its slot."""

    step: Step
    state: StepState
    found: Binding | None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An apply that was cut off, against what stands on the portal now (``snapshot``)."""

    entry: HistoryEntry
    snapshot: Snapshot
    steps: tuple[UnfinishedStep, ...]

    def count(self, state: StepState) -> int:
        """How many steps are in this state."""
        return sum(step.state is state for step in self.steps)


@dataclass(frozen=True, slots=True)
class Undo:
    """The plan that takes an entry back, made from ``snapshot``.

    ``left_alone`` are the steps whose rows somebody has changed since; the plan does not touch them.
    """

    entry: HistoryEntry
    snapshot: Snapshot
    plan: Plan
    left_alone: tuple[Conflict, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the entry is left to take back, or to be told."""
        return not self.plan.steps and not self.left_alone


def applied_rows(entries: Iterable[HistoryEntry]) -> Mapping[BindingKey, Binding]:
    """The rows that a portal would hold if nobody else had changed any, from its history (newest first)."""
    rows: dict[BindingKey, Binding] = {}
    for entry in reversed(list(entries)):
        for done in entry.steps:
            if done.state is OutcomeState.DONE:
                if done.step.before is not None:
                    rows.pop(done.step.before.key, None)
                if done.step.after is not None:
                    rows[done.step.after.key] = done.step.after
    return rows
