"""What addresses begin with now, and what they shall begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.parts.theme import Field, Text, Tone, form
from bxdesk.gui.parts.wording import counted, full_text
from bxdesk.placements.moving import Move, first_refusal


class MoveForm(QWidget):
    """Offers the hosts that occur, and says what comes of the two beginnings."""

    changed = Signal()
    """Another beginning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hosts = QComboBox()
        self._hosts.setObjectName("moveHostsBox")
        self._hosts.setEditable(True)
        self._hosts.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._before = Field("moveBeforeEdit", self.tr("Addresses that begin with"))
        self._hosts.setLineEdit(self._before)
        self._hosts.setAccessibleName(self.tr("Addresses that begin with"))
        self._after = Field("moveAfterEdit", self.tr("begin from now on with"), "https://widgets.example.com")
        self._message = Text(tone=Tone.MUTED)
        self._message.setObjectName("moveMessage")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(
            form(
                (self.tr("Addresses that &begin with"), self._hosts),
                (self.tr("begin &from now on with"), self._after, self._message),
            )
        )
        self._hosts.editTextChanged.connect(self.changed)
        self._after.textEdited.connect(self.changed)

    @property
    def before(self) -> str:
        """What addresses begin with now."""
        return self._before.text().strip()

    @property
    def after(self) -> str:
        """What they shall begin with."""
        return self._after.text().strip()

    def offer(self, origins: Iterable[str]) -> None:
        """Offers these to begin with, the first of them to be changed."""
        self._hosts.addItems([*origins])
        self._after.setText(self._before.text())
        self._after.setFocus()
        self._after.selectAll()

    def say(self, found: Sequence[Move], doubt: Problem | None) -> None:
        """How many of these get another address, and why others stay; ``doubt`` is a probable slip."""
        refused = first_refusal(found)
        number, stay = (sum(one.problem == reason for one in found) for reason in (None, refused))
        one, many = self.tr("{n} binding gets another address."), self.tr("{n} bindings get another address.")
        said = [counted(number, one, many)] if number else []
        if refused is not None and number:
            said.append(counted(stay, self.tr("{n} stays: {why}"), self.tr("{n} stay: {why}"), why=full_text(refused)))
        elif refused is not None:
            said.append(full_text(refused))
        if doubt is not None and number:
            said.append(full_text(doubt))
        self._message.setText(" ".join(said) or self.tr("Nothing would change."))
        is_doubtful = bool(number) and (doubt is not None or refused is not None)
        tone = Tone.BAD if refused is not None else Tone.MUTED
        self._message.set_tone(Tone.WARNING if is_doubtful else tone)
