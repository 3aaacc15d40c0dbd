"""The model behind the list of topics. Filters inside itself: there are some thirty of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bxdesk.gui.help.help_topics import Topic
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.wording import tip
from bxdesk.gui.tree.placement_rows import terms_of

Index = QModelIndex | QPersistentModelIndex


class HelpModel(QAbstractListModel):
    """One row for each topic that holds every word of the search."""

    def __init__(self, topics: Sequence[Topic], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = list(topics)
        self._shown = list(topics)

    def filter(self, text: str) -> None:
        """Shows the topics that hold every word of ``text``."""
        terms = terms_of(text)
        self.beginResetModel()
        self._shown = [topic for topic in self._all if all(term in topic.searched for term in terms)]
        self.endResetModel()

    def topic(self, index: Index) -> Topic | None:
        """The topic in a row."""
        return self._shown[index.row()] if index.isValid() else None

    def find(self, key: str) -> QModelIndex:
        """The row of a topic; an invalid index if it is not shown."""
        rows = [row for row, topic in enumerate(self._shown) if topic.key == key]
        return self.index(rows[0]) if rows else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """PySide keeps a list's own to itself."""
        return 0 if parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        topic = self.topic(index)
        if topic is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(topic.title)
        return topic.title if role == Qt.ItemDataRole.DisplayRole else None
