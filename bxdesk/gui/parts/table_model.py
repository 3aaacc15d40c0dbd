"""What the models behind all tables have in common: how many rows and columns, and the headings."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bxdesk.gui.parts.overriding import override

Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """Rows without anything inside of them, under headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = self.headings()  # views ask for their number again and again

    @abstractmethod
    def headings(self) -> tuple[str, ...]:
        """What stands above the columns, one for each; asked for once."""

    @abstractmethod
    def row_total(self) -> int:
        """How many rows there are now."""

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.row_total()

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section]
