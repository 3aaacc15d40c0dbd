"""The page of an open portal: what a person works on, the workbench to do it at, and the way to the review."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.review_dialog import ReviewDialog
from bxdesk.gui.session import Session
from bxdesk.gui.workbench import Workbench
from bxdesk.gui.workspace import Workspace
from bxdesk.placements.outcome import Outcome
from bxdesk.placements.snapshot import Snapshot


class PortalPage(QWidget):
    """Made after the first frame: it brings half of the window's modules along."""

    problems_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace = Workspace(self)
        self._workbench = Workbench(self._workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._workbench)
        self._workbench.review_asked.connect(self._review)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What stands in the way on the portal that is shown."""
        snapshot = self._workspace.snapshot
        return snapshot.problems if snapshot is not None else ()

    def take(self, snapshot: Snapshot, whose: str) -> None:
        """Shows a snapshot; ``whose`` names the connection it is of."""
        self._workspace.take(snapshot, whose)

    def search(self) -> None:
        """Puts the cursor where placements are searched."""
        self._workbench.placements.focus_filter()

    def _review(self) -> None:
        snapshot, plan = self._workspace.snapshot, self._workspace.plan
        if snapshot is None or not plan.steps:
            return
        dialog = ReviewDialog(self._session, snapshot, plan, self)
        dialog.settled.connect(self._settle)
        dialog.uncertain.connect(self._session.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _settle(self, outcome: Outcome) -> None:
        self._workspace.settle(outcome)
        self.problems_changed.emit()
        if not outcome.verified:
            self._session.refresh()
