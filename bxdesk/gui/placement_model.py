"""The model behind the placement tree. Filters inside itself: a recursive proxy takes seconds on a thousand rows."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QIcon

from bxdesk.gui.group_summary import check_of, text_of
from bxdesk.gui.icons import icon
from bxdesk.gui.placement_rows import GroupRow, PlaceRow, codes_in, terms_of, tree
from bxdesk.gui.state_words import StateWords, describe
from bxdesk.gui.theme import Tone, colour
from bxdesk.gui.wording import tip
from bxdesk.gui.workspace import Workspace
from bxdesk.placements.availability import bindable
from bxdesk.placements.place_state import Tally

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

_QUIET = 15
"""Milliseconds between two groups whose rows are made ahead."""


class Column(IntEnum):
    """The tree's columns."""

    PLACEMENT = 0
    STATE = 1


_COLUMNS = len(Column)

_NOTHING = Qt.ItemFlag.NoItemFlags
_PLAIN_GROUP = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_PLAIN_LEAF = _PLAIN_GROUP | Qt.ItemFlag.ItemNeverHasChildren
_TICKABLE_GROUP = _PLAIN_GROUP | Qt.ItemFlag.ItemIsUserCheckable
_TICKABLE_LEAF = _PLAIN_LEAF | Qt.ItemFlag.ItemIsUserCheckable


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
        self._words: dict[str, StateWords] = {}
        self._tallies: dict[str, Tally] = {}
        self._flags: dict[str, list[Qt.ItemFlag]] = {}
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

    def codes(self, index: Index) -> list[str]:
        """The placements an index stands for: one, those of a group that are shown, or none."""
        if not index.isValid():
            return []
        row = self._row(index)
        if isinstance(row, GroupRow) and not row.is_branch:
            return [place.code for place in row.shown if isinstance(place, PlaceRow) and place.code]
        return list(codes_in(row))

    def is_adder(self, index: Index) -> bool:
        """Whether the index is the entry that adds a custom type."""
        place = self._place(index)
        return place is not None and not place.code

    def is_heading(self, index: Index) -> bool:
        """Whether the index is something that nobody would tick: the entry that adds a type, or a group of groups."""
        group = self._group(index)
        return group.is_branch if group is not None else self.is_adder(index)

    def group_key(self, index: Index) -> str:
        """The key of a group row, empty for anything else."""
        group = self._group(index)
        return group.key if group is not None else ""

    def explanation(self, index: Index) -> str:
        """All that is to be said about one placement: how it stands and why, and its code."""
        place = self._place(index)
        if place is None or not place.code or self._workspace.view is None:
            return ""
        more = self._describe(place.code).more
        return more if place.code in more else f"{place.code}: {more}"

    def find(self, code: str) -> QModelIndex:
        """Where a placement is shown; an invalid index if it is not."""
        for group in reversed(self._groups):
            if code in group.codes:
                for row, place in enumerate(group.shown):
                    if isinstance(place, PlaceRow) and place.code == code:
                        return self.createIndex(row, 0, group.number)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """See Qt."""
        # Without hasIndex(), which asks rowCount() through C++: a tree asks this for every row of a thousand.
        if not 0 <= column < _COLUMNS or row < 0:
            return QModelIndex()
        group = self._group(parent) if parent.isValid() else self._root
        if group is None or row >= len(group):
            return QModelIndex()
        return self.createIndex(row, column, group.number)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """See Qt."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self._index_of(self._groups[index.internalId()])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        group = self._group(parent) if parent.isValid() else self._root
        return 0 if group is None else len(group)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """See Qt."""
        return _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """See Qt."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return (self.tr("Placement"), self.tr("State"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows that cannot be ticked stay enabled, so that the keyboard and a screen reader get to hear why."""
        if not index.isValid():
            return _NOTHING
        above = self._groups[index.internalId()]
        if not above.is_branch:
            return self._leaf_flags(above)[index.row()] if index.column() == Column.PLACEMENT else _PLAIN_LEAF
        row = self._row(index)
        ticks = index.column() == Column.PLACEMENT and self.can_be_ticked(index)
        if isinstance(row, GroupRow):
            return _TICKABLE_GROUP if ticks else _PLAIN_GROUP
        return _TICKABLE_LEAF if ticks else _PLAIN_LEAF

    def can_be_ticked(self, index: Index) -> bool:
        """Whether ticking would do anything here. What holds groups is too much to tick at once."""
        view = self._workspace.view
        if view is None or not index.isValid():
            return False
        row = self._row(index)
        if isinstance(row, PlaceRow):
            return view.can_be_ticked(row.code)
        return not row.is_branch and self._tally(row).tickable > 0

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid() or self._workspace.view is None:
            return None
        row = self._row(index)
        if isinstance(row, GroupRow):
            return self._group_data(row, index, role)
        if not row.code:
            return self._adder_data(row, index.column(), role)
        words = self._describe(row.code)
        if role == _Role.ToolTipRole:
            return tip(row.label, row.code, words.more)
        if role == _Role.AccessibleDescriptionRole:
            return words.more
        if index.column() == Column.STATE:
            return self._state_data(words, role)
        if role == _Role.DisplayRole:
            return row.label
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if words.ticked else Qt.CheckState.Unchecked
        if role == _Role.AccessibleTextRole:
            return f"{row.label}, {words.text}"
        return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Ticks or unticks a placement, or all of a group that can be."""
        if role != _Role.CheckStateRole or not self.can_be_ticked(index):
            return False
        self._workspace.tick(self.codes(index), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _leaf_flags(self, group: GroupRow) -> list[Qt.ItemFlag]:
        # All of a group at once, because a tree asks for the flags of every row it lays out, twice.
        known = self._flags.get(group.key)
        if known is None:
            view = self._workspace.view
            able = view.able(group.codes) if view is not None else frozenset()
            known = [
                _TICKABLE_LEAF if isinstance(row, PlaceRow) and row.code in able else _PLAIN_LEAF for row in group.shown
            ]
            self._flags[group.key] = known
        return known

    def _row(self, index: Index) -> GroupRow | PlaceRow:
        return self._groups[index.internalId()].shown[index.row()]

    def _place(self, index: Index) -> PlaceRow | None:
        row = self._row(index) if index.isValid() else None
        return row if isinstance(row, PlaceRow) else None

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

    def _group_data(self, group: GroupRow, index: Index, role: int) -> object:
        if index.column() == Column.STATE:
            if role == _Role.DisplayRole:
                return text_of(self._tally(group))
            return colour(Tone.MUTED) if role == _Role.ForegroundRole else None
        if role == _Role.DisplayRole:
            return group.label
        if role == _Role.AccessibleTextRole:
            return f"{group.label}, {text_of(self._tally(group))}"
        if role == _Role.CheckStateRole and not group.is_branch:
            return check_of(self._tally(group))
        return None

    def _adder_data(self, adder: PlaceRow, column: int, role: int) -> object:
        if column == Column.STATE:
            return None
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return adder.label
        if role == _Role.DecorationRole:
            return icon("bind", Tone.ACCENT)
        if role == _Role.ForegroundRole:
            return colour(Tone.ACCENT)
        return None

    def _state_data(self, words: StateWords, role: int) -> object:
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return words.text
        if role == _Role.DecorationRole:
            return icon(words.icon, words.tone) if words.icon else QIcon()
        if role == _Role.ForegroundRole:
            return colour(words.tone)
        return None

    def _tally(self, group: GroupRow) -> Tally:
        known = self._tallies.get(group.key)
        if known is None:
            view = self._workspace.view
            known = view.tally(group.codes) if view is not None else Tally(0, 0, 0, 0)
            self._tallies[group.key] = known
        return known

    def _describe(self, code: str) -> StateWords:
        words = self._words.get(code)
        if words is None:
            view = self._workspace.view
            assert view is not None  # noqa: S101 - for the type checker: rows come with a view
            words = self._words[code] = describe(view, view.state(code))
        return words

    def _reload(self) -> None:
        snapshot, offer = self._workspace.snapshot, self._workspace.offer
        offered = bindable(snapshot) if snapshot is not None else frozenset()
        if self._shape == (offer, offered):
            # The same rows: whoever looks at them keeps the place and what is unfolded.
            self._restate()
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
        self._words.clear()
        self._tallies.clear()
        self._flags.clear()
        self._root.filter(self._terms)
        self._groups = [self._root]
        for above in self._groups:  # grows on the way
            for row, group in enumerate(above.shown if above.is_branch else ()):
                if isinstance(group, GroupRow):
                    group.row, group.above, group.number = row, above.number, len(self._groups)
                    self._groups.append(group)

    def _restate(self) -> None:
        """Tells that rows say something else now. Nobody has seen the rows of a group that were never made."""
        self._words.clear()
        self._tallies.clear()
        self._flags.clear()
        for group in self._groups:
            if len(group) and group.is_made:
                first, last = self.createIndex(0, 0, group.number), self.createIndex(len(group) - 1, 1, group.number)
                self.dataChanged.emit(first, last)
