"""Signals wake the event loop, in whichever moment and thread they arrive."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread

_ENOUGH = 64


@contextmanager
def woken_by_signals() -> Iterator[None]:
    """Entered inside the loop. Without it a Ctrl+C right before the loop falls asleep is heard when it next wakes.

    Python runs its handlers between two of its own instructions, and a sleeping loop has none: the byte that Python
    writes for a signal wakes it. On Windows the loop itself sees to that.
    """
    if sys.platform == "win32" or current_thread() is not main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    reader, writer = socket.socketpair()
    with reader, writer:
        reader.setblocking(False)
        writer.setblocking(False)

        def drain() -> None:
            with suppress(BlockingIOError):
                reader.recv(_ENOUGH)

        loop.add_reader(reader, drain)
        before = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            loop.remove_reader(reader)
