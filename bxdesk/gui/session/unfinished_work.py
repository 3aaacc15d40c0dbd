"""What an apply that was cut off has left behind on the portal that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.errors import Problem
from bxdesk.gui.background.tasks import Task
from bxdesk.gui.session.session import Session
from bxdesk.messages import message

if TYPE_CHECKING:
    from bxdesk.accounts.connection import Connection
    from bxdesk.desk import Desk
    from bxdesk.placements.history import Unfinished

UNFINISHED = "unfinished"
"""The code of the problem that says so."""


class UnfinishedWork(QObject):
    """Looks after each reading of a portal; as a rule that costs a look at a folder and nothing else."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._whose = ""
        self._problems: tuple[Problem, ...] = ()
        self.unfinished: Unfinished | None = None
        session.portal.was_read.connect(self.look)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What to tell about the open portal: what was cut off, and journals that cannot be read."""
        connection = self._session.portal.connection
        if connection is None or connection.identity != self._whose:
            return ()
        if self.unfinished is None:
            return self._problems
        count = len(self.unfinished.steps)
        cut_off = Problem(
            UNFINISHED,
            message("An apply of {count} changes was cut off here before its end.", count=count)
            if count != 1
            else message("An apply of one change was cut off here before its end."),
            message("Nothing else can be applied to this portal until this is finished or put back."),
            message("Look at what stands there, then finish it or put everything back."),
        )
        return (cut_off, *self._problems)

    def look(self) -> None:
        """Looks at the portal that is open; a look at an earlier one is given up."""
        if self._task is not None:
            self._task.drop()
        connection = self._session.portal.connection
        if connection is None:
            return
        task = self._task = self._session.task()
        task.succeeded.connect(self._found)
        task.failed.connect(self._failed)
        task.start(_look, self._session.desk, connection)

    def _found(self, found: tuple[str, Unfinished | None, tuple[Problem, ...]]) -> None:
        self._task = None
        self._whose, self.unfinished, self._problems = found
        self.changed.emit()

    def _failed(self, problem: Problem) -> None:
        self._task = None
        connection = self._session.portal.connection
        self._whose = connection.identity if connection else ""
        self.unfinished, self._problems = None, (problem,)
        self.changed.emit()


async def _look(desk: Desk, connection: Connection) -> tuple[str, Unfinished | None, tuple[Problem, ...]]:
    unfinished = await desk.unfinished(connection)
    return connection.identity, unfinished, await desk.damaged_journals(connection)
