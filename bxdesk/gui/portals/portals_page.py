"""The page of all portals: how each is, reading many of them, and the way into one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.fields import SearchField
from bxdesk.gui.parts.flow import Flow
from bxdesk.gui.parts.focus import FocusKeeper
from bxdesk.gui.parts.note import EmptyNote
from bxdesk.gui.parts.scrolling import Scrolled
from bxdesk.gui.parts.theme import GAP, MARGIN, Text
from bxdesk.gui.portals.layout_choice import LayoutChoice
from bxdesk.gui.portals.portal_details import PortalDetails
from bxdesk.gui.portals.portal_filter import Filter, Standing, filter_words
from bxdesk.gui.portals.portals_menu import PortalsMenu
from bxdesk.gui.portals.portals_model import PortalsModel
from bxdesk.gui.portals.portals_table import PortalsTable
from bxdesk.gui.portals.run_line import RunLine
from bxdesk.gui.session.connections import ConnectionState
from bxdesk.gui.session.fleet import Fleet
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.view_state import PortalsViewState
from bxdesk.gui.window_memory import WindowMemory

_SIZES = (380, 280)
"""Pixels of the list and of the look inside of one portal, in a window of the usual height."""


class PortalsPage(QWidget):
    """A row for each connection; a double click opens its portal."""

    widgets_asked = Signal()
    """Back to the widgets of the open portal."""
    sign_in_asked = Signal(object, object)
    """The Connection to sign in to again, and what is called after it."""
    page_asked = Signal(str)
    """The address of a page of a portal, to be opened in the browser."""

    def __init__(self, session: Session, fleet: Fleet, memory: WindowMemory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("portalsPage")
        self._session = session
        self._fleet = fleet
        self._memory = memory
        self._heading = Text().enlarge(1.15)
        self._heading.setObjectName("portalsHeading")
        self._heading.setWordWrap(False)
        self._search = SearchField("portalsFilter", self.tr("Find a portal"))
        self._search.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 16)
        self._states = self._box("portalStateBox", self.tr("State"))
        self._groups = self._box("portalGroupBox", self.tr("Group"))
        self._model = PortalsModel(session, fleet, self)
        self._table = PortalsTable(self._model)
        self._menu = PortalsMenu(session, fleet, memory, self._table)
        self._read_all = Button(self.tr("Read &all"), "readAllButton")
        self._back = Button(self.tr("&Back to the widgets"), "leavePortalsButton")
        self._line = RunLine(session, fleet)
        self._choice = LayoutChoice(fleet, memory, self)
        self._details = PortalDetails(session, fleet)
        self._inside = Scrolled(self._details)
        self._nothing = EmptyNote("noPortalFound", self.tr("No portal matches what is searched."))
        self._listing = QTimer(self)
        """Shows everything anew once, whatever has told of it: a thousand rows are sorted for it."""
        self._listing.setSingleShot(True)
        self._listing.timeout.connect(self._list)
        self._lay_out()
        FocusKeeper(self, self._table, self._search)
        self._search.textChanged.connect(self._sift)
        self._search.forward_keys_to(self._table)
        self._states.activated.connect(self._sift)
        self._groups.activated.connect(self._sift)
        self._read_all.clicked.connect(self._read_every)
        self._back.clicked.connect(self.widgets_asked)
        self._choice.chosen.connect(self._compare)
        self._choice.review_asked.connect(self._menu.review_layout)
        self._table.doubleClicked.connect(self._menu.open_chosen)
        selection = self._table.selectionModel()
        selection.selectionChanged.connect(self._enable)
        for signal in (selection.selectionChanged, selection.currentRowChanged):
            signal.connect(self._look_inside)
        self._menu.page_asked.connect(self.page_asked)
        self._details.sign_in_asked.connect(self.sign_in_asked)
        self._model.modelReset.connect(self._turn)
        session.connections.changed.connect(self._listing.start)
        fleet.statuses.changed.connect(self._model.tell)
        fleet.run_changed.connect(self._follow_run)
        memory.restore_inside(self)
        self._show_columns()
        self._list()

    def showEvent(self, event: QShowEvent) -> None:
        """Looks at what lies on the disk, which may have changed while nobody saw it."""
        super().showEvent(event)
        self._show_columns()
        self._fleet.statuses.look_on_disk()

    def hideEvent(self, event: QHideEvent) -> None:
        """Takes down how it is arranged."""
        self._memory.keep_inside(self)
        super().hideEvent(event)

    @property
    def view_state(self) -> PortalsViewState:
        """What somebody is in the middle of, for a page that takes this one's place."""
        text, state, group = self._search.text(), self._states.currentData(), self._groups.currentData()
        return PortalsViewState(text, state, group or "", tuple(self._table.chosen), self._table.current)

    def restore(self, view_state: PortalsViewState) -> None:
        """Goes on with what somebody was in the middle of on another page."""
        self._search.setText(view_state.search)
        self._states.setCurrentIndex(max(0, self._states.findData(view_state.state)))
        self._groups.setCurrentIndex(max(0, self._groups.findData(view_state.group)))
        self._sift()
        self._table.choose(view_state.chosen, view_state.current)

    def begin(self) -> None:
        """Puts the focus into the table, at the open portal."""
        if self._session.portal.connection is not None and not self._table.chosen:
            self._table.go_to(self._session.portal.connection)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_again(self) -> None:
        """Reads the portals that are selected; all of them where none is."""
        self._fleet.read(self._table.chosen or self._session.connections.all)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back step by step: all portals are shown, none is selected."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._search.text():
            self._search.clear()
        else:
            self._table.clearSelection()

    def search(self) -> None:
        """Puts the cursor where portals are searched."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _box(self, name: str, label: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _lay_out(self) -> None:
        self._states.addItem(self.tr("All states"), None)
        for states in (ConnectionState, Standing):
            self._states.insertSeparator(self._states.count())
            for state in states:
                self._states.addItem(filter_words(state), state)
        tools = Flow(GAP, self._search, self._states, self._groups, self._menu, self._read_all, *self._choice.parts)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._heading, 1)
        top.addWidget(self._back)
        rows = QWidget()
        self._stack = QStackedLayout(rows)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(tools)
        column.addWidget(self._line)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("portalsSplitter")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(MARGIN)
        for number, (part, size) in enumerate(zip((rows, self._inside), _SIZES, strict=True)):
            splitter.addWidget(part)
            splitter.setStretchFactor(number, size)
        splitter.setSizes([*_SIZES])
        column.addWidget(splitter, 1)

    def _list(self) -> None:
        """Shows the connections, and the groups they are in."""
        chosen = self._groups.currentData()
        self._groups.clear()
        self._groups.addItem(self.tr("All groups"), "")
        groups = self._session.connections.groups
        for group in groups:
            self._groups.addItem(group, group)
        self._groups.setCurrentIndex(max(0, self._groups.findData(chosen)))
        self._groups.setVisible(bool(groups))
        self._heading.setText(self.tr("Portals ({n})").format(n=len(self._session.connections.all)))
        self._back.setVisible(self._session.portal.connection is not None)
        self._model.show()  # every row goes where it belongs by now
        self._sift()

    def _sift(self) -> None:
        text, state, group = self._search.text(), self._states.currentData(), self._groups.currentData()
        self._model.filter(Filter(text, state, group or ""))

    def _turn(self) -> None:
        """Shows the rows, or says that there are none."""
        self._stack.setCurrentWidget(self._table if self._model.rowCount() else self._nothing)
        self._menu.enable()
        self._enable()
        self._look_inside()

    def _look_inside(self) -> None:
        current, chosen = self._table.current, self._table.chosen
        self._inside.setVisible(current is not None)
        self._details.show_portal(current, len(chosen) if current in chosen else 1)

    def _show_columns(self) -> None:
        """Shows what is known of any portal at all."""
        checking, connections = self._fleet.checking, self._session.connections.all
        checked = any(checking.found(one) is not None for one in connections)
        self._table.show_columns(layout=self._fleet.layout is not None, checks=checked)

    def _enable(self) -> None:
        self._read_all.setEnabled(not self._fleet.runs)
        self._choice.offer_review(0 if self._fleet.runs else len(self._table.chosen))

    def _follow_run(self) -> None:
        self._enable()
        if not self._fleet.runs:
            self._show_columns()
            self._listing.start()

    def _compare(self) -> None:
        """Holds all portals against the layout that was chosen, or shows that none is."""
        self._show_columns()
        if self._fleet.layout is not None:
            self._read_every()

    def _read_every(self) -> None:
        self._fleet.read(self._session.connections.all)
