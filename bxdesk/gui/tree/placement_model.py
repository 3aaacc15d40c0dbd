"""The model behind the placement tree. Filters inside itself: a recursive proxy takes seconds on a thousand rows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from bxdesk.gui.parts.overriding import override
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.tree.placement_cells import PLAIN_LEAF, Column, PlacementCells
from bxdesk.gui.tree.placement_rows import GroupRow, PlaceRow, Row, terms_of, tree
from bxdesk.placements.availability import bindable

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

_QUIET = 15
"""Milliseconds between two groups whose rows are made ahead."""
_COLUMNS = len(Column)


class PlacementModel(QAbstractItemModel):
    """Groups of placements with their states; ticking goes to the workspace, which says when states changed.

    An index carries the number of the group its row stands in; the top rows stand in group 0.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._root = GroupRow("", "")
        self._groups = [self._root]
        self._shape: object = None
        self._terms: list[str] = []
        self._cells = PlacementCells(workspace)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_QUIET)
        self._ahead.timeout.connect(self._make_ahead)
        workspace.snapshot_taken.connect(self._reload)
        workspace.changed.connect(self._restate)

    def filter(self, text: str) -> None:
        """Shows what holds every word of ``text`` in its name, code, group or number."""
        terms = terms_of(text)
        if terms == self._terms:
            return
        self.beginResetModel()
        self._terms = terms
        self._sift()
        self.endResetModel()

    @property
    def is_filtered(self) -> bool:
        """Whether a search narrows what is shown."""
        return bool(self._terms)

    def groups(self) -> list[QModelIndex]:
        """Every group that is shown, each after the group it stands in."""
        return [self._index_of(group) for group in self._groups[1:]]

    def row_at(self, index: Index) -> Row | None:
        """What an index stands for; None for an invalid one."""
        return self._groups[index.internalId()].shown[index.row()] if index.isValid() else None

    def explanation(self, index: Index) -> str:
        """All that is to be said about one placement: how it stands and why, and its code."""
        row = self.row_at(index)
        return self._cells.explanation(row) if isinstance(row, PlaceRow) else ""

    def find(self, key: str) -> QModelIndex:
        """The row that goes by this key; an invalid index if it is not shown."""
        return next(iter(self.find_all((key,))), QModelIndex())

    def find_all(self, keys: Iterable[str]) -> list[QModelIndex]:
        """The rows that go by these keys, as far as they are shown."""
        wanted = frozenset(keys) - {""}
        found = [self._index_of(group) for group in self._groups[1:] if group.key in wanted]
        for group in self._groups:
            if not wanted.isdisjoint(group.codes):
                found += [
                    self.createIndex(row, 0, group.number)
                    for row, place in enumerate(group.shown)
                    if isinstance(place, PlaceRow) and place.code in wanted
                ]
        return found

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        # Without hasIndex(), which asks rowCount() through C++: a tree asks this for every row of a thousand.
        if not 0 <= column < _COLUMNS or row < 0:
            return QModelIndex()
        group = self._group(parent) if parent.isValid() else self._root
        if group is None or row >= len(group):
            return QModelIndex()
        return self.createIndex(row, column, group.number)

    @override
    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self._index_of(self._groups[index.internalId()])

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        group = self._group(parent) if parent.isValid() else self._root
        return 0 if group is None else len(group)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return _COLUMNS

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role in (_Role.DisplayRole, _Role.ToolTipRole):
            return (self.tr("Place"), self.tr("State"))[section]
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Asked for every row of a thousand, so those of a group are made together."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        above = self._groups[index.internalId()]
        if not above.is_branch:
            return self._cells.leaf_flags(above)[index.row()] if index.column() == Column.PLACEMENT else PLAIN_LEAF
        return self._cells.flags(above.shown[index.row()], index.column())

    def can_be_ticked(self, index: Index) -> bool:
        """Whether ticking would do anything here."""
        row = self.row_at(index)
        return row is not None and self._cells.can_be_ticked(row)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None or self._workspace.view is None:
            return None
        return self._cells.data(row, index.column(), role)

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Ticks or unticks a placement, or all of a group that can be."""
        row = self.row_at(index)
        if role != _Role.CheckStateRole or row is None or not self._cells.can_be_ticked(row):
            return False
        self._workspace.edits.tick(row.listed_codes(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _group(self, index: Index) -> GroupRow | None:
        if not index.isValid() or index.column() != 0:
            return None
        above = self._groups[index.internalId()]
        if not above.is_branch:
            return None  # without having a thousand rows made only to see that none of them is a group
        row = above.shown[index.row()]
        return row if isinstance(row, GroupRow) else None

    def _index_of(self, group: GroupRow) -> QModelIndex:
        return self.createIndex(group.row, 0, group.above)

    def _reload(self) -> None:
        snapshot, offer = self._workspace.snapshot, self._workspace.offer
        offered = None
        if snapshot is not None and snapshot.bindings_unread is None:
            offered = bindable(snapshot)
        if self._shape == (offer, offered):
            # The same rows: whoever looks at them keeps the place and what is unfolded.
            self._restate_all()
            return
        self.beginResetModel()
        self._shape = (offer, offered)
        self._root = tree(offer, offered)
        self._sift()
        self.endResetModel()
        self._ahead.start()

    def _make_ahead(self) -> None:
        """Makes one group's rows in a quiet moment, so that the first key of a search need not make all of them."""
        waiting = next((group for group in self._groups if not group.is_made), None)
        if waiting is not None:
            waiting.make()
            self._ahead.start()

    def _sift(self) -> None:
        self._cells.forget()
        self._root.filter(self._terms)
        self._groups = [self._root]
        for above in self._groups:  # grows on the way
            for row, group in enumerate(above.shown if above.is_branch else ()):
                if isinstance(group, GroupRow):
                    group.row, group.above, group.number = row, above.number, len(self._groups)
                    self._groups.append(group)

    def _restate(self) -> None:
        """Tells which rows say something else now: a key in a title changes none, a tick a few."""
        keys = self._cells.renew()
        if keys is None:
            self._restate_all()
            return
        for index in self.find_all(keys):
            for column in Column:
                cell = index.siblingAtColumn(column)
                self.dataChanged.emit(cell, cell)  # a view paints one cell; two or more would be all that it shows

    def _restate_all(self) -> None:
        """Nobody has seen the rows of a group that were never made."""
        self._cells.forget()
        for group in self._groups:
            if len(group) and group.is_made:
                first, last = self.createIndex(0, 0, group.number), self.createIndex(len(group) - 1, 1, group.number)
                self.dataChanged.emit(first, last)
