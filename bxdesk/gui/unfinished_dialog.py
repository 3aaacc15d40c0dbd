"""What stands half-way after an apply that was cut off, and the ways to settle it."""

from __future__ import annotations

import threading

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.half_way_model import HalfWayModel
from bxdesk.gui.history_words import when
from bxdesk.gui.plan_model import PlanModel
from bxdesk.gui.plan_table import PlanTable
from bxdesk.gui.plan_words import result
from bxdesk.gui.session import Session
from bxdesk.gui.tasks import Task
from bxdesk.gui.theme import GAP, MARGIN, Card, Text, Tone
from bxdesk.gui.wording import spoken, whole
from bxdesk.placements.history import Settlement, Unfinished
from bxdesk.placements.outcome import Outcome, OutcomeState, Progress
from bxdesk.placements.plan import Plan


class UnfinishedDialog(QDialog):
    """Finish, put everything back, leave it as it stands, or decide later."""

    settled = Signal()
    """Something was done about it: the portal should be read again."""

    def __init__(self, session: Session, unfinished: Unfinished, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._stop = threading.Event()
        self.setObjectName("unfinishedDialog")
        self.setModal(True)
        name = session.connection.name if session.connection else ""
        self.setWindowTitle(self.tr("Cut off on {portal}").format(portal=name))
        entry = unfinished.entry
        heading = Text(self.tr("An apply did not come to its end")).enlarge(1.25)
        heading.setObjectName("unfinishedHeading")
        said = self.tr(
            "{user} began it: {moment}. bxdesk or the connection ended before all was done. This is what stands there "
            "now; nothing is changed before you choose."
        ).format(user=entry.user_name, moment=when(entry))
        self._intro = Text(said, Tone.MUTED)
        self._table = PlanTable("unfinishedTable", self.tr("What stands half-way"))
        self._table.show_steps(HalfWayModel(unfinished, self), results=True)
        self._progress = QProgressBar()
        self._progress.setObjectName("settleProgress")
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(8)
        self._progress.hide()
        self._doing = Text(tone=Tone.MUTED)
        self._verdict = Card(Tone.GOOD)
        self._verdict_text = Text()
        self._verdict_text.setObjectName("settleResult")
        self._verdict.hide()
        self._finish = self._button(self.tr("&Finish"), "finishButton", self.tr("Does what is left of the changes"))
        self._back = self._button(
            self.tr("&Put everything back"), "putBackButton", self.tr("Brings back what stood there before")
        )
        self._leave = self._button(
            self.tr("&Leave it as it stands"), "leaveButton", self.tr("Changes nothing, and does not ask again")
        )
        self._cancel = self._button(self.tr("Decide later"), "cancelButton", "")
        self._finish.setDefault(True)
        self._lay_out(heading)
        self._finish.clicked.connect(self._do_finish)
        self._back.clicked.connect(self._put_back)
        self._leave.clicked.connect(self._let_it_be)
        self._cancel.clicked.connect(self.reject)
        self.resize(self.fontMetrics().horizontalAdvance("m") * 70, self.fontMetrics().height() * 26)

    def reject(self) -> None:
        """Leaves; while it is being settled, asks to stop and stays until the portal answered."""
        if self._task is None:
            super().reject()
            return
        self._stop.set()
        self._cancel.setEnabled(False)
        self._doing.setText(self.tr("Stopping after the changes that are on their way…"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """The title bar's cross does what the last button does."""
        self.reject()
        if self._task is not None:
            event.ignore()

    def _button(self, text: str, name: str, more: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.setToolTip(more)
        button.setAccessibleDescription(more)
        return button

    def _lay_out(self, heading: QWidget) -> None:
        inside = QVBoxLayout(self._verdict)
        inside.setContentsMargins(GAP + 2, GAP, GAP + 2, GAP)
        inside.addWidget(self._verdict_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + 4, MARGIN + 4, MARGIN + 4, MARGIN)
        column.setSpacing(GAP + 2)
        for widget in (heading, self._intro):
            column.addWidget(widget)
        column.addWidget(self._table, 1)
        for widget in (self._verdict, self._doing, self._progress):
            column.addWidget(widget)
        self._doing.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        for button in (self._cancel, self._back, self._finish):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def _do_finish(self) -> None:
        self._settle(Settlement.FINISH)

    def _put_back(self) -> None:
        self._settle(Settlement.PUT_BACK)

    def _let_it_be(self) -> None:
        self._settle(Settlement.LEAVE)

    def _settle(self, how: Settlement) -> None:
        connection = self._session.connection
        if self._task is not None or connection is None:
            return
        self._stop.clear()
        self._choices(False)
        self._cancel.setText(self.tr("&Stop"))
        self._progress.setRange(0, 0)
        self._doing.setText(self.tr("Sending…"))
        self._progress.show()
        self._doing.show()
        self._verdict.hide()
        task = self._task = self._session.task()
        task.succeeded.connect(self._done)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        task.progressed.connect(self._advance)
        task.start(self._session.desk.settle, connection, how, task.report, self._stop.is_set)

    def _advance(self, progress: Progress) -> None:
        self._progress.setRange(0, progress.total)
        self._progress.setValue(progress.done)
        if not self._stop.is_set():
            self._doing.setText(spoken(progress.text))

    def _done(self, outcome: Outcome) -> None:
        if outcome.steps:
            steps = PlanModel(Plan(tuple(step.step for step in outcome.steps)), outcome.snapshot, self)
            steps.show_outcomes(outcome.steps)
            self._table.show_steps(steps, results=True)
        good = outcome.problem is None and outcome.count(OutcomeState.DONE) == len(outcome.steps)
        text = result(outcome) if outcome.steps else self.tr("Nothing was sent; it is settled as it stands.")
        if outcome.problem is not None:
            text = f"{text} {whole(outcome.problem)}"
        self._end(text, Tone.GOOD if good else Tone.WARNING)
        if good:
            for button in (self._finish, self._back, self._leave):
                button.hide()
            self._cancel.setText(self.tr("&Close"))
        self.settled.emit()

    def _failed(self, problem: Problem) -> None:
        self._session.note(problem)
        self._end(whole(problem), Tone.BAD)

    def _cancelled(self) -> None:
        self._end(self.tr("Stopped."), Tone.WARNING)
        self.settled.emit()

    def _end(self, text: str, tone: Tone) -> None:
        self._task = None
        self._progress.hide()
        self._doing.hide()
        self._choices(True)
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Decide later"))
        self._verdict_text.setText(text)
        self._verdict.setAccessibleName(text)
        self._verdict.set_tone(tone)
        self._verdict.show()

    def _choices(self, offered: bool) -> None:
        for button in (self._finish, self._back, self._leave):
            button.setEnabled(offered)
