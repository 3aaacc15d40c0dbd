"""The bindings that are wanted, and how they become bindings of one particular portal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from bxdesk.errors import Problem, RemedyKind, remedy
from bxdesk.messages import Message, message
from bxdesk.placements.availability import PERMISSION_MISSING, PLACEMENT_NOT_FOUND, missing_permission, obstacle
from bxdesk.placements.bindings import Binding, BindingKey, Texts
from bxdesk.placements.catalogue import family_of
from bxdesk.placements.characters import describe_characters, unseen
from bxdesk.placements.codes import foreign_in, normalise
from bxdesk.placements.layouts.layout_mistakes import LayoutError, Mistake, PermissionsError, grouped_by_cause
from bxdesk.placements.permissions import Permission
from bxdesk.placements.snapshot import Snapshot

_BY_TITLE = re.compile(r"\s*CRM_DYNAMIC_\{(?P<title>.+)\}_(?P<place>[A-Z_]+)\s*", re.IGNORECASE | re.DOTALL)

_LIKELY = 0.9
"""How much alike two codes must be for one to be meant by the other: a slip of the pen, not another place."""
_MOST_SLIPS = 50
"""Codes for which that is looked up: it takes long, and nobody slips more often."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a layout file names a wanted binding: which of its widgets it is, and lines, 1 for the first.

    ``line`` is the placement's, ``languages`` and ``options`` give those of each title and each option.
    """

    widget: int
    line: int
    handler: int
    languages: Mapping[str, int]
    options: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One wanted binding as a layout names it.

    ``placement`` is a code, or a code with a custom type's title in braces (the same type has another number on
    every portal).
    """

    placement: str
    handler: str
    texts: Mapping[str, Texts]
    options: Mapping[str, str]
    user_id: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class LayoutFile:
    """All bindings that are wanted; ``name`` is the file's, where it has one.

    ``notes`` are what its writer may not have meant.
    """

    wanted: tuple[Wanted, ...]
    name: str = ""
    notes: tuple[Mistake, ...] = ()


def needed_permissions(layout: LayoutFile) -> frozenset[Permission]:
    """The permissions that the placements of a layout need, as far as their families are known."""
    families = (family_of(wanted.placement) for wanted in layout.wanted)
    return frozenset(family.permission for family in families if family is not None and family.permission is not None)


@dataclass(frozen=True, slots=True)
class Fit:
    """What a layout comes to on one portal: the bindings that can be there, and what keeps the others from it."""

    bindings: tuple[Binding, ...]
    mistakes: tuple[Mistake, ...]


def resolve(layout: LayoutFile, snapshot: Snapshot) -> tuple[Binding, ...]:
    """The layout as bindings of the portal of ``snapshot``, all of them.

    Raises LayoutError that names every placement the portal does not have or the app may not bind, PermissionsError
    where ticking permissions in the app's card would do.
    """
    found = fit(layout, snapshot)
    if found.mistakes and all(mistake.problem.code == PERMISSION_MISSING for mistake in found.mistakes):
        raise PermissionsError(found.mistakes)
    if found.mistakes:
        raise LayoutError(found.mistakes, layout.name)
    return found.bindings


def fit(layout: LayoutFile, snapshot: Snapshot) -> Fit:
    """The layout as far as it fits the portal of ``snapshot``: type titles become numbers."""
    bindings: dict[BindingKey, Binding] = {}
    mistakes: list[Mistake] = []
    for wanted in layout.wanted:
        code = code_of(wanted.placement, snapshot)
        problem = code if isinstance(code, Problem) else obstacle(code, snapshot)
        if isinstance(code, Problem) or problem is not None:
            assert problem is not None  # noqa: S101 - for the type checker: one of the two is a problem
            if len(mistakes) < _MOST_SLIPS:
                problem = _with_likely_code(problem, wanted.placement, snapshot)
            mistakes.append(Mistake(problem, wanted.origin.line, (wanted.placement.strip(),)))
            continue
        key = BindingKey(code, wanted.handler, wanted.user_id)
        if key in bindings:
            mistakes.append(Mistake(_named_twice(code, wanted.handler), wanted.origin.line))
            continue
        bindings[key] = Binding(key, wanted.texts, wanted.options)
    return Fit(tuple(bindings.values()), tuple(grouped_by_cause(mistakes)))


def resolve_all(layouts: Iterable[LayoutFile], snapshot: Snapshot) -> tuple[Binding, ...]:
    """The same for several layouts that are wanted together; none may want a binding that another does."""
    bindings: dict[BindingKey, Binding] = {}
    for layout in layouts:
        resolved = resolve(layout, snapshot)
        twice = [_named_twice(one.placement, one.handler) for one in resolved if one.key in bindings]
        if twice:
            raise LayoutError(map(Mistake, twice), layout.name)
        bindings.update((one.key, one) for one in resolved)
    return tuple(bindings.values())


def code_of(placement: str, snapshot: Snapshot) -> str | Problem:
    """The code that a layout's ``placement`` means on the portal of ``snapshot``, or why it means none."""
    by_title = _BY_TITLE.fullmatch(placement)
    if by_title is None:
        return normalise(placement)
    title = by_title["title"].strip()
    numbers = [custom.entity_type_id for custom in snapshot.types if custom.name == title]
    if len(numbers) == 1:
        return normalise(f"CRM_DYNAMIC_{numbers[0]}_{by_title['place']}")
    if not numbers and "crm" not in snapshot.scopes:
        return missing_permission("crm")
    if not numbers:
        hidden = unseen(title)
        return Problem(
            "type_not_found",
            message("The portal has no custom type called “{title}”.", title=title),
            message("There is {characters}.", characters=describe_characters(title, hidden)) if hidden else Message(""),
            remedy=remedy(RemedyKind.LOOK_UP_TYPE),
        )
    return Problem(
        "type_ambiguous",
        message("The portal has {count} custom types called “{title}”.", count=len(numbers), title=title),
        remedy=message("Name it by its number: {numbers}.", numbers=", ".join(map(str, numbers))),
    )


def _with_likely_code(problem: Problem, placement: str, snapshot: Snapshot) -> Problem:
    """The problem with the code that was probably meant by one that the portal does not have."""
    if problem.code != PLACEMENT_NOT_FOUND:
        return problem
    likely = get_close_matches(normalise(placement), snapshot.placements, n=1, cutoff=_LIKELY)
    if foreign := foreign_in(placement):
        return replace(
            problem,
            explanation=message(
                "A code has letters from A to Z, digits and underscores. Here is {characters}.",
                characters=describe_characters(placement, foreign),
            ),
            remedy=message("Type it anew: {code}.", code=likely[0]) if likely else message("Type the code anew."),
        )
    return replace(problem, remedy=message("Did you mean {code}?", code=likely[0])) if likely else problem


def _named_twice(code: str, handler: str) -> Problem:
    return Problem(
        "binding_twice",
        message("{code} with the handler {handler} is wanted twice.", code=code, handler=handler),
        message("A portal holds one binding of a handler at each placement."),
        message("Remove one of the two."),
    )
