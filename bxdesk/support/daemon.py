"""Work that may never come to its end, kept from holding up anything else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


async def run_in_daemon_thread(work: Callable[[], T]) -> T:
    """What ``work`` returns or raises; it is called in a thread of its own.

    Whoever is cancelled while waiting goes on at once, and the program may end: the thread is a daemon, unlike anyio's.
    """
    future: Future[T] = Future()

    def run() -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            future.set_exception(error)

    threading.Thread(target=run, name="bxdesk daemon", daemon=True).start()
    return await asyncio.wrap_future(future)
