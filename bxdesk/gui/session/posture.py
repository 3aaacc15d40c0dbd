"""What somebody is in the middle of on the page of a portal: it outlives the page when another language is chosen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TreePosture:
    """What is searched in the tree, the row somebody is at, and the rows that are selected.

    Rows go by their keys: a placement's code, or the key of a group.
    """

    search: str
    current: str
    selected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Posture:
    """The tree, whether the options are open, and what is searched in the table."""

    tree: TreePosture
    options_open: bool
    table_search: str
    table_shown: bool = False
