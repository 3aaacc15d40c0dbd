"""The lines of a journal, and the way to the disk; :mod:`bxdesk.changes.journal_shapes` is the way back.

Bindings stand in it complete, with every text and option, so that any of them can be put back. Nothing in it is secret.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pydantic_core import to_json

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.messages import Message
from bxdesk.placements.bindings import Binding
from bxdesk.placements.history import Purpose, Recovery
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.plan import Step
from bxdesk.placements.step_state import Slot

VERSION: Final = 4
"""1 knew no moves, 2 no steps that were put back, 3 no proofs; what they wrote is still read."""


@dataclass(frozen=True, slots=True)
class Begin:
    """The first line: the whole plan, and the bindings it touches."""

    purpose: Purpose
    undoes: str | None
    portal: str
    member_id: str
    client_id: str
    user_id: int
    user_name: str
    time: datetime
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """Steps (by their placement and handler) that the next request is about."""

    places: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """That request was answered, or failed; with what was said against steps."""

    refused: tuple[tuple[Slot, Problem], ...]


@dataclass(frozen=True, slots=True)
class Recovering:
    """The apply was cut off and is being recovered."""

    how: Recovery
    time: datetime


@dataclass(frozen=True, slots=True)
class StepEnd:
    """What came of one step."""

    state: OutcomeState
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class End:
    """The last line but one: what was read back for each step of the first line."""

    time: datetime
    steps: tuple[StepEnd, ...]
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Closed:
    """The very last line: nothing of this journal needs recovery."""


Record = Begin | Sending | Answered | Recovering | End | Closed


def begin_of(
    steps: tuple[Step, ...],
    connection: Connection,
    purpose: Purpose,
    undoes: str | None,
    time: datetime,
) -> Begin:
    """The first line of a journal."""
    return Begin(
        purpose=purpose,
        undoes=undoes,
        portal=connection.portal,
        member_id=connection.member_id,
        client_id=connection.client_id,
        user_id=connection.user_id,
        user_name=connection.user_name,
        time=time,
        steps=steps,
    )


def line(record: Record) -> bytes:
    """One line of the file."""
    return to_json(_plain(record)) + b"\n"


def plain_binding(binding: Binding) -> dict[str, Any]:
    """The binding as it is written: all that is needed to put it back."""
    texts = {
        language: {"title": said.title, "description": said.description, "group": said.group}
        for language, said in binding.texts.items()
    }
    key, options = binding.key, dict(binding.options)
    return {
        "placement": key.placement,
        "handler": key.handler,
        "user_id": key.user_id,
        "texts": texts,
        "options": options,
    }


def _plain_problem(problem: Problem | None) -> dict[str, Any] | None:
    """A problem as it is written: its remedy is a hint in words, or else a value for a front end to word."""
    if problem is None:
        return None
    hint, remedy = Message(""), None
    if isinstance(problem.remedy, Message):
        hint = problem.remedy
    else:
        remedy = {"kind": problem.remedy.kind, "values": dict(problem.remedy.values)}
    title, explanation, words = map(_plain_words, (problem.title, problem.explanation, hint))
    return {"code": problem.code, "title": title, "explanation": explanation, "hint": words, "remedy": remedy}


def _plain_words(text: Message) -> dict[str, Any]:
    """A text for people, kept so that it can still be translated."""
    values = {
        name: _plain_words(value) if isinstance(value, Message) else str(value) for name, value in text.values.items()
    }
    return {"template": text.template, "values": values}


def _plain_step(step: Step) -> dict[str, Any]:
    """A step with the bindings before and after it.

    What differs between the two could be found out again, but a long history is read faster with it.
    """
    before, after = (None if side is None else plain_binding(side) for side in (step.before, step.after))
    changes = [(change.name, change.before, change.after) for change in step.changes]
    return {"action": step.action, "before": before, "after": after, "changes": changes}


def _plain(record: Record) -> dict[str, Any]:
    match record:
        case Begin():
            return {
                "kind": "begin",
                "version": VERSION,
                "purpose": record.purpose,
                "undoes": record.undoes,
                "portal": record.portal,
                "member_id": record.member_id,
                "client_id": record.client_id,
                "user_id": record.user_id,
                "user_name": record.user_name,
                "time": record.time,
                "steps": list(map(_plain_step, record.steps)),
            }
        case Sending():
            return {"kind": "sending", "places": record.places}
        case Answered():
            refused = [(slot, _plain_problem(problem)) for slot, problem in record.refused]
            return {"kind": "answered", "refused": refused}
        case Recovering():
            return {"kind": "settling", "how": record.how, "time": record.time}
        case End():
            steps = [{"state": one.state, "problem": _plain_problem(one.problem)} for one in record.steps]
            problem = _plain_problem(record.problem)
            return {"kind": "end", "time": record.time, "steps": steps, "problem": problem}
        case Closed():
            return {"kind": "closed"}
