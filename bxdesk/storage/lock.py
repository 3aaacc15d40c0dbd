"""A lock on a file: among the tasks of this process and among all processes of this computer."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import anyio.to_thread

from bxdesk.storage.files import private_folder

if TYPE_CHECKING:
    import filelock

_AGAIN = 0.02
"""Seconds after which a lock that somebody holds is asked for again."""
_NOTICEABLE = 0.7
"""Seconds after which a person is told what is waited for."""


def try_lock(path: Path) -> filelock.BaseFileLock | None:
    """The lock on a file, to be released; None while somebody else holds it. Raises OSError where there can be none."""
    import filelock  # which a look at a portal does without

    private_folder(path.parent)
    lock = filelock.FileLock(path, mode=0o600, thread_local=False)
    try:
        lock.acquire(blocking=False)
    except filelock.Timeout:
        return None
    except NotImplementedError as error:
        raise OSError(str(error)) from None
    return lock


@asynccontextmanager
async def held(path: Path, seconds: float, waits: Callable[[], None] = lambda: None) -> AsyncIterator[None]:
    """Holds the lock while the block lasts; a process that dies lets go of it.

    ``waits`` is called once when that takes a while. Raises TimeoutError when somebody else holds it for longer than
    ``seconds``, any other OSError when there can be no lock.
    """
    noticed = anyio.current_time() + _NOTICEABLE
    with anyio.fail_after(seconds):
        while (lock := await anyio.to_thread.run_sync(try_lock, path)) is None:
            if anyio.current_time() >= noticed:
                noticed = math.inf
                waits()
            await anyio.sleep(_AGAIN)
    try:
        yield
    finally:
        lock.release()
