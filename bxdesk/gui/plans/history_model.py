"""The model behind the history: one row for each plan that was carried out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Qt

from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.table_model import Index, TableModel
from bxdesk.gui.parts.wording import moment_words, tip, translated
from bxdesk.placements.history import HistoryEntry
from bxdesk.placements.plan_words import what_came_of_it, what_it_was_about

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """What each column shows of an apply."""

    WHEN = 0
    PORTAL = 1
    WHO = 2
    WHAT = 3
    RESULT = 4


class HistoryModel(TableModel):
    """Newest first, as the core gives them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[HistoryEntry, ...] = ()
        self._rows: list[tuple[str, ...]] = []

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """Shows these entries, from top to bottom."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self._rows = [_cells(entry) for entry in entries]
        self.endResetModel()

    def entry(self, row: int) -> HistoryEntry | None:
        """The entry in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    @override
    def headings(self) -> tuple[str, ...]:
        return (self.tr("When"), self.tr("Portal"), self.tr("By"), self.tr("What"), self.tr("Result"))

    @override
    def row_total(self) -> int:
        return len(self._rows)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role == _Role.DisplayRole:
            return text
        return tip(text) if role == _Role.ToolTipRole else None


def _cells(entry: HistoryEntry) -> tuple[str, ...]:
    said = (translated(words(entry)) for words in (what_it_was_about, what_came_of_it))
    return moment_words(entry.time), urlsplit(entry.portal).netloc, entry.user_name, *said
