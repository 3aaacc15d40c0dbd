"""The model behind the placement tree. Filters inside itself: a recursive proxy takes seconds on a thousand rows."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from bxdesk.gui.group_summary import GroupSummary, summarise
from bxdesk.gui.icons import icon
from bxdesk.gui.placement_rows import GroupRow, PlaceRow, groups, terms_of
from bxdesk.gui.state_words import StateWords, describe
from bxdesk.gui.theme import Tone, colour
from bxdesk.gui.wording import tip
from bxdesk.gui.workspace import Workspace
from bxdesk.placements.snapshot import CustomType

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_TOP = 0
"""The internal id of top rows; a child's is its group's row plus one."""


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
    """Groups of placements with their states; ticking goes to the workspace, which says when states changed."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._types: tuple[CustomType, ...] = ()
        self._all: list[GroupRow] = []
        self._groups: list[GroupRow] = []
        self._terms: list[str] = []
        self._words: dict[str, StateWords] = {}
        self._summaries: dict[str, GroupSummary] = {}
        self._flags: list[list[Qt.ItemFlag]] = []
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

    def codes(self, index: Index) -> list[str]:
        """The placements an index stands for: one, those of a group that are shown, or none."""
        place = self._place(index)
        if place is not None:
            return [place.code] if place.code else []
        return self._groups[index.row()].codes() if index.isValid() else []

    def is_adder(self, index: Index) -> bool:
        """Whether the index is the entry that adds a custom type."""
        place = self._place(index)
        return place is not None and not place.code

    def group_key(self, index: Index) -> str:
        """The key of a group row, empty for anything else."""
        top = index.isValid() and index.internalId() == _TOP
        return self._groups[index.row()].key if top else ""

    def explanation(self, index: Index) -> str:
        """All that is to be said about one placement: how it stands and why, and its code."""
        place = self._place(index)
        if place is None or not place.code or self._workspace.view is None:
            return ""
        more = self._describe(place.code).more
        return more if place.code in more else f"{place.code}: {more}"

    def find(self, code: str) -> QModelIndex:
        """Where a placement is shown; an invalid index if it is not."""
        for row, group in enumerate(self._groups):
            if group.lone is not None and group.lone.code == code:
                return self.index(row, 0)
            for below, place in enumerate(group.shown):
                if place.code == code:
                    return self.index(below, 0, self.index(row, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """See Qt."""
        # Without hasIndex(), which asks rowCount() through C++: a tree asks this for every row of a thousand.
        if not 0 <= column < _COLUMNS or row < 0:
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, _TOP) if row < len(self._groups) else QModelIndex()
        above = parent.row()
        inside = parent.internalId() == _TOP and parent.column() == 0 and row < len(self._groups[above].shown)
        return self.createIndex(row, column, above + 1) if inside else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """See Qt."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """See Qt."""
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() != _TOP or parent.column() != 0:
            return 0
        return len(self._groups[parent.row()].shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """See Qt."""
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """See Qt."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return (self.tr("Placement"), self.tr("State"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows that cannot be ticked stay enabled, so that the keyboard and a screen reader get to hear why."""
        if not index.isValid():
            return _NOTHING
        above = index.internalId()
        if above != _TOP:
            return self._flags[above - 1][index.row()] if index.column() == 0 else _PLAIN_LEAF
        if index.column() != Column.PLACEMENT or not self.can_be_ticked(index):
            return _PLAIN_GROUP if self._groups[index.row()].lone is None else _PLAIN_LEAF
        return _TICKABLE_GROUP if self._groups[index.row()].lone is None else _TICKABLE_LEAF

    def can_be_ticked(self, index: Index) -> bool:
        """Whether ticking would do anything here."""
        view = self._workspace.view
        if view is None:
            return False
        place = self._place(index)
        if place is not None:
            return bool(place.code) and view.state(place.code).can_be_ticked
        return self._summary(self._groups[index.row()]).tickable > 0

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid() or self._workspace.view is None:
            return None
        place = self._place(index)
        if place is None:
            return self._group_data(self._groups[index.row()], index, role)
        if not place.code:
            return self._adder_data(place, index.column(), role)
        words = self._describe(place.code)
        if role == _Role.ToolTipRole:
            return tip(place.label, place.code, words.more)
        if role == _Role.AccessibleDescriptionRole:
            return words.more
        if index.column() == Column.STATE:
            return self._state_data(words, role)
        if role == _Role.DisplayRole:
            return place.label
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if words.ticked else Qt.CheckState.Unchecked
        if role == _Role.AccessibleTextRole:
            return f"{place.label}, {words.text}"
        return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Ticks or unticks a placement, or all of a group that can be."""
        if role != _Role.CheckStateRole or not self.can_be_ticked(index):
            return False
        self._workspace.tick(self.codes(index), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _place(self, index: Index) -> PlaceRow | None:
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return self._groups[index.row()].lone
        return self._groups[index.internalId() - 1].shown[index.row()]

    def _group_data(self, group: GroupRow, index: Index, role: int) -> object:
        if index.column() == Column.STATE:
            if role == _Role.DisplayRole:
                return self._summary(group).text
            return colour(Tone.MUTED) if role == _Role.ForegroundRole else None
        if role == _Role.DisplayRole:
            return group.label
        if role == _Role.AccessibleTextRole:
            return f"{group.label}, {self._summary(group).text}"
        if role == _Role.CheckStateRole:
            return self._summary(group).check
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

    def _summary(self, group: GroupRow) -> GroupSummary:
        known = self._summaries.get(group.key)
        if known is None:
            known = self._summaries[group.key] = summarise(self._workspace.view, group.codes())
        return known

    def _describe(self, code: str) -> StateWords:
        words = self._words.get(code)
        if words is None:
            view = self._workspace.view
            assert view is not None  # noqa: S101 - for the type checker: rows come with a view
            words = self._words[code] = describe(view, view.state(code))
        return words

    def _reload(self) -> None:
        types = self._workspace.types()
        if self._all and types == self._types:
            # The same rows: whoever looks at them keeps the place and what is unfolded.
            self._restate()
            return
        self.beginResetModel()
        self._types = types
        self._words.clear()
        self._all = groups(types)
        self._sift()
        self.endResetModel()

    def _sift(self) -> None:
        self._summaries.clear()
        self._groups = [group for group in self._all if group.filter(self._terms)]
        self._reflag()

    def _reflag(self) -> None:
        # Beforehand, because a tree asks for the flags of every row it lays out, twice.
        view = self._workspace.view
        self._flags = [
            [
                _TICKABLE_LEAF if view and place.code and view.state(place.code).can_be_ticked else _PLAIN_LEAF
                for place in group.shown
            ]
            for group in self._groups
        ]

    def _restate(self) -> None:
        """Tells of the rows that say something else now. Nobody has seen a row that was never described."""
        before, self._words = self._words, {}
        self._summaries.clear()
        self._reflag()
        changed = {code for code, words in before.items() if self._describe(code) != words}
        for row, group in enumerate(self._groups):
            top = self.index(row, 0)
            self.dataChanged.emit(top, self.index(row, Column.STATE))
            for below, place in enumerate(group.shown):
                if place.code in changed:
                    self.dataChanged.emit(self.index(below, 0, top), self.index(below, Column.STATE, top))
