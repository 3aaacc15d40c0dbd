"""The tree's view: keys, menu, and rows that cannot be ticked drawn so that one sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
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

from bxdesk.gui.parts.check_box import outline_boxes
from bxdesk.gui.parts.column_room import ColumnRoom
from bxdesk.gui.parts.keys import CALL, with_key
from bxdesk.gui.parts.theme import ROW
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.tree.placement_cells import Column
from bxdesk.gui.tree.placement_model import PlacementModel
from bxdesk.placements.place_state import Standing

Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    """Draws what cannot be ticked as disabled, and groups in bold."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        model = index.model()
        if not isinstance(model, PlacementModel):
            return
        first = model.index(index.row(), Column.PLACEMENT, index.parent())
        if model.group_key(first) and index.column() == Column.PLACEMENT:
            option.font.setWeight(QFont.Weight.DemiBold)
        outline_boxes(option.palette)
        if not model.is_heading(first) and not model.can_be_ticked(first):
            option.state &= ~QStyle.StateFlag.State_Enabled

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows with room to breathe, and to be hit with a finger."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), round(option.fontMetrics.height() * ROW))


class PlacementTree(QTreeView):
    """Shows the placements of a workspace."""

    add_type_asked = Signal()
    call_asked = Signal()
    """What the handler receives at the placement that somebody is at."""

    def __init__(self, model: PlacementModel, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._workspace = workspace
        self.setObjectName("placementTree")
        self.setAccessibleName(self.tr("Placements"))
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(True)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._keep = QAction(self.tr("&Keep its own texts"), self)
        self._keep.setObjectName("keepTextsAction")
        self._keep.setCheckable(True)
        self._keep.setShortcut(QKeySequence("Ctrl+K"))
        self._keep.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(self._keep)
        self._keep.triggered.connect(self._keep_texts)
        self._call = QAction(with_key(self.tr("What the &handler receives…"), CALL), self)
        self._call.triggered.connect(self.call_asked)
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
        if self._model.is_adder(current) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.add_type_asked.emit()
            return
        if event.key() == Qt.Key.Key_Space and current.isValid() and not event.modifiers():
            self._toggle(current)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws a line around the current row while the tree has the focus, on a selected row as well."""
        super().paintEvent(event)
        current = self.currentIndex()
        if not self.hasFocus() or not current.isValid():
            return
        row = self.visualRect(current)
        selected = self.selectionModel().isSelected(current)
        painter = QPainter(self.viewport())
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Highlight
        painter.setPen(self.palette().color(role))
        painter.drawRect(QRect(1, row.y() + 1, self.viewport().width() - 3, row.height() - 3))
        painter.end()

    def selected_codes(self) -> list[str]:
        """The placements that are selected, groups with everything they show."""
        found: dict[str, None] = {}
        for index in self.selectionModel().selectedRows(Column.PLACEMENT):
            found.update(dict.fromkeys(self._model.codes(index)))
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
        header.setStretchLastSection(True)
        header.setSectionResizeMode(Column.PLACEMENT, QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(False)
        header.resizeSection(Column.PLACEMENT, self.fontMetrics().horizontalAdvance("m" * 24))

    def _toggle(self, current: QModelIndex) -> None:
        check = self._model.data(current, Qt.ItemDataRole.CheckStateRole)
        ticked = check is not Qt.CheckState.Checked
        selected = self.selectionModel().isSelected(current)
        codes = self.selected_codes() if selected else self._model.codes(current)
        self._workspace.tick(codes, ticked)

    def _clicked(self, index: QModelIndex) -> None:
        # A click on a checkbox selects nothing, but the keys go on from there.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if self._model.is_adder(index.siblingAtColumn(Column.PLACEMENT)):
            self.add_type_asked.emit()

    def _with_other_text(self) -> list[str]:
        view = self._workspace.view
        if view is None:
            return []
        states = (view.state(code) for code in self.selected_codes())
        return [state.code for state in states if state.standing is Standing.OTHER_TEXT and state.ticked]

    def _all_keep(self, codes: Iterable[str]) -> bool:
        view = self._workspace.view
        return view is not None and all(map(view.keeps, codes))

    def _keep_texts(self) -> None:
        codes = self._with_other_text()
        self._workspace.keep_texts(codes, not self._all_keep(codes))

    def _show_menu(self, at: QPoint) -> None:
        codes = self._with_other_text()
        self._keep.setEnabled(bool(codes))
        self._keep.setChecked(bool(codes) and self._all_keep(codes))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._keep, self._call])
        menu.aboutToHide.connect(self._free_action)
        menu.popup(self.viewport().mapToGlobal(at))

    def _free_action(self) -> None:
        # A disabled action would swallow its shortcut for the next selection.
        self._keep.setEnabled(True)
