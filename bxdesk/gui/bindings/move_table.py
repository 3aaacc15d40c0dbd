"""The table of what comes of a change of addresses."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from bxdesk.gui.bindings.move_model import Column, MoveModel
from bxdesk.gui.parts.fitted_table import FittedTable

_LETTERS = 16
"""How wide the placement's name is; the addresses share the rest."""
_LINES = 22
"""More lines than this are scrolled."""
_FITTED = 60
"""So many rows can be fitted anew with every key that is typed."""


class MoveTable(FittedTable):
    """As high as its rows, as far as a dialog has room; while one types it grows and never shrinks."""

    def __init__(self, model: MoveModel, label: str, parent: QWidget | None = None) -> None:
        super().__init__("moveTable", label, parent, most=_FITTED)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._highest = 0
        self.setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.PLACEMENT, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(Column.PLACEMENT, self.fontMetrics().horizontalAdvance("m") * _LETTERS)
        model.modelReset.connect(self.fit_soon)

    def sizeHint(self) -> QSize:
        """As high as the rows have been so far."""
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        most = self.fontMetrics().lineSpacing() * _LINES
        self._highest = max(self._highest, min(self.verticalHeader().length(), most))
        return QSize(super().sizeHint().width(), around + self._highest)

    def minimumSizeHint(self) -> QSize:
        """Never cut off: the dialog that it stands in scrolls."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
