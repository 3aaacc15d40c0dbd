"""The page of all portals: how each is, reading many of them, and the way into one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.empty_note import EmptyNote
from bxdesk.gui.parts.flow import Flow
from bxdesk.gui.parts.search_field import SearchField
from bxdesk.gui.parts.theme import GAP, MARGIN, Text
from bxdesk.gui.places import Places
from bxdesk.gui.portals.group_dialog import GroupDialog
from bxdesk.gui.portals.layout_choice import LayoutChoice
from bxdesk.gui.portals.portals_model import Filter, PortalsModel
from bxdesk.gui.portals.portals_table import PortalsTable
from bxdesk.gui.portals.reading_line import ReadingLine
from bxdesk.gui.portals.rollout_dialog import RolloutDialog
from bxdesk.gui.session.connection_words import connection_words
from bxdesk.gui.session.connections import ConnectionState
from bxdesk.gui.session.fleet import Fleet
from bxdesk.gui.session.goals import LayoutGoal
from bxdesk.gui.session.rollout import Rollout
from bxdesk.gui.session.session import Session


class PortalsPage(QWidget):
    """A row for each connection; a double click opens its portal."""

    widgets_asked = Signal()
    """Back to the widgets of the open portal."""

    def __init__(self, session: Session, fleet: Fleet, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("portalsPage")
        self._session = session
        self._fleet = fleet
        self._heading = Text().enlarge(1.15)
        self._heading.setObjectName("portalsHeading")
        self._heading.setWordWrap(False)
        self._search = SearchField("portalsFilter", self.tr("Find a portal"))
        self._search.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 16)
        self._states = self._box("portalStateBox", self.tr("State"))
        self._groups = self._box("portalGroupBox", self.tr("Group"))
        self._model = PortalsModel(session, fleet, self)
        self._table = PortalsTable(self._model)
        self._menu = QMenu(self)
        self._selected = QPushButton()
        self._selected.setObjectName("portalsMenuButton")
        self._selected.setAutoDefault(False)
        self._selected.setMenu(self._menu)
        self._read_all = Button(self.tr("Read &all"), "readAllButton")
        self._back = Button(self.tr("&Back to the widgets"), "leavePortalsButton")
        self._line = ReadingLine(fleet)
        self._choice = LayoutChoice(fleet, places)
        self._nothing = EmptyNote("noPortalFound", self.tr("No portal matches what is searched."))
        self._make_actions()
        self._lay_out()
        self._search.textChanged.connect(self._sift)
        self._search.lead_into(self._table)
        self._states.activated.connect(self._sift)
        self._groups.activated.connect(self._sift)
        self._read_all.clicked.connect(self._read_every)
        self._back.clicked.connect(self.widgets_asked)
        self._choice.chosen.connect(self._compare)
        self._choice.review_asked.connect(self._review)
        self._table.doubleClicked.connect(self._open)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._model.modelReset.connect(self._turn)
        session.connections.changed.connect(self._list)
        fleet.changed.connect(self._model.tell)
        fleet.run_changed.connect(self._follow_run)
        self._table.show_layout(fleet.layout is not None)
        self._list()

    def showEvent(self, event: QShowEvent) -> None:
        """Looks at the drafts, which may have changed while nobody saw it."""
        super().showEvent(event)
        self._fleet.look_for_drafts()

    def begin(self) -> None:
        """Puts the focus into the table, at the open portal."""
        if self._session.portal.connection is not None and not self._table.chosen:
            self._table.go_to(self._session.portal.connection)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _make_actions(self) -> None:
        for name, text, keys, slot in (
            ("openPortalAction", self.tr("&Open"), QKeySequence("Return"), self._open),
            ("readPortalsAction", self.tr("&Read"), QKeySequence(), self._read_chosen),
            ("groupPortalsAction", self.tr("Put into a &group…"), QKeySequence(), self._ask_for_group),
        ):
            action = QAction(text, self)
            action.setObjectName(name)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self._menu.addAction(action)
            self._table.addAction(action)
        self._open_action, self._read_action, _ = self._menu.actions()

    def _lay_out(self) -> None:
        self._states.addItem(self.tr("All states"), None)
        for state in ConnectionState:
            self._states.addItem(connection_words(state), state)
        tools = Flow(GAP, self._search, self._states, self._groups, self._selected, self._read_all, self._choice)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._heading, 1)
        top.addWidget(self._back)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(tools)
        column.addWidget(self._line)
        column.addLayout(self._stack, 1)

    def _list(self) -> None:
        """Shows the connections, and the groups they are in."""
        groups = self._known_groups
        chosen = self._groups.currentData()
        self._groups.clear()
        self._groups.addItem(self.tr("All groups"), "")
        for group in groups:
            self._groups.addItem(group, group)
        self._groups.setCurrentIndex(max(0, self._groups.findData(chosen)))
        self._groups.setVisible(bool(groups))
        self._heading.setText(self.tr("Portals ({n})").format(n=len(self._session.connections.all)))
        self._back.setVisible(self._session.portal.connection is not None)
        self._model.show()
        self._sift()

    def _sift(self) -> None:
        text, state, group = self._search.text(), self._states.currentData(), self._groups.currentData()
        self._model.filter(Filter(text, state, group or ""))

    def _turn(self) -> None:
        """Shows the rows, or says that there are none."""
        self._stack.setCurrentWidget(self._table if self._model.rowCount() else self._nothing)
        self._enable()

    def _enable(self) -> None:
        number = len(self._table.chosen)
        self._selected.setEnabled(number > 0)
        text = self.tr("&With the selected ({n})").format(n=number) if number else self.tr("&With the selected")
        self._selected.setText(text)
        self._selected.setAccessibleName(text.replace("&", ""))
        self._open_action.setEnabled(number == 1)
        self._read_action.setEnabled(number > 0 and not self._fleet.runs)
        self._read_all.setEnabled(not self._fleet.runs)
        self._choice.offer_review(0 if self._fleet.runs else number)

    def _follow_run(self) -> None:
        self._enable()
        if not self._fleet.runs:
            self._model.show()  # every row goes where it belongs by now

    def _show_menu(self, at: QPoint) -> None:
        if self._table.chosen:
            self._menu.popup(self._table.viewport().mapToGlobal(at))

    def _open(self) -> None:
        chosen = self._table.chosen
        if len(chosen) == 1:
            self._session.choose(chosen[0])

    def _compare(self) -> None:
        """Holds all portals against the layout that was chosen, or shows that none is."""
        self._table.show_layout(self._fleet.layout is not None)
        if self._fleet.layout is not None:
            self._read_every()

    def _review(self) -> None:
        layout = self._fleet.layout
        if layout is None or not self._table.chosen:
            return
        rollout = Rollout(self._session, LayoutGoal(layout), self._table.chosen)
        title = self.tr("Apply {layout} to several portals").format(layout=layout.name)
        dialog = RolloutDialog(rollout, title, self)
        dialog.applied.connect(self._follow_rollout)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _follow_rollout(self, touched: tuple[Connection, ...]) -> None:
        """Reads what was changed, the open portal as well."""
        self._fleet.read(touched)
        if self._session.portal.connection in touched:
            self._session.refresh()

    @property
    def _known_groups(self) -> list[str]:
        groups = {one.group.casefold(): one.group for one in self._session.connections.all if one.group}
        return [groups[key] for key in sorted(groups)]

    def _ask_for_group(self) -> None:
        chosen = self._table.chosen
        if not chosen:
            return
        groups = {one.group for one in chosen}
        dialog = GroupDialog(len(chosen), self._known_groups, groups.pop() if len(groups) == 1 else "", self)
        dialog.decided.connect(partial(self._fleet.put_into_group, chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read_chosen(self) -> None:
        self._fleet.read(self._table.chosen)

    def _read_every(self) -> None:
        self._fleet.read(self._session.connections.all)
