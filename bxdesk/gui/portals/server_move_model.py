"""The model behind a move to another server: each portal, and inside of it its widgets with their new addresses."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject

from bxdesk.errors import Problem
from bxdesk.gui.bindings.move_model import becomes_words
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.two_level_model import Cell, CellModel
from bxdesk.gui.parts.wording import counted, full_text, isolated, remedy_text, translated
from bxdesk.gui.session.server_move import FoundMoves, ServerMove
from bxdesk.messages import message
from bxdesk.placements.moving import Move, first_refusal


class Column(IntEnum):
    """What each column shows of an address that moves."""

    WHAT = 0
    NOW = 1
    LATER = 2


class ServerMoveModel(CellModel):
    """Portals that were read or could not be, in the order that they were chosen in."""

    def __init__(self, move: ServerMove, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._move = move
        self._found = FoundMoves({})
        self._refusal: Problem | None = None
        """What is said above all rows."""
        move.advanced.connect(self.tell)

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

    def _widgets(self, outer: int) -> Sequence[tuple[Move, ...]]:
        return self._found.widgets.get(self._move.connections[outer].identity, ())

    @override
    def outer_cell(self, outer: int, column: int) -> Cell:
        connection = self._move.connections[outer]
        if column == Column.WHAT:
            return Cell(self._move.titles[outer], "portals")
        if column == Column.NOW:
            return Cell()
        problem = self._move.problems.get(connection.identity)
        if problem is not None:
            return Cell(full_text(problem), "warning", Tone.WARNING)
        if connection.identity not in self._move.read:
            return Cell(translated(message("reading…")), "refresh", Tone.MUTED)
        number = sum(len(moves) for moves in self._widgets(outer) if moves[0].problem is None)
        one, many = self.tr("{n} place"), self.tr("{n} places")
        said = counted(number, one, many) if number else self.tr("Nothing would change.")
        return Cell(said, tone=Tone.MUTED)

    @override
    def inner_cell(self, outer: int, inner: int, column: int) -> Cell:
        moves = self._widgets(outer)[inner]
        first = moves[0]
        if column == Column.WHAT:
            one, many = self.tr("{title}: {n} place"), self.tr("{title}: {n} places")
            return Cell(counted(len(moves), one, many, title=first.row.title))
        if column == Column.NOW:
            return Cell(isolated(first.row.handler), tone=Tone.MUTED)
        said = becomes_words(first, self._refusal)
        if first.problem is None and not first.merges:
            return Cell(said)
        return Cell(said, "warning", Tone.WARNING, remedy_text(first.problem) if first.problem is not None else "")
