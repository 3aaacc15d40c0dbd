"""The guide to a connection: the portal, the card of its application, the two keys. All in one, for those who know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.guide import TypedPortal, typed_portal
from bxdesk.accounts.request import SignInRequest
from bxdesk.errors import BxdeskError, Problem
from bxdesk.gui.connecting.connect_card import CardGuide
from bxdesk.gui.connecting.connect_step import Step
from bxdesk.gui.parts.noted import FieldNote
from bxdesk.gui.parts.theme import MARGIN, Field, Text, Tone, form, line_up
from bxdesk.gui.parts.wording import whole


class ConnectForm(QWidget):
    """Takes what a sign-in needs, and says at each field what is wrong with it."""

    def __init__(
        self,
        open_address: Callable[[str], bool],
        known: Connection | None = None,
        guided: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``known`` is a connection to sign in to again; ``guided`` shows the card's fields at once."""
        super().__init__(parent)
        self._known = known
        self._kept = known is not None
        self._was_unfolded = False
        self._portal = Field("portalEdit", self.tr("Portal"), "acme.bitrix24.com")
        self._client_id = Field("clientIdEdit", self.tr("Client ID"), "local.…")
        self._secret = Field("clientSecretEdit", self.tr("Client secret"), "")
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._server = Field("authorizationServerEdit", self.tr("Authorization server"), self.tr("automatic"))
        self._portal_note = FieldNote(self._portal, "portalNote")
        self._id_note = FieldNote(self._client_id, "clientIdNote")
        self._secret_note = FieldNote(self._secret, "clientSecretNote")
        self._server_note = FieldNote(self._server, "authorizationServerNote")
        self._card = CardGuide(open_address)
        self._card_step = Step(self.tr("2  The local application on the portal"), self._card, "cardToggle")
        self._more = QWidget()
        self._advanced = Step(self.tr("A&dvanced"), self._more, "advancedButton", quiet=True)
        self._lay_out()
        self._portal.textChanged.connect(self._look_at_portal)
        self._portal.editingFinished.connect(self._tidy_portal)
        for field, note in ((self._client_id, self._id_note), (self._secret, self._secret_note)):
            field.textEdited.connect(note.clear)
            field.textEdited.connect(note.hide)
        self._advanced.unfolded.connect(self._unfolded)
        self._card_step.unfold(guided)
        if known is not None:
            self._fill(known)

    def find_fault(self) -> bool:
        """Whether something is missing or wrong; it is said at each such field, and the cursor put at the first."""
        self._tidy_portal()
        faults = [
            (self._portal_note, self._portal_fault()),
            (self._id_note, "" if self._client_id.text().strip() else self.tr("Enter the client ID from the card.")),
            (
                self._secret_note,
                ""
                if self._secret.text().strip() or self.kept is not None
                else self.tr("Enter the client secret from the card."),
            ),
        ]
        for note, fault in reversed(faults):
            if fault:
                note.complain(fault)
            elif note is not self._portal_note:
                note.say("")
        return any(fault for _, fault in faults)

    @property
    def kept(self) -> Connection | None:
        """The connection whose secret the keyring keeps, if that is what the person wants to sign in with."""
        known = self._known
        if known is None or not self._kept or self._secret.text().strip() or self._server.text().strip():
            return None
        typed = self._typed()
        same_place = typed is not None and known.address is not None and typed.address.is_at(known.address)
        if not same_place or self._client_id.text().strip() != known.client_id:
            return None
        return replace(known, redirect_url=self.redirect_url)

    @property
    def redirect_url(self) -> str:
        """Where the answer comes back; empty when it is pasted."""
        return self._card.redirect.text().strip()

    def request(self) -> SignInRequest:
        """What was entered. Of a webhook's address only the portal is taken."""
        typed = self._typed()
        return SignInRequest(
            portal=typed.address.origin if typed and typed.webhook else self._portal.text().strip(),
            client_id=self._client_id.text().strip(),
            client_secret=self._secret.text().strip(),
            redirect_url=self.redirect_url,
            authorization_server=self._server.text().strip() or None,
        )

    def complain(self, problem: Problem) -> bool:
        """Says a problem at the field it is about; False when it is about none."""
        code = problem.code.lower()
        if code == "secret_missing":
            self.ask_for_secret()
        if code in (
            "portal_address",
            "other_portal",
            "portal_moved",
            "unreadable_answer",
            "unreachable",
            "certificate",
        ):
            host = str(problem.title.values.get("host", ""))
            if host and host not in self._portal.text():
                return False
            note = self._portal_note
        elif code in ("wrong_client", "invalid_client", "secret_missing"):
            note = self._secret_note
        elif code in ("port_taken", "port_refused", "redirect_address", "redirect_elsewhere"):
            self._card_step.unfold(True)
            note = self._card.note
        elif code == "authorization_server":
            self._advanced.unfold(True)
            note = self._server_note
        else:
            return False
        note.complain(whole(problem))
        return True

    def use_redirect(self, address: str) -> None:
        """Takes another redirect address, and says what has to change on the portal."""
        self._card_step.unfold(True)
        self._card.redirect.setText(address)
        self._card.note.say(
            self.tr("Put this address into the card on the portal as well and save the card, then sign in."),
            Tone.WARNING,
        )
        self._card.redirect.setFocus()

    def ask_for_secret(self) -> None:
        """From now on the secret has to be typed: the keyring does not have it."""
        self._kept = False
        self._secret.setPlaceholderText("")

    def make_room(self, wanted: bool) -> None:
        """Folds the card while something else needs the room, and puts it back as it was."""
        if wanted:
            self._was_unfolded = self._card_step.is_unfolded
            self._card_step.unfold(False)
        else:
            self._card_step.unfold(self._was_unfolded)

    def forget_secret(self) -> None:
        """Empties the field that nobody should find filled."""
        self._secret.clear()

    def _lay_out(self) -> None:
        portal = QWidget()
        portal_form = form((self.tr("&Portal"), self._portal, self._portal_note))
        portal.setLayout(portal_form)
        keys = QWidget()
        keys_form = form(
            (self.tr("Client &ID"), self._client_id, self._id_note),
            (self.tr("Client s&ecret"), self._secret, self._secret_note),
        )
        keys.setLayout(keys_form)
        only = Text(self.tr("Only for a portal on your own server that has one of its own."), Tone.MUTED)
        more_form = form((self.tr("Authori&zation server"), self._server, self._server_note, only))
        self._more.setLayout(more_form)
        line_up(portal_form, self._card.fields, keys_form, more_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        column.addWidget(Step(self.tr("1  The portal"), portal))
        column.addWidget(self._card_step)
        column.addWidget(Step(self.tr("3  The keys from the saved card"), keys))
        column.addWidget(self._advanced)

    def _typed(self) -> TypedPortal | None:
        try:
            return typed_portal(self._portal.text())
        except BxdeskError:
            return None

    def _portal_fault(self) -> str:
        if not self._portal.text().strip():
            return self.tr("Enter the portal's address, such as acme.bitrix24.com.")
        try:
            typed_portal(self._portal.text())
        except BxdeskError as error:
            return whole(error.problem)
        return ""

    def _look_at_portal(self) -> None:
        typed = self._typed()
        self._card.show_portal(typed.address.origin if typed else "")
        if typed is not None and typed.webhook:
            self._portal_note.say(
                self.tr(
                    "This is a webhook's address. Only the portal's name is taken from it: a webhook cannot place "
                    "widgets, a local application can. The rest of the address is a secret, like a password."
                ),
                Tone.WARNING,
            )
        elif self._portal.isModified():
            self._portal_note.say("")

    def _tidy_portal(self) -> None:
        typed = self._typed()
        if typed is not None and typed.webhook:
            self._portal.setText(typed.address.origin)
        elif self._portal.text().strip():
            self._portal_note.say(self._portal_fault())

    def _unfolded(self, shown: bool) -> None:
        if shown:
            self._server.setFocus()

    def _fill(self, known: Connection) -> None:
        self._portal.setText(known.portal)
        self._client_id.setText(known.client_id)
        self._card.redirect.setText(known.redirect_url)
        self._secret.setPlaceholderText(self.tr("kept in your keyring: leave it empty"))
        self._secret.setFocus()
