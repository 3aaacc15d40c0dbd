"""The model behind a change of addresses: one row for each widget that is concerned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt

from bxdesk.errors import Problem
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.table_model import Index, TableModel
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import isolated, remedy_text, tip, translated
from bxdesk.placements.catalogue import placement_title
from bxdesk.placements.moving import Move, first_refusal

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """What each column shows of a binding that moves."""

    PLACEMENT = 0
    NOW = 1
    LATER = 2


class MoveModel(TableModel):
    """Moves, each with what comes of it; those that are not as one expects wear a sign."""

    def __init__(self, titles: Mapping[int, str], parent: QObject | None = None) -> None:
        """``titles`` are those of the portal's custom types."""
        super().__init__(parent)
        self._titles = titles
        self._moves: tuple[Move, ...] = ()
        self._refusal: Problem | None = None
        """What is said above all rows."""

    def show_moves(self, moves: Sequence[Move]) -> None:
        """Shows these moves in place of those that were shown."""
        self.beginResetModel()
        self._moves = tuple(moves)
        self._refusal = first_refusal(moves)
        self.endResetModel()

    @override
    def headings(self) -> tuple[str, ...]:
        return (self.tr("Place"), self.tr("Now"), self.tr("From then on"))

    @override
    def row_total(self) -> int:
        return len(self._moves)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        move, column = self._moves[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self._said(move, column)
        if role == _Role.ToolTipRole:
            why = remedy_text(move.problem) if column == Column.LATER and move.problem is not None else ""
            return tip(self._said(move, column), why)
        if role == _Role.ForegroundRole and column == Column.NOW:
            return colour(Tone.MUTED)
        if role == _Role.DecorationRole and column == Column.LATER and (move.problem is not None or move.merges):
            return icon("warning", Tone.WARNING)
        return None

    def _said(self, move: Move, column: int) -> str:
        if column == Column.PLACEMENT:
            return translated(placement_title(move.row.placement, self._titles))
        if column == Column.NOW:
            return isolated(move.row.handler)
        return becomes_words(move, self._refusal)


def becomes_words(move: Move, said: Problem | None) -> str:
    """What a move leads to: the new address, or why there is none, unless it is the reason ``said`` above all rows."""
    if move.problem is not None and move.problem == said:
        return _tr("stays")
    if move.problem is not None:
        return _tr("stays: {why}").format(why=translated(move.problem.title))
    address = isolated(move.address)
    return _tr("{address} (is there already; this one goes)").format(address=address) if move.merges else address


def _tr(text: str) -> str:
    return QCoreApplication.translate("MoveModel", text)
