"""The model behind the table of what a layout file and a portal do not agree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.table_model import Index, TableModel
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import tip

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """What each column shows of a widget that does not fit."""

    WHERE = 0
    WHAT = 1


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """``where`` is a line of the file or a place; one that is only doubted is taken all the same."""

    where: str
    what: str
    doubted: bool = False


class LeftOutModel(TableModel):
    """Rows that stay as they are."""

    def __init__(self, where: str, rows: Sequence[LeftOutRow], parent: QObject | None = None) -> None:
        """``where`` is the heading of the first column."""
        self._where = where
        super().__init__(parent)
        self._rows = rows

    @override
    def headings(self) -> tuple[str, ...]:
        return self._where, self.tr("What was found")

    @override
    def row_total(self) -> int:
        return len(self._rows)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, where = self._rows[index.row()], index.column() == Column.WHERE
        if role == _Role.DisplayRole:
            return row.where if where else row.what
        if role == _Role.ToolTipRole:
            return tip(row.where if where else row.what)
        if role == _Role.DecorationRole and where:
            return icon("info", Tone.MUTED) if row.doubted else icon("warning", Tone.WARNING)
        if role == _Role.AccessibleDescriptionRole:
            return self.tr("taken all the same") if row.doubted else self.tr("left out")
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None
