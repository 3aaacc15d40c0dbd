"""Asking before a connection and its keys are forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.gui.session.session import Session


class SignOutDialog(QMessageBox):
    """Signs out if the person means it."""

    def __init__(self, session: Session, connection: Connection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._connection = connection
        self.setObjectName("signOutDialog")
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Sign out"))
        name = session.connections.names.get(connection.identity, connection.name)
        self.setText(self.tr("Sign out of {portal}?").format(portal=name))
        self.setInformativeText(
            self.tr(
                "bxdesk forgets the keys and the session. The widgets on the portal stay as they are, and what you "
                "ticked and typed waits for the next sign-in."
            )
        )
        sign_out = self.addButton(self.tr("&Sign out"), QMessageBox.ButtonRole.AcceptRole)
        sign_out.setObjectName("signOutButton")
        self.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.accepted.connect(self._sign_out)

    def _sign_out(self) -> None:
        self._session.sign_out(self._connection)
