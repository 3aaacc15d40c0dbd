"""What a portal offers, why a placement cannot be bound there, and what would change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from bxdesk.errors import Problem, RemedyKind, remedy
from bxdesk.messages import message
from bxdesk.placements.catalogue import FAMILIES, family_of
from bxdesk.placements.codes import BLOCK, normalise, type_number, with_number
from bxdesk.placements.permissions import Permission, permission_title
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


PERMISSION_MISSING = "insufficient_scope"
"""The code of what ticking a permission in the app's card would cure."""
PLACEMENT_NOT_FOUND = "placement_not_found"
"""The code of a placement that a portal does not offer."""
_SET_OTHERWISE = frozenset(code for family in FAMILIES if family.set_by for code in family.patterns)


def bindable(snapshot: Snapshot) -> frozenset[str]:
    """The codes of a portal that have no :func:`obstacle`, all at once: there may be ten thousand."""
    if snapshot.bindings_unread is not None:
        return frozenset()
    return _bindable(snapshot.placements)


@lru_cache(maxsize=8)
def _bindable(placements: frozenset[str]) -> frozenset[str]:
    return frozenset(code for code in placements - _SET_OTHERWISE if not code.startswith(BLOCK))


def missing_permission(permission: str) -> Problem:
    """The problem that the app's card lacks a permission."""
    return Problem(
        PERMISSION_MISSING,
        message("The app lacks the permission “{permission}”.", permission=permission_title(permission)),
        message("Placements that need it stay hidden until the app's card grants it."),
        remedy(RemedyKind.GRANT_PERMISSION),
    )


def obstacle(code: str, snapshot: Snapshot) -> Problem | None:
    """Why ``code`` cannot be bound on the portal of ``snapshot``; None if it can."""
    code = normalise(code)
    family = family_of(code)
    if family is not None and family.set_by is not None:
        title = message("{code} is not set by binding.", code=code)
        return Problem("not_by_bind", title, family.set_by.reason, family.set_by.remedy)
    if snapshot.bindings_unread is not None:
        return snapshot.bindings_unread  # where nobody knows what stands, nothing is changed
    if code in snapshot.placements:
        return None
    for permission in (Permission.PLACEMENT, family.permission if family else None):
        if permission is not None and permission not in snapshot.scopes:
            return missing_permission(permission)
    number = type_number(code)
    if number is not None and number not in snapshot.type_titles:
        return unknown_type(number)
    if code in snapshot.hidden_placements:
        return Problem(
            PERMISSION_MISSING,
            message("A permission that {code} needs is missing.", code=code),
            message("The portal has this place, but hides it from the app."),
            message("Compare the permissions in the app's card with the placement's documentation."),
        )
    return Problem(
        PLACEMENT_NOT_FOUND,
        message("The portal does not offer {code}.", code=code),
        message("The code is misspelt, or the portal's edition or modules do not have this place."),
        remedy(RemedyKind.LOOK_UP_CODE),
    )


def unknown_type(number: int) -> Problem:
    """The problem that a portal has no custom type of this number."""
    return Problem(
        "type_not_found",
        message("The portal has no custom type with the number {number}.", number=number),
        message("The number in a placement's code is the type's entityTypeId, not its id."),
        remedy(RemedyKind.CHOOSE_TYPE),
    )


def explained(problem: Problem, code: str, snapshot: Snapshot) -> Problem:
    """A portal's refusal with the reason that the snapshot knows.

    A portal answers ``ERROR_PLACEMENT_NOT_FOUND`` for an unknown code and for one whose permission is missing alike.
    """
    if problem.code.upper() != "ERROR_PLACEMENT_NOT_FOUND":
        return problem
    known = obstacle(code, snapshot)
    return problem if known is None else replace(known, code=problem.code)
