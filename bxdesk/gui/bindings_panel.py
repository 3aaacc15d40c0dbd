"""All widgets of this app, whoever bound them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QTableView, QVBoxLayout, QWidget

from bxdesk.gui.bindings_model import BindingsModel, Column
from bxdesk.gui.theme import GAP, ROW, Text, Tone
from bxdesk.gui.workspace import Workspace


class BindingsPanel(QWidget):
    """A heading with the number of bindings, and the table."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._heading = Text(self.tr("All widgets of this app")).enlarge(1.0)
        self._model = BindingsModel(self)
        self._table = self._make_table()
        self._empty = Text(self.tr("This app has no widget on the portal yet."), Tone.MUTED)
        self._empty.setObjectName("noBindings")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(GAP, 4 * GAP, GAP, GAP)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 2)
        column.addWidget(self._heading)
        column.addLayout(self._stack, 1)
        workspace.snapshot_taken.connect(self._show)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("bindingsTable")
        table.setAccessibleName(self.tr("All widgets of this app"))
        table.setModel(self._model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().height() * ROW))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        table.setSortingEnabled(True)
        table.sortByColumn(Column.PLACEMENT, Qt.SortOrder.AscendingOrder)
        em = table.fontMetrics().horizontalAdvance("m")
        for column, width in (
            (Column.PLACEMENT, 17),
            (Column.TITLE, 11),
            (Column.HANDLER, 22),
            (Column.LANGUAGES, 7),
            (Column.USER, 8),
        ):
            table.setColumnWidth(column, em * width)
        return table

    def _show(self) -> None:
        snapshot = self._workspace.snapshot
        if snapshot is None:
            return
        self._model.show(snapshot)
        number = len(snapshot.bindings)
        if number:
            self._heading.setText(self.tr("All widgets of this app ({n})").format(n=number))
        else:
            self._heading.setText(self.tr("All widgets of this app"))
        self._stack.setCurrentWidget(self._table if number else self._empty)
