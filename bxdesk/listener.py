"""Who hears what a piece of work does, and may stop it: one object that is passed along, down to the wire.

A front end derives its own from :class:`Listener`. What waits asks it all the time, so Cancel works in every wait.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bxdesk.errors import CancelledByPersonError
from bxdesk.messages import Message, Reader

_SLICE = 0.1
"""Seconds after which a pause looks whether the person has cancelled."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is: ``done`` of ``total`` steps (0 where nothing is counted), and what is happening."""

    done: int
    total: int
    text: Message


class Listener:
    """Hears nothing and cancels nothing. All methods are called in the thread of the event loop."""

    reader = Reader()
    """Who it is, for pages that the core shows in a browser."""

    def progress(self, progress: Progress) -> None:
        """Hears how far the work is, or what it waits for."""

    def is_cancelled(self) -> bool:
        """Whether the person has cancelled the work."""
        return False

    def say(self, text: Message) -> None:
        """Tells what is happening or waited for."""
        self.progress(Progress(0, 0, text))

    async def pause(self, seconds: float) -> None:
        """Waits. Raises CancelledByPersonError as soon as the person has cancelled."""
        import anyio  # which a window's first frame does without

        until = anyio.current_time() + seconds
        while (left := until - anyio.current_time()) > 0:
            if self.is_cancelled():
                raise CancelledByPersonError
            await anyio.sleep(min(left, _SLICE))

    @contextmanager
    def say_after(self, seconds: float, text: Message) -> Iterator[None]:
        """Tells ``text`` when the work inside this block takes longer than that."""
        import asyncio

        timer = asyncio.get_running_loop().call_later(seconds, self.say, text)
        try:
            yield
        finally:
            timer.cancel()

    def prepare(self) -> None:
        """Is called each time a request has been sent: making ready what shows the answer takes nobody's time then."""


class UncancellableListener(Listener):
    """Passes on what is told, and goes on even after Cancel."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def progress(self, progress: Progress) -> None:
        """Tells the other listener."""
        self._listener.progress(progress)


class FailFastListener(Listener):
    """Gives up where something would have to be waited for."""

    async def pause(self, seconds: float) -> None:
        """Never waits: raises CancelledByPersonError at once."""
        del seconds
        raise CancelledByPersonError


class CountingListener(Listener):
    """Adds to what is told how far the work is."""

    def __init__(self, listener: Listener, total: int) -> None:
        self._listener = listener
        self._total = total
        self.done = 0

    def progress(self, progress: Progress) -> None:
        """Passes it on, with the count."""
        self._listener.progress(Progress(self.done, self._total, progress.text))

    def is_cancelled(self) -> bool:
        """Whether the person has cancelled the work."""
        return self._listener.is_cancelled()


SILENT = Listener()
"""For work that nobody watches."""
