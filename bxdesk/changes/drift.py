"""What somebody else has changed on a portal since bxdesk last changed it.

The baseline is what stood there then, a file beside the journals of each portal and app. Journals that are newer are
those whose baseline was not written any more, or that were cut off: what they did is bxdesk's own and no drift.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import anyio.to_thread
from pydantic_core import ValidationError, core_schema, to_json

from bxdesk.accounts.connection import Connection
from bxdesk.changes.journal import JournalFolder, key_of, number_of, own_folder
from bxdesk.changes.journal_reading import JournalContent, read_journals
from bxdesk.changes.journal_records import plain_binding
from bxdesk.placements.bindings import Binding, BindingKey, Bindings, by_key
from bxdesk.placements.drift import Drift, drifted
from bxdesk.placements.kept_shapes import BINDING, TIME
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.step_state import StepState, step_state
from bxdesk.storage.files import read_file, write_atomically
from bxdesk.support.shapes import INTEGER, Shape, many, optional, record, required

_log = logging.getLogger(__name__)


class Baseline(NamedTuple):
    """All bindings as they were read back, and the number of the newest journal then."""

    journal: int
    time: datetime
    rows: list[Binding]


_VERSION = 1
_BASELINE: Shape[Baseline] = Shape(
    record(
        lambda version, **fields: Baseline(**fields),  # noqa: ARG005 - there was no other yet
        version=optional(core_schema.literal_schema([_VERSION]), _VERSION),
        journal=required(INTEGER),
        time=required(TIME),
        rows=required(many(BINDING)),
    )
)


async def remember(journal: Path, bindings: Iterable[Binding], time: datetime) -> None:
    """Keeps the bindings from after a journal's plan. What fails here is no reason to stop: the journals tell it too.

    Whoever calls this has the portal's lock.
    """
    key = key_of(journal)
    is_at_home = journal.parent.name == key  # those of an earlier bxdesk lie in the folder above
    folder = journal.parent.parent if is_at_home else journal.parent
    await _write(_file(folder, key), number_of(journal), bindings, time)


async def confirm(folder: JournalFolder, connection: Connection, bindings: Iterable[Binding], time: datetime) -> None:
    """Keeps the bindings that stood on a portal where nothing was to be changed.

    Whoever calls this has had the portal's lock since the bindings were read. Raises JournalError.
    """
    newest = max(map(number_of, await folder.files(connection)), default=0)
    await _write(_file(folder.path, connection.digest), newest, bindings, time)


async def _write(path: Path, journal: int, bindings: Iterable[Binding], time: datetime) -> None:
    rows = list(map(plain_binding, bindings))
    baseline = to_json({"version": _VERSION, "journal": journal, "time": time, "rows": rows}).decode()
    try:
        await anyio.to_thread.run_sync(write_atomically, path, baseline)
    except OSError as error:
        _log.warning("what stands on a portal cannot be kept: %s", error.strerror or type(error).__name__)


async def drift(folder: JournalFolder, connection: Connection, bindings: Iterable[Binding]) -> Drift:
    """How far the bindings are from what bxdesk last left there. Raises JournalError.

    Whoever calls this has had the portal's lock since the bindings were read.
    """
    files = await folder.files(connection)
    baseline, newer = await anyio.to_thread.run_sync(_read, _file(folder.path, connection.digest), files)
    if baseline is None:
        return Drift(())
    expected = by_key(baseline.rows)
    here = by_key(bindings)
    since = baseline.time
    for written in newer:
        if written.closed:
            since = written.begin.time
            _replay(written, expected)
    found = drifted(expected.values(), here.values())
    own = {key for written in newer if not written.closed for key in _own(written, here)}
    return Drift(tuple(one for one in found if one.binding.key not in own), since)


def _file(folder: Path, key: str) -> Path:
    return own_folder(folder, key) / f"{key}-baseline.json"


def _read_baseline(path: Path) -> bytes:
    try:
        return read_file(path)
    except FileNotFoundError:
        return read_file(path.parent.parent / path.name)  # an earlier bxdesk's


def _read(path: Path, journals: list[Path]) -> tuple[Baseline | None, list[JournalContent]]:
    try:
        baseline = _BASELINE.validate_json(_read_baseline(path))
    except FileNotFoundError:
        return None, []
    except (OSError, ValidationError) as error:  # the next apply writes a new one
        _log.warning("what stood on a portal cannot be read: %s", type(error).__name__)
        return None, []
    newer = read_journals(path for path in journals if number_of(path) > baseline.journal)
    return baseline, [one for one in newer if isinstance(one, JournalContent) and not one.is_proof]


def _replay(written: JournalContent, expected: dict[BindingKey, Binding]) -> None:
    for outcome in written.states():
        if outcome.state is OutcomeState.DONE:
            if outcome.step.before is not None:
                expected.pop(outcome.step.before.key, None)
            if outcome.step.after is not None:
                expected[outcome.step.after.key] = outcome.step.after


def _own(written: JournalContent, here: Bindings) -> Iterable[BindingKey]:
    """The bindings that a plan that was cut off has led to where they stand."""
    for step in written.steps:
        if step_state(step, here, sent=written.was_sent(step)) is not StepState.CHANGED:
            yield from (side.key for side in (step.before, step.after) if side is not None)
