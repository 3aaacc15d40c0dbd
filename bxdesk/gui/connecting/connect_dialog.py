"""Signing in to a portal: the guide, the wait for the browser, and every way it can end."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialogButtonBox, QStackedWidget, QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.background.tasks import Task
from bxdesk.gui.connecting.connect_form import ConnectForm
from bxdesk.gui.connecting.connect_trouble import ConnectTrouble
from bxdesk.gui.connecting.connect_wait import ConnectWait
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.theme import GAP, MARGIN, Text, Tone
from bxdesk.gui.parts.wording import full_text, translated
from bxdesk.gui.session.session import Session
from bxdesk.listener import Progress

if TYPE_CHECKING:
    from bxdesk.gui.background.loop import Inbox
    from bxdesk.gui.parts.links import OpenAddress

_PATIENCE = 300.0
"""Seconds that the core waits for an answer; only shown here."""


class ConnectDialog(FittedDialog):
    """One sign-in at a time. What was typed stays through every error; the secret is gone when the dialog is."""

    signed_in = Signal(object)
    """The new Connection."""

    def __init__(
        self,
        session: Session,
        open_address: OpenAddress,
        known: Connection | None = None,
        *,
        replaced: Connection | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``known`` is a connection to sign in to again, ``replaced`` one that a new application takes the place of."""
        super().__init__(parent)
        self._session = session
        self._open_address = open_address
        self._task: Task | None = None
        self._inbox: Inbox | None = None
        self._deadline = 0.0
        self._leaving = False
        self.setObjectName("connectDialog")
        self.setModal(True)
        self.setWindowTitle(
            self.tr("Sign in again to {portal}").format(portal=known.title) if known else self.tr("Connect a portal")
        )
        self._trouble = ConnectTrouble(session)
        self._form = ConnectForm(open_address, self._trouble, known)
        if replaced is not None:
            self.setWindowTitle(self.tr("New application on {portal}").format(portal=replaced.title))
            self._form.begin_at_card(replaced)
        if session.in_memory:
            self._form.ask_for_secret()
        self._wait = ConnectWait()
        self._pages = QStackedWidget()
        self._title = Text().enlarge(1.25)
        self._title.setObjectName("connectTitle")
        self._step = Text(tone=Tone.MUTED)
        self._step.setObjectName("connectStep")
        self._back = Button(self.tr("&Back"), "backButton")
        self._next = Button(self.tr("&Next"), "nextButton")
        self._sign_in = Button(self.tr("&Sign in"), "signInButton")
        self._cancel = Button(self.tr("Cancel"), "cancelButton")
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._lay_out()
        self._back.clicked.connect(self._form.go_back)
        self._next.clicked.connect(self._form.advance)
        self._sign_in.clicked.connect(self._start)
        self._cancel.clicked.connect(self.reject)
        self._form.currentChanged.connect(self._show_step)
        self._trouble.again.connect(self._start)
        self._trouble.in_memory.connect(self._go_on_in_memory)
        self._trouble.other_redirect.connect(self._form.use_redirect)
        self._clock.timeout.connect(self._tick)
        self._wait.pasted.connect(self._paste)
        self._wait.open_again.connect(self._open)
        self._show_step()
        if self._form.kept is not None:
            self._sign_in.setFocus()
        else:
            self._form.focus_next()

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
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        buttons.addButton(self._cancel, role.RejectRole)
        buttons.addButton(self._back, role.ResetRole)  # apart from the others on every platform
        for button in (self._next, self._sign_in):
            buttons.addButton(button, role.AcceptRole)
        waiting = QWidget()
        above = QVBoxLayout(waiting)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self._wait)
        above.addStretch(1)
        self._pages.addWidget(self._form)
        self._pages.addWidget(waiting)
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        heading = QVBoxLayout()
        heading.setSpacing(GAP // 2)
        heading.addWidget(self._step)
        heading.addWidget(self._title)
        column.addLayout(heading)
        column.addWidget(self._pages)
        self.compose(column, buttons, letters=58)

    def _show_step(self) -> None:
        """Says which step this is, and offers the way on from it."""
        running = self._task is not None
        self._pages.setCurrentIndex(1 if running else 0)
        self._title.setText(self.tr("The browser") if running else self._form.title)
        step = self.tr("Step {at} of {all}").format(at=self._form.currentIndex() + 1, all=self._form.count())
        self._step.setText(step)
        self._back.setVisible(not running and not self._form.is_first)
        self._next.setVisible(not self._form.is_last)
        self._sign_in.setVisible(self._form.is_last)
        self._sign_in.setEnabled(not running)
        (self._sign_in if self._form.is_last else self._next).setDefault(True)

    def _start(self) -> None:
        if self._task is not None:
            return
        self._trouble.clear()
        if self._form.find_fault():
            return
        self._deadline = time.monotonic() + _PATIENCE
        self._wait.begin(pasting=not self._form.redirect_url)
        self._clock.start()
        from bxdesk.gui.background.loop import Inbox  # brings asyncio along, which the first frame does without

        inbox = self._inbox = Inbox()
        task = self._task = self._session.task()
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        task.progressed.connect(self._heard)
        self._show_step()
        kept, desk = self._form.kept, self._session.desk
        if kept is not None:
            task.start(desk.accounts.sign_in_again, kept, task.report, inbox.take, task.report, task.listener())
        else:
            task.start(
                desk.accounts.sign_in, self._form.request(), task.report, inbox.take, task.report, task.listener()
            )

    def _heard(self, news: object) -> None:
        """An address to open, what was wrong with a text that was pasted, or what is waited for."""
        if isinstance(news, Problem):
            self._wait.refuse(full_text(news))
        elif isinstance(news, Progress):
            self._wait.say(translated(news.text))
        elif isinstance(news, str):
            self._deadline = time.monotonic() + _PATIENCE
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
            self._session.tasks.in_loop(lambda _: inbox.put(text))

    def _succeeded(self, connection: Connection) -> None:
        self._end()
        self._form.forget_secret()
        self.accept()
        self.signed_in.emit(connection)

    def _failed(self, problem: Problem) -> None:
        self._end()
        said = self._form.complain(problem)
        self._trouble.show_problem(problem, self._form.redirect_url, said=said)
        if not said:
            self.scroll_to(self._trouble)
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
        self._wait.end()
        self._cancel.setEnabled(True)
        self._show_step()

    def _go_on_in_memory(self) -> None:
        self._session.keep_secrets_in_memory()
        self._form.ask_for_secret()
        self._start()

    def _leave(self) -> None:
        self._form.forget_secret()
        super().reject()
