"""The window: composes the bar, the banner and the pages, and opens the dialogs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.banner import ProblemBanner
from bxdesk.gui.connect_dialog import ConnectDialog, OpenAddress
from bxdesk.gui.icons import app_icon
from bxdesk.gui.review_dialog import ReviewDialog
from bxdesk.gui.session import Phase, Session, identity
from bxdesk.gui.state_page import SESSION_ENDED, StatePage
from bxdesk.gui.theme import MARGIN, Line
from bxdesk.gui.top_bar import TopBar
from bxdesk.gui.workbench import Workbench
from bxdesk.gui.workspace import Workspace
from bxdesk.placements.outcome import Outcome
from bxdesk.placements.snapshot import Snapshot


class MainWindow(QMainWindow):
    """Everything a person sees of bxdesk."""

    painted = Signal()
    """The first frame is on the screen."""

    def __init__(self, session: Session, open_address: OpenAddress) -> None:
        super().__init__()
        self._session = session
        self._open_address = open_address
        self._fault: Problem | None = None
        self._was_painted = False
        self.setObjectName("mainWindow")
        self.setWindowIcon(app_icon())
        self._workspace = Workspace(self)
        self._banner = ProblemBanner()
        self._around_banner = QWidget()
        self._state_page = StatePage(session)
        self._workbench = Workbench(self._workspace)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._state_page)
        self._pages.addWidget(self._workbench)
        bar = TopBar(session)
        self._compose(bar)
        for page in (bar, self._state_page):
            page.connect_asked.connect(self.connect_portal)
            page.sign_in_again_asked.connect(self.sign_in_again)
        bar.sign_out_asked.connect(self._ask_to_sign_out)
        self._banner.acted.connect(self._act_on_problem)
        self._workbench.review_asked.connect(self._review)
        session.changed.connect(self._restate)
        session.connections_changed.connect(self._restate)
        session.snapshot_read.connect(self._take)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._workbench.placements.focus_filter)
        self.resize(1180, 740)
        self._restate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells of the first frame, so that heavy parts are imported after it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def connect_portal(self) -> None:
        """Opens the sign-in dialog."""
        self._open_connect_dialog(None)

    def sign_in_again(self) -> None:
        """Opens the sign-in dialog for the portal that is open."""
        self._open_connect_dialog(self._session.connection)

    def show_fault(self, problem: Problem) -> None:
        """Shows that bxdesk itself made a mistake, above everything else."""
        self._fault = problem
        self._restate()

    def _compose(self, bar: TopBar) -> None:
        column = QVBoxLayout(self._around_banner)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        column.addWidget(self._banner)
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(bar)
        lines.addWidget(Line())
        lines.addWidget(self._around_banner)
        lines.addWidget(self._pages, 1)
        self.setCentralWidget(whole)

    def _restate(self) -> None:
        session = self._session
        name = session.connection.name if session.connection else ""
        self.setWindowTitle(self.tr("{portal} — bxdesk").format(portal=name) if name else self.tr("bxdesk"))
        ready = session.phase is Phase.READY
        self._pages.setCurrentWidget(self._workbench if ready else self._state_page)
        problems: list[Problem] = []
        actions: dict[str, str] = {}
        if self._fault is not None:
            problems.append(self._fault)
            actions[self._fault.code] = self.tr("Dismiss")
        if ready and session.problem is not None:
            problems.append(session.problem)
            again = session.problem.code == SESSION_ENDED
            actions[session.problem.code] = self.tr("Sign in again…") if again else self.tr("Try again")
        snapshot = self._workspace.snapshot
        if ready and snapshot is not None:
            problems.extend(snapshot.problems)
        self._banner.show_problems(problems, actions)
        self._around_banner.setVisible(bool(problems))

    def _act_on_problem(self, code: str) -> None:
        if self._fault is not None and code == self._fault.code:
            self._fault = None
            self._restate()
        elif code == SESSION_ENDED:
            self.sign_in_again()
        else:
            self._session.refresh()

    def _take(self, snapshot: Snapshot) -> None:
        connection = self._session.connection
        self._workspace.take(snapshot, identity(connection) if connection else snapshot.member_id)

    def _open_connect_dialog(self, known: Connection | None) -> None:
        if not self._session.is_open:
            return
        dialog = ConnectDialog(self._session, self._open_address, known, self)
        dialog.signed_in.connect(self._session.reload_connections)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

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
        self._restate()
        if not outcome.verified:
            self._session.refresh()

    def _ask_to_sign_out(self) -> None:
        connection = self._session.connection
        if connection is None:
            return
        box = QMessageBox(self)
        box.setObjectName("signOutDialog")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Sign out"))
        box.setText(self.tr("Sign out of {portal}?").format(portal=connection.name))
        box.setInformativeText(
            self.tr("bxdesk forgets the keys and the session. The widgets on the portal stay as they are.")
        )
        sign_out = box.addButton(self.tr("&Sign out"), QMessageBox.ButtonRole.AcceptRole)
        sign_out.setObjectName("signOutButton")
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.accepted.connect(self._sign_out)
        box.finished.connect(box.deleteLater)
        box.open()

    def _sign_out(self) -> None:
        if self._session.connection is not None:
            self._session.sign_out(self._session.connection)
