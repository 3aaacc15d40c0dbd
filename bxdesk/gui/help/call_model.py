"""The model behind the call that a handler receives: one row for each field."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.table_model import Index, TableModel
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import tip, translated
from bxdesk.placements.call_fields import CallField, Travels

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """What each column shows of a field of the call."""

    FIELD = 0
    TRAVELS = 1
    EXAMPLE = 2
    MEANING = 3


class CallModel(TableModel):
    """The fields of one call, in the order of the documentation."""

    def __init__(self, fields: Sequence[CallField], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: tuple[CallField, ...] = ()
        self._rows: list[tuple[str, str, str, str]] = []
        self.fields = tuple(fields)

    @property
    def fields(self) -> tuple[CallField, ...]:
        """The fields of the call, one in each row."""
        return self._fields

    @fields.setter
    def fields(self, fields: tuple[CallField, ...]) -> None:
        """Has to be set inside of a reset of the model."""
        self._fields = fields
        self._rows = [self._cells(field) for field in fields]

    def field(self, row: int) -> CallField:
        """The field in a row."""
        return self._fields[row]

    @override
    def headings(self) -> tuple[str, ...]:
        return (self.tr("Field"), self.tr("Where it is"), self.tr("Example"), self.tr("What it means"))

    @override
    def row_total(self) -> int:
        return len(self._rows)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = index.column()
        if role == _Role.DisplayRole:
            return self._rows[index.row()][column]
        if role == _Role.ToolTipRole:
            return tip(self._rows[index.row()][column])
        if role == _Role.ForegroundRole and column == Column.TRAVELS:
            return colour(Tone.MUTED)
        if role == _Role.AccessibleDescriptionRole and column == Column.FIELD and self._fields[index.row()].always:
            return self.tr("is always sent")
        return None

    def _cells(self, field: CallField) -> tuple[str, str, str, str]:
        places = {
            Travels.QUERY: self.tr("address"),
            Travels.BODY: self.tr("form"),
            Travels.INSIDE: self.tr("inside PLACEMENT_OPTIONS"),
        }
        name = f"{field.name} *" if field.always else field.name
        return name, places[field.travels], field.value, translated(field.meaning)
