"""The third step to a connection: the two keys from the saved card, and what only some need."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bxdesk.accounts.guide import CLIENT_ID, CLIENT_SECRET, CardLabel
from bxdesk.accounts.request import DEFAULT_REDIRECT
from bxdesk.gui.parts.links import LinkButton
from bxdesk.gui.parts.note import FieldNote
from bxdesk.gui.parts.theme import GAP, Field, Text, Tone, form, label_in
from bxdesk.gui.parts.wording import translated

_NOTE_LINES = 2


class KeysStep(QWidget):
    """Takes the keys as they stand on the card."""

    def __init__(self, trouble: QWidget, parent: QWidget | None = None) -> None:
        """``trouble`` shows what is wrong with none of the fields; it has the room below them."""
        super().__init__(parent)
        self._trouble = trouble
        self.client_id = Field("clientIdEdit", translated(CLIENT_ID.meaning), "local.…")
        self.secret = Field("clientSecretEdit", translated(CLIENT_SECRET.meaning))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.redirect = Field("redirectEdit", self.tr("Your handler path"), self.tr("none: paste the code"))
        self.redirect.setText(DEFAULT_REDIRECT)
        self.server = Field("authorizationServerEdit", self.tr("Authorization server"), self.tr("automatic"))
        self.id_note = FieldNote(self.client_id, "clientIdNote", lines=_NOTE_LINES)
        self.secret_note = FieldNote(self.secret, "clientSecretNote", lines=_NOTE_LINES)
        self.redirect_note = FieldNote(self.redirect, "redirectNote")
        self.server_note = FieldNote(self.server, "authorizationServerNote")
        self._on_card = Text(tone=Tone.MUTED)
        self._on_card.setObjectName("keysOnCard")
        self._link = LinkButton(self.tr("Anothe&r address for the answer, or a server of your own"), "advancedButton")
        self._more: list[QWidget] = []
        self._lay_out()
        self._show_more(False)
        self._link.clicked.connect(self.unfold)
        for field, note in (
            (self.client_id, self.id_note),
            (self.secret, self.secret_note),
            (self.redirect, self.redirect_note),
            (self.server, self.server_note),
        ):
            field.textEdited.connect(lambda _, note=note: note.say(""))

    def show_labels(self, *, russian: bool) -> None:
        """Says where the keys stand on the card, and what they are called there if that is not what is said here."""
        self._on_card.setText(self.tr("Save the card on the portal; the two keys stand on it then."))
        labels = [label.on(russian=russian) for label in (CLIENT_ID, CLIENT_SECRET)]
        if labels != [translated(label.meaning) for label in (CLIENT_ID, CLIENT_SECRET)]:
            named = self.tr("They are called “{first}” and “{second}” there.")
            self._on_card.setText(f"{self._on_card.text()} {named.format(first=labels[0], second=labels[1])}")

    def find_fault(self, *, secret_kept: bool) -> bool:
        """Whether a key is missing; it is said at its field, and the cursor put at the first."""
        missing = []
        for field, note, label, needed in (
            (self.client_id, self.id_note, CLIENT_ID, True),
            (self.secret, self.secret_note, CLIENT_SECRET, not secret_kept),
        ):
            if needed and not field.text().strip():
                missing.append((note, self._ask_for(label)))
        for note, text in reversed(missing):
            note.complain(text)
        return bool(missing)

    def clear_notes(self) -> None:
        """Nothing is wrong with anything."""
        for note in (self.id_note, self.secret_note, self.redirect_note, self.server_note):
            note.say("")

    def unfold(self) -> None:
        """Shows what only some need."""
        self._link.hide()
        self._show_more(True)
        self.redirect.setFocus()

    def focus_next(self) -> None:
        """Puts the cursor where something is missing."""
        empty = [field for field in (self.client_id, self.secret) if not field.text().strip()]
        (empty[0] if empty else self.client_id).setFocus()

    def _show_more(self, shown: bool) -> None:
        for widget in self._more:
            widget.setVisible(shown)

    def _ask_for(self, label: CardLabel) -> str:
        return self.tr("Enter the {label} from the card.").format(label=translated(label.meaning))

    def _lay_out(self) -> None:
        address = Text(self.tr("The same address as on the card. Leave it empty to paste the answer."), Tone.MUTED)
        only = Text(self.tr("Only for a portal on your own server that has one of its own."), Tone.MUTED)
        keys = form(
            (self.tr("Application &ID (client_id)"), self.client_id, self.id_note),
            (self.tr("Application &key (client_secret)"), self.secret, self.secret_note),
            (self.tr("Your han&dler path"), self.redirect, self.redirect_note, address),
            (self.tr("Authori&zation server"), self.server, self.server_note, only),
        )
        self._more = [self.redirect, address, self.server, only]
        self._more += [label for row in (2, 3) if (label := label_in(keys, row)) is not None]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._on_card)
        column.addLayout(keys)
        column.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._trouble)
        column.addStretch(1)
