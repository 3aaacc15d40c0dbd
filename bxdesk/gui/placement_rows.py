"""The rows of the placement tree: groups, placements, and what a search looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from bxdesk.gui.wording import spoken
from bxdesk.placements.catalogue import CONTACT_CENTER_TILE, TIMELINE, object_title, plain_codes
from bxdesk.placements.codes import timeline_code
from bxdesk.placements.snapshot import CustomType


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlacementTree", text)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One placement; ``searched`` is what a search looks at. A row without a code is the entry that adds a type."""

    code: str
    label: str
    searched: str = ""


@dataclass(slots=True)
class GroupRow:
    """A row of the top level: a group of placements, or one placement that stands alone (``lone``)."""

    key: str
    label: str
    rows: Sequence[PlaceRow] = ()
    lone: PlaceRow | None = None
    extra: PlaceRow | None = None
    """An entry that is always last, and is no placement."""
    shown: list[PlaceRow] = field(default_factory=list)

    def filter(self, terms: Sequence[str]) -> bool:
        """Shows the rows that hold every term; False if nothing is left of the group."""
        if self.lone is not None:
            return all(term in self.lone.searched for term in terms)
        self.shown = (
            [row for row in self.rows if all(term in row.searched for term in terms)] if terms else [*self.rows]
        )
        if self.extra is not None and (not terms or all(term.isdecimal() for term in terms)):
            self.shown.append(self.extra)
        return bool(self.shown)

    def codes(self) -> list[str]:
        """The codes of the placements that are shown."""
        if self.lone is not None:
            return [self.lone.code]
        return [row.code for row in self.shown if row.code]


def groups(types: Sequence[CustomType]) -> list[GroupRow]:
    """The tree for a portal with these custom types."""
    timeline, tile = spoken(TIMELINE.title), spoken(CONTACT_CENTER_TILE.title)
    custom = _tr("Custom types")
    plain = []
    for code in plain_codes(TIMELINE):
        title = object_title(code)
        plain.append(_place(code, spoken(title) if title else code, timeline))
    of_types = [
        _place(timeline_code(entry.entity_type_id), type_label(entry), f"{timeline} {custom}") for entry in types
    ]
    lone = _place(CONTACT_CENTER_TILE.patterns[0], tile)
    return [
        GroupRow("timeline", timeline, plain),
        GroupRow("types", custom, of_types, extra=PlaceRow("", _tr("Add a type ID…"))),
        GroupRow("contact_center", tile, lone=lone),
    ]


def type_label(custom: CustomType) -> str:
    """A custom type as people know it: its title and its number."""
    if custom.title.strip():
        return _tr("{title} ({number})").format(title=custom.title.strip(), number=custom.entity_type_id)
    return _tr("Type {number}").format(number=custom.entity_type_id)


def terms_of(text: str) -> list[str]:
    """A search as its words; each must be found."""
    return text.casefold().split()


def _place(code: str, label: str, group: str = "") -> PlaceRow:
    return PlaceRow(code, label, f"{label} {code} {group}".casefold())
