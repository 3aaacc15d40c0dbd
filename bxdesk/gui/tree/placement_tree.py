"""The tree's view: keys, menu, and rows that cannot be ticked drawn so that one sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from bxdesk.gui.parts.column_room import ColumnRoom
from bxdesk.gui.parts.keys import CALL, with_key
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import LEAST_LINES, ROW_AIR
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.tree.placement_cells import Column
from bxdesk.gui.tree.placement_model import PlacementModel
from bxdesk.gui.tree.placement_rows import GroupRow, PlaceRow

Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    """Draws what cannot be ticked as disabled, and groups in bold."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        if not isinstance(model, PlacementModel):
            return
        first = model.index(index.row(), Column.PLACEMENT, index.parent())
        row = model.row_at(first)
        if isinstance(row, GroupRow) and index.column() == Column.PLACEMENT:
            option.font.setWeight(QFont.Weight.DemiBold)
        if row is not None and not row.is_heading and not model.can_be_ticked(first):
            option.state &= ~QStyle.StateFlag.State_Enabled

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows with room to breathe, and to be hit with a finger."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), option.fontMetrics.height() + ROW_AIR)


class PlacementTree(QTreeView):
    """Shows the placements of a workspace."""

    add_type_asked = Signal()

    def __init__(self, model: PlacementModel, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._workspace = workspace
        self.setObjectName("placementTree")
        self.setAccessibleName(self.tr("Places"))
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformRowHeights(True)
        self.setIndentation(self.fontMetrics().height())  # names come first where there is little room
        self.setMinimumHeight(self.fontMetrics().height() * LEAST_LINES)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(True)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._own = QAction(self.tr("&Different text here"), self)
        self._own.setObjectName("ownTextAction")
        self._own.setCheckable(True)
        self._own.setShortcut(QKeySequence("Ctrl+D"))
        self._own.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(self._own)
        self._own.triggered.connect(self._make_own)
        self._call = QAction(with_key(self.tr("What the &handler receives…"), CALL), self)
        self._call.triggered.connect(workspace.requests.ask_for_call)
        self._page = QAction(self.tr("&Open in the portal"), self)
        self._page.setObjectName("openPlaceAction")
        self._page.triggered.connect(workspace.requests.ask_for_page)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._clicked)
        self._size_columns()
        ColumnRoom(self, Column.STATE, (Column.PLACEMENT,))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """Shows what rows say now. QTreeView would ask each of a thousand whether it has children: none gets any so."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the current row, and what is selected with it; Enter opens the entry that adds a type."""
        current = self.currentIndex().siblingAtColumn(Column.PLACEMENT)
        if self._is_adder(current) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.add_type_asked.emit()
            return
        if event.key() == Qt.Key.Key_Space and current.isValid() and not event.modifiers():
            self._toggle(current)
            return
        super().keyPressEvent(event)

    def selected_codes(self) -> list[str]:
        """The placements that are selected, groups with everything they show."""
        found: dict[str, None] = {}
        for index in self.selectionModel().selectedRows(Column.PLACEMENT):
            if (row := self._model.row_at(index)) is not None:
                found.update(dict.fromkeys(row.listed_codes()))
        return list(found)

    def reveal(self, code: str) -> None:
        """Opens the group of a placement, selects it and brings it into sight."""
        index = self._model.find(code)
        if index.isValid():
            above = index.parent()
            while above.isValid():
                self.expand(above)
                above = above.parent()
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _size_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)  # it would never be narrower than it was at first
        header.setSectionResizeMode(Column.PLACEMENT, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Stretch)
        header.setSectionsMovable(False)
        header.resizeSection(Column.PLACEMENT, self.fontMetrics().horizontalAdvance("m" * 24))

    def _toggle(self, current: QModelIndex) -> None:
        check = self._model.data(current, Qt.ItemDataRole.CheckStateRole)
        ticked = check is not Qt.CheckState.Checked
        row = self._model.row_at(current)
        if self.selectionModel().isSelected(current):
            self._workspace.edits.tick(self.selected_codes(), ticked)
        elif row is not None:
            self._workspace.edits.tick(row.listed_codes(), ticked)

    def _clicked(self, index: QModelIndex) -> None:
        if not QGuiApplication.keyboardModifiers():
            self.setCurrentIndex(index)  # Qt leaves it where a checkbox is clicked
        if self._is_adder(index):
            self.add_type_asked.emit()

    def _is_adder(self, index: QModelIndex) -> bool:
        """Whether it is the entry that adds a custom type."""
        row = self._model.row_at(index)
        return isinstance(row, PlaceRow) and not row.code

    def _with_own(self) -> list[str]:
        """Those of the selected places that are ticked and have content of their own."""
        places = self._workspace.widget.places
        return [code for code in self.selected_codes() if places.get(code) is not None]

    def _ticked(self) -> list[str]:
        return [code for code in self.selected_codes() if code in self._workspace.widget.places]

    def _make_own(self) -> None:
        own, ticked = self._with_own(), self._ticked()
        if own and own == ticked:
            self._workspace.edits.take_own_back(own)
        elif ticked:
            self._workspace.edits.give_own([code for code in ticked if code not in own])

    def _show_menu(self, at: QPoint) -> None:
        own, ticked = self._with_own(), self._ticked()
        self._page.setEnabled(self._workspace.focus.page_of_place is not None)
        self._own.setEnabled(bool(ticked))
        self._own.setChecked(bool(own) and own == ticked)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._own, self._call])
        menu.addSeparator()
        menu.addAction(self._page)
        menu.aboutToHide.connect(self._free_action)
        menu.popup(self.viewport().mapToGlobal(at))

    def _free_action(self) -> None:
        # A disabled action would swallow its shortcut for the next selection.
        self._own.setEnabled(True)
