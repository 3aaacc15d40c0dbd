"""The model behind what is known of one portal."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.two_level_model import Index, TwoLevelModel
from bxdesk.gui.parts.wording import tip
from bxdesk.gui.portals.portal_sections import DetailLine, Section

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """What each column shows of a line."""

    WHAT = 0
    MORE = 1


class PortalDetailsModel(TwoLevelModel):
    """Sections, and inside of each its lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()
        self._lines: dict[tuple[int, int], DetailLine] = {}

    def show(self, sections: Sequence[Section]) -> None:
        """Shows the sections of another portal, or of the same one as it is by now."""
        self.beginResetModel()
        self._sections = tuple(sections)
        self._lines.clear()
        self.endResetModel()

    @override
    def headings(self) -> tuple[str, ...]:
        return self.tr("What"), self.tr("Details")

    @override
    def outer_total(self) -> int:
        return len(self._sections)

    @override
    def inner_total(self, outer: int) -> int:
        return len(self._sections[outer].lines)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        outer, inner = self.place(index)
        first = index.column() == Column.WHAT
        if inner is None:
            return self._of_section(self._sections[outer], first, role)
        line = self._line(outer, inner)
        if role == _Role.DisplayRole:
            return line.text if first else line.more
        if role == _Role.ToolTipRole:
            return tip(line.text, line.more)
        if role == _Role.DecorationRole and first and line.sign:
            return icon(line.sign, line.tone)
        return colour(Tone.MUTED) if role == _Role.ForegroundRole and not first else None

    def _line(self, outer: int, inner: int) -> DetailLine:
        """A line, once it is in sight."""
        if (outer, inner) not in self._lines:
            self._lines[outer, inner] = self._sections[outer].lines[inner]()
        return self._lines[outer, inner]

    def _of_section(self, section: Section, first: bool, role: int) -> object:
        if role == _Role.DisplayRole:
            return section.heading if first else section.verdict
        if role == _Role.FontRole and first:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return colour(Tone.MUTED) if role == _Role.ForegroundRole and not first else None
