"""What an apply that was cut off has left behind on a portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bxdesk.errors import Problem
from bxdesk.gui.background.tasks import Task, Tasks
from bxdesk.messages import message

if TYPE_CHECKING:
    from bxdesk.accounts.connection import Connection
    from bxdesk.desk import Desk
    from bxdesk.placements.history import HistoryEntry, Unfinished

UNFINISHED = "unfinished"
"""The code of the problem that says so."""
_PATIENCE = 2
"""Seconds to wait for whoever changes a portal."""


class UnfinishedWork(QObject):
    """To be looked for after each reading; as a rule that costs a look at a folder and nothing else."""

    changed = Signal()
    """Something else is to be told: what was found, or that nobody could look."""
    answered = Signal()
    """The portal has said what was cut off there, if anything."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._problems: tuple[Problem, ...] = ()
        self.unfinished: Unfinished | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What to tell about the portal: what was cut off, and journals that cannot be read."""
        if self.unfinished is None:
            return self._problems
        return (cut_off(self.unfinished.entry), *self._problems)

    def look(self, desk: Desk, connection: Connection) -> None:
        """Looks on the portal now; what is known of it holds until the answer is there."""
        if self._task is not None:
            self._task.drop()
        task = self._task = Task(self._tasks)
        task.succeeded.connect(self._found)
        task.failed.connect(self._failed)
        task.start(_look, desk, connection)

    def _found(self, found: tuple[Unfinished | None, tuple[Problem, ...]]) -> None:
        self._task = None
        self.unfinished, self._problems = found
        self.answered.emit()
        self.changed.emit()

    def _failed(self, problem: Problem) -> None:
        """What is not known now stays as it was known."""
        self._task, self._problems = None, (problem,)
        self.changed.emit()


async def left_unfinished(desk: Desk, connection: Connection) -> HistoryEntry | None:
    """What was cut off on one of many portals.

    Raises BxdeskError, or TimeoutError, where that cannot be told, as while somebody changes it.
    """
    from anyio import fail_after  # heavy, and the window's thread imports this module

    with fail_after(_PATIENCE):
        found = await desk.unfinished(connection)
    return None if found is None else found.entry


async def _look(desk: Desk, connection: Connection) -> tuple[Unfinished | None, tuple[Problem, ...]]:
    return await desk.unfinished(connection), await desk.damaged_journals(connection)


def cut_off(entry: HistoryEntry) -> Problem:
    """What to tell about an apply that was cut off."""
    count = len(entry.steps)
    return Problem(
        UNFINISHED,
        message("An apply of {count} changes was cut off here before its end.", count=count)
        if count != 1
        else message("An apply of one change was cut off here before its end."),
        message("Nothing else can be applied to this portal until this is finished or put back."),
        message("Look at what stands there, then finish it or put everything back."),
    )
