"""The local application's card, field by field, with the values to put there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bxdesk.accounts.connection import DEFAULT_REDIRECT
from bxdesk.accounts.guide import card_page, permissions_for
from bxdesk.gui.parts.check_box import CheckBox
from bxdesk.gui.parts.flow import Flow
from bxdesk.gui.parts.noted import FieldNote
from bxdesk.gui.parts.theme import GAP, Field, Text, Tone, form, label_in
from bxdesk.gui.parts.wording import spoken
from bxdesk.placements.permissions import permission_title


class CardGuide(QWidget):
    """What to enter on the portal. Only the redirect address matters here as well."""

    def __init__(self, open_address: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_address = open_address
        self._origin = ""
        self._open = QPushButton(self.tr("&Open that page"))
        self._open.setObjectName("openCardButton")
        self._open.setAutoDefault(False)
        self._page = Text(tone=Tone.MUTED)
        self._page.setObjectName("cardPage")
        self._page.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.redirect = Field("redirectEdit", self.tr("Redirect address"), self.tr("none: paste the code"))
        self.redirect.setText(DEFAULT_REDIRECT)
        self.note = FieldNote(self.redirect, "redirectNote")
        self._copy = QPushButton(self.tr("&Copy"))
        self._copy.setObjectName("copyRedirectButton")
        self._copy.setAccessibleName(self.tr("Copy the redirect address"))
        self._copy.setAutoDefault(False)
        self._permissions = Text()
        self._permissions.setObjectName("permissionList")
        self._permissions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._boxes = {
            "crm": self._box("crm", self.tr("CRM: timelines, cards, lists"), True),
            "contact_center": self._box("contact_center", self.tr("Contact Center"), True),
            "task": self._box("task", self.tr("Tasks"), False),
            "sonet_group": self._box("sonet_group", self.tr("Workgroups"), False),
            "user": self._box("user", self.tr("User profiles"), False),
            "telephony": self._box("telephony", self.tr("Telephony"), False),
            "calendar": self._box("calendar", self.tr("Calendar"), False),
            "im": self._box("im", self.tr("Chat"), False),
        }
        self._lay_out()
        self._open.clicked.connect(self._open_page)
        self._copy.clicked.connect(self._copy_redirect)
        self.redirect.textEdited.connect(self._clear_note)
        self.show_portal("")
        self._list_permissions()

    def show_portal(self, origin: str) -> None:
        """Says where the card is on this portal; without one, that its address comes first."""
        self._origin = origin
        self._open.setEnabled(bool(origin))
        self._page.setText(card_page(origin) if origin else self.tr("Enter the portal's address first."))

    def _box(self, permission: str, text: str, ticked: bool) -> CheckBox:
        box = CheckBox(text, f"{permission}Permission")
        box.setChecked(ticked)
        box.toggled.connect(self._list_permissions)
        return box

    def _lay_out(self) -> None:
        page = QHBoxLayout()
        page.setSpacing(GAP)
        page.addWidget(self._open)
        page.addWidget(self._page, 1)
        beside = QWidget()
        line = QHBoxLayout(beside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self.redirect, 1)
        line.addWidget(self._copy)
        beside.setFocusProxy(self.redirect)
        boxes = Flow(GAP, *self._boxes.values())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(
            Text(
                self.tr(
                    "Add a local application on the portal (Developer resources → Other → Local application), or open "
                    "the card of the one that is there, and fill it in like this:"
                ),
                Tone.MUTED,
            )
        )
        column.addLayout(page)
        self.fields = form(
            (self.tr("Type"), Text(self.tr("Server, with “Script only (no user interface)” ticked"))),
            (self.tr("&Redirect address"), beside, self.note),
            (self.tr("Install path"), Text(self.tr("leave it empty"))),
            (self.tr("Permissions"), boxes, self._permissions),
        )
        column.addLayout(self.fields)
        label = label_in(self.fields, self.fields.rowCount() - 1)
        if label is not None:
            label.setFixedHeight(self._boxes["crm"].sizeHint().height() + 4)  # beside the first line of them

    def _list_permissions(self) -> None:
        wanted = [permission for permission, box in self._boxes.items() if box.isChecked()]
        names = ", ".join(spoken(permission_title(name)) for name in permissions_for(wanted))
        self._permissions.setText(self.tr("Tick in the card: {permissions}").format(permissions=names))

    def _open_page(self) -> None:
        self._open_address(card_page(self._origin))

    def _copy_redirect(self) -> None:
        QGuiApplication.clipboard().setText(self.redirect.text().strip())

    def _clear_note(self) -> None:
        self.note.say("")
