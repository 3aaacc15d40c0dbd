"""The rows of the placement tree: placements, groups of them, and what a search looks at.

A portal with a thousand custom types has ten thousand placements. A group knows its codes at once and makes its rows
when somebody looks at them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from bxdesk.gui.parts.wording import translated
from bxdesk.placements.availability import Offer
from bxdesk.placements.catalogue import FAMILIES, plain_codes, title_within
from bxdesk.placements.codes import timeline_code, with_number
from bxdesk.placements.families.crm import CONTACT_CENTER_TILE, TIMELINE
from bxdesk.placements.families.record import Family
from bxdesk.placements.snapshot import CustomType

MORE = "more"
"""The key of the group that holds every family besides the first two."""

TYPES = "types"
"""The key of the group of custom types, inside the one of timelines."""

_NOTHING: frozenset[str] = frozenset()


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlacementTree", text)


@dataclass(slots=True)
class PlaceRow:
    """One placement; ``searched`` is what a search looks at. A row without a code is the entry that adds a type."""

    code: str
    label: str
    searched: str = ""

    @property
    def key(self) -> str:
        """What the row goes by."""
        return self.code

    @property
    def is_heading(self) -> bool:
        """Whether it is nothing that one would tick: the entry that adds a type."""
        return not self.code

    @property
    def codes(self) -> frozenset[str]:
        """The placements that it stands for: one, or none."""
        return frozenset(self.listed_codes())

    def listed_codes(self) -> list[str]:
        """The same as a list."""
        return [self.code] if self.code else []


class GroupRow:
    """A row that holds others: placements, or placements and groups.

    ``number``, ``row`` and ``above`` are its place in the tree. A ``heading`` is nothing that one would tick.
    """

    def __init__(
        self,
        key: str,
        label: str,
        codes: Sequence[str] = (),
        make: Callable[[], list[PlaceRow]] | None = None,
        *,
        inside: Sequence[GroupRow | PlaceRow] = (),
        extra: PlaceRow | None = None,
        heading: bool = False,
    ) -> None:
        self.key = key
        self.is_heading = heading
        self.label = label
        self.inside = list(inside)
        self.number = self.row = self.above = 0
        self._make = make
        self._extra = extra
        """An entry that is always last, and is no placement."""
        self._all = frozenset(codes).union(*[row.codes for row in inside])
        self._made: list[PlaceRow] | None = None
        self._places: list[PlaceRow] | None = None
        self._branches: list[GroupRow | PlaceRow] | None = None
        """What a search left of the placements or the groups; None without one."""
        self._codes: frozenset[str] | None = None

    @property
    def is_branch(self) -> bool:
        """Whether it holds groups."""
        return bool(self.inside)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the placements that are shown in it."""
        if self._codes is None:
            if self._branches is not None:
                self._codes = _NOTHING.union(*[row.codes for row in self._branches])
            elif self._places is not None:
                self._codes = frozenset([row.code for row in self._places if row.code])
            else:
                self._codes = self._all
        return self._codes

    def listed_codes(self) -> list[str]:
        """The same from top to bottom; in no order where it holds groups, whose rows need not be made for it."""
        return list(self.codes) if self.is_branch else [code for row in self.shown for code in row.listed_codes()]

    @property
    def shown(self) -> Sequence[GroupRow | PlaceRow]:
        """What is shown in it, from top to bottom."""
        if self.inside:
            return self.inside if self._branches is None else self._branches
        return self._rows() if self._places is None else self._places

    def __len__(self) -> int:
        if self.inside or self._places is not None:
            return len(self.shown)
        return len(self._all) + (self._extra is not None)

    @property
    def is_made(self) -> bool:
        """Whether its rows are made already."""
        return self._made is not None or self.is_branch

    def make(self) -> None:
        """Makes its rows now."""
        self._rows()

    def filter(self, terms: Sequence[str]) -> bool:
        """Shows the rows that hold every term; False if nothing is left of the group."""
        self._codes = self._places = self._branches = None
        if self.is_branch:
            left = [row for row in self.inside if _matches(row, terms)]
            self._branches = left if terms else None
            return bool(left)
        if not terms:
            return True
        found = [row for row in self._rows() if row is not self._extra]
        for term in terms:
            found = [row for row in found if term in row.searched]
        if self._extra is not None and all(term.isdecimal() for term in terms):
            found.append(self._extra)
        self._places = found
        return bool(found)

    def _rows(self) -> list[PlaceRow]:
        if self._made is None:
            self._made = self._make() if self._make else []
            if self._extra is not None:
                self._made.append(self._extra)
        return self._made


