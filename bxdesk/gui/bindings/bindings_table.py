"""The table of all widgets of the app: how it looks, and how its columns share the room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from bxdesk.gui.bindings.bindings_model import BindingsModel, Column
from bxdesk.gui.bindings.changed_cells import ChangedCells
from bxdesk.gui.parts.column_room import ColumnRoom
from bxdesk.gui.parts.tables import RowTable

_WIDTHS = {Column.PLACEMENT: 21, Column.TITLE: 12, Column.LANGUAGES: 7, Column.USER: 7, Column.CODE: 22}
"""In letters; the handler takes the rest."""
_LEAST = 16
"""But never less than so many letters: then the table scrolls."""
_ROOM = 62 + _WIDTHS[Column.CODE]
"""From this width on, in letters, there is room for the code, which the placement's tooltip says as well."""


class BindingsTable(RowTable):
    """Everything but the code fits the window as it opens; the code is shown in a wide one."""

    def __init__(self, model: BindingsModel, parent: QWidget | None = None) -> None:
        super().__init__("bindingsTable", "", parent)
        self.setAccessibleName(self.tr("All widgets of this app"))
        self.setModel(model)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for column in (Column.TITLE, Column.HANDLER):
            self.setItemDelegateForColumn(column, ChangedCells(self))
        self.work_on_many()
        self._set_columns()
        ColumnRoom(self, Column.HANDLER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows the code where there is room for it, and of the handler enough to know it by."""
        super().resizeEvent(event)
        room = event.size().width()
        self.setColumnHidden(Column.CODE, room < self._em * _ROOM)
        others = sum(self.columnWidth(column) for column in Column if column is not Column.HANDLER)
        least, mode = self._em * _LEAST, QHeaderView.ResizeMode
        fits = room - others >= least
        self.horizontalHeader().setSectionResizeMode(Column.HANDLER, mode.Stretch if fits else mode.Interactive)
        if not fits:
            self.setColumnWidth(Column.HANDLER, least)

    @property
    def _em(self) -> int:
        return self.fontMetrics().horizontalAdvance("m")

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        self.setSortingEnabled(True)
        self.sortByColumn(Column.PLACEMENT, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(Column.HANDLER, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, max(self._em * width, header.sectionSizeHint(column)))
