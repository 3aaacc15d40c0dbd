"""Signing in to a portal: the form, the wait for the browser, and every way it can end."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.connect_form import ConnectForm
from bxdesk.gui.connect_wait import ConnectWait
from bxdesk.gui.session import Session
from bxdesk.gui.tasks import Task
from bxdesk.gui.theme import GAP, MARGIN, Card, Text, Tone
from bxdesk.gui.wording import whole

if TYPE_CHECKING:
    from bxdesk.gui.loop import Inbox
    from bxdesk.gui.window import OpenAddress

KEYRING = "keyring"


class ConnectDialog(QDialog):
    """One sign-in at a time. What was typed stays through every error; the secret is gone when the dialog is."""

    signed_in = Signal(object)
    """The new Connection."""

    def __init__(
        self,
        session: Session,
        open_address: OpenAddress,
        known: Connection | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open_address = open_address
        self._task: Task | None = None
        self._inbox: Inbox | None = None
        self._deadline = 0.0
        self._leaving = False
        self.setObjectName("connectDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("Connect a portal"))
        self._form = ConnectForm(known)
        self._wait = ConnectWait()
        self._wait.hide()
        self._message = Card(Tone.BAD)
        self._message_text = Text()
        self._message_text.setObjectName("connectMessage")
        self._message.hide()
        self._memory = QPushButton(self.tr("Continue for this &session only"))
        self._memory.setObjectName("sessionOnlyButton")
        self._memory.setAutoDefault(False)
        self._memory.hide()
        self._sign_in = QPushButton(self.tr("&Sign in"))
        self._sign_in.setObjectName("signInButton")
        self._sign_in.setAccessibleName(self.tr("Sign in"))
        self._sign_in.setDefault(True)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("cancelButton")
        self._cancel.setAutoDefault(False)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._lay_out()
        self._sign_in.clicked.connect(self._start)
        self._cancel.clicked.connect(self.reject)
        self._memory.clicked.connect(self._go_on_in_memory)
        self._clock.timeout.connect(self._tick)
        self._wait.pasted.connect(self._paste)
        self._wait.open_again.connect(self._open)

    def reject(self) -> None:
        """Leaves; while a sign-in runs, stops it first and keeps the form open."""
        if self._task is None:
            self._leave()
            return
        self._cancel.setEnabled(False)
        self._wait.say(self.tr("Stopping…"))
        self._task.cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The title bar's cross stops a sign-in and leaves."""
        if self._task is not None:
            self._leaving = True
            event.ignore()
        self.reject()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._message)
        inside.setContentsMargins(GAP + 2, GAP, GAP + 2, GAP)
        inside.setSpacing(GAP)
        inside.addWidget(self._message_text)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._memory)
        inside.addLayout(line)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._sign_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + 4, MARGIN + 4, MARGIN + 4, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(self._form)
        column.addWidget(self._message)
        column.addWidget(self._wait)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 46)

    def _start(self) -> None:
        if self._task is not None:
            return
        missing = self._form.missing()
        if missing:
            self._complain(missing)
            return
        request = self._form.request()
        self._message.hide()
        self._form.setEnabled(False)
        self._sign_in.setEnabled(False)
        self._deadline = time.monotonic() + request.timeout
        self._wait.begin()
        self._fit_soon()
        self._clock.start()
        from bxdesk.gui.loop import Inbox  # brings asyncio along, which the first frame does without

        self._inbox = Inbox()
        task = self._task = self._session.task()
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        task.progressed.connect(self._heard)
        task.start(self._session.desk.sign_in, request, task.report, self._inbox.take, task.report)

    def _heard(self, news: object) -> None:
        """An address to open, or what was wrong with a text that was pasted."""
        if isinstance(news, Problem):
            self._wait.refuse(whole(news))
        elif isinstance(news, str):
            self._wait.show_address(news)
            self._open(news)

    def _open(self, address: str) -> None:
        opened = self._open_address(address)
        self._wait.opened(opened)
        self._tick()

    def _tick(self) -> None:
        self._wait.count_down(max(0, round(self._deadline - time.monotonic())))

    def _paste(self, text: str) -> None:
        inbox = self._inbox
        if inbox is not None:
            self._session.in_loop(lambda: inbox.put(text))

    def _succeeded(self, connection: Connection) -> None:
        self._end()
        self._form.forget_secret()
        self.accept()
        self.signed_in.emit(connection)

    def _failed(self, problem: Problem) -> None:
        self._end()
        self._memory.setVisible(problem.code == KEYRING)
        self._complain(whole(problem))
        if self._leaving:
            self._leave()

    def _cancelled(self) -> None:
        self._end()
        if self._leaving:
            self._leave()

    def _end(self) -> None:
        self._task = None
        self._inbox = None
        self._clock.stop()
        self._wait.hide()
        self._form.setEnabled(True)
        self._sign_in.setEnabled(True)
        self._cancel.setEnabled(True)
        self._memory.hide()
        self._fit_soon()

    def _go_on_in_memory(self) -> None:
        self._session.keep_secrets_in_memory()
        self._memory.hide()
        self._start()

    def _complain(self, text: str) -> None:
        self._message_text.setText(text)
        self._message.setAccessibleName(text)
        self._message.show()
        self._fit_soon()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(self.width(), self.sizeHint().height())

    def _leave(self) -> None:
        self._form.forget_secret()
        super().reject()
