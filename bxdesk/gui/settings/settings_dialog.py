"""The choices about bxdesk itself: language, theme, proxy; and where secrets are kept."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.background.tasks import Task
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.language import LANGUAGES
from bxdesk.gui.parts.note import FieldNote
from bxdesk.gui.parts.theme import MARGIN, Field, Text, Tone, form
from bxdesk.gui.parts.wording import full_text
from bxdesk.gui.session.connections import KEYRING
from bxdesk.gui.session.session import Session
from bxdesk.gui.settings.choices import Choices
from bxdesk.gui.settings.keyring_line import KeyringLine
from bxdesk.storage.settings import apart

SYSTEM, NONE, GIVEN = "system", "none", ""
"""How portals are reached; the last one means: by the address in the field."""


class SettingsDialog(FittedDialog):
    """The theme is shown as it is chosen; language and proxy hold when they are saved."""

    def __init__(self, session: Session, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choices = choices
        self._task: Task | None = None
        self._in_memory = ""
        """The proxy that was typed when the keyring did not take its password: saved once more, it holds for now."""
        self.setObjectName("settingsDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("Settings"))
        themes = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        ways = {SYSTEM: self.tr("As the system"), NONE: self.tr("Directly"), GIVEN: self.tr("Through this proxy")}
        self._language = self._box(
            "languageBox", self.tr("Language"), {"": self.tr("As the system"), **LANGUAGES}, choices.settings.language
        )
        self._theme = self._box("themeBox", self.tr("Theme"), themes, choices.settings.theme)
        proxy = apart(choices.settings.proxy)[0]
        given = proxy not in (SYSTEM, NONE)
        self._way = self._box("proxyBox", self.tr("Proxy"), ways, GIVEN if given else proxy)
        self._proxy = Field("proxyEdit", self.tr("Address of the proxy"), "http://proxy.example.com:3128")
        self._proxy.setText(proxy if given else "")
        self._login = Text(
            self.tr("With a user and password: http://USER:PASSWORD@proxy:3128. They are kept with your secrets."),
            Tone.MUTED,
        )
        self._login.setObjectName("proxyLoginText")
        self._proxy_note = FieldNote(self._proxy, "proxyNote")
        self._save = Button(self.tr("&Save"), "saveSettingsButton")
        self._save.setDefault(True)
        self._cancel = Button(self.tr("Cancel"), "cancelButton")
        self._lay_out()
        self._theme.currentIndexChanged.connect(self._try_theme)
        self._way.currentIndexChanged.connect(self._restate)
        self._proxy.textEdited.connect(self._forgive)
        self._save.clicked.connect(self._take)
        self._cancel.clicked.connect(self.reject)
        self._restate()

    def reject(self) -> None:
        """Leaves everything as it was, the theme that was tried included.

        While another way to reach portals is taken, asks to stop that, and stays until it has: it may be taken already.
        """
        if self._task is not None:
            self._task.cancel()
            self._cancel.setEnabled(False)
            self._cancel.setText(self.tr("Stopping…"))
            return
        self._choices.try_theme(self._choices.settings.theme)
        super().reject()

    def _box(self, name: str, label: str, items: dict[str, str], chosen: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        for value, text in items.items():
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _lay_out(self) -> None:
        buttons = button_box((self._cancel, Role.RejectRole), (self._save, Role.AcceptRole))
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addLayout(
            form(
                (self.tr("&Language"), self._language),
                (self.tr("&Theme"), self._theme),
                (self.tr("P&roxy"), self._way, self._proxy, self._login, self._proxy_note),
                (self.tr("Certificates"), Text(self.tr("checked against the system's store, always"))),
                (self.tr("Secrets are kept in"), KeyringLine(self._session)),
            )
        )
        column.addStretch(1)
        self.compose(column, buttons, letters=48)

    def _try_theme(self) -> None:
        self._choices.try_theme(str(self._theme.currentData()))

    def _restate(self) -> None:
        given = self._way.currentData() == GIVEN
        self._proxy.setVisible(given)
        self._login.setVisible(given)
        if not given:
            self._proxy_note.say("")
        elif self.isVisible():
            self._proxy.setFocus()

    def _forgive(self) -> None:
        self._proxy_note.say("")

    def _take(self) -> None:
        if self._task is not None:
            return
        proxy = str(self._way.currentData()) or self._proxy.text().strip()
        if not proxy:
            self._proxy_note.complain(self.tr("Enter the proxy's address, such as http://proxy.example.com:3128."))
            return
        if proxy == apart(self._choices.settings.proxy)[0] or not self._session.is_open:
            self._keep(proxy)
            return
        self._save.setEnabled(False)
        task = self._task = self._session.task()
        task.succeeded.connect(self._keep)
        task.failed.connect(self._refuse)
        task.cancelled.connect(self._stopped)
        task.start(self._session.desk.network.use_proxy, proxy, in_memory=proxy == self._in_memory)

    def _stopped(self) -> None:
        self._task = None
        self.reject()

    def _refuse(self, problem: Problem) -> None:
        self._task = None
        if not self._cancel.isEnabled():  # nobody waits for it any more
            self.reject()
            return
        self._save.setEnabled(True)
        said = full_text(problem)
        if problem.code == KEYRING:
            self._in_memory = self._proxy.text().strip()
            said = self.tr("{why} Or save once more: then the password holds for this session only.").format(
                why=full_text(Problem(problem.code, problem.title, problem.explanation))
            )
        self._proxy_note.complain(said)

    def _keep(self, proxy: str) -> None:
        """``proxy`` is what may be kept: no address with a password in it."""
        self._task = None
        self._choices.choose(
            language=str(self._language.currentData()),
            theme=str(self._theme.currentData()),
            proxy=apart(proxy)[0],
        )
        self.accept()
