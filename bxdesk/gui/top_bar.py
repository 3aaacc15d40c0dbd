"""The bar at the top: which portal, and reading it again."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from bxdesk.gui.connection_box import ConnectionBox
from bxdesk.gui.parts.button import BarButton
from bxdesk.gui.parts.elided import Elided
from bxdesk.gui.parts.flow import Flow
from bxdesk.gui.parts.focus import FocusKeeper
from bxdesk.gui.parts.icons import set_icon
from bxdesk.gui.parts.keys import PORTALS, explain
from bxdesk.gui.parts.progress_bar import ProgressBar
from bxdesk.gui.parts.theme import GAP, MARGIN, Text, Tone
from bxdesk.gui.parts.wording import translated
from bxdesk.gui.session.open_portal import Phase
from bxdesk.gui.session.session import Session
from bxdesk.placements.portal_pages import apps_page, card_page, portal_page


class Page(Enum):
    """What somebody looks at."""

    WIDGETS = "widgets"
    CHECKS = "checks"
    PORTALS = "portals"


_DOING = 17
"""How wide is said at most what is going on, in letters: no second line comes and goes with it."""


class TopBar(QWidget):
    """Chooses among the connected portals; the last entry connects another."""

    connect_asked = Signal()
    sign_in_again_asked = Signal()
    sign_out_asked = Signal()
    rename_asked = Signal()
    page_turned = Signal(object)
    """The Page that is to be shown."""
    refresh_asked = Signal()
    history_asked = Signal()
    settings_asked = Signal()
    help_asked = Signal()
    page_asked = Signal(str)
    """The address of a page of the portal, to be opened in the browser."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._box = ConnectionBox(session)
        self._more = self._make_menu_button()
        self._refresh = BarButton(self.tr("&Refresh"), "refreshButton")
        self._refresh.setShortcut(QKeySequence(QKeySequence.StandardKey.Refresh))
        explain(self._refresh, self.tr("Read again what you see; your ticks and texts stay"))
        self._who = Text(tone=Tone.MUTED)
        self._who.setWordWrap(False)
        self._doing = Elided(tone=Tone.MUTED)
        self._doing.setObjectName("doingText")
        self._doing.setMaximumWidth(self.fontMetrics().horizontalAdvance("m") * _DOING)
        self._bar = ProgressBar("readingProgress", self.tr("Reading the portal"))
        self._bar.setFixedWidth(80)
        self._bar.show_progress(0, 0)
        self._stop = QPushButton(self.tr("&Stop"))
        self._stop.setObjectName("stopReadingButton")
        self._portals = BarButton(self.tr("Portals"), "portalsButton")
        self._portals.setShortcut(PORTALS)  # its word has no letter that is free in every language
        explain(self._portals, self.tr("All portals that are connected, and how they are"))
        self._checks = BarButton(self.tr("Che&cks"), "checksButton")
        explain(self._checks, self.tr("What would keep widgets from being seen, and what to do"))
        self._history = BarButton(self.tr("Histor&y"), "historyButton")
        explain(self._history, self.tr("What was applied and when, and the way back from it"))
        self._settings = BarButton(self.tr("Setti&ngs"), "settingsButton")
        explain(self._settings, self.tr("Language, theme and proxy"))
        self._help = BarButton(self.tr("H&elp"), "helpButton")
        explain(self._help, self.tr("What each place is, and how bxdesk works"), QKeySequence(Qt.Key.Key_F1))
        self._buttons = (self._refresh, self._portals, self._checks, self._history, self._settings, self._help)
        self._is_dressed = False
        self._sees_portals = False
        self._offered: QAction | None = None
        self._build_menu()
        self._lay_out()
        FocusKeeper(self, self._stop, self._refresh)
        self._box.chosen.connect(session.choose)
        self._box.connect_asked.connect(self.connect_asked)
        self._refresh.clicked.connect(self.refresh_asked)
        self._stop.clicked.connect(lambda: session.portal.stop())
        self._page_buttons = {Page.PORTALS: self._portals, Page.CHECKS: self._checks}
        for page, button in self._page_buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._turn, page))
        self._history.clicked.connect(self.history_asked)
        self._settings.clicked.connect(self.settings_asked)
        self._help.clicked.connect(self.help_asked)
        session.connections.changed.connect(self._list)
        session.portals.changed.connect(self._restate)
        self._list()
        self._restate()

    @property
    def last(self) -> QWidget:
        """The last widget in the order of the Tab key."""
        return self._help

    def offer(self, action: QAction) -> None:
        """Puts into the portal's menu what is done to its widgets. It is shown while the portal is."""
        self._offered = action
        menu = self._more.menu()
        menu.insertSeparator(self._below_offered)
        menu.insertAction(self._below_offered, action)
        self._restate()

    def mark(self, page: Page) -> None:
        """Has the buttons of the pages show which one is in sight."""
        for one, button in self._page_buttons.items():
            button.setChecked(one is page)
        self._sees_portals = page is Page.PORTALS
        self._offer_refresh()

    def _offer_refresh(self) -> None:
        portal = self._session.portal
        connected = portal.connection is not None
        self._refresh.setVisible(self._sees_portals or connected)
        self._refresh.setEnabled(self._sees_portals or (connected and not portal.busy))

    def _turn(self, page: Page) -> None:
        self.page_turned.emit(page if self._page_buttons[page].isChecked() else Page.WIDGETS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list of portals alone says who is signed in, and buttons have no words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The buttons have words as long as all of them stand in one line so, and who is signed in is said beside them.

        While the portal is read again, what is going on has the room.
        """
        shown = [button for button in self._buttons if not button.isHidden()]
        others = self._box.sizeHint().width() + self._more.sizeHint().width()
        needed = others + sum(button.width_with_word + GAP for button in shown) + GAP + 2 * MARGIN
        for button in self._buttons:
            button.set_compact(self._is_dressed and needed > self.width())
        has_room = needed + self._who.sizeHint().width() + GAP <= self.width()
        self._who.setVisible(has_room and not self._rereads)

    @property
    def _rereads(self) -> bool:
        return self._session.portal.busy and self._session.portal.phase is Phase.READY

    def _dress(self) -> None:
        """Draws the icons of what cannot be pressed before the core is there: the first frame does without them."""
        if not self._is_dressed and self._session.is_open:
            self._is_dressed = True
            set_icon(self._more, "more")
            set_icon(self._refresh, "refresh")
            set_icon(self._portals, "portals")
            set_icon(self._checks, "checks")
            set_icon(self._history, "history")
            set_icon(self._settings, "settings")
            set_icon(self._help, "help")

    def _make_menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("portalMenuButton")
        button.setAccessibleName(self.tr("More about this portal"))
        button.setToolTip(self.tr("More about this portal"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _build_menu(self) -> None:
        menu = QMenu(self)
        self._connect = QAction(self.tr("&Connect a portal…"), menu)
        self._connect.setObjectName("connectAction")
        self._connect.triggered.connect(self.connect_asked)
        self._again = QAction(self.tr("Sign in &again…"), menu)
        self._again.setObjectName("signInAgainAction")
        self._again.triggered.connect(self.sign_in_again_asked)
        self._leave = QAction(self.tr("Sign &out…"), menu)
        self._leave.setObjectName("signOutAction")
        self._leave.triggered.connect(self.sign_out_asked)
        self._rename = QAction(self.tr("Re&name…"), menu)
        self._rename.setObjectName("renameAction")
        self._rename.triggered.connect(self.rename_asked)
        menu.addActions([self._connect, self._rename, self._again, self._leave])
        self._below_offered = menu.addSeparator()
        self._pages = [
            self._page(name, text, page)
            for name, text, page in (
                ("openPortalAction", self.tr("Op&en the portal"), portal_page),
                ("openCardAction", self.tr("Open its a&pplications and their cards"), apps_page),
                ("openDeveloperAction", self.tr("Open its &developer resources"), card_page),
            )
        ]
        menu.addActions(self._pages)
        self._more.setMenu(menu)

    def _page(self, name: str, text: str, page: Callable[[str], str]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(partial(self._ask_for_page, page))
        return action

    def _ask_for_page(self, page: Callable[[str], str]) -> None:
        if self._session.portal.connection is not None:
            self.page_asked.emit(page(self._session.portal.connection.portal))

    def _lay_out(self) -> None:
        buttons = (self._refresh, self._portals, self._checks, self._history)
        begin = Flow(GAP, self._box, self._more, *buttons, self._bar, self._doing, self._stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        line.setSpacing(GAP)
        line.addWidget(begin, 1)
        line.addWidget(self._who)
        for widget in (self._settings, self._help):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def _list(self) -> None:
        self._box.follow()
        self._fit()

    def _restate(self) -> None:
        session, portal = self._session, self._session.portal
        connected = portal.connection is not None
        self._box.setEnabled(session.is_open)
        self._more.setEnabled(session.is_open)
        self._again.setEnabled(connected)
        self._rename.setEnabled(connected)
        for page in self._pages:
            page.setEnabled(connected)
        if self._offered is not None:
            self._offered.setVisible(session.portal.phase is Phase.READY)
        self._dress()
        self._portals.setVisible(bool(session.connections.all))
        self._checks.setVisible(portal.phase is Phase.READY)
        self._history.setVisible(bool(session.connections.all))
        self._settings.setEnabled(session.is_open)
        self._leave.setEnabled(connected)
        self._offer_refresh()
        self._doing.setText(translated(portal.waiting) if portal.waiting else self.tr("Reading…"))
        for widget in (self._doing, self._bar, self._stop):
            widget.setVisible(self._rereads)
        user = portal.connection.user_name if portal.connection else ""
        self._who.setText(self.tr("Signed in as {user}").format(user=user) if user else "")
        self._fit()
