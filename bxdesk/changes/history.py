"""What was applied, and how it is taken back."""

from __future__ import annotations

import heapq
from itertools import groupby

import anyio.to_thread

from bxdesk.accounts.connection import Connection
from bxdesk.changes.journal import JournalFolder, key_of
from bxdesk.changes.journal_reading import JournalContent, read_journals
from bxdesk.changes.recovery import fresh_snapshot
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.history import History, HistoryEntry, Purpose, Undo
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.step_state import Target, recovery_plan
from bxdesk.portal.rest import RestClient


async def history(folder: JournalFolder, connection: Connection | None = None) -> History:
    """Every journal (of one portal and app) but those of proofs, newest first for each of them; see :class:`History`.

    Raises JournalError when the folder cannot be read.
    """
    paths = list(dict.fromkeys((*await folder.files(connection), *await folder.unrecognised_files())))
    read = await anyio.to_thread.run_sync(read_journals, paths)
    problems = tuple(one for one in read if isinstance(one, Problem))
    # A clock may have jumped: within a portal the journals' numbers decide, and only between portals the time.
    written = sorted((one for one in read if isinstance(one, JournalContent) and not one.is_proof), key=_key)
    groups = [_entries(list(group)) for _, group in groupby(written, key=_key)]
    entries = heapq.merge(*groups, key=lambda entry: -entry.time.timestamp())
    return History(tuple(entries), problems)


async def undo(
    folder: JournalFolder, connection: Connection, client: RestClient, entry_id: str | None = None
) -> Undo | None:
    """The plan that takes an entry back: the named one, or the last apply of which something stands; None without one.

    Only what stands as that apply left it is touched. Raises PortalError, JournalError, and BxdeskError for a name
    that no entry has.
    """
    entries = (await history(folder, connection)).entries
    if entry_id is None:
        possible = (one for one in entries if one.purpose is Purpose.APPLY and one.can_be_taken_back)
        entry = next(possible, None)
        if entry is None:
            return None
    else:
        entry = next((one for one in entries if one.id == entry_id), None)
        if entry is None:
            raise _unknown_entry()
    snapshot = await fresh_snapshot(connection, client)
    bindings = snapshot.by_key
    done = [(outcome.step, False) for outcome in entry.steps if outcome.state is OutcomeState.DONE]
    led = recovery_plan(Target.BEFORE, done, bindings)
    return Undo(entry, snapshot, led.plan, led.conflicts)


def _key(written: JournalContent) -> str:
    return key_of(written.path)


def _entries(journals: list[JournalContent]) -> list[HistoryEntry]:
    taken_back = {
        one.begin.undoes
        for one in journals
        if one.closed and all(outcome.state is OutcomeState.DONE for outcome in one.states())
    }
    return [one.entry(taken_back=one.id in taken_back) for one in reversed(journals)]


def _unknown_entry() -> BxdeskError:
    return BxdeskError(
        Problem(
            "history_unknown",
            message("This is no longer in the history."),
            remedy=message("Open the history again."),
        )
    )
