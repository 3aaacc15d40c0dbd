"""The model behind the table of portals. Sorts and filters inside itself, as that of the bindings does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from bxdesk.accounts.connection import Connection
from bxdesk.checks.check import CheckState
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.table_model import Index, TableModel
from bxdesk.gui.parts.theme import Tone, colour
from bxdesk.gui.parts.wording import full_text, moment_words, tip, translated
from bxdesk.gui.plans.plan_words import summary
from bxdesk.gui.portals.portal_filter import Filter, has_state
from bxdesk.gui.session.checking import CHECK_LOOKS, answer_words
from bxdesk.gui.session.connections import CONNECTION_LOOKS, ConnectionState, known_words
from bxdesk.gui.session.fleet import Fleet
from bxdesk.gui.session.portal_statuses import PortalStatus, portal_problems
from bxdesk.gui.session.session import Session

_Role = Qt.ItemDataRole
_WORST_FIRST = {state: number for number, state in enumerate(ConnectionState)}
_CHECKS_WORST_FIRST: dict[CheckState | None, int] = {state: -number for number, state in enumerate(CheckState)}
_NEVER = datetime.min.replace(tzinfo=UTC)


_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
"""Units below units, in the rows and above them."""


class Column(IntEnum):
    """What each column shows of a portal."""

    PORTAL = 0
    GROUP = 1
    STATE = 2
    LAYOUT = 3
    CHECKS = 4
    WAITING = 5
    DRIFT = 6
    READ = 7


_NUMBERS = (Column.WAITING, Column.DRIFT)


class PortalsModel(TableModel):
    """A row for each connection, with what is known of it."""

    def __init__(self, session: Session, fleet: Fleet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._fleet = fleet
        self._named: tuple[Connection, ...] = ()
        self._names: Mapping[str, str] = {}
        self._searched: dict[str, str] = {}
        self._all: list[Connection] = []
        self._rows: list[Connection] = []
        self._places: dict[str, int] = {}
        self._filter = Filter()
        self._column = Column.PORTAL
        self._order = Qt.SortOrder.AscendingOrder

    def show(self) -> None:
        """Shows the connections as they are now."""
        connections = self._session.connections.all
        if connections is not self._named:
            self._named = connections
            plain = self._session.connections.names
            self._names = {one.identity: self._session.connections.title(one) for one in connections}
            self._searched = {
                one.identity: f"{one.titled(plain[one.identity])} {one.group}".casefold() for one in connections
            }
        self._all = sorted(connections, key=self._name_key)
        self._sort()
        self._sift()

    def filter(self, wanted: Filter) -> None:
        """Shows some of the portals."""
        if wanted != self._filter:
            self._filter = wanted
            self._sift()

    def tell(self, identities: Collection[str]) -> None:
        """Something else is known of these; every row keeps its place until the next :meth:`show`."""
        rows = [row for one in identities if (row := self._places.get(one)) is not None]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(Column) - 1))

    def connection(self, row: int) -> Connection:
        """The connection in a row."""
        return self._rows[row]

    def row_of(self, connection: Connection) -> int:
        """Where a connection stands; -1 where it is not shown."""
        return self._places.get(connection.identity, -1)

    @override
    def headings(self) -> tuple[str, ...]:
        return (
            self.tr("Portal"),
            self.tr("Group"),
            self.tr("State"),
            self.tr("Layout"),
            self.tr("Checks"),
            self.tr("Waiting"),
            self.tr("Drifted"),
            self.tr("Last read"),
        )

    @override
    def row_total(self) -> int:
        return len(self._rows)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if role == _Role.TextAlignmentRole and section in _NUMBERS:
            return _NUMBER
        if role == _Role.ToolTipRole and orientation is Qt.Orientation.Horizontal:
            return {
                Column.LAYOUT: self.tr("What has to change until the portal is as the layout says"),
                Column.CHECKS: self.tr("The worst that checks found of what would keep widgets from being seen"),
                Column.WAITING: self.tr("Places that your draft changes, and that are not applied yet"),
                Column.DRIFT: self.tr("Bindings that somebody else has changed since bxdesk last changed the portal"),
                Column.READ: self.tr("When the portal was last read"),
            }.get(Column(section))
        return super().headerData(section, orientation, role)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        connection, column = self._rows[index.row()], Column(index.column())
        status = self._fleet.statuses.of(connection)
        if role == _Role.DisplayRole:
            return self._shown(connection, status, column)
        if role == _Role.DecorationRole:
            return self._sign(connection, status, column)
        if role == _Role.ForegroundRole:
            return self._ink(connection, status, column)
        if role == _Role.ToolTipRole:
            return self._tip(connection, status, column)
        return _NUMBER if role == _Role.TextAlignmentRole and column in _NUMBERS else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column."""
        if column >= 0:
            self._column, self._order = Column(column), order
            self._sort()
            self._sift()

    def _sort(self) -> None:
        """Puts all in order; those that are alike stay as they are."""
        self._all.sort(key=self._key(), reverse=self._order is Qt.SortOrder.DescendingOrder)

    def _sift(self) -> None:
        """Shows those that the filter lets through."""
        terms = self._filter.text.casefold().split()
        self.beginResetModel()
        self._rows = [one for one in self._all if self._is_shown(one, terms)]
        self._places = {one.identity: row for row, one in enumerate(self._rows)}
        self.endResetModel()

    def _is_shown(self, connection: Connection, terms: Sequence[str]) -> bool:
        wanted = self._filter
        if wanted.group and connection.group.casefold() != wanted.group.casefold():  # as for commands
            return False
        if wanted.state is not None:
            state, status = self._session.connections.known(connection).state, self._fleet.statuses.of(connection)
            if not has_state(wanted.state, state, status, self._checked(connection)):
                return False
        searched = self._searched.get(connection.identity, "")
        return all(term in searched for term in terms)

    def _name_key(self, connection: Connection) -> str:
        return self._searched[connection.identity]

    def _key(self) -> Callable[[Connection], Any]:
        session, fleet = self._session, self._fleet
        keys: dict[Column, Callable[[Connection], Any]] = {
            Column.PORTAL: self._name_key,
            Column.GROUP: lambda one: (not one.group, one.group.casefold()),
            Column.STATE: lambda one: (
                fleet.statuses.of(one).unfinished is None,
                _WORST_FIRST[session.connections.known(one).state],
            ),
            Column.LAYOUT: lambda one: _distance(fleet.statuses.of(one)),
            Column.CHECKS: lambda one: _CHECKS_WORST_FIRST.get(self._checked(one), len(CheckState)),
            Column.WAITING: lambda one: -len(fleet.statuses.of(one).waiting),
            Column.DRIFT: lambda one: -fleet.statuses.of(one).drifted,
            Column.READ: lambda one: session.connections.known(one).read or _NEVER,
        }
        return keys[self._column]

    def _shown(self, connection: Connection, status: PortalStatus, column: Column) -> str:
        if column is Column.PORTAL:
            return self._names[connection.identity]
        if column is Column.GROUP:
            return connection.group
        if column is Column.STATE:
            if status.doing is not None:
                return translated(status.doing)
            if status.unfinished is not None:
                return self.tr("cut off")
            return known_words(self._session.connections.known(connection))
        if column is Column.LAYOUT:
            return self._against_layout(status)
        if column is Column.READ:
            read = self._session.connections.known(connection).read
            return moment_words(read) if read is not None else ""
        if column is Column.CHECKS:
            state = self._checked(connection)
            return answer_words(state) if state is not None else ""
        number = len(status.waiting) if column is Column.WAITING else status.drifted
        return str(number) if number else ""

    def _against_layout(self, status: PortalStatus) -> str:
        if status.misfit is not None:
            return self.tr("does not fit")
        if status.plan is None:
            return ""
        return summary(status.plan) if status.plan.steps else self.tr("in step")

    def _checked(self, connection: Connection) -> CheckState | None:
        """The worst that checks found on a portal; None where nobody checked."""
        found = self._fleet.checking.found(connection)
        return found[0].state if found else None  # the worst is the first

    def _sign(self, connection: Connection, status: PortalStatus, column: Column) -> object:
        state = self._checked(connection) if column is Column.CHECKS else None
        if state is not None:
            return icon(*CHECK_LOOKS[state])
        if column is not Column.STATE:
            return None
        if status.doing is not None:
            return icon("refresh", Tone.MUTED)
        if status.unfinished is not None:
            return icon("warning", Tone.WARNING)
        return icon(*CONNECTION_LOOKS[self._session.connections.known(connection).state])

    def _ink(self, connection: Connection, status: PortalStatus, column: Column) -> object:
        if column is Column.STATE and status.unfinished is not None:
            return colour(Tone.WARNING)
        if column is Column.STATE and status.doing is None:
            state = self._session.connections.known(connection).state
            quiet = state is ConnectionState.SIGNED_IN
            return colour(Tone.MUTED if quiet else CONNECTION_LOOKS[state][1])
        if column is Column.LAYOUT:
            return colour(Tone.WARNING if status.differs else Tone.MUTED)
        if column is Column.CHECKS and (found := self._checked(connection)) is not None:
            return colour(Tone.MUTED if found is CheckState.OK else CHECK_LOOKS[found][1])
        tones = {Column.WAITING: Tone.ACCENT, Column.DRIFT: Tone.WARNING}
        return colour(tones.get(column, Tone.MUTED)) if column is not Column.PORTAL else None

    def _tip(self, connection: Connection, status: PortalStatus, column: Column) -> str:
        shown = self._shown(connection, status, column)
        if column is Column.STATE and status.doing is None:
            problems = portal_problems(self._session.connections.known(connection), status)
            return tip(shown, *map(full_text, problems))
        if column is Column.LAYOUT and status.misfit is not None:
            return tip(shown, full_text(status.misfit))
        if column is Column.PORTAL:
            return tip(shown, self.tr("Signed in as {user}").format(user=connection.user_name))
        return tip(shown)


def _distance(status: PortalStatus) -> int:
    """By how much a portal differs from the layout, for sorting: what is furthest from it comes first."""
    if status.misfit is not None:
        return -sys.maxsize
    return 1 if status.plan is None else -len(status.plan.steps)
