"""Looking at the plan, carrying it out, seeing what came of each step, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.keys import explain
from bxdesk.gui.parts.theme import GAP, MARGIN, Text, Tone
from bxdesk.gui.parts.wording import full_text
from bxdesk.gui.plans.change_runner import ChangeRunner
from bxdesk.gui.plans.handler_check_line import HandlerCheckLine
from bxdesk.gui.plans.plan_model import PlanModel, PlanTable
from bxdesk.gui.plans.plan_words import outcome_summary, result, summary
from bxdesk.gui.plans.review_notes import Notes
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.connections import SESSION_ENDED
from bxdesk.gui.session.session import Session
from bxdesk.placements.history import Undo
from bxdesk.placements.outcome import Outcome, OutcomeState
from bxdesk.placements.plan import Plan, make_plan
from bxdesk.placements.snapshot import Snapshot


class ReviewDialog(FittedDialog):
    """One plan from review to outcome. Closing while it is carried out means: stop after the batch on its way."""

    applied = Signal(object)
    """The Outcome, whatever it is."""
    uncertain = Signal()
    """Applying broke off without an outcome: the portal should be read again."""
    undo_asked = Signal(object, object)
    """The Undo to show, and the Connection that it is for: the person wants to take back what was just applied."""
    sign_in_asked = Signal(object)
    """The session has ended; what this signal carries is called after a new sign-in."""

    def __init__(
        self,
        session: Session,
        snapshot: Snapshot,
        plan: Plan,
        checking: Checking,
        parent: QWidget | None = None,
        undo: Undo | None = None,
        connection: Connection | None = None,
    ) -> None:
        """``undo`` is what the plan takes back, if any; without a ``connection`` it is for the portal that is open."""
        super().__init__(parent)
        self._session = session
        self._connection = connection or session.portal.connection
        """Whose plan it is; another portal may be opened meanwhile, as after a sign-in."""
        self._seen = HandlerCheckLine(checking)
        self._snapshot = snapshot
        self._plan = plan
        self._undo = undo
        self._outcome: Outcome | None = None
        self._finished = False
        self.setObjectName("reviewDialog")
        self.setModal(True)
        name = self._connection.name if self._connection else ""
        title = self.tr("Review the changes on {portal}") if undo is None else self.tr("Undo on {portal}")
        self.setWindowTitle(title.format(portal=name))
        self._heading = Text().enlarge(1.25)
        self._heading.setObjectName("reviewHeading")
        self._notes = Notes()
        self._table = PlanTable("planTable", self.tr("Changes"))
        self._runner = ChangeRunner(session, "apply", self)
        self._runner.done.connect(self._done)
        self._runner.failed.connect(self._broke_off)
        self._runner.vanished.connect(self._vanished)
        self._apply = Button(self.tr("&Apply"), "applyButton")
        self._apply.setAccessibleName(self.tr("Apply"))
        self._cancel = Button(self.tr("&Cancel"), "cancelButton")
        self._take_back = Button(self.tr("&Undo…"), "undoButton")
        explain(self._take_back, self.tr("Shows first what is taken back"))
        self._retry = Button(self.tr("&Try again…"), "retryButton")
        self._again = Button(self.tr("Sign &in again…"), "signInAgainButton")
        self._lay_out()
        self._apply.clicked.connect(self._start)
        self._cancel.clicked.connect(self.reject)
        self._take_back.clicked.connect(self._ask_for_undo)
        self._retry.clicked.connect(self._plan_again)
        self._again.clicked.connect(self._ask_to_sign_in)
        self._review(snapshot, plan)

    @property
    def whose(self) -> str:
        """The identity of the connection that the plan is for."""
        return self._connection.identity if self._connection is not None else ""

    def reject(self) -> None:
        """Leaves; while changes are being applied, asks to stop and stays until the portal answered."""
        if not self._runner.runs:
            super().reject()
            return
        self._runner.stop()
        self._cancel.setEnabled(False)
        self._cancel.setText(self.tr("Stopping…"))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addWidget(self._heading)
        column.addWidget(self._notes)
        column.addWidget(self._table, 1)
        column.addWidget(self._runner.verdict)
        column.addWidget(self._seen)
        column.addWidget(self._runner.bar)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._runner.doing, 1)
        buttons.addStretch(0)
        extra = ((button, Role.ActionRole) for button in (self._take_back, self._retry, self._again))
        buttons.addWidget(button_box(*extra, (self._cancel, Role.RejectRole), (self._apply, Role.AcceptRole)))
        self.compose(column, buttons, letters=72, most=36)

    def _review(self, snapshot: Snapshot, plan: Plan) -> None:
        """Shows a plan that nothing was done of yet."""
        self._snapshot, self._plan, self._outcome = snapshot, plan, None
        self._finished = False
        self._heading.setText(summary(plan))
        self._notes.show_for(plan, snapshot, self._undo)
        self._model = PlanModel(plan, snapshot, self)
        self._table.show_steps(self._model, results=False)
        self._runner.clear()
        self._seen.ask(())
        for button in (self._take_back, self._retry, self._again):
            button.hide()
        self._apply.show()
        self._apply.setEnabled(bool(plan.steps))
        self._apply.setDefault(True)
        self._cancel.setText(self.tr("&Cancel"))

    def _start(self) -> None:
        undo = self._undo
        if self._runner.runs or self._finished or self._connection is None:
            return
        connection = self._session.connections.current(self._connection)
        self._apply.setEnabled(False)
        self._cancel.setText(self.tr("&Stop"))
        apply, snapshot, plan = self._session.desk.apply, self._snapshot, self._plan
        undoes = undo.entry.id if undo is not None else None
        self._runner.start(lambda listener: apply(connection, snapshot, plan, listener, undoes))

    def _done(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._heading.setText(outcome_summary(outcome))
        self._model.show_outcomes(outcome.steps)
        self._table.show_results(True)
        failed = outcome.count(OutcomeState.FAILED)
        text = result(outcome)
        if outcome.problem is not None:
            text = f"{text} {full_text(outcome.problem)}"
        good = outcome.is_complete and outcome.problem is None
        problems = [outcome.problem, *(step.problem for step in outcome.steps)]
        self._again.setVisible(any(problem is not None and problem.code == SESSION_ENDED for problem in problems))
        unknown = outcome.count(OutcomeState.UNKNOWN)
        self._retry.setVisible(outcome.count(OutcomeState.DONE) < len(outcome.steps) and not unknown)
        self._take_back.setVisible(self._undo is None and outcome.count(OutcomeState.DONE) > 0)
        self._conclude(text, Tone.GOOD if good else Tone.BAD if failed or outcome.problem else Tone.WARNING)
        if failed:
            first = next(row for row, step in enumerate(outcome.steps) if step.state is OutcomeState.FAILED)
            self._table.scrollTo(self._model.index(first, 0))
        if unknown:
            self.uncertain.emit()
        else:
            self.applied.emit(outcome)
            done = (step.step for step in outcome.steps if step.state is OutcomeState.DONE)
            handlers = {step.after.handler for step in done if step.after is not None}
            self._seen.ask(handlers if self._session.portals.is_shown(self._connection) else (), outcome.snapshot)

    def _broke_off(self, problem: Problem) -> None:
        if self._connection is not None:
            self._session.connections.note(self._connection, problem)
        ended = problem.code == SESSION_ENDED
        self._again.setVisible(ended)
        self._conclude(full_text(problem), Tone.BAD)
        if not ended:
            self.uncertain.emit()

    def _vanished(self) -> None:
        self._conclude(self.tr("Stopped. The portal is read again to see what was done."), Tone.WARNING)
        self.uncertain.emit()

    def _conclude(self, text: str, tone: Tone) -> None:
        self._finished = True
        self._apply.hide()
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("&Close"))
        self._cancel.setDefault(True)
        self._cancel.setFocus()
        self._say(text, tone)

    def _say(self, text: str, tone: Tone) -> None:
        self._runner.say(text, tone)
        self._table.fit_soon()

    def _plan_again(self) -> None:
        """The steps that were not done, planned anew against what stands there now, to be looked at first."""
        outcome = self._outcome
        if outcome is None:
            self._review(self._snapshot, self._plan)
            return
        left = [step.step for step in outcome.steps if step.state is not OutcomeState.DONE]
        wanted = [step.after for step in left if step.after is not None]
        removing = {step.before.key for step in left if step.before is not None and step.key != step.before.key}
        removing |= {step.key for step in left if step.after is None}
        self._review(outcome.snapshot, make_plan(outcome.snapshot, wanted, removing))

    def _ask_to_sign_in(self) -> None:
        self.sign_in_asked.emit(self._plan_again)

    def _ask_for_undo(self) -> None:
        if self._connection is None:
            return
        self._take_back.setEnabled(False)
        task = self._session.task()
        task.succeeded.connect(self._found_undo)
        task.failed.connect(self._found_no_undo)
        task.start(self._session.desk.undo_plan, self._session.connections.current(self._connection))

    def _found_undo(self, undo: Undo | None) -> None:
        if undo is None or undo.is_empty:
            self._say(self.tr("There is nothing to take back."), Tone.WARNING)
            return
        self.accept()
        self.undo_asked.emit(undo, self._connection)

    def _found_no_undo(self, problem: Problem) -> None:
        self._take_back.setEnabled(True)
        self._say(full_text(problem), Tone.BAD)
