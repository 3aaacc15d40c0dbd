"""The table that shows steps: what each does, what it changes, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from bxdesk.gui.plan_model import Column, PlanModel

_FITTED = 200
"""Up to this many rows are as high as their text; more keep one height, and a tooltip shows the rest."""


class _Roomy(QStyledItemDelegate):
    """Leaves air above and below a step's lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """What the text needs, and half a line more."""
        return super().sizeHint(option, index) + QSize(0, option.fontMetrics.height() // 2 + 2)


class PlanTable(QTableView):
    """Rows as high as what they say."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setItemDelegate(_Roomy(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit_rows)
        # Once, after every column has its new width.
        header.sectionResized.connect(self.fit_soon)

    def show_steps(self, model: PlanModel, *, results: bool) -> None:
        """Shows another plan; ``results`` when there is something to say of what came of it."""
        self.setModel(model)
        self.show_results(results)

    def show_results(self, shown: bool) -> None:
        """Shows or hides what came of the steps."""
        self.setColumnHidden(Column.RESULT, not shown)
        self.fit_soon()

    def fit_soon(self) -> None:
        """Makes rows as high as their text, once everything has its place."""
        self._fitting.start()

    def _fit_rows(self) -> None:
        model = self.model()
        if isinstance(model, PlanModel) and model.rowCount() <= _FITTED:
            self.resizeRowsToContents()
