"""What one row of a tree says, to be read whole: rows of one line cut long sentences off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeView, QWidget

from bxdesk.gui.parts.theme import Text
from bxdesk.gui.parts.two_level_model import TwoLevelModel

_LINES = 2
"""Kept free; what is longer takes more."""


class RowText(Text):
    """Says all of the row that the keyboard is at, for as long as it is at one."""

    def __init__(self, name: str, tree: QTreeView, model: TwoLevelModel, parent: QWidget | None = None) -> None:
        """``tree`` shows the ``model`` by now."""
        super().__init__(parent=parent)
        self._tree = tree
        self._model = model
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.hide()
        tree.selectionModel().currentChanged.connect(self._restate)
        model.dataChanged.connect(self._restate)
        model.modelReset.connect(self._restate)

    def _restate(self) -> None:
        index = self._tree.currentIndex()
        self.setText(self._model.row_text(index) if index.isValid() else "")
        self.setVisible(index.isValid())
