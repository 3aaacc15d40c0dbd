"""The one primitive for background work.

One thread runs an event loop (``loop.py``). A :class:`Task` runs one async function there; what comes of it arrives
on the GUI thread as a queued signal. Starting and cancelling never wait for the loop: anyio's blocking portal answers
``start_task_soon`` only when the loop has a moment, which was a stall of 270 ms while the core was being imported.
"""

from __future__ import annotations

import itertools
import logging
import sys
import threading
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ParamSpec, cast

from PySide6.QtCore import QMetaMethod, QObject, Qt, Signal

from bxdesk.gui.parts.wording import reader
from bxdesk.listener import Listener, Progress

if TYPE_CHECKING:
    from datetime import datetime

    from bxdesk.errors import Problem
    from bxdesk.gui.background.loop import Loop, Work

P = ParamSpec("P")
_log = logging.getLogger(__name__)

_REMEMBERED = 10
"""Failures that a report about a fault may tell of."""
_TURN = 0.0005
"""Seconds after which the worker thread lets the window go on, in place of Python's 5 ms.

While it computes, each call of Qt into Python waits so long, and painting one table makes hundreds of them.
"""
PATIENCE = 10.0
"""Seconds that closing waits for running work to let go."""


class Tasks(QObject):
    """The thread, and the post between it and the GUI thread. Public methods are called on the GUI thread."""

    unheard = Signal(object)
    """The Problem that a task failed with of whose failure nobody wanted to hear."""
    _arrived = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._tasks: dict[int, Task] = {}
        self.failures: deque[tuple[datetime, Problem]] = deque(maxlen=_REMEMBERED)
        """What went wrong last, and when (UTC), oldest first."""
        self._lock = threading.Lock()
        self._waiting: list[Callable[[Loop], None]] = []
        self._loop: Loop | None = None
        self._closed = False
        self._thread: threading.Thread | None = None
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Starts the thread. Tasks that were begun before wait for it."""
        sys.setswitchinterval(_TURN)
        # A daemon: a thread that is stuck in somebody else's call must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, name="bxdesk core", daemon=True)
        self._thread.start()

    def close(self, last_work: Work | None = None) -> bool:
        """Cancels what runs, awaits ``last_work`` in the loop, ends the thread. Nothing is delivered any more.

        Comes back with False if something did not let go in time.
        """
        self._tasks.clear()
        self.in_loop(lambda loop: loop.stop(last_work))
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(PATIENCE)
        with self._lock:
            self._closed = True
        ended = thread is None or not thread.is_alive()
        if not ended:
            _log.warning("background work did not end within %s seconds", PATIENCE)
        return ended

    def in_loop(self, call: Callable[[Loop], None]) -> None:
        """Has ``call`` made in the worker thread, in order, without waiting for it."""
        with self._lock:
            loop = self._loop
            if loop is None:
                self._waiting.append(call)
            elif not self._closed:
                loop.soon(lambda: call(loop))

    def enter(self, task: Task) -> int:
        """Remembers a task until it ends; its number is what the worker thread knows it by."""
        number = next(self._numbers)
        self._tasks[number] = task
        return number

    def forget(self, number: int) -> None:
        """What still comes for this number is thrown away."""
        self._tasks.pop(number, None)

    def remember(self, failure: Problem, *, heard: bool) -> None:
        """Notes what went wrong, for a report; tells what nobody else has ``heard`` of."""
        from datetime import UTC, datetime

        self.failures.append((datetime.now(UTC), failure))
        if not heard:
            self.unheard.emit(failure)

    def post(self, number: int, kind: str, value: object) -> None:
        """Sends something to a task; called from any thread."""
        with self._lock:
            if not self._closed:
                self._arrived.emit(number, kind, value)

    def _deliver(self, number: int, kind: str, value: object) -> None:
        task = self._tasks.get(number)
        if task is not None:
            task.take(kind, value)

    def _run(self) -> None:
        from bxdesk.gui.background.loop import Loop

        Loop(self.post).serve(self._ready)
        with self._lock:
            self._closed = True

    def _ready(self, loop: Loop) -> None:
        with self._lock:
            self._loop = loop
            waiting, self._waiting = self._waiting, []
        for call in waiting:
            call(loop)


class Task(QObject):
    """One piece of background work. Exactly one of the three ends comes, on the GUI thread, unless it was dropped.

    Connect methods of GUI objects: Qt cuts those connections when the object dies.
    """

    succeeded = Signal(object)
    """What the function returned."""
    failed = Signal(object)
    """The Problem to show."""
    cancelled = Signal()
    """It was stopped, and has let go of everything."""
    progressed = Signal(object)
    """What the function reported on its way."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._number = tasks.enter(self)
        self._is_heard = False
        """Whether somebody wanted to hear of a failure; who has gone since does not want to any more."""

    def start(self, function: Callable[P, Awaitable[object]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Runs ``function(*args, **kwargs)`` in the background; who wants to hear of a failure is connected by now."""
        number = self._number
        self._is_heard = self.isSignalConnected(QMetaMethod.fromSignal(self.failed))
        self._tasks.in_loop(lambda loop: loop.spawn(number, lambda: function(*args, **kwargs)))

    def cancel(self) -> None:
        """Asks it to stop. What really came of it is still told: it may have been done already."""
        number = self._number
        self._tasks.in_loop(lambda loop: loop.cancel(number))

    def drop(self) -> None:
        """Asks it to stop; nobody wants to hear of it again."""
        self.cancel()
        self._end()

    def report(self, value: object) -> None:
        """Tells progress; the only method that may be called from any thread."""
        self._tasks.post(self._number, "progressed", value)

    def listener(self, is_cancelled: Callable[[], bool] = lambda: False) -> Listener:
        """Tells progress as well; ``is_cancelled`` is asked in the worker thread."""
        return _TaskListener(self.report, is_cancelled)

    def take(self, kind: str, value: object) -> None:
        """What arrived for this task, on the GUI thread."""
        if kind == "progressed":
            self.progressed.emit(value)
            return
        try:
            if kind == "succeeded":
                self.succeeded.emit(value)
            elif kind == "failed":
                self._tasks.remember(cast("Problem", value), heard=self._is_heard)
                self.failed.emit(value)
            else:
                self.cancelled.emit()
        finally:
            self._end()

    def _end(self) -> None:
        self._tasks.forget(self._number)
        self.deleteLater()


class _TaskListener(Listener):
    def __init__(self, report: Callable[[object], None], is_cancelled: Callable[[], bool]) -> None:
        self._report = report
        self._is_cancelled = is_cancelled
        self.reader = reader()

    def progress(self, progress: Progress) -> None:
        """Posts it to the GUI thread."""
        self._report(progress)

    def is_cancelled(self) -> bool:
        """Whether the person has pressed Cancel or Stop."""
        return self._is_cancelled()
