"""What the rows of the placement tree show by role, and which can be ticked. Found once, until told otherwise."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon

from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import tip, translated
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.tree.placement_rows import TYPES, GroupRow, PlaceRow
from bxdesk.gui.tree.state_words import StateWords, describe
from bxdesk.placements.plan import Action
from bxdesk.placements.plan_words import summary_of_counts
from bxdesk.placements.widget_view import Tally

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """What each column of the tree shows of a placement."""

    PLACEMENT = 0
    STATE = 1


_FEW = 200
"""Rows: as many are looked at one by one in the time of a key."""
_PLAIN_GROUP = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
PLAIN_LEAF = _PLAIN_GROUP | Qt.ItemFlag.ItemNeverHasChildren
_TICKABLE_GROUP = _PLAIN_GROUP | Qt.ItemFlag.ItemIsUserCheckable
_TICKABLE_LEAF = PLAIN_LEAF | Qt.ItemFlag.ItemIsUserCheckable


class PlacementCells:
    """Looks at the workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._words: dict[str, StateWords] = {}
        self._tallies: dict[GroupRow, Tally] = {}
        self._flags: dict[GroupRow, list[Qt.ItemFlag]] = {}

    def forget(self) -> None:
        """Looks everything up anew from now on."""
        self._words, self._tallies, self._flags = {}, {}, {}

    def renew(self) -> frozenset[str] | None:
        """Looks up anew what was asked for, and returns the keys of the rows that say something else now.

        None stands for every row: too many were asked for, or something can be ticked that could not, or the reverse.
        """
        words, tallies, flags = self._words, self._tallies, self._flags
        self.forget()
        if self._workspace.view is None or len(words) > _FEW:
            return None
        if any(self.leaf_flags(group) != known for group, known in flags.items()):
            return None
        places = (code for code, known in words.items() if self._describe(code) != known)
        groups = (group.key for group, known in tallies.items() if self._tally(group) != known)
        return frozenset((*places, *groups))

    def can_be_ticked(self, row: GroupRow | PlaceRow) -> bool:
        """Whether ticking would do anything here."""
        view = self._workspace.view
        if view is None:
            return False
        if isinstance(row, PlaceRow):
            return view.can_be_ticked(row.code)
        return not row.is_heading and self._tally(row).tickable > 0

    def flags(self, row: GroupRow | PlaceRow, column: int) -> Qt.ItemFlag:
        """Rows that cannot be ticked stay enabled, so that the keyboard and a screen reader get to hear why."""
        ticks = column == Column.PLACEMENT and self.can_be_ticked(row)
        if isinstance(row, GroupRow):
            return _TICKABLE_GROUP if ticks else _PLAIN_GROUP
        return _TICKABLE_LEAF if ticks else PLAIN_LEAF

    def leaf_flags(self, group: GroupRow) -> list[Qt.ItemFlag]:
        """Those of all placements in a group: a tree asks for the flags of every row it lays out, twice."""
        known = self._flags.get(group)
        if known is None:
            view = self._workspace.view
            able = view.able(group.codes) if view is not None else frozenset()
            known = [
                _TICKABLE_LEAF if isinstance(row, PlaceRow) and row.code in able else PLAIN_LEAF for row in group.shown
            ]
            self._flags[group] = known
        return known

    def data(self, row: GroupRow | PlaceRow, column: int, role: int) -> object:
        """What a row shows in a column."""
        if isinstance(row, GroupRow):
            return self._group_data(row, column, role)
        if not row.code:
            return _adder_data(row, column, role)
        words = self._describe(row.code)
        if role == _Role.ToolTipRole:
            state = "" if words.more.startswith(words.text) else words.text
            return tip(row.label, row.code, state, words.more)
        if role == _Role.AccessibleDescriptionRole:
            return words.more
        if column == Column.STATE:
            return _state_data(words, role)
        if role == _Role.DisplayRole:
            return row.label
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if words.ticked else Qt.CheckState.Unchecked
        if role == _Role.AccessibleTextRole:
            return f"{row.label}, {words.text}"
        return None

    def explanation(self, place: PlaceRow) -> str:
        """All that is to be said about one placement: how it stands and why, and its code."""
        if not place.code or self._workspace.view is None:
            return ""
        more = self._describe(place.code).more
        return more if place.code in more else f"{place.code}: {more}"

    def _group_data(self, group: GroupRow, column: int, role: int) -> object:
        if role == _Role.ToolTipRole:
            return tip(group.label, self._state_of(group))
        if column == Column.STATE:
            if role == _Role.DisplayRole:
                return self._state_of(group)
            return colour(Tone.MUTED) if role == _Role.ForegroundRole else None
        if role == _Role.DisplayRole:
            return group.label
        if role == _Role.AccessibleTextRole:
            return f"{group.label}, {self._state_of(group)}"
        if role == _Role.CheckStateRole and not group.is_heading:
            return check_of(self._tally(group))
        return None

    def _state_of(self, group: GroupRow) -> str:
        snapshot = self._workspace.snapshot
        unread = snapshot is not None and snapshot.types_unread is not None and group.key == TYPES
        return QCoreApplication.translate("PlacementTree", "not known") if unread else text_of(self._tally(group))

    def _tally(self, group: GroupRow) -> Tally:
        known = self._tallies.get(group)
        if known is None:
            view = self._workspace.view
            known = view.tally(group.codes) if view is not None else Tally(0, 0, 0, 0, 0, 0)
            self._tallies[group] = known
        return known

    def _describe(self, code: str) -> StateWords:
        words = self._words.get(code)
        if words is None:
            view = self._workspace.view
            assert view is not None  # noqa: S101 - for the type checker: rows come with a view
            words = self._words[code] = describe(view, view.state(code))
        return words


def _adder_data(adder: PlaceRow, column: int, role: int) -> object:
    if column == Column.STATE:
        return None
    if role in (_Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole):
        return adder.label
    if role == _Role.DecorationRole:
        return icon("bind", Tone.ACCENT)
    if role == _Role.ForegroundRole:
        return colour(Tone.ACCENT)
    return None


def _state_data(words: StateWords, role: int) -> object:
    if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
        return words.text
    if role == _Role.DecorationRole:
        return icon(words.icon, words.tone) if words.icon else QIcon()
    if role == _Role.ForegroundRole:
        return colour(words.tone)
    return None


def check_of(tally: Tally) -> Qt.CheckState:
    """The group's own checkbox."""
    if not tally.ticked:
        return Qt.CheckState.Unchecked
    return Qt.CheckState.Checked if tally.ticked == tally.tickable else Qt.CheckState.PartiallyChecked


def text_of(tally: Tally) -> str:
    """The group's state in words: how many are bound of those that can be, and how many are to be or not to be."""
    if tally.bound is None:
        return QCoreApplication.translate("PlacementTree", "not known")
    if not tally.all:
        return ""
    if not tally.tickable:
        return QCoreApplication.translate("PlacementTree", "none can be bound")
    text = QCoreApplication.translate("PlacementTree", "{bound} of {all} bound")
    text = text.format(bound=tally.bound, all=tally.tickable)
    waits = {Action.BIND: tally.to_bind, Action.UNBIND: tally.to_unbind}
    return f"{text}, {translated(summary_of_counts(waits))}" if any(waits.values()) else text
