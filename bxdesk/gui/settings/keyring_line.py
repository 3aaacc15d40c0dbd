"""Where secrets are kept, in a few words; asked in the background, because a locked keyring may take its time."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.parts.theme import GAP, Text, Tone
from bxdesk.gui.parts.wording import full_text
from bxdesk.gui.session.session import Session


class KeyringLine(QWidget):
    """Names the keyring, or says why there is none, with a button to ask again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text = Text()
        self._text.setObjectName("keyringText")
        self._again = QPushButton(self.tr("Ask &again"))
        self._again.setObjectName("askKeyringButton")
        self._again.setAutoDefault(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._text, 1)
        line.addWidget(self._again)
        self._again.clicked.connect(self.ask)
        self.ask()

    def ask(self) -> None:
        """Asks where secrets are kept, which may make the keyring ask for its password."""
        self._again.hide()
        self._text.set_tone(Tone.PLAIN)
        self._text.setText(self.tr("Asking…"))
        if not self._session.is_open:
            return
        task = self._session.task()
        task.succeeded.connect(self._name)
        task.failed.connect(self._excuse)
        task.start(self._session.desk.accounts.keyring)

    def _name(self, name: str) -> None:
        self._text.setText(name)

    def _excuse(self, problem: Problem) -> None:
        self._text.set_tone(Tone.BAD)
        self._text.setText(full_text(problem))
        self._again.show()
