"""Giving many rows another address at once, with the result shown before anything is decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QVBoxLayout, QWidget

from bxdesk.gui.bindings.move_model import MoveModel
from bxdesk.gui.bindings.move_table import MoveTable
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.theme import GAP, Field, Text, Tone, form
from bxdesk.gui.parts.wording import counted, whole
from bxdesk.placements.bindings import Binding
from bxdesk.placements.moving import Move, moves, origins_of, shape_warning
from bxdesk.placements.snapshot import Snapshot


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
        self._hosts = QComboBox()
        self._hosts.setObjectName("moveHostsBox")
        self._hosts.setEditable(True)
        self._hosts.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._before = Field("moveBeforeEdit", self.tr("Addresses that begin with"))
        self._hosts.setLineEdit(self._before)
        self._hosts.setAccessibleName(self.tr("Addresses that begin with"))
        self._hosts.addItems(origins_of(rows))
        usual = self._before.text()
        self._after = Field("moveAfterEdit", self.tr("begin from now on with"), "https://widgets.example.com")
        self._after.setText(usual)
        self._message = Text(tone=Tone.MUTED)
        self._message.setObjectName("moveMessage")
        self._model = MoveModel(snapshot.type_titles, self)
        self._table = MoveTable(self._model, self.tr("New addresses"))
        buttons = QDialogButtonBox()
        self._move = buttons.addButton(self.tr("&Add to the plan"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._move.setObjectName("moveButton")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addLayout(
            form(
                (self.tr("Addresses that &begin with"), self._hosts),
                (self.tr("begin &from now on with"), self._after, self._message),
            )
        )
        column.addWidget(self._table, 1)
        self.compose(column, buttons, letters=66)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._hosts.editTextChanged.connect(self._show)
        self._after.textEdited.connect(self._show)
        self._show()
        self._after.setFocus()
        self._after.selectAll()

    def _show(self) -> None:
        before, after = self._before.text().strip(), self._after.text().strip()
        self._moves = moves(self._rows, before, after, self._snapshot) if before else ()
        self._model.show_moves(self._moves)
        self._table.setVisible(bool(self._moves))
        number = sum(move.problem is None for move in self._moves)
        self._move.setEnabled(number > 0)
        one, many = self.tr("{n} widget gets another address."), self.tr("{n} widgets get another address.")
        refused = next((move.problem for move in self._moves if move.problem is not None), None)
        nothing = whole(refused) if refused is not None else self.tr("Nothing would change.")
        doubt = shape_warning(before, after, self._rows) if number else None
        text = counted(number, one, many) if number else nothing
        self._message.setText(f"{text} {whole(doubt)}" if doubt is not None else text)
        tone = Tone.MUTED if number or refused is None else Tone.BAD
        self._message.set_tone(Tone.WARNING if doubt is not None else tone)

    def _accept(self) -> None:
        self.decided.emit(tuple(move for move in self._moves if move.problem is None))
        self.accept()
