"""The model behind the placement tree. Filters inside itself: a recursive proxy takes seconds on a thousand rows."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from bxdesk.gui.icons import icon
from bxdesk.gui.placement_rows import GroupRow, PlaceRow, groups, terms_of
from bxdesk.gui.state_words import StateWords, describe
from bxdesk.gui.theme import Tone, colour
from bxdesk.gui.wording import tip
from bxdesk.gui.workspace import Workspace
from bxdesk.placements.draft import Standing

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_TOP = 0
"""The internal id of top rows; a child's is its group's row plus one."""


class Column(IntEnum):
    """The tree's columns."""

    PLACEMENT = 0
    STATE = 1


class PlacementModel(QAbstractItemModel):
    """Groups of placements with their states; ticking goes to the workspace, which says when states changed."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._all: list[GroupRow] = []
        self._groups: list[GroupRow] = []
        self._terms: list[str] = []
        self._words: dict[str, StateWords] = {}
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
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

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
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.internalId() != _TOP or self._groups[index.row()].lone is not None:
            flags |= Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == Column.PLACEMENT and self.can_be_ticked(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def can_be_ticked(self, index: Index) -> bool:
        """Whether ticking would do anything here."""
        view = self._workspace.view
        return view is not None and any(view.state(code).can_be_ticked for code in self.codes(index))

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
            ticked = self._workspace.view.state(place.code).ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
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
                return self._count(group)
            return colour(Tone.MUTED) if role == _Role.ForegroundRole else None
        if role == _Role.DisplayRole:
            return group.label
        if role == _Role.AccessibleTextRole:
            return f"{group.label}, {self._count(group)}"
        if role == _Role.CheckStateRole:
            return self._group_check(group)
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

    def _group_check(self, group: GroupRow) -> Qt.CheckState:
        view = self._workspace.view
        states = [view.state(code) for code in group.codes()] if view else []
        ticked = sum(state.ticked for state in states if state.can_be_ticked)
        if not ticked:
            return Qt.CheckState.Unchecked
        can = sum(state.can_be_ticked for state in states)
        return Qt.CheckState.Checked if ticked == can else Qt.CheckState.PartiallyChecked

    def _count(self, group: GroupRow) -> str:
        view = self._workspace.view
        states = [view.state(code) for code in group.codes()] if view else []
        held = sum(state.standing in (Standing.BOUND, Standing.OTHER_TEXT) for state in states)
        return self.tr("{bound} of {all} bound").format(bound=held, all=len(states)) if states else ""

    def _describe(self, code: str) -> StateWords:
        words = self._words.get(code)
        if words is None:
            view = self._workspace.view
            assert view is not None  # noqa: S101 - for the type checker: rows come with a view
            words = self._words[code] = describe(view, view.state(code))
        return words

    def _reload(self) -> None:
        self.beginResetModel()
        self._words.clear()
        self._all = groups(self._workspace.types())
        self._sift()
        self.endResetModel()

    def _sift(self) -> None:
        self._groups = [group for group in self._all if group.filter(self._terms)]

    def _restate(self) -> None:
        self._words.clear()
        if not self._groups:
            return
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._groups) - 1, Column.STATE))
        for row, group in enumerate(self._groups):
            if group.shown:
                top = self.index(row, 0)
                last = self.index(len(group.shown) - 1, Column.STATE, top)
                self.dataChanged.emit(self.index(0, 0, top), last)
