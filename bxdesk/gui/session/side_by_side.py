"""Work for many portals at once: each tells of itself, and one that hangs holds up nobody."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

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

Work = Callable[[Connection, Listener], Awaitable[object]]
"""What is done for one portal."""
Begin = Callable[[], Awaitable[Work]]
"""What is done once for all of them: gives the work. What it raises ends the run."""
_Tell = Callable[[object], None]


@dataclass(frozen=True, slots=True)
class _News:
    """What the worker thread tells: of which portal, by which signal, and what."""

    connection: Connection
    signal: str
    value: object


class SideBySide(QObject):
    """At most one run at a time."""

    doing = Signal(object, object)
    """A Connection, and the Message what is going on there."""
    succeeded = Signal(object, object)
    """A Connection, and what its work returned."""
    failed = Signal(object, object)
    """A Connection, and the Problem that its work came to."""
    broken = Signal(object)
    """The Problem that kept all of it from being begun."""
    ended = Signal()
    """The run is over, or was given up."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._is_stopped = threading.Event()

    @property
    def runs(self) -> bool:
        """Whether anything is being worked on."""
        return self._task is not None

    def start(self, connections: Sequence[Connection], begin: Begin) -> None:
        """Does the work for all of these."""
        self._is_stopped.clear()
        for connection in connections:
            self.doing.emit(connection, message("waiting…"))
        task = self._task = self._session.task()
        task.failed.connect(self.broken)  # first: whoever hears of the end knows by then why
        for ended in (task.succeeded, task.failed, task.cancelled):
            ended.connect(self._end)
        task.progressed.connect(self._take)
        task.start(_run, self._session.desk, tuple(connections), begin, task.report, self._is_stopped.is_set)

    def give_up(self) -> None:
        """Ends the run at once: for work that changes nothing."""
        if self._task is not None:
            self._task.drop()
            self._end()

    def stop(self) -> None:
        """Asks every portal's work to stop where it can; what came of it is still told."""
        self._is_stopped.set()

    def _take(self, news: _News) -> None:
        signals = {"doing": self.doing, "succeeded": self.succeeded, "failed": self.failed}
        signals[news.signal].emit(news.connection, news.value)

    def _end(self) -> None:
        self._task = None
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
