"""What is done to one connection: naming it, and asking before it and its keys are forgotten."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.theme import Field, Text, Tone, form
from bxdesk.gui.session.session import Session


class RenameDialog(FittedDialog):
    """Empty means: by its address."""

    def __init__(self, session: Session, connection: Connection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._connection = connection
        self.setObjectName("renameDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("Rename {portal}").format(portal=connection.name))
        self._label = Field("labelEdit", self.tr("Name"), connection.name)
        self._label.setText(connection.label)
        self._label.setMaxLength(60)
        self._label.selectAll()
        buttons = QDialogButtonBox()
        save = buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setObjectName("renameButton")
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("cancelButton")
        column = QVBoxLayout()
        note = Text(self.tr("Only bxdesk uses it. Left empty, the portal goes by its address."), Tone.MUTED)
        column.addLayout(form((self.tr("&Name"), self._label, note)))
        self.compose(column, buttons, letters=34)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)

    def _save(self) -> None:
        self._session.rename(self._connection, self._label.text())
        self.accept()


class SignOutDialog(FittedDialog):
    """Signs out if the person means it."""

    def __init__(self, session: Session, connection: Connection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._connection = connection
        self.setObjectName("signOutDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("Sign out"))
        name = session.connections.names.get(connection.identity, connection.name)
        question = Text(self.tr("Sign out of {portal}?").format(portal=name)).enlarge(1.25)
        question.setObjectName("signOutQuestion")
        column = QVBoxLayout()
        column.addWidget(question)
        column.addWidget(
            Text(
                self.tr(
                    "bxdesk forgets the keys and the session. The widgets on the portal stay as they are, and what you "
                    "ticked and typed waits for the next sign-in."
                )
            )
        )
        buttons = QDialogButtonBox()
        sign_out = buttons.addButton(self.tr("&Sign out"), QDialogButtonBox.ButtonRole.AcceptRole)
        sign_out.setObjectName("signOutButton")
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("cancelButton")
        self.compose(column, buttons, letters=34)
        buttons.accepted.connect(self._sign_out)
        buttons.rejected.connect(self.reject)

    def _sign_out(self) -> None:
        self._session.sign_out(self._connection)
        self.accept()
