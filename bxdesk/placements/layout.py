"""The bindings that are wanted, and how they become bindings of one particular portal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bxdesk.errors import BxdeskError, Problem
from bxdesk.placements.availability import missing_permission, obstacle
from bxdesk.placements.bindings import EVERYBODY, Binding, BindingKey, Texts
from bxdesk.placements.codes import normalise
from bxdesk.placements.snapshot import Snapshot
from bxdesk.words import Words, verbatim, words

_BY_TITLE = re.compile(r"\s*CRM_DYNAMIC_\{(?P<title>.+)\}_(?P<place>[A-Z_]+)\s*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One wanted binding as a layout names it.

    ``placement`` is a code, or a code with a custom type's title in braces (the same type has another number on
    every portal). ``line`` is where the layout file names it, 1 for the first line; None without a file.
    """

    placement: str
    handler: str
    texts: Mapping[str, Texts]
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    user_id: int = EVERYBODY
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """All bindings that are wanted."""

    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a layout, the (first) line it stands in, and the placements that it is about."""

    problem: Problem
    line: int | None = None
    placements: tuple[str, ...] = ()

    def __str__(self) -> str:
        return str(self.words())

    @property
    def text(self) -> Words:
        """The mistake for people; several placements that it is about are named."""
        text = verbatim(str(self.problem))
        if len(self.placements) < 2:
            return text
        return words("{mistake} This is about {placements}.", mistake=text, placements=", ".join(self.placements))

    def words(self) -> Words:
        """The mistake for people, with its line."""
        text = self.text
        return text if self.line is None else words("line {line}: {mistake}", line=self.line, mistake=text)


class LayoutError(BxdeskError):
    """A layout that cannot be used; carries every mistake that was found."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__(
            Problem(
                "layout",
                words("The layout cannot be used."),
                verbatim("\n".join(str(mistake) for mistake in self.mistakes)),
                words("Nothing was sent. Correct the layout and try again."),
            )
        )


def resolve(layout: Layout, snapshot: Snapshot) -> tuple[Binding, ...]:
    """The layout as bindings of the portal of ``snapshot``: type titles become numbers.

    Raises LayoutError that names every placement the portal does not have or the app may not bind.
    """
    bindings: dict[BindingKey, Binding] = {}
    mistakes: list[Mistake] = []
    for wanted in layout.wanted:
        code = code_of(wanted.placement, snapshot)
        problem = code if isinstance(code, Problem) else obstacle(code, snapshot)
        if isinstance(code, Problem) or problem is not None:
            assert problem is not None  # noqa: S101 - for the type checker: one of the two is a problem
            mistakes.append(Mistake(problem, wanted.line, (wanted.placement.strip(),)))
            continue
        key = BindingKey(code, wanted.handler, wanted.user_id)
        if key in bindings:
            mistakes.append(Mistake(_named_twice(code, wanted.handler), wanted.line))
            continue
        bindings[key] = Binding(key, wanted.texts, wanted.options)
    if mistakes:
        raise LayoutError(_once(mistakes))
    return tuple(bindings.values())


def _once(mistakes: Iterable[Mistake]) -> Iterator[Mistake]:
    """Names what is wrong for several placements, such as a missing permission, once for all of them."""
    left = list(mistakes)
    while left:
        first = left[0]
        same = [mistake for mistake in left if mistake.problem == first.problem]
        left = [mistake for mistake in left if mistake.problem != first.problem]
        yield replace(first, placements=tuple(dict.fromkeys(code for one in same for code in one.placements)))


def code_of(placement: str, snapshot: Snapshot) -> str | Problem:
    """The code that a layout's ``placement`` means on the portal of ``snapshot``, or why it means none."""
    by_title = _BY_TITLE.fullmatch(placement)
    if by_title is None:
        return normalise(placement)
    title = by_title["title"].strip()
    numbers = [custom.entity_type_id for custom in snapshot.types if custom.title.strip() == title]
    if len(numbers) == 1:
        return normalise(f"CRM_DYNAMIC_{numbers[0]}_{by_title['place']}")
    if not numbers and "crm" not in snapshot.scopes:
        return missing_permission("crm")
    if not numbers:
        return Problem(
            "type_not_found",
            words("The portal has no custom type called “{title}”.", title=title),
            hint=words(
                "Compare it with the types that “bxdesk status” lists. It also says if you or the app may not see them."
            ),
        )
    return Problem(
        "type_ambiguous",
        words("The portal has {count} custom types called “{title}”.", count=len(numbers), title=title),
        hint=words("Name it by its number: {numbers}.", numbers=", ".join(map(str, numbers))),
    )


def _named_twice(code: str, handler: str) -> Problem:
    return Problem(
        "binding_twice",
        words("{code} with the handler {handler} is wanted twice.", code=code, handler=handler),
        words("A portal holds one binding of a handler at each placement."),
        words("Remove one of the two."),
    )
