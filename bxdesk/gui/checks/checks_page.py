"""The page of checks: the verdict for each widget first, then the questions behind it, worst first."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from bxdesk.checks.check import CheckState, Verdict
from bxdesk.gui.checks.check_card import CheckCard
from bxdesk.gui.checks.checks_model import ChecksModel, Column
from bxdesk.gui.parts.button import Button
from bxdesk.gui.parts.note import EmptyNote
from bxdesk.gui.parts.progress_bar import ProgressBar
from bxdesk.gui.parts.tables import RowTree
from bxdesk.gui.parts.theme import GAP, MARGIN, Text, Tone
from bxdesk.gui.parts.wording import counted, full_text, translated
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.bindings import Binding

_SIZES = (620, 480)
"""Pixels of the list and of what is told about the selected row, in a window of the usual width."""


class ChecksPage(QWidget):
    """Checks each portal when it is shown for the first time; *Check again* asks everything anew."""

    sign_in_again_asked = Signal()
    move_app_asked = Signal()
    widgets_asked = Signal()
    """Back to the widgets."""

    def __init__(self, workspace: Workspace, checking: Checking) -> None:
        super().__init__()
        self.setObjectName("checksPage")
        self._workspace = workspace
        self._checking = checking
        self._shown: tuple[str, tuple[Verdict, ...]] | None = None
        """Of which connection, and what."""
        self._heading = Text().enlarge(1.15)
        self._heading.setObjectName("checksVerdict")
        self._again = Button(self.tr("Check a&gain"), "checkAgainButton")
        self._stop = Button(self.tr("S&top"), "stopChecksButton")
        self._back = Button(self.tr("&Back to the widgets"), "backToWidgetsButton")
        self._bar = ProgressBar("checksProgress", self.tr("Progress of the checks"))
        self._doing = Text(tone=Tone.MUTED)
        self._doing.setObjectName("checksStatus")
        self._model = ChecksModel(self)
        self._tree = RowTree("checksTree", self.tr("Checks"))
        self._empty = EmptyNote("noChecks")
        self._card = CheckCard(workspace)
        self._lay_out()
        self._again.clicked.connect(self._check)
        self._stop.clicked.connect(checking.stop)
        self._back.clicked.connect(self.widgets_asked)
        self._card.sign_in_again_asked.connect(self.sign_in_again_asked)
        self._card.move_app_asked.connect(self.move_app_asked)
        self._card.widget_asked.connect(self._open_widget)
        self._tree.selectionModel().currentChanged.connect(self._tell)
        checking.changed.connect(self._restate)
        checking.turned.connect(self._complete)
        workspace.snapshot_taken.connect(self._take_snapshot)
        self._restate()

    def showEvent(self, event: QShowEvent) -> None:
        """Checks a portal of which not everything was asked yet: after an apply it is no more than what was changed."""
        super().showEvent(event)
        self._complete()

    def begin(self) -> None:
        """Puts the focus into the list."""
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        tree = self._tree
        tree.setModel(self._model)
        tree.setHeaderHidden(True)
        tree.setAlternatingRowColors(False)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(Column.ANSWER, QHeaderView.ResizeMode.ResizeToContents)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._heading, 1)
        top.addWidget(self._stop)
        top.addWidget(self._again)
        top.addWidget(self._back)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._card)
        beside.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("checksSplitter")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(MARGIN)
        for number, (part, size) in enumerate(zip((tree, side), _SIZES, strict=True)):
            splitter.addWidget(part)
            splitter.setStretchFactor(number, size)
        splitter.setSizes([*_SIZES])
        self._stack = QStackedLayout()
        self._stack.addWidget(splitter)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self._doing)
        column.addWidget(self._bar)
        column.addLayout(self._stack, 1)

    def _complete(self) -> None:
        if self.isVisible() and not self._checking.is_whole:
            self._check()

    def _check(self) -> None:
        self._checking.start()

    def _restate(self) -> None:
        checking = self._checking
        runs, progress, found = checking.runs, checking.progress, checking.verdicts
        self._again.setVisible(not runs)
        self._stop.setVisible(runs)
        self._bar.setVisible(runs)
        self._doing.setVisible(runs or checking.problem is not None)
        self._doing.set_tone(Tone.MUTED if runs else Tone.WARNING)
        if progress is not None:
            self._bar.show_progress(progress.done, progress.total)
            self._doing.setText(translated(progress.text))
        elif runs:
            self._bar.show_progress(0, 0)
            self._doing.setText(self.tr("Reading the portal…"))
        elif checking.problem is not None:
            self._doing.setText(full_text(checking.problem))
        self._heading.setText(self._verdict(found or ()) if found else self.tr("Checks"))
        nothing = self.tr("Every question about why a widget would not show is asked here, and answered.")
        self._empty.setText("" if runs else nothing)
        self._stack.setCurrentIndex(0 if found else 1)
        if found is not None and self._shown != (shown := (self._workspace.whose, found)):
            self._shown = shown
            self._show(found)

    def _take_snapshot(self) -> None:
        """Titles and places are those of the portal that was read now."""
        self._restate()
        self._tell(self._tree.currentIndex())

    def _show(self, found: tuple[Verdict, ...]) -> None:
        draft = self._workspace.draft
        # What stands goes by the title that people see on the portal, whatever is typed meanwhile.
        widgets = (*draft.layout.widgets.values(), *draft.base.widgets.values())
        self._model.show(found, {widget.handler: widget.title for widget in widgets})
        for row, verdict in enumerate(found):
            self._tree.setExpanded(self._model.index(row, 0), verdict.state is not CheckState.OK)
        first = self._model.index(0, 0)
        worst = self._model.index(0, 0, first)
        self._tree.setCurrentIndex(worst if worst.isValid() else first)

    def _verdict(self, found: tuple[Verdict, ...]) -> str:
        widgets = [verdict for verdict in found if verdict.handler is not None]
        app = next((verdict for verdict in found if verdict.handler is None), None)
        if app is not None and app.state is CheckState.BLOCKED:
            return self.tr("Something about the app or its places keeps widgets from being seen.")
        hidden = sum(verdict.state is CheckState.BLOCKED for verdict in widgets)
        if hidden:
            one, many = (
                self.tr("One widget is hidden from everybody."),
                self.tr("{n} widgets are hidden from everybody."),
            )
            return counted(hidden, one, many)
        unsure = sum(verdict.state is not CheckState.OK for verdict in found)
        if unsure:
            return self.tr("No widget is hidden from everybody, but look at what is marked.")
        return self.tr("Nothing was found that would keep a widget from being seen.")

    def _tell(self, current: QModelIndex) -> None:
        verdict = self._model.verdict(current)
        if verdict is not None:
            self._card.show_check(verdict, self._model.check(current) or verdict.checks[0])

    def _open_widget(self, binding: Binding) -> None:
        self._workspace.open_binding(binding)
        self.widgets_asked.emit()
