"""Looking at the plan, carrying it out, and seeing what came of each step."""

from __future__ import annotations

import threading

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bxdesk.errors import Problem
from bxdesk.gui.plan_model import Column, PlanModel
from bxdesk.gui.plan_words import result, summary
from bxdesk.gui.session import Session
from bxdesk.gui.tasks import Task
from bxdesk.gui.theme import GAP, MARGIN, Card, Text, Tone
from bxdesk.gui.wording import spoken, whole
from bxdesk.placements.handler import caution
from bxdesk.placements.outcome import Outcome, OutcomeState, Progress
from bxdesk.placements.plan import Plan
from bxdesk.placements.snapshot import Snapshot

_FITTED = 200
"""Up to this many rows are as high as their text; more keep one height, and a tooltip shows the rest."""


class _Roomy(QStyledItemDelegate):
    """Leaves air above and below a step's lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """What the text needs, and half a line more."""
        return super().sizeHint(option, index) + QSize(0, option.fontMetrics.height() // 2 + 2)


class ReviewDialog(QDialog):
    """One plan from review to outcome. Closing while it is carried out means: stop after the batch on its way."""

    settled = Signal(object)
    """The Outcome, whatever it is."""
    uncertain = Signal()
    """Applying broke off without an outcome: the portal should be read again."""

    def __init__(self, session: Session, snapshot: Snapshot, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._snapshot = snapshot
        self._plan = plan
        self._task: Task | None = None
        self._stop = threading.Event()
        self._finished = False
        self.setObjectName("reviewDialog")
        self.setModal(True)
        name = session.connection.name if session.connection else ""
        self.setWindowTitle(self.tr("Review the changes on {portal}").format(portal=name))
        self._model = PlanModel(plan, snapshot, self)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit_rows)
        self._heading = Text(summary(plan)).enlarge(1.25)
        self._heading.setObjectName("reviewHeading")
        self._table = self._make_table()
        self._progress = QProgressBar()
        self._progress.setObjectName("applyProgress")
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(8)
        self._doing = Text(tone=Tone.MUTED)
        self._doing.setObjectName("applyStatus")
        self._doing.setWordWrap(False)
        self._apply = QPushButton(self.tr("&Apply"))
        self._apply.setObjectName("applyButton")
        self._apply.setAccessibleName(self.tr("Apply"))
        self._apply.setDefault(True)
        self._cancel = QPushButton(self.tr("&Cancel"))
        self._cancel.setObjectName("cancelButton")
        self._cancel.setAutoDefault(False)
        self._verdict = Card(Tone.GOOD)
        self._verdict_text = Text()
        self._verdict_text.setObjectName("applyResult")
        self._verdict.hide()
        self._lay_out()
        self._apply.clicked.connect(self._start)
        self._cancel.clicked.connect(self.reject)
        self._show_progress(False)
        self.resize(self.fontMetrics().horizontalAdvance("m") * 72, self.fontMetrics().height() * 30)

    def reject(self) -> None:
        """Leaves; while changes are being applied, asks to stop and stays until the portal answered."""
        if self._task is None:
            super().reject()
            return
        self._stop.set()
        self._cancel.setEnabled(False)
        self._cancel.setText(self.tr("Stopping…"))
        self._doing.setText(self.tr("Stopping after the changes that are on their way…"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """The title bar's cross does what Cancel does."""
        self.reject()
        if self._task is not None:
            event.ignore()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("planTable")
        table.setAccessibleName(self.tr("Changes"))
        table.setModel(self._model)
        table.setItemDelegate(_Roomy(table))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._fit_soon)
        table.setColumnHidden(Column.RESULT, True)
        return table

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + 4, MARGIN + 4, MARGIN + 4, MARGIN)
        column.setSpacing(GAP + 2)
        column.addWidget(self._heading)
        for text in self._cautions():
            column.addWidget(_note(text, Tone.WARNING))
        column.addWidget(self._table, 1)
        inside = QVBoxLayout(self._verdict)
        inside.setContentsMargins(GAP + 2, GAP, GAP + 2, GAP)
        inside.addWidget(self._verdict_text)
        column.addWidget(self._verdict)
        column.addWidget(self._progress)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self._doing, 1)
        buttons.addStretch(0)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._apply)
        column.addLayout(buttons)

    def _cautions(self) -> list[str]:
        """What speaks against the plan without standing in its way."""
        handlers = {step.after.handler for step in self._plan.steps if step.after is not None}
        found = [whole(problem) for handler in sorted(handlers) if (problem := caution(handler)) is not None]
        if handlers and not self._snapshot.app.installed:
            found += [whole(problem) for problem in self._snapshot.problems if problem.code == "not_installed"]
        return found

    def _show_progress(self, shown: bool) -> None:
        self._progress.setVisible(shown)
        self._doing.setVisible(shown)

    def _start(self) -> None:
        if self._task is not None or self._finished or self._session.connection is None:
            return
        self._apply.setEnabled(False)
        self._cancel.setText(self.tr("&Stop"))
        self._progress.setRange(0, 0)
        self._doing.setText(self.tr("Sending…"))
        self._show_progress(True)
        task = self._task = self._session.task()
        task.succeeded.connect(self._done)
        task.failed.connect(self._broke_off)
        task.cancelled.connect(self._vanished)
        task.progressed.connect(self._advance)
        task.start(
            self._session.desk.apply,
            self._session.connection,
            self._snapshot,
            self._plan,
            task.report,
            self._stop.is_set,
        )

    def _advance(self, progress: Progress) -> None:
        self._progress.setRange(0, progress.total)
        self._progress.setValue(progress.done)
        if not self._stop.is_set():
            self._doing.setText(
                self.tr("{done} of {total}: {what}").format(
                    done=progress.done, total=progress.total, what=spoken(progress.text)
                )
            )

    def _done(self, outcome: Outcome) -> None:
        self._model.show_outcomes(outcome.steps)
        self._table.setColumnHidden(Column.RESULT, False)
        failed = outcome.count(OutcomeState.FAILED)
        skipped = outcome.count(OutcomeState.SKIPPED)
        text = result(outcome)
        if outcome.problem is not None:
            text = f"{text} {whole(outcome.problem)}"
        good = not failed and not skipped and outcome.verified and outcome.problem is None
        self._conclude(text, Tone.GOOD if good else Tone.BAD if failed or outcome.problem else Tone.WARNING)
        if failed:
            first = next(row for row, step in enumerate(outcome.steps) if step.state is OutcomeState.FAILED)
            self._table.scrollTo(self._model.index(first, 0))
        self.settled.emit(outcome)

    def _broke_off(self, problem: Problem) -> None:
        self._conclude(whole(problem), Tone.BAD)
        self.uncertain.emit()

    def _vanished(self) -> None:
        self._conclude(self.tr("Stopped. The portal is read again to see what was done."), Tone.WARNING)
        self.uncertain.emit()

    def _conclude(self, text: str, tone: Tone) -> None:
        self._task = None
        self._finished = True
        self._show_progress(False)
        self._apply.hide()
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("&Close"))
        self._cancel.setDefault(True)
        self._cancel.setFocus()
        self._verdict_text.setText(text)
        self._verdict.setAccessibleName(text)
        self._verdict.set_tone(tone)
        self._verdict.show()
        self._fit_soon()

    def _fit_soon(self) -> None:
        # Once, after every column has its new width.
        self._fitting.start()

    def _fit_rows(self) -> None:
        if self._model.rowCount() <= _FITTED:
            self._table.resizeRowsToContents()


def _note(text: str, tone: Tone) -> Card:
    card = Card(tone)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(GAP + 2, GAP - 2, GAP + 2, GAP - 2)
    label = Text(text)
    label.setObjectName("reviewCaution")
    inside.addWidget(label)
    return card
