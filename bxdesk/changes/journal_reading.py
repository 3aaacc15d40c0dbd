"""Reading journals, whatever state a crash or a disk has left them in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import ValidationError

from bxdesk.changes.journal import key_of
from bxdesk.changes.journal_records import VERSION, Begin, Closed, End, Record, Recovering, Sending
from bxdesk.changes.journal_shapes import RECORD
from bxdesk.errors import Problem
from bxdesk.messages import Message, message, verbatim
from bxdesk.placements.history import HistoryEntry, Purpose, Recovery
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Step
from bxdesk.placements.step_state import Slot, slots_of
from bxdesk.storage.files import read_file
from bxdesk.support.json_reading import JsonError, read_json


@dataclass(frozen=True, slots=True)
class JournalContent:
    """What a journal says.

    ``sent`` are the places that requests were about; None when lines are missing, and any may have been.
    """

    path: Path
    begin: Begin
    sent: frozenset[Slot] | None
    end: End | None
    recovered: Recovery | None
    closed: bool

    @property
    def id(self) -> str:
        """What the history knows it by."""
        return self.path.stem

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was to be done."""
        return self.begin.steps

    @property
    def is_proof(self) -> bool:
        """Whether it is about widgets of bxdesk's own, which nobody asked to keep."""
        return self.begin.purpose is Purpose.PROOF

    def was_sent(self, step: Step) -> bool:
        """Whether any command of the step may have reached the portal."""
        return self.sent is None or bool(slots_of(step) & self.sent)

    def states(self) -> tuple[StepOutcome, ...]:
        """What came of each step; skipped as long as it is not known."""
        if self.end is None or len(self.end.steps) != len(self.steps):
            return tuple(StepOutcome(step, OutcomeState.SKIPPED) for step in self.steps)
        return tuple(
            StepOutcome(step, end.state, end.problem) for step, end in zip(self.steps, self.end.steps, strict=True)
        )

    def entry(self, *, taken_back: bool = False) -> HistoryEntry:
        """The journal as people see it."""
        begin = self.begin
        return HistoryEntry(
            id=self.id,
            portal=begin.portal,
            member_id=begin.member_id,
            client_id=begin.client_id,
            user_id=begin.user_id,
            user_name=begin.user_name,
            time=begin.time,
            purpose=begin.purpose,
            steps=self.states(),
            ended=self.closed,
            recovered=self.recovered,
            undoes=begin.undoes,
            taken_back=taken_back,
            problem=self.end.problem if self.end else None,
        )


def read_journals(paths: Iterable[Path]) -> list[JournalContent | Problem]:
    """All of these; those that were deleted meanwhile are left out."""
    return [read for path in paths if (read := read_journal(path)) is not None]


def read_journal(path: Path) -> JournalContent | Problem | None:
    """The journal in this file, or what is wrong with it, None where there is none; the file is never touched."""
    if not key_of(path):
        return _damaged(path, message("Its name is not that of a journal."))
    try:
        data = read_file(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        return _damaged(path, verbatim(error.strerror or str(error)))
    first, *rest = data.splitlines() or [b""]
    begin = _begin(path, first)
    if isinstance(begin, Problem):
        return begin
    records = [_record(one) for one in rest if one.strip()]
    whole = None not in records[:-1]
    # Only the very last line may be cut off by a crash, and then it was not synced: nothing was sent after it.
    known = [record for record in records if record is not None]
    sent = frozenset(place for record in known if isinstance(record, Sending) for place in record.places)
    return JournalContent(
        path=path,
        begin=begin,
        sent=sent if whole else None,
        end=next((record for record in reversed(known) if isinstance(record, End)), None),
        recovered=next((record.how for record in reversed(known) if isinstance(record, Recovering)), None),
        closed=bool(records) and isinstance(records[-1], Closed),
    )


def _begin(path: Path, first: bytes) -> Begin | Problem:
    record = _record(first)
    if isinstance(record, Begin):
        return record
    try:
        raw = read_json(first)
    except JsonError:
        return _damaged(path, message("Its first line is not what bxdesk writes there."))
    version = raw.get("version") if isinstance(raw, dict) else None
    if isinstance(version, int) and version > VERSION:
        return Problem(
            "journal_version",
            message("The journal {path} was written by a newer bxdesk.", path=path),
            message("It has version {version}; this bxdesk reads version {known}.", version=version, known=VERSION),
            message("It was left as it is. Use the newer bxdesk to recover or take back what it holds."),
        )
    return _damaged(path, message("Its first line is incomplete."))


def _record(data: bytes) -> Record | None:
    try:
        return RECORD.validate_json(data)
    except ValidationError:
        return None


def _damaged(path: Path, why: Message) -> Problem:
    return Problem(
        "journal_damaged",
        message("The journal {path} is damaged.", path=path),
        why,
        message("It was left as it is, and holds nothing up. Look at it, then move it away."),
    )
