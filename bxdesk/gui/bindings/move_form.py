"""What addresses begin with now, and what they shall begin with."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.parts.theme import Field, Text, Tone, form
from bxdesk.gui.parts.wording import counted, whole


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

    def say(self, number: int, refused: Problem | None, doubt: Problem | None) -> None:
        """So many widgets get another address, or none because it is ``refused``; ``doubt`` is a probable slip."""
        one, many = self.tr("{n} widget gets another address."), self.tr("{n} widgets get another address.")
        nothing = whole(refused) if refused is not None else self.tr("Nothing would change.")
        text = counted(number, one, many) if number else nothing
        self._message.setText(f"{text} {whole(doubt)}" if doubt is not None else text)
        tone = Tone.MUTED if number or refused is None else Tone.BAD
        self._message.set_tone(Tone.WARNING if doubt is not None else tone)
