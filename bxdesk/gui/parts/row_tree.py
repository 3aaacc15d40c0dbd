"""The look that trees of two levels have in common: rows of one line, as high as those of the tables."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeView, QWidget

from bxdesk.gui.parts.theme import ROW


class RowTree(QTreeView):
    """One row can be selected, as a whole."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setStyleSheet(f"QTreeView::item {{ height: {round(self.fontMetrics().height() * ROW)}px; }}")
