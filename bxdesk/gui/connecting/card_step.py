"""The second step to a connection: the card of the application on the portal, field by field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bxdesk.accounts.guide import (
    PERMISSIONS,
    WANTS,
    CardField,
    CardForm,
    CardLabel,
    TypedPortal,
    card_fields,
    card_menu_path,
    permission_label,
    permissions_for,
)
from bxdesk.gui.parts.button import Button, CheckBox, RadioButton
from bxdesk.gui.parts.flow import Flow
from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Field, Text, Tone
from bxdesk.gui.parts.wording import translated
from bxdesk.placements.portal_pages import card_page


class CardStep(QWidget):
    """What to do on the portal. Nothing of it is kept here."""

    def __init__(self, open_address: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_address = open_address
        self._portal: TypedPortal | None = None
        self._russian = False
        self._redirect_url = ""
        self.open_button = Button(self.tr("&Open that page"), "openCardButton")
        self._way = Text(tone=Tone.MUTED)
        self._way.setObjectName("cardWay")
        self._today = RadioButton(self.tr("The card has “Menu item text”"), "todayForm")
        self._today.setChecked(True)
        self._older = RadioButton(self.tr("An older one: it has “Script only” or “uses API only”"), "olderForm")
        self._fields = QWidget()
        self._shown: tuple[CardForm, bool, str] | None = None
        self._wants = {
            want.permission: CheckBox(translated(want.title), f"{want.permission}Permission") for want in WANTS
        }
        for want in WANTS:
            self._wants[want.permission].setChecked(want.usual)
            self._wants[want.permission].toggled.connect(self._list_permissions)
        self._permissions = Text()
        self._permissions.setObjectName("permissionList")
        self._permissions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._assign = Text().enlarge(1.0)
        self._lay_out()
        self.open_button.clicked.connect(self._open_page)
        self._today.toggled.connect(self._list_fields)
        self.show_card(None, "", "")

    def show_card(self, portal: TypedPortal | None, authorization_server: str, redirect_url: str) -> None:
        """Shows the card of a portal, with the address that its answers are to come to."""
        self._portal = portal
        self._russian = portal is not None and portal.is_russian(authorization_server)
        self._redirect_url = redirect_url
        self.open_button.setToolTip(card_page(portal.address.origin) if portal is not None else "")
        self._list_fields()
        self._list_permissions()

    @property
    def _form(self) -> CardForm:
        return CardForm.TODAY if self._today.isChecked() else CardForm.OLDER

    def _lay_out(self) -> None:
        way = QHBoxLayout()
        way.setSpacing(GAP)
        way.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        way.addWidget(self._way, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addLayout(way)
        self._column.addWidget(Flow(GAP * 2, self._today, self._older))
        self._column.addWidget(self._fields)
        self._column.addSpacing(GAP)
        self._column.addWidget(self._assign)
        self._column.addWidget(Flow(GAP, *self._wants.values()))
        self._column.addWidget(self._permissions)
        self._column.addSpacing(GAP)
        self._column.addStretch(1)

    def _list_fields(self) -> None:
        shown = self._form, self._russian, self._redirect_url
        if shown == self._shown:
            return
        self._shown = shown
        self._way.setText(card_menu_path(self._form, russian=self._russian))
        rows = Card(Tone.MUTED)
        grid = QGridLayout(rows)
        grid.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        grid.setHorizontalSpacing(GAP * 2)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(card_fields(self._form, self._redirect_url)):
            grid.addLayout(self._labelled(field.label), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._value(field), row, 1)
            if field.value:
                grid.addWidget(self._copy_button(field), row, 2)
        self._column.replaceWidget(self._fields, rows)
        self._fields.hide()
        self._fields.deleteLater()
        self._fields = rows

    def _value(self, field: CardField) -> QWidget:
        if not field.value:
            text = Text(translated(field.entry))
            text.setObjectName(f"{field.key}Entry")
            return text
        value = Field(f"{field.key}Value", self._words(field.label)[1])
        value.setText(field.value)
        value.setReadOnly(True)
        return value

    def _copy_button(self, field: CardField) -> Button:
        button = Button(self.tr("&Copy"), f"{field.key}CopyButton")
        button.setAccessibleName(self.tr("Copy: {value}").format(value=field.value))
        button.clicked.connect(lambda: QGuiApplication.clipboard().setText(field.value))
        return button

    def _labelled(self, label: CardLabel) -> QVBoxLayout:
        """The words on the card, and under them what they mean where that is not the same."""
        column = QVBoxLayout()
        column.setSpacing(0)
        on_card, meaning = self._words(label)
        column.addWidget(Text(on_card).enlarge(1.0))
        if meaning != on_card:
            column.addWidget(Text(meaning, Tone.MUTED))
        return column

    def _words(self, label: CardLabel) -> tuple[str, str]:
        return label.on(russian=self._russian), translated(label.meaning)

    def _list_permissions(self) -> None:
        wanted = [permission for permission, box in self._wants.items() if box.isChecked()]
        names = ", ".join(translated(permission_label(name, russian=self._russian)) for name in permissions_for(wanted))
        label = " · ".join(dict.fromkeys(self._words(PERMISSIONS)))
        self._assign.setText(self.tr("{label}: what do you want to place?").format(label=label))
        self._permissions.setText(self.tr("Select there: {permissions}").format(permissions=names))

    def _open_page(self) -> None:
        if self._portal is not None:
            self._open_address(card_page(self._portal.address.origin))
