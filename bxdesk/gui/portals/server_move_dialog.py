"""Giving the widgets of many portals another server, with the result for each of them before anything is decided."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from bxdesk.gui.bindings.move_form import MoveForm
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.progress_bar import ProgressBar
from bxdesk.gui.parts.row_text import RowText
from bxdesk.gui.parts.tables import RowTree
from bxdesk.gui.parts.theme import MARGIN
from bxdesk.gui.parts.wording import counted
from bxdesk.gui.portals.server_move_model import ServerMoveModel
from bxdesk.gui.session.goals import MoveGoal
from bxdesk.gui.session.server_move import FoundMoves, ServerMove

_UNFOLDED = 20
"""Up to this many portals are unfolded."""


class ServerMoveDialog(FittedDialog):
    """Reads the portals first, then offers the hosts that occur there. What is decided goes into a review."""

    decided = Signal(object, object)
    """The MoveGoal, and the snapshots that were read, by the identities of the connections."""

    def __init__(self, move: ServerMove, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._server_move = move
        move.setParent(self)
        self.setObjectName("serverMoveDialog")
        self.setModal(True)
        number = len(move.connections)
        one, many = self.tr("Move to a new server on {n} portal"), self.tr("Move to a new server on {n} portals")
        self.setWindowTitle(counted(number, one, many))
        self._form = MoveForm()
        self._form.setEnabled(False)
        self._model = ServerMoveModel(move, self)
        self._tree = RowTree("serverMoveTree", self.tr("New addresses"))
        self._bar = ProgressBar("serverMoveProgress", self.tr("Portals that were read"))
        self._review = Button(self.tr("Re&view…"), "reviewMoveButton")
        self._review.setEnabled(False)
        self._cancel = Button(self.tr("&Cancel"), "cancelButton")
        self._lay_out()
        self._review.clicked.connect(self._decide)
        self._cancel.clicked.connect(self.reject)
        self._form.changed.connect(self._look)
        move.advanced.connect(self._advance)
        move.ready.connect(self._offer)
        move.found.connect(self._show)
        move.begin()

    def done(self, result: int) -> None:
        """Gives up reading when it is left."""
        self._server_move.stop()
        super().done(result)

    def _lay_out(self) -> None:
        tree = self._tree
        tree.setModel(self._model)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addWidget(self._form)
        column.addWidget(tree, 1)
        column.addWidget(RowText("serverMoveRow", tree, self._model))
        column.addWidget(self._bar)
        buttons = button_box((self._cancel, Role.RejectRole), (self._review, Role.AcceptRole))
        self.compose(column, buttons, letters=86, lines=30)

    def _advance(self) -> None:
        move = self._server_move
        self._bar.show_progress(len(move.read) + len(move.problems), len(move.connections))

    def _offer(self, origins: tuple[str, ...]) -> None:
        self._bar.hide()
        self._form.setEnabled(True)
        self._form.offer(origins)
        self._look()

    def _look(self) -> None:
        self._review.setEnabled(False)
        self._server_move.look(self._form.before, self._form.after)

    def _show(self, found: FoundMoves) -> None:
        self._model.show(found)
        can_be_made = any(one.problem is None for one in found.moves)
        self._form.say(found.moves, found.doubt)
        self._review.setEnabled(can_be_made)
        self._review.setDefault(can_be_made)
        if self._model.rowCount() <= _UNFOLDED:
            for row in range(self._model.rowCount()):
                self._tree.expand(self._model.index(row, 0, QModelIndex()))

    def _decide(self) -> None:
        goal, read = MoveGoal(self._form.before, self._form.after), self._server_move.read
        self.accept()
        self.decided.emit(goal, read)
