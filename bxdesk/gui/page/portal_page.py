"""The page of an open portal: what a person works on, the workbench to do it at, and the way to the review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.layouts.layout_files import LayoutFiles, dropped_layout
from bxdesk.gui.layouts.layout_note import LayoutNote
from bxdesk.gui.page.demo_notes import DemoNotes
from bxdesk.gui.page.resumed_note import ResumedNote
from bxdesk.gui.page.workbench import Workbench
from bxdesk.gui.parts.fitted_dialog import open_dialog
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.draft_keeper import DraftKeeper
from bxdesk.gui.session.open_portal import OpenPortal
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.view_state import ViewState
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.window_memory import WindowMemory
from bxdesk.placements.bindings import Binding
from bxdesk.placements.history import Undo
from bxdesk.placements.outcome import Outcome
from bxdesk.placements.plan import Plan
from bxdesk.placements.snapshot import Snapshot

if TYPE_CHECKING:
    from bxdesk.gui.plans.review_dialog import ReviewDialog
    from bxdesk.storage.drafts import FoundDraft


class PortalPage(QWidget):
    """Made after the first frame: it brings half of the window's modules along."""

    problems_changed = Signal()
    applied = Signal()
    """Changes were carried out."""
    sign_in_asked = Signal(object, object)
    """The session has ended inside a dialog: that dialog, and what is called after a new sign-in."""

    def __init__(
        self,
        session: Session,
        workspace: Workspace,
        checking: Checking,
        keeper: DraftKeeper,
        memory: WindowMemory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("portalPage")
        self._session = session
        self._keeper = keeper
        self._workspace = workspace
        self._checking = checking
        self._files = LayoutFiles(session, workspace, memory, self)
        self._workbench = Workbench(self._workspace, self._files, checking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if memory.shows_demo_notes:
            column.addWidget(DemoNotes(memory, workspace, checking, self.applied, self))
        column.addWidget(ResumedNote(self._workspace, self))
        column.addWidget(LayoutNote(self._files, self._workspace, self))
        column.addWidget(self._workbench, 1)
        self.setAcceptDrops(True)
        self._memory = memory
        self._was_shown = False
        self._workbench.placements.fold(memory.folded)
        memory.restore_inside(self._workbench)
        self._workbench.review_asked.connect(self._review)
        self._workbench.layout_asked.connect(self._copy_layout)

    @property
    def snapshot(self) -> Snapshot | None:
        """What was last read of the portal that is shown."""
        return self._workspace.snapshot

    def options_at(self, code: str, handler: str) -> Mapping[str, str]:
        """The options that a handler's widget has at a placement, or is to have there."""
        layout = self._workspace.draft.layout
        widget = layout.widgets.get(layout.key_of(handler) or "")
        return widget.content_at(code).options if widget is not None else {}

    @property
    def place(self) -> str:
        """The code of the placement that somebody is at; empty without one."""
        return self._workspace.focus.at

    @property
    def move_server(self) -> QAction:
        """Gives all bindings of the portal other addresses."""
        return self._workbench.move_server

    @property
    def view_state(self) -> ViewState:
        """What somebody is in the middle of, for a page that takes this one's place."""
        return self._workbench.view_state

    def restore(self, view_state: ViewState) -> None:
        """Goes on with what somebody was in the middle of on another page."""
        self._workbench.restore(view_state)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What stands in the way on the portal that is shown."""
        snapshot = self._workspace.snapshot
        return snapshot.problems if snapshot is not None else ()

    def take(self, portal: OpenPortal, found: FoundDraft) -> None:
        """Shows a portal that was just read; ``found`` is what an earlier window left for it."""
        if not self._keeper.has_begun(portal.identity):
            self._keeper.begin(portal.identity, found.kept.draft if found.kept else None)
            for problem in found.problems:
                self._session.told.emit(problem)
        self.show_portal(portal)

    def show_portal(self, portal: OpenPortal) -> None:
        """Shows a portal as it was last read; what was searched on another one hides nothing of it."""
        if portal.identity != self._workspace.whose:
            self._workbench.clear_searches()
        self._workspace.show(portal)

    def keep_places(self) -> None:
        """Takes down how the page is arranged; before anybody has seen it, its parts have no sizes worth keeping."""
        if not self._was_shown:
            return
        self._memory.keep_folded(self._workbench.placements.folding)
        self._memory.keep_inside(self._workbench)

    def showEvent(self, event: QShowEvent) -> None:
        """From here on it has an arrangement."""
        self._was_shown = True
        super().showEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes one file, or a text."""
        if self._files.can_open and dropped_layout(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens what was dropped as a layout."""
        what = dropped_layout(event.mimeData())
        if what is not None:
            event.acceptProposedAction()
            self._files.take(what)

    def begin(self) -> None:
        """Puts the focus where one goes on: into the list of widgets, or where there are none into the page address."""
        self._workbench.begin()

    def search(self) -> None:
        """Puts the cursor where placements are searched."""
        self._workbench.search()

    def _review(self) -> None:
        snapshot, plan = self._workspace.snapshot, self._workspace.plan
        if snapshot is None or not plan.steps:
            return
        self.review(snapshot, plan)

    def review(self, snapshot: Snapshot, plan: Plan) -> ReviewDialog:
        """Shows a plan that was made from ``snapshot``, to be applied."""
        return self._open_review(snapshot, plan, self)

    def take_outcome(self, whose: str, snapshot: Snapshot) -> None:
        """Shows what came of changes; ticks that were carried out are forgotten. ``whose`` names the connection."""
        portal = self._session.portals.at(whose)
        if portal is not None and portal.draft is not None:
            portal.take_outcome(snapshot)
            self._keeper.keep(whose, portal.draft.draft)
            if whose == self._workspace.whose:  # it stays there while another portal is read for the first time
                self._workspace.show(portal)
        self.problems_changed.emit()

    def review_undo(self, undo: Undo, connection: Connection, parent: QWidget | None = None) -> ReviewDialog:
        """Shows the plan that takes something back, to be applied."""
        return self._open_review(undo.snapshot, undo.plan, parent or self, undo, connection)

    def _open_review(
        self,
        snapshot: Snapshot,
        plan: Plan,
        parent: QWidget,
        undo: Undo | None = None,
        connection: Connection | None = None,
    ) -> ReviewDialog:
        from bxdesk.gui.plans.review_dialog import ReviewDialog

        dialog = ReviewDialog(self._session, snapshot, plan, self._checking, parent, undo, connection)
        dialog.applied.connect(partial(self._take_applied, dialog.whose))
        dialog.uncertain.connect(self._session.refresh)
        dialog.undo_asked.connect(self.review_undo)
        dialog.sign_in_asked.connect(partial(self.sign_in_asked.emit, dialog))
        open_dialog(dialog)
        return dialog

    def _copy_layout(self, rows: Sequence[Binding]) -> None:
        snapshot = self._workspace.snapshot
        if snapshot is None:
            return
        task = self._session.task()
        task.succeeded.connect(self._put_on_clipboard)
        task.start(_layout_of, snapshot.with_bindings(tuple(rows)))

    def _put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _take_applied(self, whose: str, outcome: Outcome) -> None:
        if outcome.verified and whose == self._session.portal.identity:
            self._session.note(None)  # it was read back: what is taken now is from now
        self.take_outcome(whose, outcome.snapshot)
        self.applied.emit()
        if not outcome.verified:
            self._session.refresh()


async def _layout_of(snapshot: Snapshot) -> str:
    from bxdesk.placements.layouts.layout_export import export_layout

    return export_layout(snapshot).text
