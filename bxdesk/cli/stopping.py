"""Ctrl+C while a portal is being changed: the batch on its way is finished and read back, the rest is left."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from bxdesk.cli.console import Console

_SAID = b"\nStopping after what is on its way. Ctrl+C once more stops at once.\n"


@contextmanager
def stopping(console: Console) -> Iterator[Callable[[], bool]]:
    """Gives what to ask whether Ctrl+C was pressed in the block. Pressed once more, it ends the program at once."""
    pressed = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield pressed.is_set
        return
    usual = signal.getsignal(signal.SIGINT)

    def on_press(number: int, frame: FrameType | None) -> None:
        del number, frame
        signal.signal(signal.SIGINT, usual)
        if console.asking:
            raise KeyboardInterrupt
        pressed.set()
        # Past Python's own buffers: what is interrupted may be in the middle of printing, or of a line.
        with suppress(OSError):
            os.write(2, _SAID)

    signal.signal(signal.SIGINT, on_press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, usual)
