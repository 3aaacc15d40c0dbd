"""A signal is heard at once, even if another thread than the waiting one was chosen to take it."""

from __future__ import annotations

import signal
import sys
import threading
import time

import anyio
import pytest

from bxdesk.support.signals import woken_by_signals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the loop itself is woken by signals")


def _taken_by_another_thread() -> None:
    """As a signal that arrives right before the loop falls asleep: the sleep itself is not interrupted."""
    time.sleep(0.1)
    signal.pthread_kill(threading.get_ident(), signal.SIGINT)


def test_ctrl_c_is_heard_while_the_loop_sleeps() -> None:
    async def work() -> None:
        with woken_by_signals():
            threading.Thread(target=_taken_by_another_thread).start()
            await anyio.sleep(30)

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        anyio.run(work)
    assert time.monotonic() - began < 15


def test_what_stood_before_is_put_back() -> None:
    async def work() -> None:
        with woken_by_signals():
            pass

    before = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(before)
    anyio.run(work)
    assert signal.set_wakeup_fd(before) == before
