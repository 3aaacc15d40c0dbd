"""A text for a report about a fault: what this program is, where it stands, what went wrong last. Nothing secret.

It is in English, because those who read it wrote the program. It is masked as a whole before anybody gets it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bxdesk.placements.outcome import OutcomeState
from bxdesk.storage.files import read_file
from bxdesk.storage.settings import Settings, apart
from bxdesk.support.masking import masked, without_home
from bxdesk.support.self_check import Fact

if TYPE_CHECKING:
    from bxdesk.accounts.connection import Connection
    from bxdesk.errors import Problem
    from bxdesk.placements.history import HistoryEntry
    from bxdesk.placements.snapshot import Snapshot

APPLIES = 5
"""So many of the last plans are told of."""
LINES = 60
"""So many of the log's last lines."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that did not work, and when (UTC)."""

    time: datetime
    problem: Problem


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known when somebody asks: ``facts`` about program and screen, what was chosen, read, and went wrong."""

    facts: tuple[Fact, ...]
    settings: Settings
    connections: int
    connection: Connection | None
    snapshot: Snapshot | None
    failures: tuple[Failure, ...]


def diagnostics(situation: Situation, past: tuple[HistoryEntry, ...], log: tuple[str, ...], now: datetime) -> str:
    """The whole text. ``past`` is what was applied, newest first; ``log`` the last lines of the log."""
    parts = (
        ("Program", (f"{fact.name}: {'' if fact.ok else 'FAILED: '}{fact.value}" for fact in situation.facts)),
        ("Settings", _settings(situation.settings)),
        ("Portal", _portal(situation)),
        ("Last changes", (_change(entry) for entry in past[:APPLIES])),
        ("Last failures", (_failure(failure) for failure in reversed(situation.failures))),
        ("Log", iter(log[-LINES:])),
    )
    lines = [f"bxdesk diagnostics, {_time(now)}"]
    for heading, told in parts:
        lines += ["", heading, *(f"  {line}" for line in list(told) or ["nothing"])]
    return masked(without_home("\n".join(lines) + "\n"))


def last_lines(folder: Path | None) -> tuple[str, ...]:
    """The end of the log in a folder; nothing where there is no log, or none that can be read."""
    if folder is None:
        return ()
    try:
        text = read_file(folder / "bxdesk.log").decode(errors="replace")
    except OSError:
        return ()
    return tuple(text.splitlines()[-LINES:])


def _settings(settings: Settings) -> Iterator[str]:
    yield f"language: {settings.language or 'system'}"
    yield f"theme: {settings.theme}"
    yield f"proxy: {apart(settings.proxy)[0]}"


def _portal(situation: Situation) -> Iterator[str]:
    yield f"connected: {situation.connections}"
    if situation.connection is not None:
        yield f"open: {situation.connection.portal}"
        yield f"authorization server: {situation.connection.authorization_server}"
    snapshot = situation.snapshot
    if snapshot is None:
        return
    app, families = snapshot.app, Counter(row.placement for row in snapshot.bindings)
    yield f"app: {'installed' if app.installed else 'not fully installed'}, status {app.status or 'unknown'}"
    yield f"signed in as: {'an administrator' if snapshot.user.admin else 'no administrator'}"
    yield f"permissions: {', '.join(sorted(snapshot.scopes))}"
    yield f"placements: {len(snapshot.placements)} offered, {len(snapshot.hidden_placements)} hidden"
    yield f"custom types: {len(snapshot.types) if snapshot.types_unread is None else 'not read'}"
    widgets = f"{len(snapshot.bindings)} at {len(families)} placements"
    yield f"widgets: {widgets if snapshot.bindings_unread is None else 'not read'}"
    yield f"problems: {', '.join(problem.code for problem in snapshot.problems) or 'none'}"


def _change(entry: HistoryEntry) -> str:
    counts = ", ".join(f"{entry.count(state)} {state.value}" for state in OutcomeState if entry.count(state))
    codes = sorted({outcome.problem.code for outcome in entry.steps if outcome.problem is not None})
    end = "" if entry.ended else ", cut off"
    return f"{_time(entry.time)} {entry.purpose.value}: {counts or 'nothing'}{end}{_in_brackets(codes)}"


def _failure(failure: Failure) -> str:
    return f"{_time(failure.time)} [{failure.problem.code}] {failure.problem.title}"


def _in_brackets(codes: list[str]) -> str:
    return f" ({', '.join(codes)})" if codes else ""


def _time(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
