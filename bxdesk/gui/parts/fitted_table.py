"""A table to be read: rows as high as what they say."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QTimer
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from bxdesk.gui.parts.row_table import RowTable

_FITTED = 200
"""Up to this many rows are as high as their text; more keep one height and one line, and a tooltip shows the rest."""


class _Roomy(QStyledItemDelegate):
    """Leaves air above and below the lines of a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """What the text needs, and half a line more."""
        return super().sizeHint(option, index) + QSize(0, option.fontMetrics.height() // 2 + 2)


class FittedTable(RowTable):
    """Text wraps, rows grow with it, and again when a column changes its width.

    ``most`` is up to how many rows: one whose rows change with every key has time for fewer.
    """

    def __init__(self, name: str, label: str, parent: QWidget | None = None, *, most: int = _FITTED) -> None:
        super().__init__(name, label, parent)
        self._most = most
        self.setItemDelegate(_Roomy(self))
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
