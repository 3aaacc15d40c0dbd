"""The model behind a move to another server: each portal, and inside of it its widgets with their new addresses."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from bxdesk.errors import Problem
from bxdesk.gui.bindings.move_model import becomes_words
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.two_level_model import Index, TwoLevelModel
from bxdesk.gui.parts.wording import counted, cure, isolated, spoken, tip, whole
from bxdesk.gui.session.server_move import FoundMoves, ServerMove
from bxdesk.messages import message
from bxdesk.placements.moving import Move, first_refusal

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns."""

    WHAT = 0
    NOW = 1
    LATER = 2


class ServerMoveModel(TwoLevelModel):
    """Portals that were read or could not be, in the order that they were chosen in."""

    def __init__(self, move: ServerMove, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._move = move
        self._found = FoundMoves({})
        self._refusal: Problem | None = None
        """What is said above all rows."""
        move.advanced.connect(self._tell)

    def show(self, found: FoundMoves) -> None:
        """Shows what other addresses come to."""
        self.beginResetModel()
        self._found = found
        self._refusal = first_refusal(found.moves)
        self.endResetModel()

    @override
    def headings(self) -> tuple[str, ...]:
        return self.tr("Portal and widget"), self.tr("Now"), self.tr("From then on")

    @override
    def outer_total(self) -> int:
        return len(self._move.connections)

    @override
    def inner_total(self, outer: int) -> int:
        return len(self._widgets(outer))

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = Column(index.column())
        outer, inner = self.place(index)
        if inner is None:
            text, sign, tone = self._of_portal(outer, column)
            more = ""
        else:
            text, sign, tone, more = self._of_widget(self._widgets(outer)[inner], column)
        if role == _Role.DisplayRole:
            return text
        if role == _Role.ToolTipRole:
            return tip(text, more)
        if role == _Role.DecorationRole:
            return icon(sign, tone) if sign else None
        return colour(tone) if role == _Role.ForegroundRole and tone is Tone.MUTED else None

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, Column.LATER))

    def _widgets(self, outer: int) -> Sequence[tuple[Move, ...]]:
        return self._found.widgets.get(self._move.connections[outer].identity, ())

    def _of_portal(self, outer: int, column: Column) -> tuple[str, str, Tone]:
        connection = self._move.connections[outer]
        if column is Column.WHAT:
            return isolated(connection.full_title), "portals", Tone.PLAIN
        if column is Column.NOW:
            return "", "", Tone.PLAIN
        problem = self._move.problems.get(connection.identity)
        if problem is not None:
            return whole(problem), "warning", Tone.WARNING
        if connection.identity not in self._move.read:
            return spoken(message("reading…")), "refresh", Tone.MUTED
        number = sum(len(moves) for moves in self._widgets(outer) if moves[0].problem is None)
        one, many = self.tr("{n} place"), self.tr("{n} places")
        said = counted(number, one, many) if number else self.tr("Nothing would change.")
        return said, "", Tone.MUTED

    def _of_widget(self, moves: tuple[Move, ...], column: Column) -> tuple[str, str, Tone, str]:
        first = moves[0]
        if column is Column.WHAT:
            one, many = self.tr("{title}: {n} place"), self.tr("{title}: {n} places")
            return counted(len(moves), one, many, title=first.row.title), "", Tone.PLAIN, ""
        if column is Column.NOW:
            return isolated(first.row.handler), "", Tone.MUTED, ""
        is_odd = first.problem is not None or first.merges
        why = cure(first.problem) if first.problem is not None else ""
        return (
            becomes_words(first, self._refusal),
            "warning" if is_odd else "",
            Tone.WARNING if is_odd else Tone.PLAIN,
            why,
        )
