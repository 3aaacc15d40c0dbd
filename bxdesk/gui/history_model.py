"""The model behind the history: one row for each plan that was carried out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from urllib.parse import urlsplit

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bxdesk.gui.history_words import came_of_it, what, when
from bxdesk.gui.wording import tip
from bxdesk.placements.history import HistoryEntry

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class Column(IntEnum):
    """The table's columns."""

    WHEN = 0
    PORTAL = 1
    WHO = 2
    WHAT = 3
    RESULT = 4


class HistoryModel(QAbstractTableModel):
    """Newest first, as the core gives them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[HistoryEntry, ...] = ()
        self._rows: list[tuple[str, ...]] = []

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """Shows these entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self._rows = [
            (when(entry), urlsplit(entry.portal).netloc, entry.user_name, what(entry), came_of_it(entry))
            for entry in entries
        ]
        self.endResetModel()

    def entry(self, row: int) -> HistoryEntry | None:
        """The entry in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """See Qt."""
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return (self.tr("When"), self.tr("Portal"), self.tr("By"), self.tr("What"), self.tr("Result"))[section]

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role == _Role.DisplayRole:
            return text
        return tip(text) if role == _Role.ToolTipRole else None
