"""Giving many rows another address at once, with the result shown before anything is decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QVBoxLayout, QWidget

from bxdesk.gui.bindings.move_form import MoveForm
from bxdesk.gui.bindings.move_model import Column, MoveModel
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.tables import WholeTable
from bxdesk.gui.parts.theme import GAP
from bxdesk.placements.bindings import Binding
from bxdesk.placements.moving import Move, moves, origins_of, shape_warning
from bxdesk.placements.snapshot import Snapshot

_LETTERS = 16
"""How wide the placement's name is; the addresses share the rest."""
_FITTED = 60
"""So many rows can be fitted anew with every key that is typed."""


class MoveTable(WholeTable):
    """What comes of each address, fitted anew while one types."""

    def __init__(self, model: MoveModel, label: str, parent: QWidget | None = None) -> None:
        super().__init__("moveTable", label, parent, most=_FITTED)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.PLACEMENT, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(Column.PLACEMENT, self.fontMetrics().horizontalAdvance("m") * _LETTERS)
        model.modelReset.connect(self.fit_soon)


class MoveDialog(FittedDialog):
    """What addresses begin with now, what they shall begin with, and what comes of it for every row."""

    decided = Signal(object)
    """The moves that can be made."""

    def __init__(self, rows: Sequence[Binding], snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._snapshot = snapshot
        self._moves: tuple[Move, ...] = ()
        self.setObjectName("moveDialog")
        self.setWindowTitle(self.tr("Change the address"))
        self._form = MoveForm()
        self._model = MoveModel(snapshot.type_titles, self)
        self._table = MoveTable(self._model, self.tr("New addresses"))
        buttons = QDialogButtonBox()
        self._move = buttons.addButton(self.tr("&Add to the plan"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._move.setObjectName("moveButton")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self._form)
        column.addWidget(self._table, 1)
        self.compose(column, buttons, letters=66)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._form.offer(origins_of(rows))
        self._form.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        before, after = self._form.before, self._form.after
        self._moves = moves(self._rows, before, after, self._snapshot) if before else ()
        self._model.show_moves(self._moves)
        self._table.setVisible(bool(self._moves))
        self._move.setEnabled(any(move.problem is None for move in self._moves))
        self._form.say(self._moves, shape_warning(before, after, self._rows))

    def _accept(self) -> None:
        self.decided.emit(tuple(move for move in self._moves if move.problem is None))
        self.accept()
