"""The model behind "All widgets of this app". Sorts inside itself: through a proxy it takes seconds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bxdesk.gui.wording import spoken, tip
from bxdesk.placements.bindings import EVERYBODY, Binding
from bxdesk.placements.catalogue import placement_title
from bxdesk.placements.snapshot import Snapshot

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class Column(IntEnum):
    """The table's columns."""

    PLACEMENT = 0
    TITLE = 1
    HANDLER = 2
    LANGUAGES = 3
    USER = 4
    CODE = 5


@dataclass(frozen=True, slots=True)
class BindingRow:
    """One binding as its cells, in the order of the columns, and by what each column sorts."""

    binding: Binding
    cells: tuple[str, ...]
    keys: tuple[object, ...]


class BindingsModel(QAbstractTableModel):
    """Every binding of the app on one portal."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[BindingRow] = []
        self._column = Column.PLACEMENT
        self._order = Qt.SortOrder.AscendingOrder

    def show(self, snapshot: Snapshot) -> None:
        """Shows the bindings of a snapshot in the order that was chosen last."""
        self.beginResetModel()
        self._rows = self._sorted([self._row(binding, snapshot) for binding in snapshot.bindings])
        self.endResetModel()

    def binding(self, row: int) -> Binding:
        """The binding in a row."""
        return self._rows[row].binding

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
        return (
            self.tr("Placement"),
            self.tr("Title"),
            self.tr("Handler"),
            self.tr("Languages"),
            self.tr("For"),
            self.tr("Code"),
        )[section]

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        if role == _Role.DisplayRole:
            return self._rows[index.row()].cells[index.column()]
        if role == _Role.ToolTipRole:
            return self._tip(self._rows[index.row()].binding, index.column())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; what is selected stays selected."""
        if column < 0:
            return
        self._column, self._order = Column(column), order
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self._rows[index.row()], index.column()) for index in before]
        self._rows = self._sorted(self._rows)
        place = {id(row): number for number, row in enumerate(self._rows)}
        self.changePersistentIndexList(before, [self.index(place[id(row)], column) for row, column in held])
        self.layoutChanged.emit()

    def _sorted(self, rows: Sequence[BindingRow]) -> list[BindingRow]:
        by: Callable[[BindingRow], Any] = lambda row: row.keys[self._column]  # noqa: E731
        return sorted(rows, key=by, reverse=self._order is Qt.SortOrder.DescendingOrder)

    def _row(self, binding: Binding, snapshot: Snapshot) -> BindingRow:
        user = binding.key.user_id
        languages = sorted(language for language in binding.texts if language)
        cells = (
            spoken(placement_title(binding.placement, snapshot.type_titles)),
            binding.title,
            binding.handler,
            ", ".join(languages),
            self.tr("Everybody") if user == EVERYBODY else self.tr("User {id}").format(id=user),
            binding.placement,
        )
        keys = (*(cell.casefold() for cell in cells[: Column.USER]), user, binding.placement)
        return BindingRow(binding, cells, keys)

    def _tip(self, binding: Binding, column: int) -> str:
        if column == Column.TITLE or column == Column.LANGUAGES:
            lines = []
            for language, texts in sorted(binding.texts.items()):
                prefix = f"{language}: " if language else ""
                lines.append(
                    prefix + " — ".join(part for part in (texts.title, texts.description, texts.group) if part)
                )
            return tip(*lines)
        if column == Column.HANDLER:
            return tip(binding.handler)
        return tip(binding.placement)
