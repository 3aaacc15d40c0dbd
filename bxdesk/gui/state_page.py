"""One calm page for every moment without a portal to show: opening, first start, loading, stopped, failed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.icons import app_icon, set_icon
from bxdesk.gui.parts.progress_bar import ProgressBar
from bxdesk.gui.parts.remedies import advice
from bxdesk.gui.parts.theme import GAP, Text, Tone
from bxdesk.gui.parts.wording import translated
from bxdesk.gui.session.connections import KEYRING, NO_RIGHTS, SESSION_ENDED
from bxdesk.gui.session.open_portal import Phase
from bxdesk.gui.session.session import Session
from bxdesk.messages import message

_WAITING = (Phase.NO_CONNECTION, Phase.STOPPED, Phase.FAILED)
"""Phases in which the window waits for somebody to press the button."""
_WIDTH = 460

OpenDemo = Callable[[], bool]
"""Opens another window, on the embedded demo portal; False if that is not possible."""


class StatePage(QWidget):
    """Says what is going on and offers the next step."""

    connect_asked = Signal()
    sign_in_again_asked = Signal()
    failed = Signal(object)
    """The Problem that something could not be opened."""

    def __init__(self, session: Session, open_demo: OpenDemo | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._open_demo = open_demo
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._logo = QLabel()
        self._logo.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = Text().enlarge(1.5)
        self._title.setObjectName("stateTitle")
        self._text = Text(tone=Tone.MUTED)
        self._text.setObjectName("stateText")
        self._hint = Text()
        self._hint.setObjectName("stateHint")
        for text in (self._title, self._text, self._hint):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._bar = ProgressBar("stateProgress", self.tr("Working"))
        self._bar.setFixedWidth(220)
        self._bar.show_progress(0, 0)
        self._main = Button("", "stateButton")
        self._main.setDefault(True)
        self._second = Button(self.tr("Sign in &again…"), "signInAgainButton")
        self._memory = QPushButton(self.tr("Go on for this &session only…"))
        self._memory.setObjectName("sessionOnlyButton")
        self._memory.setToolTip(self.tr("Sign in anew; the keys are forgotten when bxdesk is closed."))
        self._demo: QWidget | None = None
        self._below = QVBoxLayout()
        self._phase: Phase | None = None
        self._lay_out()
        self._main.clicked.connect(self._act)
        self._second.clicked.connect(self.sign_in_again_asked)
        self._memory.clicked.connect(self._go_on_in_memory)
        session.portals.changed.connect(self._restate)
        session.connections.changed.connect(self._restate)
        self._restate()

    def showEvent(self, event: QShowEvent) -> None:
        """From here on the keys are for it."""
        super().showEvent(event)
        self._begin()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        buttons.addWidget(self._main)
        buttons.addWidget(self._second)
        buttons.addWidget(self._memory)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        column.addWidget(self._logo)
        column.addWidget(self._sign)
        column.addSpacing(GAP)
        texts = QVBoxLayout()
        texts.setSpacing(GAP)
        for text in (self._title, self._text, self._hint):
            text.setMaximumWidth(_WIDTH)
            texts.addWidget(text)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(texts, _WIDTH)  # all that it can take, and no more
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(GAP)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(buttons)
        column.addLayout(self._below)
        column.addStretch(3)

    def _restate(self) -> None:
        portal = self._session.portal
        phase, problem = portal.phase, portal.problem
        name = portal.connection.name if portal.connection else ""
        ended = phase is Phase.FAILED and problem is not None and problem.code == SESSION_ENDED
        refused = phase is Phase.FAILED and problem is not None and problem.code in NO_RIGHTS
        self._second.setVisible(ended or refused)  # as somebody else who may
        self._memory.setVisible(phase is Phase.FAILED and problem is not None and problem.code == KEYRING)
        self._offer_demo(phase is Phase.NO_CONNECTION and self._open_demo is not None)
        self._main.setDefault(not ended and phase is not Phase.LOADING)  # to cancel is not what most people want
        self._second.setDefault(ended)
        self._bar.setVisible(phase in (Phase.OPENING, Phase.LOADING))
        if phase is Phase.OPENING:
            self._say("", self.tr("Opening…"), "", "", "")
        elif phase is Phase.LOADING:
            self._say(
                "",
                self.tr("Reading {portal}…").format(portal=name),
                translated(portal.waiting)
                if portal.waiting
                else self.tr("Places, bindings, custom types and permissions, in one request."),
                "",
                self.tr("&Cancel"),
            )
        elif phase is Phase.NO_CONNECTION:
            self._say(
                "app",
                self.tr("Put your widgets into Bitrix24"),
                self.tr(
                    "bxdesk shows where your application appears in a portal: buttons above the timeline of leads, "
                    "deals and custom types, the Contact Center tile. Tick where it should be, look at what will "
                    "change, and apply."
                ),
                "",
                self.tr("&Connect a portal…"),
            )
        elif phase is Phase.STOPPED:
            self._say(
                "info",
                self.tr("Stopped"),
                self.tr("{portal} was not read.").format(portal=name),
                "",
                self.tr("&Try again"),
            )
        elif phase is Phase.FAILED and problem is not None:
            self._fail(problem)
        if phase is not self._phase:
            self._phase = phase
            self._begin()

    def _begin(self) -> None:
        """Puts the focus onto the button to press, unless somebody is at another page.

        While there is none yet, the page keeps it: or Qt gives it to the first button that is enabled, Help.
        """
        if self.isVisible() and self._phase is Phase.OPENING:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.isVisible() and self._phase in _WAITING:
            button = self._second if self._second.isDefault() else self._main
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, problem: Problem) -> None:
        self._say(
            "error",
            translated(problem.title),
            translated(problem.explanation),
            translated(advice(problem.remedy)),
            self.tr("&Try again"),
        )

    def _say(self, sign: str, title: str, text: str, hint: str, button: str) -> None:
        self._logo.setVisible(sign == "app")
        self._sign.setVisible(sign not in ("", "app"))
        if sign == "app":
            self._logo.setPixmap(app_icon().pixmap(72, 72))
        elif sign:
            set_icon(self._sign, sign, Tone.BAD if sign == "error" else Tone.MUTED, 2.4)
        for label, said in ((self._title, title), (self._text, text), (self._hint, hint)):
            label.setText(said)
            label.setVisible(bool(said))
        self._main.setText(button)
        self._main.setVisible(bool(button))

    def _offer_demo(self, is_offered: bool) -> None:
        if self._demo is None and is_offered:
            from bxdesk.gui.parts.links import LinkButton  # the first frame does without

            demo = self._demo = LinkButton(self.tr("&Try it on a demo portal"), "demoButton")
            demo.setToolTip(self.tr("Opens another window. Nothing of it stays, and nothing leaves this computer."))
            demo.clicked.connect(self._show_demo)
            self._below.addWidget(demo, 0, Qt.AlignmentFlag.AlignHCenter)
        if self._demo is not None:
            self._demo.setVisible(is_offered)

    def _show_demo(self) -> None:
        if self._open_demo is not None and not self._open_demo():
            problem = Problem(
                "demo_not_opened",
                message("The demo portal could not be opened."),
                remedy=message("Start bxdesk with --demo: then it says what is missing."),
            )
            self.failed.emit(problem)

    def _go_on_in_memory(self) -> None:
        self._session.keep_secrets_in_memory()
        self.sign_in_again_asked.emit()

    def _act(self) -> None:
        phase = self._session.portal.phase
        if phase is Phase.LOADING:
            self._session.portal.stop()
        elif phase is Phase.NO_CONNECTION:
            self.connect_asked.emit()
        else:
            self._session.retry()