Row = GroupRow | PlaceRow


def tree(offer: Offer, offered: frozenset[str] | None) -> GroupRow:
    """The whole tree for a portal; ``offered`` are the codes that can be bound there, None where that is not known."""
    types, unknown = offer.types, offer.unknown
    timeline, custom = translated(TIMELINE.title), _tr("Custom types")
    of_types = _Types(types)
    plain = list(plain_codes(TIMELINE))
    tile = _place(CONTACT_CENTER_TILE.patterns[0], translated(CONTACT_CENTER_TILE.title))
    more: list[Row] = [
        _family(family, of_types) for family in FAMILIES if family not in (TIMELINE, CONTACT_CENTER_TILE)
    ]
    if unknown:
        others = _tr("Other placements")
        more.append(GroupRow("unknown", others, unknown, lambda: [_place(code, code, others) for code in unknown]))
    rest = GroupRow(MORE, "", inside=more, heading=True)
    if offered is None:
        rest.label = _tr("More placements")
    else:
        rest.label = _tr("More placements ({n})").format(n=len(rest.codes & offered))
    timelines_of_types = GroupRow(
        TYPES,
        custom,
        [timeline_code(entry.entity_type_id) for entry in types],
        lambda: of_types.rows("CRM_DYNAMIC_#_DETAIL_ACTIVITY", f"{timeline} {custom}"),
        extra=PlaceRow("", _tr("Add a type ID…")),
    )
    timelines = GroupRow("timeline", timeline, inside=(*_plain_rows(plain, timeline), timelines_of_types))
    return GroupRow("", "", inside=(timelines, tile, rest))


def type_label(custom: CustomType) -> str:
    """A custom type as people know it: its title and its number."""
    if custom.name:
        return _tr("{title} ({number})").format(title=custom.name, number=custom.entity_type_id)
    return _tr("Type {number}").format(number=custom.entity_type_id)


def terms_of(text: str) -> list[str]:
    """A search as its words; each must be found."""
    return text.casefold().split()


class _Types:
    """Rows of custom types: their labels are put together once for all families."""

    def __init__(self, types: Sequence[CustomType]) -> None:
        self.numbers = [entry.entity_type_id for entry in types]
        self._types = types
        self._labels: list[tuple[int, str, str]] = []

    def rows(self, pattern: str, group: str) -> list[PlaceRow]:
        if not self._labels:
            labels = ((entry.entity_type_id, type_label(entry)) for entry in self._types)
            self._labels = [(number, label, label.casefold()) for number, label in labels]
        before, _, after = pattern.partition("#")
        tail = f"{after} {group}".casefold()
        head = before.casefold()
        return [
            PlaceRow(f"{before}{number}{after}", label, f"{folded} {head}{number}{tail}")
            for number, label, folded in self._labels
        ]


def _family(family: Family, types: _Types) -> Row:
    title = translated(family.title)
    if len(family.patterns) == 1:
        return _place(family.patterns[0], title)
    plain = list(plain_codes(family))
    pattern = next((pattern for pattern in family.patterns if "#" in pattern), None)
    codes = plain + ([with_number(pattern, number) for number in types.numbers] if pattern else [])

    def rows() -> list[PlaceRow]:
        return _plain_rows(plain, title) + (types.rows(pattern, title) if pattern else [])

    return GroupRow(family.key, title, codes, rows)


def _plain_rows(codes: Sequence[str], group: str) -> list[PlaceRow]:
    return [_place(code, translated(title_within(code)), group) for code in codes]


def _place(code: str, label: str, group: str = "") -> PlaceRow:
    return PlaceRow(code, label, f"{label} {code} {group}".casefold())


def _matches(row: Row, terms: Sequence[str]) -> bool:
    if isinstance(row, GroupRow):
        return row.filter(terms)
    return all(term in row.searched for term in terms)
