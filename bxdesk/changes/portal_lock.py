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

from bxdesk.accounts.connection import Connection
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


def turn_of(connection: Connection) -> Turn | None:
    """The turn this task has at a portal, if it has one."""
    return _held.get().get(connection.portal_digest)


@asynccontextmanager
async def portal_lock(folder: Path, connection: Connection) -> AsyncIterator[Turn]:
    """Waits until nobody else changes this portal, and keeps it so for the block; within another one, goes on at once.

    What is waited for is told to :mod:`bxdesk.portal.waiting`, where Cancel is looked for as well. Raises JournalError
    when the folder cannot be written, CancelledByPersonError.
    """
    mine = turn_of(connection)
    if mine is not None:
        yield mine
        return
    lock = await _acquire(folder, connection)
    turn = Turn()
    token = _held.set(MappingProxyType({**_held.get(), connection.portal_digest: turn}))
    try:
        yield turn
    finally:
        _held.reset(token)
        lock.release()


async def _acquire(folder: Path, connection: Connection) -> filelock.BaseFileLock:
    told = False
    while True:
        try:
            lock = await anyio.to_thread.run_sync(try_lock, folder / f"{connection.portal_digest}.lock")
        except OSError as error:
            from bxdesk.changes.journal import unwritable  # records, which a look at a portal does without

            raise unwritable(folder, error) from None
        if lock is not None:
            return lock
        if not told:
            tell(message("Waiting: another bxdesk is changing {host}…", host=connection.name))
            told = True
        await pause(_AGAIN)
