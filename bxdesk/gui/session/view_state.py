"""What somebody is in the middle of on a page: it outlives the page when another language is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum

from bxdesk.accounts.connection import Connection


class View(IntEnum):
    """What somebody has turned to: the widgets, the content or the places of the open one, the table of bindings."""

    WIDGETS = 0
    CONTENT = 1
    PLACES = 2
    BINDINGS = 3


@dataclass(frozen=True, slots=True)
class TreeState:
    """What is searched in the tree, the row somebody is at, and the rows that are selected.

    Rows go by their keys: a placement's code, or the key of a group.
    """

    search: str
    current: str
    selected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ViewState:
    """The tree, whether the options are open, what is searched in the table, and which view is shown."""

    tree: TreeState
    options_open: bool
    table_search: str
    view: View = View.WIDGETS


@dataclass(frozen=True, slots=True)
class PortalsViewState:
    """On the page of all portals: what is searched, the state and group that are shown, the rows that are selected."""

    search: str
    state: Enum | None
    group: str
    chosen: tuple[Connection, ...]
    current: Connection | None
