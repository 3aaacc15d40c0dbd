"""Keeps what was ticked and typed, so that a restart, a crash or a power cut takes no more than the last second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bxdesk.gui.background.tasks import Task
from bxdesk.gui.session.session import Session

if TYPE_CHECKING:
    from bxdesk.desk import Desk
    from bxdesk.gui.session.workspace import Workspace
    from bxdesk.placements.draft import Draft, PlaceChange

DELAY = 600
"""Milliseconds from the first change to its writing; further ones do not put it off."""


class DraftKeeper(QObject):
    """Watches a workspace and has its drafts written, one at a time, in the worker thread."""

    failed = Signal(object)
    """The Problem that a draft could not be written; told once, until one can be again."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace: Workspace | None = None
        self._kept: dict[str, Draft | None] = {}
        self._waiting: dict[str, Draft | None] = {}
        self._writing: dict[str, Draft | None] = {}
        self._task: Task | None = None
        self._has_failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._write)

    def watch(self, workspace: Workspace) -> None:
        """Keeps the drafts of this workspace from now on."""
        self._workspace = workspace
        for signal in (workspace.changed, workspace.content_replaced, workspace.snapshot_taken):
            signal.connect(self._look)

    def has_begun(self, whose: str) -> bool:
        """Whether this window keeps the draft of a connection."""
        return whose in self._kept

    def waiting(self, whose: str) -> tuple[PlaceChange, ...] | None:
        """What the draft of a connection changes; None where this window has opened none."""
        if whose not in self._kept:
            return None
        draft = self._kept[whose]
        return draft.changes if draft is not None else ()

    def begin(self, whose: str, draft: Draft | None) -> None:
        """Begins with a connection, of which this is kept already."""
        self._kept[whose] = draft

    def keep(self, whose: str, draft: Draft) -> None:
        """Keeps the draft of a connection as it is now."""
        changed = draft if draft.is_changed else None
        if self._kept.get(whose) != changed:
            self._kept[whose] = self._waiting[whose] = changed
            if not self._timer.isActive():
                self._timer.start()

    async def aclose(self) -> None:
        """Writes what is not written yet; awaited in the worker thread, after everything else was stopped."""
        if self._session.is_open:
            await _keep(self._session.desk, {**self._writing, **self._waiting})

    def _look(self) -> None:
        if self._workspace is not None and self._workspace.whose:
            self.keep(self._workspace.whose, self._workspace.draft)

    def _write(self) -> None:
        if self._task is not None:
            self._timer.start()
            return
        self._writing, self._waiting = self._waiting, {}
        task = self._task = self._session.task()
        task.succeeded.connect(self._written)
        task.failed.connect(self._not_written)
        task.start(_keep, self._session.desk, self._writing)

    def _written(self) -> None:
        self._task = None
        self._writing = {}
        self._has_failed = False

    def _not_written(self, problem: object) -> None:
        self._task = None
        # Tried once more with the next change, and at the end.
        self._waiting, self._writing = {**self._writing, **self._waiting}, {}
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(problem)


async def _keep(desk: Desk, drafts: dict[str, Draft | None]) -> None:
    for whose, draft in drafts.items():
        await desk.drafts.keep(whose, draft)
