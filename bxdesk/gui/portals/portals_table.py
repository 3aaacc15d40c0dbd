"""The table of portals: how it looks, and what stays selected while other rows come and go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.gui.parts.column_room import ColumnRoom
from bxdesk.gui.parts.tables import RowTable
from bxdesk.gui.portals.portals_model import Column, PortalsModel

_WIDTHS = {
    Column.GROUP: 11,
    Column.STATE: 12,
    Column.LAYOUT: 16,
    Column.CHECKS: 9,
    Column.WAITING: 6,
    Column.DRIFT: 6,
    Column.READ: 12,
}
"""In letters; the portal's name takes the rest."""
_LEFT_OUT = {Column.GROUP: 64, Column.READ: 64, Column.WAITING: 44, Column.DRIFT: 44}
"""Columns that there is no room for below these widths, in letters: the details of a portal say it as well."""
_Flag = QItemSelectionModel.SelectionFlag


class PortalsTable(RowTable):
    """Several portals can be selected; they stay so while others are searched or the order changes."""

    def __init__(self, model: PortalsModel, parent: QWidget | None = None) -> None:
        super().__init__("portalsTable", "", parent)
        self.setAccessibleName(self.tr("Portals"))
        self._portals = model
        self._chosen: list[Connection] = []
        self._current: Connection | None = None
        self.setModel(model)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.work_on_many()
        self._set_columns()
        ColumnRoom(self, Column.PORTAL, (Column.LAYOUT, Column.STATE))
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._select_again)

    @property
    def chosen(self) -> list[Connection]:
        """The portals that are selected, from top to bottom."""
        rows = {
            row for part in self.selectionModel().selection().toList() for row in range(part.top(), part.bottom() + 1)
        }
        return [self._portals.connection(row) for row in sorted(rows)]

    @property
    def current(self) -> Connection | None:
        """The portal in the row that the keyboard is at; None where it is at none."""
        index = self.currentIndex()
        return self._portals.connection(index.row()) if index.isValid() else None

    def show_columns(self, *, layout: bool, checks: bool) -> None:
        """Shows or hides how portals stand against a layout, and what checks found."""
        self.setColumnHidden(Column.LAYOUT, not layout)
        self.setColumnHidden(Column.CHECKS, not checks)

    def go_to(self, connection: Connection) -> None:
        """Selects one portal, if it is shown."""
        row = self._portals.row_of(connection)
        if row >= 0:
            self.selectRow(row)

    def choose(self, chosen: Iterable[Connection], current: Connection | None) -> None:
        """Selects these, as far as they are shown, and goes to one of them."""
        self._chosen, self._current = [*chosen], current
        self._select_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A portal's name comes first."""
        super().resizeEvent(event)
        letters = event.size().width() / self.fontMetrics().horizontalAdvance("m")
        for column, room in _LEFT_OUT.items():
            self.setColumnHidden(column, letters < room)

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicator(Column.PORTAL, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setSectionResizeMode(Column.PORTAL, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("m") * 3)
        for column, width in _WIDTHS.items():
            letters = self.fontMetrics().horizontalAdvance("m") * width
            self.setColumnWidth(column, max(letters, header.sectionSizeHint(column)))

    def _remember(self) -> None:
        self._chosen = self.chosen
        self._current = self.current

    def _select_again(self) -> None:
        wanted = QItemSelection()
        rows = sorted(row for one in self._chosen if (row := self._portals.row_of(one)) >= 0)
        for first, last in _runs(rows):  # a thousand single rows would take as long as all else together
            wanted.select(self._portals.index(first, 0), self._portals.index(last, 0))
        if self._current is not None and (row := self._portals.row_of(self._current)) >= 0:
            self.selectionModel().setCurrentIndex(self._portals.index(row, 0), _Flag.NoUpdate)
        self.selectionModel().select(wanted, _Flag.ClearAndSelect | _Flag.Rows)


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Rows in ascending order as runs without a gap: the first and the last of each."""
    run: tuple[int, int] | None = None
    for row in rows:
        if run is not None and row == run[1] + 1:
            run = run[0], row
            continue
        if run is not None:
            yield run
        run = row, row
    if run is not None:
        yield run
