"""What was applied, to this portal or to all of them, and the way to take it back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from bxdesk.accounts.connection import Connection
from bxdesk.errors import Problem
from bxdesk.gui.background.tasks import Task
from bxdesk.gui.parts.button import CheckBox
from bxdesk.gui.parts.button_box import Role, button_box
from bxdesk.gui.parts.fitted_dialog import FittedDialog
from bxdesk.gui.parts.note import EmptyNote
from bxdesk.gui.parts.tables import RowTable
from bxdesk.gui.parts.theme import GAP, MARGIN, Card, Text, Tone
from bxdesk.gui.parts.wording import full_text
from bxdesk.gui.plans.history_model import Column, HistoryModel
from bxdesk.gui.plans.plan_model import PlanModel, PlanTable
from bxdesk.gui.session.session import Session
from bxdesk.placements.history import History, HistoryEntry, Undo
from bxdesk.placements.plan import Plan
from bxdesk.placements.snapshot import Snapshot


class _Wide(QStyledItemDelegate):
    """Leaves air between columns that are as wide as their text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """What the text needs, and some more."""
        return super().sizeHint(option, index) + QSize(2 * GAP, 0)


class HistoryDialog(FittedDialog):
    """A list, the steps of the entry that is chosen, and Undo."""

    undo_asked = Signal(object, object)
    """The Undo to show, and the Connection that it is for."""

    def __init__(self, session: Session, snapshot: Snapshot | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._snapshot = snapshot
        self._task: Task | None = None
        self._undone_on: Connection | None = None
        """The connection that an undo is looked for."""
        self.setObjectName("historyDialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("History"))
        self._model = HistoryModel(self)
        self._list = RowTable("historyTable", self.tr("What was applied"))
        self._steps = PlanTable("historySteps", self.tr("Steps of the chosen entry"))
        self._all = CheckBox(self.tr("All &portals"), "allPortalsCheck")
        self._all.setChecked(session.portal.connection is None)
        self._all.setEnabled(session.portal.connection is not None)
        self._empty = EmptyNote("historyEmpty")
        self._stack = QStackedLayout()
        self._status = Text(tone=Tone.MUTED)
        self._status.setObjectName("historyStatus")
        self._message = Card(Tone.WARNING)
        self._message_text = Text()
        self._message_text.setObjectName("historyMessage")
        self._undo = QPushButton(self.tr("&Undo…"))
        self._undo.setObjectName("historyUndoButton")
        self._close = QPushButton(self.tr("&Close"))
        self._close.setObjectName("historyCloseButton")
        for button in (self._undo, self._close):
            button.setAutoDefault(False)
        self._lay_out()
        self._list.setModel(self._model)
        self._list.selectionModel().currentRowChanged.connect(self._show_entry)
        self._all.toggled.connect(self.read)
        self._undo.clicked.connect(self._ask_for_undo)
        self._close.clicked.connect(self.reject)
        self.read()

    def read(self) -> None:
        """Reads the history; needs no network."""
        if self._task is not None:
            self._task.drop()
        self._status.setText(self.tr("Reading…"))
        self._complain("")
        self._undo.setEnabled(False)
        task = self._task = self._session.task()
        task.succeeded.connect(self._take)
        task.failed.connect(self._failed)
        task.start(self._session.desk.history, None if self._all.isChecked() else self._session.portal.connection)

    def _lay_out(self) -> None:
        table = self._list
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        table.setItemDelegate(_Wide(table))
        inside = QVBoxLayout(self._message)
        inside.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        inside.addWidget(self._message_text)
        top = QHBoxLayout()
        top.addWidget(self._status, 1)
        top.addWidget(self._all)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(table)
        splitter.addWidget(self._steps)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([1, 1])
        buttons = button_box((self._undo, Role.ActionRole), (self._close, Role.RejectRole))
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addLayout(top)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(splitter)
        column.addLayout(self._stack, 1)
        column.addWidget(self._message)
        self.compose(column, buttons, letters=76, lines=34)

    def _take(self, history: History) -> None:
        self._task = None
        self._model.show_entries(history.entries)
        self._list.setColumnHidden(Column.PORTAL, not self._all.isChecked())
        self._status.setText("")
        nothing = self.tr("Nothing was applied yet. What is applied is listed here, and can be taken back.")
        self._empty.setText("" if history.entries else nothing)
        self._stack.setCurrentIndex(1 if history.entries else 0)
        self._complain(" ".join(full_text(problem) for problem in history.problems))
        if history.entries:
            self._list.selectRow(0)
            self._list.setFocus()
        else:
            self._show_entry()

    def _failed(self, problem: Problem) -> None:
        self._task = None
        self._status.setText("")
        self._complain(full_text(problem))

    def _chosen(self) -> HistoryEntry | None:
        return self._model.entry(self._list.currentIndex().row())

    def _show_entry(self) -> None:
        entry = self._chosen()
        steps = entry.steps if entry is not None else ()
        here = self._snapshot if entry is not None and self._is_here(entry) else None
        model = PlanModel(Plan(tuple(outcome.step for outcome in steps)), here, self)
        if steps:
            model.show_outcomes(steps)
        self._steps.show_steps(model, results=True)
        possible = entry is not None and entry.can_be_taken_back and self._is_here(entry)
        self._undo.setEnabled(possible)
        elsewhere = entry is not None and entry.can_be_taken_back and not possible
        self._undo.setToolTip(
            self.tr("Switch to that portal first.") if elsewhere else self.tr("Shows first what is taken back")
        )

    def _is_here(self, entry: HistoryEntry) -> bool:
        open_one = self._session.portal.connection
        return open_one is not None and (open_one.member_id, open_one.client_id) == (entry.member_id, entry.client_id)

    def _ask_for_undo(self) -> None:
        entry, connection = self._chosen(), self._session.portal.connection
        if entry is None or connection is None:
            return
        self._undone_on = connection
        self._undo.setEnabled(False)
        self._status.setText(self.tr("Looking at what stands there now…"))
        task = self._session.task()
        task.succeeded.connect(self._found_undo)
        task.failed.connect(self._found_no_undo)
        task.start(self._session.desk.undo_plan, connection, entry.id)

    def _found_undo(self, undo: Undo | None) -> None:
        self._status.setText("")
        if undo is None or undo.is_empty:
            self._complain(self.tr("There is nothing of it left to take back."))
            return
        self._undo.setEnabled(True)
        self.undo_asked.emit(undo, self._undone_on)

    def _found_no_undo(self, problem: Problem) -> None:
        self._status.setText("")
        self._undo.setEnabled(True)
        self._complain(full_text(problem))

    def _complain(self, text: str) -> None:
        self._message_text.setText(text)
        self._message.setVisible(bool(text))
