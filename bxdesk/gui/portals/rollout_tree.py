"""The tree in the review of many portals: what speaks against a plan has the whole width and wraps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from bxdesk.gui.parts.column_room import ColumnRoom
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.tables import Roomy, RowTree
from bxdesk.gui.parts.theme import CELL, ROW_AIR
from bxdesk.gui.portals.rollout_model import Column, RolloutModel

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {Column.CHANGE: 26, Column.RESULT: 14}
"""In letters; the details take the rest."""
_UNFOLDED, _FITTED = 20, 200
"""Up to so many portals are unfolded from the beginning, or have rows as high as what they say."""


class _Spanning(Roomy):
    """Wraps the text of rows that have the whole width."""

    def __init__(self, tree: RolloutTree) -> None:
        super().__init__(tree)
        self._tree = tree

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if self._tree.spans(index):
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        if not self._tree.spans(index):
            return size
        lines = QRect(0, 0, self._tree.text_width, 0)
        text = option.fontMetrics.boundingRect(lines, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(size.width(), text.height() + ROW_AIR)


class RolloutTree(RowTree):
    """Portals, and inside of each what is to be done there."""

    def __init__(self, model: RolloutModel, parent: QWidget | None = None) -> None:
        super().__init__("rolloutTree", "", parent)
        self.setAccessibleName(self.tr("Changes"))
        self._rollout = model
        self.setModel(model)
        self.setItemDelegateForColumn(Column.CHANGE, _Spanning(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.DETAILS, QHeaderView.ResizeMode.Stretch)
        for column, letters in _WIDTHS.items():
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance("m") * letters)
        ColumnRoom(self, Column.DETAILS, gives=(Column.CHANGE,), takes=(Column.RESULT,))
        self.expanded.connect(self._span)
        model.rowsInserted.connect(self._show_problem)

    def spans(self, index: Index) -> bool:
        """Whether a row has the whole width."""
        return index.column() == Column.CHANGE and self.isFirstColumnSpanned(index.row(), index.parent())

    @property
    def text_width(self) -> int:
        """In pixels, of a row inside of a portal that has the whole width."""
        sign = self.style().pixelMetric(self.style().PixelMetric.PM_SmallIconSize)
        return (
            self.viewport().width() - 2 * self.indentation() - sign - self.fontMetrics().horizontalAdvance("m") - CELL
        )

    def unfold(self) -> None:
        """Shows what is inside of the portals, unless there are very many."""
        rows = range(self._rollout.rowCount())
        self.setUniformRowHeights(len(rows) > _FITTED)
        for row in rows if len(rows) <= _UNFOLDED else ():
            self.expand(self._rollout.index(row, 0))
        if self.uniformRowHeights():
            self.setCurrentIndex(self._rollout.index(0, 0))  # which is to be read whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows that have the whole width need more lines, or fewer."""
        super().resizeEvent(event)
        if not self.uniformRowHeights():
            self.scheduleDelayedItemsLayout()

    def _show_problem(self, portal: QModelIndex) -> None:
        """What a portal came to is shown without being asked for, unless there are very many."""
        if self.isExpanded(portal):
            self._span(portal)
        elif not self.uniformRowHeights():
            self.expand(portal)

    def _span(self, portal: QModelIndex) -> None:
        for row in self._rollout.spanning(portal.row()):
            self.setFirstColumnSpanned(row, portal, True)
