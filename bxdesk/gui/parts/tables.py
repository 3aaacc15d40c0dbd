"""The look that all tables have in common, trees alike, and tables to be read, with rows as high as what they say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)

from bxdesk.gui.parts.flat.rows import contents_of_cell
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import CELL_ROOM, ROW_AIR

Index = QModelIndex | QPersistentModelIndex
_FITTED = 200
"""Up to this many rows are as high as their text; more keep one height and one line, and a tooltip shows the rest."""


class Roomy(QStyledItemDelegate):
    """Leaves air above and below the lines of a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """What the text needs, and air, which a sign has room in as well."""
        size, line = super().sizeHint(option, index), option.fontMetrics.height()
        return QSize(size.width(), max(1, size.height() // line) * line + ROW_AIR)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A box is ticked where the style paints it."""
        cell, view = QStyleOptionViewItem(option), option.widget
        cell.rect = contents_of_cell(option, index, view, int(view.style().property(CELL_ROOM) or 0))
        return super().editorEvent(event, model, cell, index)


class RowTable(QTableView):
    """One row can be selected; :meth:`work_on_many` has several."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_AIR)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @override
    def selectRow(self, row: int) -> None:
        """Selects a row and goes to it. Qt's own finds no row from right to left."""
        self.setCurrentIndex(self.model().index(row, 0))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draws the ring of the focus around all of a row anew. Qt does one cell's."""
        super().currentChanged(current, previous)
        for row in {current.row(), previous.row()}:
            if self.isVisible() and row >= 0:
                height = self.rowHeight(row)
                self.viewport().update(0, self.rowViewportPosition(row), self.viewport().width(), height)

    def work_on_many(self) -> None:
        """Has several rows be selected, each of one line, with a menu of what can be done with them."""
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setWordWrap(False)
        self.setMinimumHeight(self.fontMetrics().height() * 4)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class RowTree(QTreeView):
    """The same for two levels: rows of one line, as high as those of tables."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setItemDelegate(Roomy(self))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """Paints anew. QTreeView asks each of a thousand rows for its height and what is inside: neither changes so."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))


class FittedTable(RowTable):
    """Text wraps, rows grow with it, and again when a column changes its width.

    ``most`` is up to how many rows: one whose rows change with every key has time for fewer.
    """

    def __init__(self, name: str, label: str, parent: QWidget | None = None, *, most: int = _FITTED) -> None:
        super().__init__(name, label, parent)
        self._most = most
        self.setItemDelegate(Roomy(self))
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit_rows)
        # Once, after every column has its new width.
        self.horizontalHeader().sectionResized.connect(self.fit_soon)

    def fit_soon(self) -> None:
        """Makes rows as high as their text, once everything has its place."""
        self._fitting.start()

    def _fit_rows(self) -> None:
        fits = self.verticalHeader().count() <= self._most
        self.setWordWrap(fits)
        if fits:
            self.resizeRowsToContents()
        self.updateGeometry()  # for one whose own height goes by its rows


class WholeTable(FittedTable):
    """As high as its rows, up to ``lines`` of text, which is what a dialog has room for.

    As long as it shows one model, it grows and never shrinks.
    """

    def __init__(
        self, name: str, label: str, parent: QWidget | None = None, *, lines: int = 22, most: int = _FITTED
    ) -> None:
        super().__init__(name, label, parent, most=most)
        self._lines = lines
        self._highest = 0

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802
        """Shows something else."""
        self._highest = 0
        super().setModel(model)

    def sizeHint(self) -> QSize:
        """As high as the rows have been so far."""
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        most = self.fontMetrics().lineSpacing() * self._lines
        self._highest = max(self._highest, min(self.verticalHeader().length(), most))
        return QSize(super().sizeHint().width(), around + self._highest)
