"""The sign-in form: the portal, the keys from the app's card, and where the answer comes back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from bxdesk.accounts.connection import DEFAULT_REDIRECT, Connection
from bxdesk.accounts.request import SignInRequest
from bxdesk.gui.theme import GAP, Field, Text, Tone, form


class ConnectForm(QWidget):
    """Takes what a sign-in needs."""

    def __init__(self, known: Connection | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portal = Field("portalEdit", self.tr("Portal"), "acme.bitrix24.com")
        self._client_id = Field("clientIdEdit", self.tr("Client ID"), "local.…")
        self._secret = Field("clientSecretEdit", self.tr("Client secret"), "")
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._redirect = Field("redirectEdit", self.tr("Redirect address"), self.tr("none: paste the code"))
        self._redirect.setText(DEFAULT_REDIRECT)
        self._server = Field("authorizationServerEdit", self.tr("Authorization server"), self.tr("automatic"))
        self._advanced = QToolButton()
        self._advanced.setObjectName("advancedButton")
        self._advanced.setText(self.tr("A&dvanced"))
        self._advanced.setCheckable(True)
        self._advanced.setAutoRaise(True)
        self._advanced.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._advanced.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more = QWidget()
        self._lay_out()
        self._advanced.toggled.connect(self._unfold)
        self._unfold(False)
        if known is not None:
            self._fill(known)

    def missing(self) -> str:
        """The first thing that was left empty, as a sentence, with the cursor put there; empty if all is there."""
        for field, sentence in (
            (self._portal, self.tr("Enter the portal's address, such as acme.bitrix24.com.")),
            (self._client_id, self.tr("Enter the client ID. It stands in the app's card on the portal.")),
            (self._secret, self.tr("Enter the client secret. It stands in the app's card on the portal.")),
        ):
            if not field.text().strip():
                field.setFocus()
                return sentence
        return ""

    def request(self) -> SignInRequest:
        """What was entered."""
        return SignInRequest(
            portal=self._portal.text().strip(),
            client_id=self._client_id.text().strip(),
            client_secret=self._secret.text().strip(),
            redirect_url=self._redirect.text().strip(),
            authorization_server=self._server.text().strip() or None,
        )

    def forget_secret(self) -> None:
        """Empties the field that nobody should find filled."""
        self._secret.clear()

    def _lay_out(self) -> None:
        intro = Text(
            self.tr(
                "bxdesk signs in with a local application of the portal. On the portal, open Developer resources → "
                "Other → Local application, enter the redirect address below in its card, and copy its two keys here."
            ),
            Tone.MUTED,
        )
        fields = form(
            (self.tr("&Portal"), self._portal),
            (self.tr("Client &ID"), self._client_id),
            (self.tr("Client s&ecret"), self._secret),
            (self.tr("&Redirect address"), self._redirect),
        )
        only = Text(self.tr("Only for a portal on your own server that has one of its own."), Tone.MUTED)
        self._more.setLayout(form((self.tr("Authori&zation server"), self._server, only)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(intro)
        column.addSpacing(4)
        column.addLayout(fields)
        column.addWidget(self._advanced, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._more)

    def _unfold(self, shown: bool) -> None:
        self._more.setVisible(shown)
        self._advanced.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)

    def _fill(self, known: Connection) -> None:
        self._portal.setText(known.portal)
        self._client_id.setText(known.client_id)
        self._redirect.setText(known.redirect_url)
        self._secret.setFocus()
