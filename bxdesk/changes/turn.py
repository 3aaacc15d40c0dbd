"""One portal, one change at a time: among the tasks of this process and among all processes of this computer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import anyio.to_thread
import filelock

from bxdesk.changes.owner import Owner
from bxdesk.messages import message
from bxdesk.placements.snapshot import Snapshot
from bxdesk.portal.waiting import pause, tell
from bxdesk.storage.lock import try_lock

_AGAIN = 0.2
"""Seconds after which a turn is asked for again."""


@dataclass(slots=True)
class Turn:
    """The right to change one portal. ``read`` is what was read of it since; nobody else has changed it meanwhile."""

    read: list[Snapshot] = field(default_factory=list)


_held: ContextVar[Mapping[str, Turn]] = ContextVar("bxdesk_turns", default=MappingProxyType({}))


def turn_of(owner: Owner) -> Turn | None:
    """The turn this task has at a portal, if it has one."""
    return _held.get().get(owner.portal_key)


@asynccontextmanager
async def own_turn(folder: Path, owner: Owner) -> AsyncIterator[Turn]:
    """Waits until nobody else changes this portal, and keeps it so for the block; within another one, goes on at once.

    What is waited for is told to :mod:`bxdesk.portal.waiting`, where Cancel is looked for as well. Raises JournalError
    when the folder cannot be written, CancelledByPersonError.
    """
    mine = turn_of(owner)
    if mine is not None:
        yield mine
        return
    lock = await _acquire(folder, owner)
    turn = Turn()
    token = _held.set(MappingProxyType({**_held.get(), owner.portal_key: turn}))
    try:
        yield turn
    finally:
        _held.reset(token)
        lock.release()


async def _acquire(folder: Path, owner: Owner) -> filelock.BaseFileLock:
    told = False
    while True:
        try:
            lock = await anyio.to_thread.run_sync(try_lock, folder / f"{owner.portal_key}.lock")
        except OSError as error:
            from bxdesk.changes.journal import unwritable  # records, which a look at a portal does without

            raise unwritable(folder, error) from None
        if lock is not None:
            return lock
        if not told:
            tell(message("Waiting: another bxdesk is changing {host}…", host=owner.host))
            told = True
        await pause(_AGAIN)
