"""What a portal offers, held against the catalogue. It may be ten thousand codes, so they are compared as sets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bxdesk.placements.catalogue import FAMILIES, family_of
from bxdesk.placements.codes import type_number, with_number
from bxdesk.placements.snapshot import CustomType, Snapshot


@dataclass(frozen=True, slots=True)
class Offer:
    """The custom types there are (those that only codes tell of have no title), and the codes nobody documented."""

    types: tuple[CustomType, ...] = ()
    unknown: tuple[str, ...] = ()


def offer_of(snapshot: Snapshot) -> Offer:
    """Looks through everything the portal lists, and everything the app has bound there."""
    titled = tuple(custom.entity_type_id for custom in snapshot.types)
    codes = {*snapshot.placements, *(row.placement for row in snapshot.bindings)}
    codes -= _documented(titled)
    numbers = {type_number(code) for code in codes if family_of(code) is not None}
    untitled = sorted(number for number in numbers if number is not None)
    unknown = tuple(sorted(code for code in codes if family_of(code) is None))
    return Offer((*snapshot.types, *(CustomType(number, "") for number in untitled)), unknown)


@lru_cache(maxsize=4)
def _documented(numbers: tuple[int, ...]) -> frozenset[str]:
    patterns = [pattern for family in FAMILIES for pattern in family.patterns]
    codes = {pattern for pattern in patterns if "#" not in pattern}
    for pattern in patterns:
        if "#" in pattern:
            codes.update(with_number(pattern, number) for number in numbers)
    return frozenset(codes)
