"""A group of the person's own for several portals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QVBoxLayout, QWidget

from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.theme import Text, Tone, form
from bxdesk.gui.parts.wording import counted


class GroupDialog(FittedDialog):
    """Takes a new name, or one of the groups that are there; empty means: none."""

    decided = Signal(str)
    """The name of the group."""

    def __init__(self, number: int, groups: Sequence[str], current: str, parent: QWidget | None = None) -> None:
        """For this many portals; ``current`` is the group that they are in by now, if it is one."""
        super().__init__(parent)
        self.setObjectName("groupDialog")
        self.setModal(True)
        one, many = self.tr("The group of {n} portal"), self.tr("The group of {n} portals")
        self.setWindowTitle(counted(number, one, many))
        self._group = QComboBox()
        self._group.setObjectName("portalGroupEdit")
        self._group.setAccessibleName(self.tr("Group"))
        self._group.setEditable(True)
        self._group.addItems([*groups])
        self._group.setEditText(current)
        line = self._group.lineEdit()
        if line is not None:
            line.setObjectName("portalGroupNameEdit")
            line.setMaxLength(60)
            line.selectAll()
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole).setObjectName("saveGroupButton")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole).setObjectName("cancelButton")
        column = QVBoxLayout()
        note = Text(self.tr("Only bxdesk uses it. Left empty, they are in no group."), Tone.MUTED)
        column.addLayout(form((self.tr("&Name"), self._group, note)))
        self.compose(column, buttons, letters=34)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)

    def _save(self) -> None:
        self.decided.emit(self._group.currentText().strip())
        self.accept()
