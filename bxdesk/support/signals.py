"""Signals are heard at once, in whichever moment and thread they arrive.

Python runs its handlers between two of its own instructions, and a sleeping event loop has none: the byte that Python
writes for a signal wakes it.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socket import socket

Handler = Callable[[int, FrameType | None], object] | int | None
_ENOUGH = 64
"""Bytes that are taken at a time, one for each signal."""


@contextmanager
def wakeup_socket() -> Iterator[socket]:
    """Can be read from when a signal has arrived; :func:`drain` it then. For the main thread alone."""
    from socket import socketpair  # a heavy module, which the first frame does without

    reader, writer = socketpair()
    with reader, writer:
        reader.setblocking(False)
        writer.setblocking(False)
        before = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
        try:
            yield reader
        finally:
            signal.set_wakeup_fd(before)


def drain(woken: socket) -> None:
    """Takes what a wakeup socket has to be read."""
    with suppress(BlockingIOError):
        woken.recv(_ENOUGH)


@contextmanager
def handled(handler: Handler, *numbers: signal.Signals) -> Iterator[None]:
    """Has these signals handled so in the block. For the main thread alone."""
    before = [(number, signal.signal(number, handler)) for number in numbers]
    try:
        yield
    finally:
        for number, usual in before:
            signal.signal(number, usual)


@contextmanager
def woken_by_signals() -> Iterator[None]:
    """Entered inside asyncio's loop. Without it a Ctrl+C right before the loop falls asleep is heard when it wakes.

    On Windows the loop itself sees to that.
    """
    if sys.platform == "win32" or current_thread() is not main_thread():
        yield
        return
    import asyncio

    loop = asyncio.get_running_loop()
    with wakeup_socket() as woken:
        loop.add_reader(woken, drain, woken)
        try:
            yield
        finally:
            loop.remove_reader(woken)
