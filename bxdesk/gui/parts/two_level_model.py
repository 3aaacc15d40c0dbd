"""What models of two levels have in common: rows, and rows inside of each of them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import tip

Index = QModelIndex | QPersistentModelIndex
_OUTER = 0
"""What an index of an outer row carries; that of an inner one carries the outer row, and one more."""


class TwoLevelModel(QAbstractItemModel):
    """Whoever derives from it says how many rows there are, and what they show."""

    @abstractmethod
    def headings(self) -> tuple[str, ...]:
        """What stands above the columns, one for each."""

    @abstractmethod
    def outer_total(self) -> int:
        """How many outer rows there are now."""

    @abstractmethod
    def inner_total(self, outer: int) -> int:
        """How many rows there are inside of an outer one."""

    def tell(self, outers: Collection[int]) -> None:
        """Something else is to be shown of these outer rows: said once for all, as views paint anew each time."""
        if outers:
            self.dataChanged.emit(self.index(min(outers), 0), self.index(max(outers), len(self.headings()) - 1))

    def row_text(self, index: Index) -> str:
        """All that the row of a valid index says."""
        cells = (self.data(index.sibling(index.row(), column)) for column in range(len(self.headings())))
        return " · ".join(str(text) for text in cells if text)

    def place(self, index: Index) -> tuple[int, int | None]:
        """The outer row of a valid index, and the inner one; None for an outer row itself."""
        if index.internalId() == _OUTER:
            return index.row(), None
        return index.internalId() - 1, index.row()

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _OUTER)

    @override
    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _OUTER:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _OUTER)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return self.outer_total()
        has_rows = parent.internalId() == _OUTER and parent.column() == 0
        return self.inner_total(parent.row()) if has_rows else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.headings())

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings()[section]


class Cell(NamedTuple):
    """What a cell shows: a text, a sign beside it, the tone of both, and what its tooltip says besides."""

    text: str = ""
    sign: str = ""
    tone: Tone = Tone.PLAIN
    more: str = ""


class CellModel(TwoLevelModel):
    """One whose cells are texts with signs. The first column keeps the colour of text."""

    @abstractmethod
    def outer_cell(self, outer: int, column: int) -> Cell:
        """What an outer row shows."""

    @abstractmethod
    def inner_cell(self, outer: int, inner: int, column: int) -> Cell:
        """What a row inside of an outer one shows."""

    @override
    def row_text(self, index: Index) -> str:
        """The same, and what tooltips say besides."""
        cells = (self._cell(index.sibling(index.row(), column)) for column in range(len(self.headings())))
        said = (" ".join(filter(None, (cell.text, cell.more))) for cell in cells)
        return " · ".join(filter(None, said))

    def _cell(self, index: Index) -> Cell:
        outer, inner = self.place(index)
        column = index.column()
        return self.outer_cell(outer, column) if inner is None else self.inner_cell(outer, inner, column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell, column = self._cell(index), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(cell.text, cell.more)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(cell.sign, cell.tone) if cell.sign else None
        is_toned = role == Qt.ItemDataRole.ForegroundRole and column > 0 and cell.tone is not Tone.PLAIN
        return colour(cell.tone) if is_toned else None
