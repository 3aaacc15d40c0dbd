"""The model behind the list of widgets: a row for each page address, those that wait for something marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import urlsplit

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from bxdesk.checks.check import CheckState
from bxdesk.gui.parts.icons import icon
from bxdesk.gui.parts.overriding import override
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.parts.wording import counted, full_text, tip
from bxdesk.gui.session.checking import CHECK_LOOKS, Checking, verdict_words
from bxdesk.gui.session.workspace import Workspace
from bxdesk.placements.draft import Draft
from bxdesk.placements.rules import Finding
from bxdesk.placements.widgets import Widget

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class WidgetRole(IntEnum):
    """What the delegate draws besides the title."""

    HOST = _Role.UserRole + 1
    """The host of the page address, or what is missing."""
    PLACES = _Role.UserRole + 2
    """At how many places it stands or is to stand."""
    WAITING = _Role.UserRole + 3
    """What waits, in short: ``+2``, ``−1`` or ``●``; nothing as a rule."""


@dataclass(frozen=True, slots=True)
class WidgetRow:
    """One widget as it is listed."""

    key: str
    title: str
    host: str
    places: int
    added: int
    removed: int
    changed: int
    finding: Finding | None = None

    @property
    def waiting(self) -> str:
        """What waits, in short."""
        parts = [f"+{self.added}" if self.added else "", f"−{self.removed}" if self.removed else ""]
        return " ".join(filter(None, parts)) or ("●" if self.changed else "")


def rows_of(draft: Draft, findings: dict[str, Finding], key: str) -> list[WidgetRow]:
    """A row for each widget, and for the open one even if it has nothing yet.

    Widgets with the same title on the same host are told apart by the rest of their addresses.
    """
    added, removed, changed = Counter[str](), Counter[str](), Counter[str]()
    for change in draft.changes:
        (added if change.before is None else removed if change.after is None else changed)[change.widget] += 1
    widgets = dict(draft.layout.widgets)
    if key and key not in widgets:
        widgets[key] = Widget()
    alike = Counter((one.title, _host(one.handler)) for one in widgets.values())
    return [
        WidgetRow(
            name,
            one.title,
            _host(one.handler) if alike[one.title, _host(one.handler)] == 1 else _without_scheme(one.handler),
            len(one.places),
            added[name],
            removed[name],
            changed[name],
            findings.get(name),
        )
        for name, one in widgets.items()
    ]


class WidgetModel(QAbstractListModel):
    """Follows a workspace. Rows keep their place while one types; which widget is open is the view's selection."""

    def __init__(self, workspace: Workspace, checking: Checking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._checking = checking
        checking.changed.connect(self._follow)
        self._all: list[WidgetRow] = []
        self._rows: list[WidgetRow] = []
        self._terms: list[str] = []
        for signal in (workspace.changed, workspace.snapshot_taken, workspace.content_replaced):
            signal.connect(self._follow)

    def filter(self, text: str) -> None:
        """Shows the widgets whose title or host holds every word."""
        self._terms = text.casefold().split()
        self._follow()

    @property
    def finds_nothing(self) -> bool:
        """Whether no widget matches: the one that is open is shown all the same."""
        return not any(map(self._is_found, self._all))

    def key(self, row: int) -> str:
        """The key of the widget in a row."""
        return self._rows[row].key

    def row_of(self, key: str) -> int:
        """The row of a widget, -1 if it is not shown."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _Role.DisplayRole:
            return row.title or self.tr("New widget")
        if role == WidgetRole.HOST:
            return row.host or self.tr("no page address yet")
        if role == WidgetRole.PLACES:
            return row.places
        if role == WidgetRole.WAITING:
            return row.waiting
        if role == _Role.DecorationRole:
            return self._sign(row)
        if role in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole):
            return self._told(row)
        if role == _Role.AccessibleTextRole:
            return f"{row.title or self.tr('New widget')}, {row.host}"
        return None

    def _sign(self, row: WidgetRow) -> QIcon | None:
        """What is to be mended before it can be applied, or else what the checks found; nothing as a rule."""
        if row.finding is not None:
            return icon("warning", Tone.WARNING)
        state = self._state(row)
        return icon(*CHECK_LOOKS[state]) if state in (CheckState.WARNING, CheckState.BLOCKED) else None

    def _state(self, row: WidgetRow) -> CheckState | None:
        return self._checking.state_of(self._workspace_address(row.key))

    def _told(self, row: WidgetRow) -> str:
        places = counted(row.places, self.tr("{n} place"), self.tr("{n} places"))
        waits = [
            text.format(n=number)
            for number, text in (
                (row.added, self.tr("{n} to bind")),
                (row.removed, self.tr("{n} to unbind")),
                (row.changed, self.tr("{n} to change")),
            )
            if number
        ]
        finding = full_text(row.finding.problem) if row.finding is not None else ""
        state = self._state(row)
        checked = self.tr("Checks: {verdict}").format(verdict=verdict_words(state)) if state is not None else ""
        return tip(row.title, self._workspace_address(row.key), ", ".join((places, *waits)), finding, checked)

    def _workspace_address(self, key: str) -> str:
        widget = self._workspace.draft.layout.widgets.get(key)
        return widget.handler if widget is not None else ""

    def _follow(self) -> None:
        workspace = self._workspace
        self._all = rows_of(workspace.draft, dict(workspace.problems), workspace.key)
        rows = [row for row in self._all if row.key == workspace.key or self._is_found(row)]
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _is_found(self, row: WidgetRow) -> bool:
        searched = f"{row.title}\n{row.host}\n{self._workspace_address(row.key)}".casefold()
        return all(term in searched for term in self._terms)


def _without_scheme(address: str) -> str:
    return address.partition("://")[2] or address


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc or address
    except ValueError:
        return address
