"""The window: composes the bar, the banner and the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from bxdesk.gui.dialogs import Dialogs
from bxdesk.gui.parts.keys import QUIT
from bxdesk.gui.parts.scrolling import Pages, WholeWindow
from bxdesk.gui.parts.theme import MARGIN, Line
from bxdesk.gui.session.connections import NOT_INSTALLED, SESSION_ENDED
from bxdesk.gui.session.open_portal import Phase
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.unfinished_work import UNFINISHED
from bxdesk.gui.state_page import OpenDemo, StatePage
from bxdesk.gui.top_bar import Page, TopBar

if TYPE_CHECKING:
    from bxdesk.errors import Problem
    from bxdesk.gui.banner import ProblemBanner
    from bxdesk.gui.checks.checks_page import ChecksPage
    from bxdesk.gui.page.portal_page import PortalPage
    from bxdesk.gui.parts.links import OpenAddress
    from bxdesk.gui.portals.portals_page import PortalsPage
    from bxdesk.gui.session.checking import Checking
    from bxdesk.gui.session.draft_keeper import DraftKeeper
    from bxdesk.gui.session.fleet import Fleet
    from bxdesk.gui.session.workspace import Workspace
    from bxdesk.gui.settings.choices import Choices
    from bxdesk.gui.window_memory import WindowMemory
    from bxdesk.storage.drafts import FoundDraft
    from bxdesk.storage.folders import Folders

_OPEN = 300
"""Milliseconds after which a page that is shown is laid out and painted."""
_USUAL = QSize(1280, 760)
"""How large the window opens for the first time, where the screen has room for it."""


class MainWindow(QMainWindow):
    """Everything a person sees of bxdesk. What the first frame does without is imported and made when it is needed."""

    painted = Signal()
    """The first frame is on the screen."""
    arranged = Signal()
    """The page of a portal is on the screen, arranged as it was left."""

    def __init__(
        self,
        session: Session,
        open_address: OpenAddress,
        choices: Choices,
        keeper: DraftKeeper,
        memory: WindowMemory,
        folders: Folders | None = None,
        open_demo: OpenDemo | None = None,
    ) -> None:
        super().__init__()
        self._keeper = keeper
        self._memory = memory
        self._session = session
        self._open_demo = open_demo
        self._faults: tuple[Problem, ...] = ()
        """What holds nothing up and was not dismissed yet, the latest first."""
        self._was_painted = False
        self._workspace: Workspace | None = None
        self._checking: Checking | None = None
        self._fleet: Fleet | None = None
        self._checks_page: ChecksPage | None = None
        self._portals_page: PortalsPage | None = None
        self._page = Page.WIDGETS
        self._portal_page: PortalPage | None
        self._banner: ProblemBanner | None
        self.setObjectName("mainWindow")
        self._dialogs = Dialogs(self, session, choices, open_address, self.make_portal_page, folders)
        self._build()
        session.told.connect(self.show_fault)
        choices.failed.connect(self.show_fault)
        choices.language_changed.connect(self._build_anew)
        keeper.failed.connect(self.show_fault)
        session.portals.changed.connect(self._restate)
        session.connections.changed.connect(self._restate)
        session.portals.turned.connect(self._turn_portal)
        session.portals.was_read.connect(self._take)
        session.portal_asked.connect(self._show_portal)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)
        QShortcut(QUIT, self).activated.connect(self.close)
        help_ = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
        help_.activated.connect(self._show_help)
        memory.restore_window(self, _USUAL)
        self._restate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells of the first frame, so that heavy parts are imported after it."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Takes down how the window is arranged."""
        self._memory.keep_window(self)
        if self._portal_page is not None:
            self._portal_page.keep_places()
        super().closeEvent(event)

    def make_portal_page(self) -> PortalPage:
        """The page for portals; the first call makes it."""
        if self._portal_page is None:
            from bxdesk.gui.page.portal_page import PortalPage

            workspace, checking = self._the_workspace(), self._the_checking()
            self._portal_page = PortalPage(self._session, workspace, checking, self._keeper, self._memory)
            self._portal_page.problems_changed.connect(self._restate)
            self._portal_page.sign_in_asked.connect(self._dialogs.sign_in_inside)
            self._portal_page.move_server.triggered.connect(self._show_widgets)  # where the changes wait
            self._bar.offer(self._portal_page.move_server)
            self._pages.addWidget(self._portal_page)
        return self._portal_page

    def _the_workspace(self) -> Workspace:
        if self._workspace is None:
            from bxdesk.gui.session.workspace import Workspace

            self._workspace = Workspace(self)
            requests = self._workspace.requests
            requests.call.connect(self._dialogs.show_call)
            requests.try_out.connect(self._dialogs.try_out)
            requests.proof.connect(self._dialogs.show_proof)
            requests.page.connect(self._dialogs.open_page)
            self._keeper.watch(self._workspace)
        return self._workspace

    def _the_checking(self) -> Checking:
        if self._checking is None:
            from bxdesk.gui.session.checking import Checking

            self._checking = Checking(self._session, self)
        return self._checking

    def _make_checks_page(self) -> ChecksPage:
        """The page of checks; the first call makes it."""
        if self._checks_page is None:
            from bxdesk.gui.checks.checks_page import ChecksPage

            page = self._checks_page = ChecksPage(self._the_workspace(), self._the_checking())
            page.sign_in_again_asked.connect(self._dialogs.sign_in_again)
            page.move_app_asked.connect(self._dialogs.move_app)
            page.widgets_asked.connect(self._show_widgets)
            self._pages.addWidget(page)
        return self._checks_page

    def _make_portals_page(self) -> PortalsPage:
        """The page of all portals; the first call makes it."""
        if self._portals_page is None:
            from bxdesk.gui.portals.portals_page import PortalsPage
            from bxdesk.gui.session.fleet import Fleet

            if self._fleet is None:
                checking = self._the_checking()
                self._fleet = Fleet(self._session, self._the_workspace(), self._keeper, checking, self)
                self._fleet.statuses.recall()
            self._portals_page = PortalsPage(self._session, self._fleet, self._memory)
            self._portals_page.widgets_asked.connect(self._show_widgets)
            self._portals_page.page_asked.connect(self._dialogs.open_page)
            self._portals_page.sign_in_asked.connect(self._dialogs.sign_in_to)
            self._pages.addWidget(self._portals_page)
        return self._portals_page

    def _show_page(self, page: Page) -> None:
        self._page = page
        self._restate()

    def _show_portal(self) -> None:
        """The open portal, on the page of checks for whoever is there."""
        self._show_page(Page.CHECKS if self._page is Page.CHECKS else Page.WIDGETS)

    def _show_widgets(self) -> None:
        self._show_page(Page.WIDGETS)

    def show_fault(self, problem: Problem) -> None:
        """Shows what went wrong beside what somebody does, above everything else."""
        self._faults = (problem, *(one for one in self._faults if one != problem))
        self._restate()

    def _build(self) -> None:
        """Everything that is made of words. What a person works on is not in here, so it can be built again."""
        self._banner = self._portal_page = self._checks_page = self._portals_page = None
        self._banner_place = QWidget()
        self._state_page = StatePage(self._session, self._open_demo)
        self._pages = Pages()
        self._pages.addWidget(self._state_page)
        bar, dialogs = TopBar(self._session), self._dialogs
        self._bar = bar
        self._compose()
        for page in (bar, self._state_page):
            page.connect_asked.connect(dialogs.connect_portal)
            page.sign_in_again_asked.connect(dialogs.sign_in_again)
        self._state_page.failed.connect(self.show_fault)
        bar.sign_out_asked.connect(dialogs.ask_to_sign_out)
        bar.rename_asked.connect(dialogs.ask_for_name)
        bar.page_asked.connect(dialogs.open_page)
        bar.page_turned.connect(self._show_page)
        bar.history_asked.connect(dialogs.show_history)
        bar.settings_asked.connect(dialogs.show_settings)
        bar.help_asked.connect(self._show_help)
        bar.refresh_asked.connect(self._refresh)

    def _build_anew(self) -> None:
        """Builds the window again in another language, arranged as it is."""
        before, portals = self._portal_page, self._portals_page
        if before is not None:
            before.keep_places()
        view_state = before.view_state if before is not None else None
        portals_state = portals.view_state if portals is not None else None
        self._build()  # Qt hides and deletes what was there before
        if portals_state is not None:
            self._make_portals_page().restore(portals_state)
        if self._workspace is not None and view_state is not None:
            self.make_portal_page().restore(view_state)
            self._workspace.show_again()
        self._restate()

    def _compose(self) -> None:
        column = QVBoxLayout(self._banner_place)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        self.setCentralWidget(WholeWindow(self._bar, Line(), self._banner_place, self._pages))

    def _restate(self) -> None:
        portal = self._session.portal
        name = self._session.connections.title(portal.connection) if portal.connection else ""
        self.setWindowTitle(self.tr("{portal} — bxdesk").format(portal=name) if name else self.tr("bxdesk"))
        ready = portal.phase is Phase.READY
        self._bar.mark(self._turn_page())
        problems = [*self._faults]
        actions = dict.fromkeys((one.code for one in problems), self.tr("Dismiss"))
        if ready and portal.problem is not None:
            problems.append(portal.problem)
            again = portal.problem.code == SESSION_ENDED
            actions[portal.problem.code] = self.tr("Sign in again…") if again else self.tr("Try again")
        if ready:
            problems.extend(portal.unfinished_work.problems)
            actions[UNFINISHED] = self.tr("Loo&k at it…")
            problems.extend(self.make_portal_page().problems)
            actions[NOT_INSTALLED] = self.tr("&Move to a new application…")
        self._show_problems(problems, actions)

    def _turn_page(self) -> Page:
        """Turns to the page that was asked for, as far as there is something to show on it."""
        phase = self._session.portal.phase
        ready = phase is Phase.READY
        if phase is Phase.CHOOSING:
            self._page = Page.PORTALS
        elif not (self._session.connections.all if self._page is Page.PORTALS else ready or phase is Phase.LOADING):
            self._page = Page.WIDGETS
        if self._page is Page.PORTALS:
            self._turn_to(self._make_portals_page())
        elif not ready:
            self._turn_to(self._state_page)
        elif self._page is Page.CHECKS:
            self._turn_to(self._make_checks_page())
        else:
            self._turn_to(self.make_portal_page())
        return self._page

    def _turn_to(self, page: QWidget) -> None:
        if self._pages.currentWidget() is page:
            return
        self._pages.setCurrentWidget(page)
        if page is self._checks_page:
            self._checks_page.begin()
        if page is self._portals_page:
            self._portals_page.begin()
        if page is self._portal_page:
            self._portal_page.begin()
            QTimer.singleShot(_OPEN, self, self.arranged.emit)

    def _show_problems(self, problems: list[Problem], actions: dict[str, str]) -> None:
        if self._banner is None and problems:
            from bxdesk.gui.banner import ProblemBanner

            self._banner = ProblemBanner()
            self._banner.acted.connect(self._act_on_problem)
            layout = self._banner_place.layout()
            if layout is not None:
                layout.addWidget(self._banner)
            self._banner.follow(self._bar.last)
        if self._banner is not None:
            self._banner.show_problems(problems, actions)
        self._banner_place.setVisible(bool(problems))

    def _act_on_problem(self, problem: Problem) -> None:
        code = problem.code
        if problem in self._faults:
            self._faults = tuple(one for one in self._faults if one != problem)
            self._restate()
        elif code == SESSION_ENDED:
            self._dialogs.sign_in_again()
        elif code == UNFINISHED:
            self._dialogs.show_unfinished()
        elif code == NOT_INSTALLED:
            self._dialogs.move_app()
        else:
            self._session.refresh()

    def _take(self, found: FoundDraft) -> None:
        self.make_portal_page().take(self._session.portal, found)

    def _turn_portal(self) -> None:
        """What was read of a portal earlier is shown at once."""
        if self._session.portal.phase is Phase.READY:
            self.make_portal_page().show_portal(self._session.portal)

    def _find(self) -> None:
        if self._page is Page.PORTALS:
            self._make_portals_page().search()
        elif self._session.portal.phase is Phase.READY:
            self._show_widgets()
            self.make_portal_page().search()

    def _refresh(self) -> None:
        """Reads again what is looked at."""
        if self._page is Page.PORTALS:
            self._make_portals_page().read_again()
        else:
            self._session.refresh()

    def _show_help(self) -> None:
        self._dialogs.show_help(of_portals=self._page is Page.PORTALS)
