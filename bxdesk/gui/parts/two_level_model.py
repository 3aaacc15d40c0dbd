"""What models of two levels have in common: rows, and rows inside of each of them."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from bxdesk.gui.parts.overriding import override

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
