"""What is wrong with a layout, or keeps an app from it; all that can be found is reported at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.messages import Message, message, verbatim
from bxdesk.placements.availability import PERMISSION_MISSING


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a layout, the (first) line it stands in, and the placements that it is about.

    ``column`` is known where the text itself cannot be read; 1 for the first, as with lines.
    """

    problem: Problem
    line: int | None = None
    placements: tuple[str, ...] = ()
    column: int | None = None

    def __str__(self) -> str:
        return str(self.message())

    @property
    def text(self) -> Message:
        """The mistake for people; several placements that it is about are named."""
        text = verbatim(str(self.problem))
        if len(self.placements) < 2:
            return text
        return message("{mistake} This is about {placements}.", mistake=text, placements=", ".join(self.placements))

    def message(self) -> Message:
        """The mistake for people, with the place it stands at."""
        if self.line is None:
            return self.text
        if self.column is None:
            return message("line {line}: {mistake}", line=self.line, mistake=self.text)
        return message("line {line}, column {column}: {mistake}", line=self.line, column=self.column, mistake=self.text)


class LayoutError(BxdeskError):
    """A layout that cannot be used; carries every mistake that was found. ``name`` is the file's, where it has one."""

    def __init__(self, mistakes: Iterable[Mistake], name: str = "") -> None:
        self.mistakes = tuple(mistakes)
        self.name = name
        title = (
            message("The layout {name} cannot be used.", name=name) if name else message("The layout cannot be used.")
        )
        super().__init__(
            Problem(
                "layout",
                title,
                verbatim("\n".join(str(mistake) for mistake in self.mistakes)),
                message("Nothing was sent. Correct the layout and try again."),
            )
        )


class PermissionsError(BxdeskError):
    """The layout is fine, but the app lacks permissions on this portal; carries each of them once."""

    def __init__(self, lacking: Iterable[Mistake]) -> None:
        self.lacking = tuple(lacking)
        super().__init__(
            Problem(
                PERMISSION_MISSING,
                message("The app lacks permissions that the layout needs."),
                verbatim("\n".join(str(_needed_for(one)) for one in self.lacking)),
                remedy(RemedyKind.GRANT_PERMISSION),
            )
        )


def _needed_for(lack: Mistake) -> Message:
    return message(
        "{permission} It is needed for {placements}.",
        permission=lack.problem.title,
        placements=", ".join(lack.placements),
    )


def without_repeats(mistakes: Iterable[Mistake]) -> list[Mistake]:
    """Those that say something new, in the order of their lines."""
    return sorted({str(mistake): mistake for mistake in mistakes}.values(), key=lambda mistake: mistake.line or 0)


def grouped_by_cause(mistakes: Iterable[Mistake]) -> Iterator[Mistake]:
    """Names what is wrong for several placements, such as a missing permission, once for all of them."""
    about: dict[str, list[Mistake]] = {}
    for mistake in mistakes:
        about.setdefault(f"{mistake.problem.code} {mistake.problem}", []).append(mistake)
    for same in about.values():
        yield replace(same[0], placements=tuple(dict.fromkeys(code for one in same for code in one.placements)))
