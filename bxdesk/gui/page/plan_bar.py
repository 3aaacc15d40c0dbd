"""The bar at the bottom: what the ticks come to, and the way on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from bxdesk.errors import Problem
from bxdesk.gui.parts.button import PrimaryButton
from bxdesk.gui.parts.elided import Elided
from bxdesk.gui.parts.flow import TextFlow
from bxdesk.gui.parts.icons import set_icon
from bxdesk.gui.parts.keys import REDO, REVIEW, UNDO, explain
from bxdesk.gui.parts.theme import GAP, MARGIN, Tone, scaled_font
from bxdesk.gui.parts.wording import full_text, translated
from bxdesk.gui.plans.plan_words import summary
from bxdesk.gui.session.workspace import Workspace
from bxdesk.messages import message


class PlanBar(QWidget):
    """Says the plan in one line; offers Discard and Review."""

    review_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sign = QLabel()
        self._summary = Elided()
        self._summary.setObjectName("planSummary")
        self._summary.setAccessibleName(self.tr("Plan"))
        history = workspace.history
        self._undo = self._step("undo", "undoChangeButton", self.tr("Undo"))
        self._redo = self._step("redo", "redoChangeButton", self.tr("Redo"))
        for button, keys, go in ((self._undo, UNDO, history.undo), (self._redo, REDO, history.redo)):
            button.clicked.connect(go)
            QShortcut(keys, self).activated.connect(go)  # a button's own shortcut waits a moment before it clicks
        self._discard = QPushButton(self.tr("D&iscard"))
        self._discard.setObjectName("discardButton")
        self._discard.setAccessibleName(self.tr("Discard"))
        explain(self._discard, self.tr("Forget everything that was not applied; it can be undone"))
        self._review = PrimaryButton(self.tr("Re&view and apply…"), "reviewButton")
        self._review.setAccessibleName(self.tr("Review and apply"))
        explain(self._review, self.tr("Shows every change before it is made"), REVIEW)
        self._review.setDefault(True)
        line = QVBoxLayout(self)
        line.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        line.addWidget(TextFlow(GAP, self._sign, self._summary, self._undo, self._redo, self._discard, self._review))
        self._discard.clicked.connect(workspace.discard)
        self._review.clicked.connect(self.review_asked)
        QShortcut(REVIEW, self).activated.connect(self._review.click)
        for signal in (workspace.changed, workspace.snapshot_taken, workspace.content_replaced):
            signal.connect(self._restate)
        for signal in (history.indexChanged, history.activeStackChanged):
            signal.connect(self._offer_steps)
        self._restate()
        self._offer_steps()

    def _step(self, drawing: str, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_icon(button, drawing)
        return button

    def _offer_steps(self) -> None:
        history = self._workspace.history
        for button, keys, can, text in (
            (self._undo, UNDO, history.canUndo(), self.tr("Undo: {what}").format(what=history.undoText())),
            (self._redo, REDO, history.canRedo(), self.tr("Redo: {what}").format(what=history.redoText())),
        ):
            button.setEnabled(can)
            explain(button, text if can else button.accessibleName(), keys)

    def _problem(self) -> Problem | None:
        """What must be mended first: in the open widget, or else in another, whose name is said then."""
        problems = self._workspace.problems
        mine = problems.get(self._workspace.key)
        if mine is not None or not problems:
            return mine.problem if mine is not None else None
        key, finding = next(iter(problems.items()))
        widget = self._workspace.draft.layout.widgets[key].title
        title = message("{widget}: {problem}", widget=widget, problem=finding.problem.title)
        return replace(finding.problem, title=title) if widget else finding.problem

    def _restate(self) -> None:
        plan = self._workspace.plan
        problem = self._problem()
        unread = self._workspace.locked
        text = summary(plan)
        if not plan.steps and self._workspace.draft.is_changed and not self._workspace.widget.places:
            text = self.tr("Nothing to change yet: tick where the widget should be")
        if unread is not None:
            text = self.tr("Nothing can be changed here: {why}").format(why=translated(unread.title))
        if problem is not None:
            text = self.tr("{plan}. First: {problem}").format(plan=text, problem=translated(problem.title))
        why = problem or unread
        self._summary.say(text, full_text(why) if why is not None else "")
        self._summary.set_tone(Tone.WARNING if problem else Tone.PLAIN if plan.steps else Tone.MUTED)
        self._summary.setFont(scaled_font(self.font(), 1.0, bold=bool(plan.steps) and problem is None))
        self._sign.setVisible(problem is not None)
        if problem is not None:
            set_icon(self._sign, "warning", Tone.WARNING)
        self._discard.setEnabled(self._workspace.draft.is_changed)
        self._review.setVisible(unread is None)
        self._review.setEnabled(bool(plan.steps) and problem is None)
