"""Adding a custom type by its number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.theme import GAP, Field, Text, Tone, form
from bxdesk.gui.parts.wording import full_text
from bxdesk.gui.session.workspace import Workspace


class AddTypeDialog(FittedDialog):
    """Takes an ``entityTypeId``; what the portal would refuse is said here and can be corrected."""

    added = Signal(int)

    def __init__(self, workspace: Workspace, number: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("addTypeDialog")
        self.setWindowTitle(self.tr("Add a custom type"))
        self._number = Field("typeIdEdit", self.tr("Type ID"), "183")
        self._number.setText(number)
        self._message = Text(self._explanation(), Tone.MUTED)
        self._message.setObjectName("typeIdMessage")
        buttons = QDialogButtonBox()
        add = buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        add.setObjectName("addTypeButton")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addLayout(form((self.tr("Type &ID"), self._number)))
        column.addWidget(self._message)
        column.addStretch(1)
        self.compose(column, buttons, letters=34)
        buttons.accepted.connect(self._add)
        buttons.rejected.connect(self.reject)
        self._number.textEdited.connect(self._calm)

    def _explanation(self) -> str:
        return self.tr("The number in the type's address on the portal: …/crm/type/183/… (its entityTypeId).")

    def _calm(self) -> None:
        self._message.set_tone(Tone.MUTED)
        self._message.setText(self._explanation())

    def _add(self) -> None:
        typed = self._number.text().strip()
        if not (typed.isascii() and typed.isdecimal()) or len(typed) > 9:
            self._refuse(self.tr("A type ID is a whole number, such as 183."))
            return
        problem = self._workspace.edits.add_type(int(typed))
        if problem is not None:
            self._refuse(full_text(problem))
            return
        self.accept()
        self.added.emit(int(typed))

    def _refuse(self, why: str) -> None:
        self._message.set_tone(Tone.BAD)
        self._message.setText(why)
        self._number.setFocus()
        self._number.selectAll()
