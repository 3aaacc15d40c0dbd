"""The first step to a connection: the portal's address, and what has to be there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bxdesk.accounts.guide import NEEDED, WEBHOOK, TypedPortal, typed_portal
from bxdesk.errors import BxdeskError
from bxdesk.gui.parts.links import LinkButton
from bxdesk.gui.parts.note import FieldNote
from bxdesk.gui.parts.theme import GAP, Field, Text, Tone, form
from bxdesk.gui.parts.wording import full_text, translated

_NOTE_LINES = 3


class PortalStep(QWidget):
    """Takes an address in any form. Of a webhook's, only the portal stays."""

    has_keys = Signal()
    """The person wants to go on to the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = Field("portalEdit", self.tr("Portal"), "acme.bitrix24.com")
        self.note = FieldNote(self.field, "portalNote", lines=_NOTE_LINES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(form((self.tr("&Portal"), self.field, self.note)))
        column.addWidget(Text(self.tr("Needed first")).enlarge(1.0))
        for need in NEEDED:
            line = QHBoxLayout()
            line.setSpacing(GAP)
            line.addWidget(Text("•", Tone.MUTED), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(translated(need), Tone.MUTED), 1)
            column.addLayout(line)
        keys = LinkButton(self.tr("I have the &keys of an application already"), "haveKeysButton")
        column.addSpacing(GAP)
        column.addWidget(keys, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        keys.clicked.connect(self.has_keys)
        self.field.textChanged.connect(self._look)
        self.field.editingFinished.connect(self.tidy)

    @property
    def portal(self) -> TypedPortal | None:
        """The portal that was typed, None as long as there is none."""
        try:
            return typed_portal(self.field.text())
        except BxdeskError:
            return None

    @property
    def text(self) -> str:
        """What was typed; of a webhook's address only the portal."""
        portal = self.portal
        return portal.address.origin if portal is not None and portal.webhook else self.field.text().strip()

    def find_fault(self) -> bool:
        """Whether there is no address; it is said, and the cursor put there."""
        fault = self._fault()
        if fault:
            self.note.complain(fault)
        return bool(fault)

    def tidy(self) -> None:
        """Takes a webhook's secret away, and says what is wrong with what stands there."""
        portal = self.portal
        if portal is not None and portal.webhook:
            self.field.setText(portal.address.origin)
        elif self.field.text().strip():
            self.note.say(self._fault())

    def _fault(self) -> str:
        if not self.field.text().strip():
            return self.tr("Enter the portal's address, such as acme.bitrix24.com.")
        try:
            typed_portal(self.field.text())
        except BxdeskError as error:
            return full_text(error.problem)
        return ""

    def _look(self) -> None:
        portal = self.portal
        if portal is not None and portal.webhook:
            self.note.say(translated(WEBHOOK), Tone.WARNING)
        elif self.field.isModified():
            self.note.say("")
