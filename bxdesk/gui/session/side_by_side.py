"""Work for many portals at once: each tells of itself, and one that hangs holds up nobody."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bxdesk.accounts.connection import Connection
from bxdesk.errors import BxdeskError
from bxdesk.gui.background.tasks import Task
from bxdesk.gui.session.session import Session
from bxdesk.listener import Listener, Progress
from bxdesk.messages import message

if TYPE_CHECKING:
    from bxdesk.desk import Desk

_AT_ONCE = 8
"""Portals that are worked on side by side."""
_GATHERED = 50
"""Milliseconds for which news are gathered."""
_AT_A_STRETCH = 0.01
"""Seconds for which news are taken before the window may do something else: a thousand portals answer at once."""

Work = Callable[[Connection, Listener], Awaitable[object]]
"""What is done for one portal."""
Begin = Callable[[], Awaitable[Work]]
"""What is done once for all of them: gives the work. What it raises ends the run."""


@dataclass(frozen=True, slots=True)
class _News:
    """What is told: of which portal, by which signal, and what."""

    connection: Connection
    signal: str
    value: object


_Tell = Callable[[_News], None]


class _Post:
    """News on their way from the worker thread; the window is woken once for all that wait there."""

    def __init__(self, news: Iterable[_News], wake: Callable[[object], None]) -> None:
        self.waiting = deque(news)
        self._wake = wake
        self._is_awake = False

    def put(self, news: _News) -> None:
        """Called in the worker thread."""
        self.waiting.append(news)
        if not self._is_awake:
            self._is_awake = True
            self._wake(None)

    def open(self) -> None:
        """Called before what waits is taken: whatever comes from now on wakes the window again."""
        self._is_awake = False


class SideBySide(QObject):
    """At most one run at a time."""

    doing = Signal(object, object)
    """A Connection, and the Message what is going on there."""
    succeeded = Signal(object, object)
    """A Connection, and what its work returned."""
    failed = Signal(object, object)
    """A Connection, and the Problem that its work came to."""
    advanced = Signal(object)
    """The identities of the connections that something was told of just now: what is shown is brought up to date."""
    broken = Signal(object)
    """The Problem that kept all of it from being begun."""
    ended = Signal()
    """The run is over, or was given up."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._is_stopped = threading.Event()
        self._post: _Post | None = None
        self.runs = False
        """Whether anything is being worked on, or was and is not told yet."""
        self._signals = {"doing": self.doing, "succeeded": self.succeeded, "failed": self.failed}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_news)

    def start(self, connections: Sequence[Connection], begin: Begin) -> None:
        """Does the work for all of these. Raises RuntimeError while a run goes on, which is not touched."""
        if self.runs:
            raise RuntimeError("a run is going on")
        self._is_stopped = threading.Event()  # of its own: one that was given up may still be at work
        self.runs = True
        task = self._task = self._session.task()
        news = (_News(connection, "doing", message("waiting…")) for connection in connections)
        post = self._post = _Post(news, task.report)
        task.failed.connect(self.broken)  # first: whoever hears of the end knows by then why
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._note_end)
        task.progressed.connect(self._wake)
        task.start(_run, self._session.desk, tuple(connections), begin, post.put, self._is_stopped.is_set)
        self._timer.start(0)

    def give_up(self) -> None:
        """Ends the run at once: for work that changes nothing."""
        if self._task is not None:
            self._task.drop()
        if self.runs:
            self._end()

    def stop(self) -> None:
        """Asks every portal's work to stop where it can; what came of it is still told."""
        self._is_stopped.set()

    def _wake(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_GATHERED)

    def _take_news(self) -> None:
        """Tells what there is to tell, as much as the window has time for."""
        post = self._post
        if post is None:
            return
        post.open()
        until = perf_counter() + _AT_A_STRETCH
        told: set[str] = set()
        while post is self._post and post.waiting and perf_counter() < until:
            news = post.waiting.popleft()
            told.add(news.connection.identity)
            self._signals[news.signal].emit(news.connection, news.value)
        if told:
            self.advanced.emit(told)
        if post is not self._post:
            return  # it was given up meanwhile
        if post.waiting:
            self._timer.start(0)
        elif self._task is None:
            self._end()

    def _note_end(self) -> None:
        self._task = None
        self._timer.start(0)

    def _end(self) -> None:
        self._task, self._post, self.runs = None, None, False
        self._timer.stop()
        self.ended.emit()


class _PortalListener(Listener):
    """Tells what is going on with one of many portals."""

    def __init__(self, connection: Connection, tell: _Tell, is_stopped: Callable[[], bool]) -> None:
        self._connection = connection
        self._tell = tell
        self._is_stopped = is_stopped

    def progress(self, progress: Progress) -> None:
        """Passes it on, with the portal that it is about."""
        self._tell(_News(self._connection, "doing", progress.text))

    def is_cancelled(self) -> bool:
        """Whether the person has stopped the run."""
        return self._is_stopped()


async def _run(
    desk: Desk, connections: Sequence[Connection], begin: Begin, tell: _Tell, is_stopped: Callable[[], bool]
) -> None:
    work = await begin()

    async def one(connection: Connection) -> None:
        value = await work(connection, _PortalListener(connection, tell, is_stopped))
        tell(_News(connection, "succeeded", value))

    def failed(connection: Connection, error: BxdeskError) -> None:
        tell(_News(connection, "failed", error.problem))

    await desk.each(connections, one, failed, _AT_ONCE)
