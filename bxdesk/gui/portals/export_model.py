"""The model behind an export of many portals: each with its file, and inside of it what no layout file can name."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.two_level_model import Index, TwoLevelModel
from bxdesk.gui.parts.wording import counted, isolated, spoken, tip, whole
from bxdesk.gui.session.layouts_export import LayoutsExport, PortalExport
from bxdesk.placements.catalogue import placement_title

if TYPE_CHECKING:
    from bxdesk.placements.layouts.layout_export import LeftOut  # YAML

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns."""

    PORTAL = 0
    FILE = 1
    RESULT = 2


class ExportModel(TwoLevelModel):
    """The portals in the order that they were chosen in."""

    def __init__(self, export: LayoutsExport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._export = export
        self._left_out: dict[int, Sequence[LeftOut]] = {}
        export.changed.connect(self._tell)

    @override
    def headings(self) -> tuple[str, ...]:
        return self.tr("Portal"), self.tr("File"), self.tr("Result")

    @override
    def outer_total(self) -> int:
        return len(self._export.portals)

    @override
    def inner_total(self, outer: int) -> int:
        return len(self._left_out.get(outer, ()))

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = Column(index.column())
        outer, inner = self.place(index)
        if inner is None:
            text, sign, tone = self._of_portal(self._export.portals[outer], column)
        else:
            text, sign, tone = self._of_place(self._left_out[outer][inner], column)
        if role == _Role.DisplayRole:
            return text
        if role == _Role.ToolTipRole:
            return tip(text)
        if role == _Role.DecorationRole:
            return icon(sign, tone) if sign else None
        return colour(tone) if role == _Role.ForegroundRole and column > 0 else None

    def _of_portal(self, portal: PortalExport, column: Column) -> tuple[str, str, Tone]:
        if column is Column.PORTAL:
            return isolated(portal.connection.full_title), "portals", Tone.PLAIN
        if column is Column.FILE:
            return isolated(portal.path.name), "", Tone.MUTED
        if portal.doing is not None:
            return spoken(portal.doing), "refresh", Tone.MUTED
        if portal.problem is not None:
            return whole(portal.problem), "error", Tone.BAD
        if portal.export is not None:
            number, lost = len(portal.export.bindings), len(portal.export.left_out)
            said = counted(number, self.tr("{n} place saved"), self.tr("{n} places saved"))
            if lost:
                return self.tr("{said}, {n} left out").format(said=said, n=lost), "warning", Tone.WARNING
            return said, "bound", Tone.GOOD
        return (
            (self.tr("replaces the file there"), "warning", Tone.WARNING) if portal.replaces else ("", "", Tone.PLAIN)
        )

    def _of_place(self, left_out: LeftOut, column: Column) -> tuple[str, str, Tone]:
        binding = left_out.binding
        if column is Column.PORTAL:
            return spoken(placement_title(binding.placement, {})), "", Tone.PLAIN
        if column is Column.FILE:
            return isolated(binding.handler), "", Tone.MUTED
        return whole(left_out.problem), "", Tone.MUTED

    def _tell(self, row: int) -> None:
        first, export = self.index(row, 0), self._export.portals[row].export
        if export is not None and export.left_out:
            self.beginInsertRows(first, 0, len(export.left_out) - 1)
            self._left_out[row] = export.left_out
            self.endInsertRows()
        self.dataChanged.emit(first, self.index(row, Column.RESULT))
