"""What stands half-way after an apply that was cut off, and the ways to recover."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.theme import MARGIN, Text, Tone, colour
from bxdesk.gui.parts.wording import full_text, moment_words, tip
from bxdesk.gui.plans.change_runner import ChangeRunner
from bxdesk.gui.plans.plan_model import PlanModel, PlanTable
from bxdesk.gui.plans.plan_words import outcome_summary, result
from bxdesk.gui.session.session import Session
from bxdesk.placements.history import Recovery, Unfinished
from bxdesk.placements.outcome import Outcome, OutcomeState
from bxdesk.placements.plan import Plan
from bxdesk.placements.step_state import StepState

_Role = Qt.ItemDataRole
_LOOKS = {
    StepState.NOT_DONE: ("skipped", Tone.MUTED),
    StepState.DONE: ("bound", Tone.GOOD),
    StepState.HALF_WAY: ("warning", Tone.WARNING),
    StepState.CHANGED: ("info", Tone.MUTED),
}


class HalfWayModel(PlanModel):
    """The steps of the plan, with where the portal stands in place of what came of them."""

    def __init__(self, unfinished: Unfinished, parent: QObject | None = None) -> None:
        super().__init__(Plan(tuple(half.step for half in unfinished.steps)), unfinished.snapshot, parent)
        self._standings = [half.state for half in unfinished.steps]

    def headings(self) -> tuple[str, ...]:
        """Another one above the last column."""
        return (*super().headings()[:-1], self.tr("What stands there now"))

    def result(self, row: int, role: int) -> object:
        """Where the portal stands with the step in a row."""
        standing = self._standings[row]
        name, tone = _LOOKS[standing]
        if role == _Role.DecorationRole:
            return icon(name, tone)
        if role == _Role.ForegroundRole:
            return colour(tone)
        said = {
            StepState.NOT_DONE: self.tr("not done: what stood there before"),
            StepState.DONE: self.tr("done"),
            StepState.HALF_WAY: self.tr("half done"),
            StepState.CHANGED: self.tr("changed by somebody else; it is left alone"),
        }[standing]
        return said if role == _Role.DisplayRole else tip(said) if role == _Role.ToolTipRole else None


class UnfinishedDialog(FittedDialog):
    """Finish, put everything back, leave it as it stands, or decide later."""

    recovered = Signal(object)
    """Something was done about it: the snapshot after that."""
    uncertain = Signal()
    """The portal should be read again."""

    def __init__(self, session: Session, unfinished: Unfinished, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._connection = session.portal.connection
        """Where it was cut off; another portal may be opened meanwhile, as after a sign-in."""
        self.setObjectName("unfinishedDialog")
        self.setModal(True)
        name = self._connection.name if self._connection else ""
        self.setWindowTitle(self.tr("Cut off on {portal}").format(portal=name))
        entry = unfinished.entry
        self._heading = Text(self.tr("An apply did not come to its end")).enlarge(1.25)
        self._heading.setObjectName("unfinishedHeading")
        said = self.tr(
            "{user} began it: {moment}. bxdesk or the connection ended before all was done. This is what stands there "
            "now; nothing is changed before you choose."
        ).format(user=entry.user_name, moment=moment_words(entry.time))
        self._intro = Text(said, Tone.MUTED)
        self._table = PlanTable("unfinishedTable", self.tr("What stands half-way"))
        self._table.show_steps(HalfWayModel(unfinished, self), results=True)
        self._runner = ChangeRunner(session, "recover", self)
        self._runner.done.connect(self._done)
        self._runner.failed.connect(self._failed)
        self._runner.vanished.connect(self._vanished)
        self._finish = self._button(self.tr("&Finish"), "finishButton", self.tr("Does what is left of the changes"))
        self._back = self._button(
            self.tr("&Put everything back"), "putBackButton", self.tr("Brings back what stood there before")
        )
        self._leave = self._button(
            self.tr("&Leave it as it stands"), "leaveButton", self.tr("Changes nothing, and does not ask again")
        )
        self._cancel = self._button(self.tr("Decide later"), "cancelButton", "")
        self._finish.setDefault(True)
        self._lay_out()
        self._finish.clicked.connect(self._do_finish)
        self._back.clicked.connect(self._put_back)
        self._leave.clicked.connect(self._let_it_be)
        self._cancel.clicked.connect(self.reject)

    def reject(self) -> None:
        """Leaves; while it is being recovered, asks to stop and stays until the portal answered."""
        if not self._runner.runs:
            super().reject()
            return
        self._runner.stop()
        self._cancel.setEnabled(False)

    def _button(self, text: str, name: str, more: str) -> QPushButton:
        button = Button(text, name)
        button.setToolTip(more)
        button.setAccessibleDescription(more)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addWidget(self._heading)
        column.addWidget(self._intro)
        column.addWidget(self._table, 1)
        for widget in (self._runner.verdict, self._runner.doing, self._runner.bar):
            column.addWidget(widget)
        buttons = button_box(
            (self._leave, Role.ResetRole),
            (self._cancel, Role.RejectRole),
            (self._back, Role.ActionRole),
            (self._finish, Role.AcceptRole),
        )
        self.compose(column, buttons, letters=70, most=32)

    def _do_finish(self) -> None:
        self._recover(Recovery.FINISH)

    def _put_back(self) -> None:
        self._recover(Recovery.PUT_BACK)

    def _let_it_be(self) -> None:
        self._recover(Recovery.LEAVE)

    def _recover(self, how: Recovery) -> None:
        if self._runner.runs or self._connection is None:
            return
        connection = self._session.connections.current(self._connection)
        self._choices(False)
        self._cancel.setText(self.tr("&Stop"))
        recover = self._session.desk.recover
        self._runner.start(lambda listener: recover(connection, how, listener))

    def _done(self, outcome: Outcome) -> None:
        if outcome.steps:
            self._heading.setText(outcome_summary(outcome))
            steps = PlanModel(Plan(tuple(step.step for step in outcome.steps)), outcome.snapshot, self)
            steps.show_outcomes(outcome.steps)
            self._table.show_steps(steps, results=True)
        good = outcome.problem is None and outcome.count(OutcomeState.DONE) == len(outcome.steps)
        text = result(outcome) if outcome.steps else self.tr("Nothing was sent; it is left as it stands.")
        if outcome.problem is not None:
            text = f"{text} {full_text(outcome.problem)}"
        self._end(text, Tone.GOOD if good else Tone.WARNING)
        if good:
            if not outcome.steps:
                self._heading.setText(self.tr("Left as it stands"))
            self._intro.hide()
            for button in (self._finish, self._back, self._leave):
                button.hide()
            self._cancel.setText(self.tr("&Close"))
        self.recovered.emit(outcome.snapshot)
        self.uncertain.emit()  # whether something else was cut off

    def _failed(self, problem: Problem) -> None:
        if self._connection is not None:
            self._session.connections.note(self._connection, problem)
        self._end(full_text(problem), Tone.BAD)

    def _vanished(self) -> None:
        self._end(self.tr("Stopped."), Tone.WARNING)
        self.uncertain.emit()

    def _end(self, text: str, tone: Tone) -> None:
        self._choices(True)
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Decide later"))
        self._runner.say(text, tone)

    def _choices(self, offered: bool) -> None:
        for button in (self._finish, self._back, self._leave):
            button.setEnabled(offered)
