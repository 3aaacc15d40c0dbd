"""What went wrong with a sign-in, with the next step as a button where there is one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bxdesk.accounts.redirect import other_redirect
from bxdesk.errors import Problem
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Text, Tone
from bxdesk.gui.parts.wording import full_text
from bxdesk.gui.session.connections import KEYRING
from bxdesk.gui.session.session import Session

_PORT = ("port_taken", "port_refused")


class ConnectTrouble(Card):
    """Hidden while all is well."""

    again = Signal()
    in_memory = Signal()
    other_redirect = Signal(str)
    """A redirect address with a port that is free."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Tone.BAD, parent)
        self._session = session
        self._text = Text()
        self._text.setObjectName("connectMessage")
        self._found = ""
        self._again = Button(self.tr("&Try again"), "tryAgainButton")
        self._memory = Button(self.tr("Continue for this sessio&n only"), "sessionOnlyButton")
        self._port = Button("", "otherPortButton")
        self._again.clicked.connect(self.again)
        self._memory.clicked.connect(self.in_memory)
        self._port.clicked.connect(self._use_other)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        inside.setSpacing(GAP)
        inside.addWidget(self._text)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addStretch(1)
        for button in (self._memory, self._again, self._port):
            line.addWidget(button)
        inside.addLayout(line)
        self.hide()

    def clear(self) -> None:
        """All is well again."""
        self.hide()

    def show_problem(self, problem: Problem, redirect_url: str, *, said: bool) -> None:
        """Shows a problem and its next steps; ``said`` when it stands at its field already."""
        keyring = problem.code == KEYRING
        self._again.setVisible(keyring)
        self._memory.setVisible(keyring)
        self._port.hide()
        self.set_tone(Tone.BAD)
        text = "" if said else full_text(problem)
        if keyring:
            text += " " + self.tr("For this session only means: the keys are forgotten when bxdesk is closed.")
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if problem.code in _PORT:
            task = self._session.task()
            task.succeeded.connect(self._offer)
            task.start(_free, redirect_url)

    def _offer(self, address: str) -> None:
        self._found = address
        port = address.removeprefix("http://").partition("/")[0].rpartition(":")[2]
        self._text.setText(self.tr("Port {port} is free. It has to be changed in the card as well.").format(port=port))
        self._text.show()
        self.set_tone(Tone.ACCENT)  # what is wrong stands at the field; this is the way out
        self._port.setText(self.tr("&Use port {port}").format(port=port))
        self._port.show()
        self.show()

    def _use_other(self) -> None:
        self.clear()
        self.other_redirect.emit(self._found)


async def _free(redirect_url: str) -> str:
    return other_redirect(redirect_url)
