"""The three steps to a connection, one after the other: the portal, the card of its application, the two keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.request import SignInRequest
from bxdesk.errors import Problem
from bxdesk.gui.connecting.card_step import CardStep
from bxdesk.gui.connecting.keys_step import KeysStep
from bxdesk.gui.connecting.portal_step import PortalStep
from bxdesk.gui.parts.note import FieldNote
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import full_text


class ConnectForm(QStackedWidget):
    """Takes what a sign-in needs, and says at each field what is wrong with it."""

    def __init__(
        self,
        open_address: Callable[[str], bool],
        trouble: QWidget,
        known: Connection | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``trouble`` shows what is wrong with no field; ``known`` is a connection to sign in to again."""
        super().__init__(parent)
        self._known = known
        self._kept = known is not None
        self._portal = PortalStep()
        self._card = CardStep(open_address)
        self._keys = KeysStep(trouble)
        for step in (self._portal, self._card, self._keys):
            self.addWidget(step)
        self._portal.has_keys.connect(self._skip_card)
        if known is not None:
            self._fill(known)
        self._show_card()

    def begin_at_card(self, replaced: Connection) -> None:
        """Asks for the keys of another application on the same portal."""
        self._portal.field.setText(replaced.portal)
        self._keys.redirect.setText(replaced.redirect_url)
        self._go(self.indexOf(self._card))

    @property
    def title(self) -> str:
        """What the step is about that is shown."""
        return (self.tr("The portal"), self.tr("The application's card"), self.tr("The keys"))[self.currentIndex()]

    @property
    def is_first(self) -> bool:
        """Whether there is no step before."""
        return self.currentIndex() == 0

    @property
    def is_last(self) -> bool:
        """Whether a sign-in comes next."""
        return self.currentWidget() is self._keys

    def advance(self) -> None:
        """Goes to the next step, unless something is wrong with this one."""
        if not (self.is_first and self._portal.find_fault()):
            self._go(self.currentIndex() + 1)

    def go_back(self) -> None:
        """Goes to the step before."""
        self._go(self.currentIndex() - 1)

    def focus_next(self) -> None:
        """Puts the cursor where something is to be done next."""
        if self.currentWidget() is self._portal:
            self._portal.field.setFocus()
        elif self.currentWidget() is self._card:
            self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # or no style shows where it is
            self._card.open_button.setFocus()
        else:
            self._keys.focus_next()

    def find_fault(self) -> bool:
        """Whether something is missing or wrong; it is said at each such field, and the cursor put at the first."""
        self._portal.tidy()
        self._keys.clear_notes()
        if self._portal.find_fault():
            self.setCurrentWidget(self._portal)
            return True
        self._portal.note.say("")
        return self._keys.find_fault(secret_kept=self.kept is not None)

    @property
    def kept(self) -> Connection | None:
        """The connection whose secret the keyring keeps, if that is what the person wants to sign in with."""
        known, keys = self._known, self._keys
        if known is None or not self._kept or keys.secret.text().strip() or keys.server.text().strip():
            return None
        typed = self._portal.portal
        if typed is None or typed.address.origin != known.portal or keys.client_id.text().strip() != known.client_id:
            return None
        return replace(known, redirect_url=self.redirect_url)

    @property
    def redirect_url(self) -> str:
        """Where the answer comes back; empty when it is pasted."""
        return self._keys.redirect.text().strip()

    def request(self) -> SignInRequest:
        """What was entered, without blanks around it and not checked yet."""
        return SignInRequest(
            portal=self._portal.text,
            client_id=self._keys.client_id.text().strip(),
            client_secret=self._keys.secret.text().strip(),
            redirect_url=self.redirect_url,
            authorization_server=self._keys.server.text().strip() or None,
        )

    def complain(self, problem: Problem) -> bool:
        """Says a problem at the field it is about; False when it is about none."""
        if problem.code.lower() == "secret_missing":
            self.ask_for_secret()
        note = self._note_for(problem)
        if note is None:
            return False
        self._go(0 if note is self._portal.note else self.indexOf(self._keys))
        note.complain(full_text(problem))
        return True

    def use_redirect(self, address: str) -> None:
        """Takes another address for the answer, and says what has to change on the portal."""
        self._keys.unfold()
        self._keys.redirect.setText(address)
        self._keys.redirect_note.say(
            self.tr("Put this address into the card on the portal as well and save the card, then sign in."),
            Tone.WARNING,
        )

    def ask_for_secret(self) -> None:
        """From now on the secret has to be typed: the keyring does not have it."""
        self._kept = False
        self._keys.secret.setPlaceholderText("")

    def forget_secret(self) -> None:
        """Empties the field that nobody should find filled."""
        self._keys.secret.clear()

    def _skip_card(self) -> None:
        if not self._portal.find_fault():
            self._go(self.indexOf(self._keys))

    def _note_for(self, problem: Problem) -> FieldNote | None:
        code = problem.code.lower()
        if code in ("portal_address", "other_portal", "portal_moved", "unreadable_answer", "unreachable"):
            host = str(problem.title.values.get("host", ""))
            return None if host and host not in self._portal.field.text() else self._portal.note
        if code in ("wrong_client", "invalid_client", "secret_missing"):
            return self._keys.secret_note
        if code in ("port_taken", "port_refused", "redirect_address", "redirect_elsewhere"):
            self._keys.unfold()
            return self._keys.redirect_note
        if code == "authorization_server":
            self._keys.unfold()
            return self._keys.server_note
        return None

    def _go(self, index: int) -> None:
        self._show_card()  # not while an address is typed: the page may become higher
        self.setCurrentIndex(index)
        self.focus_next()

    def _show_card(self) -> None:
        typed, server = self._portal.portal, self._keys.server.text().strip()
        self._card.show_card(typed, server, self.redirect_url)
        self._keys.show_labels(russian=typed is not None and typed.is_russian(server))

    def _fill(self, known: Connection) -> None:
        self._portal.field.setText(known.portal)
        self._keys.client_id.setText(known.client_id)
        self._keys.redirect.setText(known.redirect_url)
        self._keys.secret.setPlaceholderText(self.tr("kept in your keyring: leave it empty"))
        self.setCurrentWidget(self._keys)
