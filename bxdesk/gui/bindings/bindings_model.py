"""The model behind "All widgets of this app". Sorts and filters inside itself: through a proxy it takes seconds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from bxdesk.gui.bindings.bindings_rows import BindingRow, Fate, Pair, fates, rows_of, tips_of
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.table_model import Index, TableModel
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import isolated, tip
from bxdesk.gui.tree.placement_rows import terms_of
from bxdesk.placements.bindings import Binding, BindingKey
from bxdesk.placements.snapshot import Snapshot

_Role = Qt.ItemDataRole


CHANGE = _Role.UserRole + 1
"""What a cell says now, and what it is to say; that is empty where nothing changes."""


class Column(IntEnum):
    """What each column of the table of bindings shows."""

    PLACEMENT = 0
    TITLE = 1
    HANDLER = 2
    LANGUAGES = 3
    USER = 4
    CODE = 5


class BindingsModel(TableModel):
    """Every binding of the app on one portal; those that are to change say so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[BindingRow] = []
        self._rows: list[BindingRow] = []
        self._fates: dict[BindingKey, Fate] = {}
        self._terms: list[str] = []
        self._source: object = None
        self._column = Column.PLACEMENT
        self._order = Qt.SortOrder.AscendingOrder

    def show(self, snapshot: Snapshot, pairs: Sequence[Pair] = ()) -> None:
        """Shows the bindings of a snapshot in the order that was chosen last, and what is to become of them."""
        coming = [after for before, after in pairs if before is None]
        if self._source != (snapshot, coming):
            self._source = snapshot, coming
            self.beginResetModel()
            self._all = self._sorted(rows_of(snapshot, pairs))
            self._fates = {}
            self._sift()
            self.endResetModel()
        found = fates(pairs)
        if found != self._fates:
            self._fates = found
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def filter(self, text: str) -> None:
        """Shows the rows that hold every word of ``text``."""
        terms = terms_of(text)
        if terms != self._terms:
            self.beginResetModel()
            self._terms = terms
            self._sift()
            self.endResetModel()

    def binding(self, row: int) -> Binding:
        """The binding in a row."""
        return self._rows[row].binding

    @override
    def headings(self) -> tuple[str, ...]:
        return (
            self.tr("Place"),
            self.tr("Title"),
            self.tr("Page address"),
            self.tr("Languages"),
            self.tr("For"),
            self.tr("Code"),
        )

    @override
    def row_total(self) -> int:
        return len(self._rows)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self._shown(row, column)
        if role == CHANGE:
            return self._change(row, column)
        fate = self._fates.get(row.binding.key)
        if role == _Role.DecorationRole:
            return self._sign(row, fate, column)
        if role == _Role.ForegroundRole:
            return colour(fate.tone) if fate is not None else None
        if role == _Role.ToolTipRole:
            return self._tip(row, fate, column)
        if role in (_Role.AccessibleDescriptionRole, _Role.StatusTipRole):
            return " ".join(part for part in (fate.text if fate else "", row.leftover, row.alike) if part)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; what is selected stays selected."""
        if column < 0:
            return
        self._column, self._order = Column(column), order
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self._rows[index.row()], index.column()) for index in before]
        self._all = self._sorted(self._all)
        self._sift()
        place = {id(row): number for number, row in enumerate(self._rows)}
        self.changePersistentIndexList(before, [self.index(place[id(row)], column) for row, column in held])
        self.layoutChanged.emit()

    def _sift(self) -> None:
        self._rows = [row for row in self._all if all(term in row.searched for term in self._terms)]

    def _sorted(self, rows: Sequence[BindingRow]) -> list[BindingRow]:
        by: Callable[[BindingRow], Any] = lambda row: row.keys[self._column]  # noqa: E731
        return sorted(rows, key=by, reverse=self._order is Qt.SortOrder.DescendingOrder)

    def _sign(self, row: BindingRow, fate: Fate | None, column: int) -> object:
        if column == Column.PLACEMENT:
            if fate is not None:
                return icon(fate.icon, fate.tone)
            return icon("warning", Tone.WARNING) if row.leftover else None
        return icon("warning", Tone.WARNING) if column == Column.HANDLER and row.alike else None

    def _shown(self, row: BindingRow, column: int) -> str:
        before, after = self._change(row, column)
        return self.tr("{before} → {after}").format(before=before, after=after) if after else before

    def _change(self, row: BindingRow, column: int) -> tuple[str, str]:
        """What a cell says, and what it is to say if that is something else."""
        cell, fate = row.cells[column], self._fates.get(row.binding.key)
        if column == Column.HANDLER:
            return isolated(cell), isolated(fate.address) if fate is not None else ""
        return cell, fate.becomes if fate is not None and column == Column.TITLE else ""

    def _tip(self, row: BindingRow, fate: Fate | None, column: int) -> str:
        binding = row.binding
        coming = fate.text if fate is not None else ""
        if column in (Column.TITLE, Column.LANGUAGES):
            return tip(coming, *tips_of(binding))
        if column == Column.HANDLER:
            return tip(coming, binding.handler, row.alike)
        if column in (Column.USER, Column.CODE):
            return tip(coming, row.cells[column])
        return tip(coming, row.cells[Column.PLACEMENT], binding.placement, row.leftover)
