"""One review over many portals: what has to change on each, applying it side by side, what came of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bxdesk.gui.parts.button import Button, CheckBox
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.progress_bar import ProgressBar
from bxdesk.gui.parts.row_text import RowText
from bxdesk.gui.parts.theme import GAP, MARGIN, Text, Tone
from bxdesk.gui.parts.wording import counted, full_text
from bxdesk.gui.plans.plan_words import summary
from bxdesk.gui.portals.rollout_model import Column, RolloutModel
from bxdesk.gui.portals.rollout_tree import RolloutTree
from bxdesk.gui.session.goals import LayoutGoal
from bxdesk.gui.session.rollout import Rollout, Stage
from bxdesk.placements.plan import Plan


class RolloutDialog(FittedDialog):
    """Reads first, then waits to be told to apply. Closing while changes are on their way means: stop after those."""

    applied = Signal(object)
    """The connections that anything was sent to."""

    def __init__(self, rollout: Rollout, title: str, parent: QWidget | None = None) -> None:
        """``title`` says in words what the portals are to become."""
        super().__init__(parent)
        self._rollout = rollout
        rollout.setParent(self)
        self.setObjectName("rolloutDialog")
        self.setModal(True)
        self.setWindowTitle(title)
        self._heading = Text().enlarge(1.25)
        self._heading.setObjectName("rolloutHeading")
        self._prune = CheckBox(self.tr("Also &remove what the layout does not name"), "pruneBox")
        self._prune.setVisible(isinstance(rollout.goal, LayoutGoal))
        self._model = RolloutModel(rollout, self)
        self._tree = RolloutTree(self._model)
        self._bar = ProgressBar("rolloutProgress", self.tr("Progress"))
        self._status = Text(tone=Tone.MUTED)
        self._status.setObjectName("rolloutStatus")
        self._status.setWordWrap(False)
        self._apply = Button(self.tr("&Apply"), "applyButton")
        self._apply.setAccessibleName(self.tr("Apply"))
        self._retry = Button(self.tr("&Try again…"), "retryButton")
        self._cancel = Button(self.tr("&Cancel"), "cancelButton")
        self._lay_out()
        self._prune.toggled.connect(self._plan_with_prune)
        self._apply.clicked.connect(rollout.apply)
        self._retry.clicked.connect(self._plan_failed)
        self._cancel.clicked.connect(self.reject)
        rollout.stage_changed.connect(self._turn)
        rollout.changed.connect(self._advance)
        rollout.plan()

    def reject(self) -> None:
        """Leaves; while changes are on their way, asks to stop and stays until the portals answered."""
        if self._rollout.stage is Stage.APPLYING and self._rollout.runs:
            self._rollout.stop()
            self._cancel.setEnabled(False)
            self._cancel.setText(self.tr("Stopping…"))
            return
        self._rollout.stop()
        super().reject()
        if self._rollout.touched:
            self.applied.emit(tuple(self._rollout.touched.values()))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addWidget(self._heading)
        column.addWidget(self._prune, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._tree, 1)
        column.addWidget(RowText("rolloutRow", self._tree, self._model))
        column.addWidget(self._bar)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self._status, 1)
        buttons = ((self._retry, Role.ActionRole), (self._cancel, Role.RejectRole), (self._apply, Role.AcceptRole))
        line.addWidget(button_box(*buttons))
        self.compose(column, line, letters=86, lines=34)

    def _turn(self) -> None:
        rollout, stage = self._rollout, self._rollout.stage
        works = stage in (Stage.PLANNING, Stage.APPLYING)
        if stage in (Stage.PLANNING, Stage.REVIEW):
            self._model.show()
            self._tree.unfold()
        self._tree.setColumnHidden(Column.RESULT, stage is Stage.REVIEW and not rollout.failed)
        self._bar.setVisible(works)
        self._heading.setText(self._said())
        self._prune.setEnabled(stage is Stage.REVIEW)
        can_apply = any(one.has_steps and one.problem is None for one in rollout.portals)
        self._apply.setVisible(stage is not Stage.DONE)
        self._apply.setEnabled(stage is Stage.REVIEW and can_apply)
        self._apply.setDefault(stage is Stage.REVIEW)
        self._retry.setVisible(not works and bool(rollout.failed))
        self._cancel.setEnabled(True)
        closes = stage is Stage.DONE
        said = {Stage.DONE: self.tr("&Close"), Stage.APPLYING: self.tr("&Stop")}
        self._cancel.setText(said.get(stage, self.tr("&Cancel")))
        self._cancel.setDefault(closes)
        self._advance()

    def _advance(self) -> None:
        rollout = self._rollout
        self._bar.show_progress(rollout.done, rollout.total)
        works = rollout.stage in (Stage.PLANNING, Stage.APPLYING)
        said = self.tr("{done} of {total} portals").format(done=rollout.done, total=rollout.total)
        self._status.setText(said if works else "")

    def _said(self) -> str:
        rollout = self._rollout
        if rollout.problem is not None:
            return full_text(rollout.problem)
        if rollout.stage is Stage.PLANNING:
            return self.tr("Reading the portals…")
        stopped = sum(one.was_stopped for one in rollout.portals)
        failed = len(rollout.failed) - stopped
        if rollout.stage is Stage.DONE:
            done = sum(one.outcome is not None and one.outcome.is_complete for one in rollout.portals)
            said = counted(done, self.tr("Done on {n} portal"), self.tr("Done on {n} portals"))
        else:
            steps = tuple(step for one in rollout.portals if one.plan is not None for step in one.plan.steps)
            differ = sum(one.has_steps for one in rollout.portals)
            one, many = self.tr("{plan} on {n} portal"), self.tr("{plan} on {n} portals")
            said = counted(differ, one, many, plan=summary(Plan(steps))) if steps else summary(Plan(()))
        said = self.tr("{said}; {n} failed").format(said=said, n=failed) if failed else said
        return self.tr("{said}; {n} stopped").format(said=said, n=stopped) if stopped else said

    def _plan_with_prune(self, prunes: bool) -> None:
        goal = self._rollout.goal
        if isinstance(goal, LayoutGoal):
            self._rollout.aim_at(replace(goal, prunes=prunes))

    def _plan_failed(self) -> None:
        self._rollout.plan(self._rollout.failed)
