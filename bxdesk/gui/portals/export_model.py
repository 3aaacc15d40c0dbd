"""The model behind an export of many portals: each with its file, and inside of it what no layout file can name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.two_level_model import Cell, CellModel
from bxdesk.gui.parts.wording import counted, full_text, isolated, translated
from bxdesk.gui.session.layouts_export import LayoutsExport
from bxdesk.placements.catalogue import placement_title

if TYPE_CHECKING:
    from bxdesk.placements.layouts.layout_export import LeftOut  # YAML


class Column(IntEnum):
    """What each column shows of a portal that is exported."""

    PORTAL = 0
    FILE = 1
    RESULT = 2


class ExportModel(CellModel):
    """The portals in the order that they were chosen in."""

    def __init__(self, export: LayoutsExport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._export = export
        self._left_out: dict[int, Sequence[LeftOut]] = {}
        export.changed.connect(self._take)

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
    def outer_cell(self, outer: int, column: int) -> Cell:
        portal = self._export.portals[outer]
        if column == Column.PORTAL:
            return Cell(portal.title, "portals")
        if column == Column.FILE:
            return Cell(isolated(portal.path.name), tone=Tone.MUTED)
        if portal.doing is not None:
            return Cell(translated(portal.doing), "refresh", Tone.MUTED)
        if portal.problem is not None:
            return Cell(full_text(portal.problem), "error", Tone.BAD)
        if portal.export is not None:
            number, lost = len(portal.export.bindings), len(portal.export.left_out)
            said = counted(number, self.tr("{n} place saved"), self.tr("{n} places saved"))
            if lost:
                return Cell(self.tr("{said}, {n} left out").format(said=said, n=lost), "warning", Tone.WARNING)
            return Cell(said, "bound", Tone.GOOD)
        return Cell(self.tr("replaces the file there"), "warning", Tone.WARNING) if portal.replaces else Cell()

    @override
    def inner_cell(self, outer: int, inner: int, column: int) -> Cell:
        left_out = self._left_out[outer][inner]
        binding = left_out.binding
        if column == Column.PORTAL:
            return Cell(translated(placement_title(binding.placement, {})))
        if column == Column.FILE:
            return Cell(isolated(binding.handler), tone=Tone.MUTED)
        return Cell(full_text(left_out.problem), tone=Tone.MUTED)

    def _take(self, rows: Collection[int]) -> None:
        for row in rows:
            export = self._export.portals[row].export
            if export is not None and export.left_out and row not in self._left_out:
                self.beginInsertRows(self.index(row, 0), 0, len(export.left_out) - 1)
                self._left_out[row] = export.left_out
                self.endInsertRows()
        self.tell(rows)
