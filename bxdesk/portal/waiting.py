"""Waiting for a portal without leaving the person in the dark: what is waited for is told, and Cancel is live."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar

import anyio

from bxdesk.errors import CancelledByPersonError
from bxdesk.messages import Message

Tell = Callable[[Message], None]
Stop = Callable[[], bool]

_SLICE = 0.1
"""Seconds after which a wait looks whether the person has pressed Cancel."""


def never() -> bool:
    """The answer of somebody who does not press Cancel."""
    return False


def _tell_nobody(text: Message) -> None:
    del text


_listener: ContextVar[tuple[Tell, Stop]] = ContextVar("bxdesk_waiting", default=(_tell_nobody, never))


@contextmanager
def watched(tell: Tell | None, stop: Stop = never) -> Iterator[None]:
    """Waits inside this block are told to ``tell``, and end when ``stop`` says so."""
    token = _listener.set((tell or _tell_nobody, stop))
    try:
        yield
    finally:
        _listener.reset(token)


def tell(text: Message) -> None:
    """Says what is waited for."""
    _listener.get()[0](text)


@asynccontextmanager
async def told_after(seconds: float, text: Message) -> AsyncIterator[None]:
    """Says ``text`` when the work inside this block takes longer than that."""

    async def later() -> None:
        await anyio.sleep(seconds)
        tell(text)

    failure: BaseException | None = None
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(later)
        try:
            yield
        except Exception as error:  # noqa: BLE001 - raised again below, outside the group, as it is
            failure = error
        tasks.cancel_scope.cancel()
    if failure is not None:
        raise failure


async def pause(seconds: float) -> None:
    """Waits. Raises CancelledByPersonError as soon as the person has pressed Cancel."""
    stop = _listener.get()[1]
    until = anyio.current_time() + seconds
    while (left := until - anyio.current_time()) > 0:
        if stop():
            raise CancelledByPersonError
        await anyio.sleep(min(left, _SLICE))
