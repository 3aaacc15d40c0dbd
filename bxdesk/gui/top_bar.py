"""The bar at the top: which portal, and reading it again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QProgressBar, QPushButton, QToolButton, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.gui.icons import wear
from bxdesk.gui.session import Phase, Session
from bxdesk.gui.theme import GAP, MARGIN, Text, Tone
from bxdesk.gui.wording import tip


class TopBar(QWidget):
    """Chooses among the connected portals; the last entry connects another."""

    connect_asked = Signal()
    sign_in_again_asked = Signal()
    sign_out_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._box = QComboBox()
        self._box.setObjectName("connectionBox")
        self._box.setAccessibleName(self.tr("Portal"))
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._box.setMinimumContentsLength(24)
        self._box.setPlaceholderText(self.tr("No portal yet"))
        self._more = QToolButton()
        self._more.setObjectName("portalMenuButton")
        self._more.setAccessibleName(self.tr("More about this portal"))
        self._more.setToolTip(self.tr("More about this portal"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setAutoRaise(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        wear(self._more, "more")
        self._refresh = QPushButton(self.tr("&Refresh"))
        self._refresh.setObjectName("refreshButton")
        self._refresh.setAccessibleName(self.tr("Refresh"))
        self._refresh.setShortcut(QKeySequence(QKeySequence.StandardKey.Refresh))
        self._refresh.setToolTip(self.tr("Read the portal again; your ticks and texts stay"))
        wear(self._refresh, "refresh")
        self._who = Text(tone=Tone.MUTED)
        self._who.setWordWrap(False)
        self._doing = Text(tone=Tone.MUTED)
        self._doing.setWordWrap(False)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(80)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("Reading the portal"))
        self._stop = QPushButton(self.tr("S&top"))
        self._stop.setObjectName("stopReadingButton")
        self._build_menu()
        self._lay_out()
        self._box.activated.connect(self._chosen)
        self._refresh.clicked.connect(session.refresh)
        self._stop.clicked.connect(session.stop)
        session.connections_changed.connect(self._list)
        session.changed.connect(self._restate)
        self._list()
        self._restate()

    @property
    def last(self) -> QWidget:
        """The last widget in the order of the Tab key."""
        return self._stop

    def _build_menu(self) -> None:
        menu = QMenu(self)
        self._connect = QAction(self.tr("&Connect a portal…"), menu)
        self._connect.triggered.connect(self.connect_asked)
        self._again = QAction(self.tr("Sign in &again…"), menu)
        self._again.triggered.connect(self.sign_in_again_asked)
        self._leave = QAction(self.tr("Sign &out…"), menu)
        self._leave.setObjectName("signOutAction")
        self._leave.triggered.connect(self.sign_out_asked)
        menu.addActions([self._connect, self._again, self._leave])
        self._more.setMenu(menu)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        line.setSpacing(GAP)
        line.addWidget(self._box)
        line.addWidget(self._more)
        line.addWidget(self._refresh)
        line.addSpacing(GAP)
        line.addWidget(self._bar)
        line.addWidget(self._doing)
        line.addWidget(self._stop)
        line.addStretch(1)
        line.addWidget(self._who)

    def _list(self) -> None:
        self._box.clear()
        for connection in self._session.connections:
            self._box.addItem(connection.name, connection)
            self._box.setItemData(
                self._box.count() - 1,
                tip(self.tr("Signed in as {user}").format(user=connection.user_name)),
                Qt.ItemDataRole.ToolTipRole,
            )
        if self._session.connections:
            self._box.insertSeparator(self._box.count())
        self._box.addItem(self.tr("Connect a portal…"), None)
        self._reset()

    def _reset(self) -> None:
        connections = self._session.connections
        current = self._session.connection
        self._box.setCurrentIndex(connections.index(current) if current in connections else -1)

    def _chosen(self, row: int) -> None:
        connection = self._box.itemData(row)
        if isinstance(connection, Connection):
            if connection != self._session.connection:
                self._session.choose(connection)
        else:
            self._reset()
            self.connect_asked.emit()

    def _restate(self) -> None:
        session = self._session
        connected = session.connection is not None
        rereading = session.busy and session.phase is Phase.READY
        self._box.setEnabled(session.is_open)
        self._more.setEnabled(session.is_open)
        self._again.setEnabled(connected)
        self._leave.setEnabled(connected)
        self._refresh.setVisible(connected)
        self._refresh.setEnabled(connected and not session.busy)
        self._doing.setText(self.tr("Reading…"))
        for widget in (self._doing, self._bar, self._stop):
            widget.setVisible(rereading)
        user = session.connection.user_name if session.connection else ""
        self._who.setText(self.tr("Signed in as {user}").format(user=user) if user else "")
