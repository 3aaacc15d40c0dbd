"""One portal, one change at a time: among the tasks of this process and among all processes of this computer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
import filelock

from bxdesk.accounts.connection import Connection
from bxdesk.listener import Listener
from bxdesk.messages import message
from bxdesk.storage.lock import try_lock

_AGAIN = 0.2
"""Seconds after which a lock that somebody else holds is asked for again."""


@asynccontextmanager
async def portal_lock(folder: Path, connection: Connection, listener: Listener) -> AsyncIterator[None]:
    """Waits until nobody else changes this portal, and keeps it so for the block. It cannot be taken twice.

    Raises JournalError when the folder cannot be written, CancelledByPersonError.
    """
    lock = await _acquire(folder, connection, listener)
    try:
        yield
    finally:
        lock.release()


async def _acquire(folder: Path, connection: Connection, listener: Listener) -> filelock.BaseFileLock:
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
            listener.say(message("Waiting: another bxdesk is changing {host}…", host=connection.name))
            told = True
        await listener.pause(_AGAIN)
