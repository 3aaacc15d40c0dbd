"""A layout file that somebody opens to look at: what of it fits a portal, and what does not, with its lines."""

from __future__ import annotations

from dataclasses import dataclass

from bxdesk.placements.bindings import Binding
from bxdesk.placements.layouts.layout import fit
from bxdesk.placements.layouts.layout_doubts import doubts
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.layouts.layout_mistakes import LayoutError, Mistake
from bxdesk.placements.layouts.layout_yaml import decode_layout
from bxdesk.placements.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class OpenedLayout:
    """``bindings`` are what the file comes to on the portal; ``mistakes`` keep the rest (or all of it) from it.

    ``doubts`` are what its writer may not have meant.
    """

    name: str
    bindings: tuple[Binding, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    doubts: tuple[Mistake, ...] = ()


def open_layout(data: bytes, name: str, snapshot: Snapshot) -> OpenedLayout:
    """The file called ``name`` on the portal of ``snapshot``. Raises BxdeskError for what is no text."""
    try:
        layout = parse_layout(decode_layout(data, name), name)
    except LayoutError as error:
        return OpenedLayout(name, mistakes=error.mistakes)
    found = fit(layout, snapshot)
    return OpenedLayout(name, found.bindings, found.mistakes, doubts(layout, snapshot))
