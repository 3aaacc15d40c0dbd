"""The worker thread's side of background work: an event loop that runs numbered jobs and posts what comes of them.

Imported in the worker thread only: asyncio costs the first frame a third of its time.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bxdesk.errors import CancelledByPersonError, as_bxdesk_error

Work = Callable[[], Awaitable[object]]
Post = Callable[[int, str, object], None]
_log = logging.getLogger(__name__)


class Loop:
    """Lives in the worker thread; only :meth:`soon` may be called from elsewhere."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._jobs: dict[int, asyncio.Task[None]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._last_work: Work | None = None

    def serve(self, ready: Callable[[Loop], None]) -> None:
        """Runs until :meth:`stop`; calls ``ready`` as soon as jobs can be given."""
        asyncio.run(self._serve(ready))

    def soon(self, call: Callable[[], None]) -> None:
        """Has ``call`` made in the loop, without waiting for it."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(call)

    def spawn(self, number: int, work: Work) -> None:
        """Starts a job; its end is posted as ``succeeded``, ``failed`` or ``cancelled``."""
        job = asyncio.get_running_loop().create_task(self._carry_out(number, work))
        self._jobs[number] = job
        # A job that is cancelled before its first step never runs a line of its own, so the end is posted from here.
        job.add_done_callback(lambda ended: self._ended(number, ended))

    def cancel(self, number: int) -> None:
        """Cancels a job if it still runs."""
        job = self._jobs.get(number)
        if job is not None:
            job.cancel()

    def stop(self, last_work: Work | None) -> None:
        """Cancels every job, then does ``last_work``, then ends."""
        self._last_work = last_work
        if self._stop is not None:
            self._stop.set()

    async def _serve(self, ready: Callable[[Loop], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        ready(self)
        await self._stop.wait()
        jobs = list(self._jobs.values())
        for job in jobs:
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)
        if self._last_work is not None:
            try:
                await self._last_work()
            except Exception:  # noqa: BLE001 - logged; the thread must end whatever happens
                _log.exception("closing failed")

    async def _carry_out(self, number: int, work: Work) -> None:
        try:
            value = await work()
        except CancelledByPersonError:
            self._post(number, "cancelled", None)
        except Exception as error:  # noqa: BLE001 - whatever it is, a person gets to see it as a problem
            self._post(number, "failed", as_bxdesk_error(error).problem)
        else:
            self._post(number, "succeeded", value)

    def _ended(self, number: int, job: asyncio.Task[None]) -> None:
        self._jobs.pop(number, None)
        if job.cancelled():
            self._post(number, "cancelled", None)


class Inbox:
    """Texts on their way from a field in the window to a function in the loop that waits for them."""

    def __init__(self) -> None:
        self._texts: asyncio.Queue[str] = asyncio.Queue()

    def put(self, text: str) -> None:
        """Hands a text over; called in the loop."""
        self._texts.put_nowait(text)

    async def take(self) -> str:
        """Waits for the next text."""
        return await self._texts.get()
