"""What speaks against a layout without standing in its way.

A portal takes addresses that people's browsers do not open, texts in languages that it does not have, and options that
it then drops. Which languages and options it has no method tells, and a newer one may have more than is documented: so
what is not known is told, and not refused. What the app's rows there already use is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bxdesk.errors import Problem
from bxdesk.placements.catalogue import family_of
from bxdesk.placements.codes import pattern_of
from bxdesk.placements.handler import caution
from bxdesk.placements.languages import LANGUAGES, spoken_on
from bxdesk.placements.layout import Layout, Wanted, code_of
from bxdesk.placements.layout_mistakes import Mistake, said_once
from bxdesk.placements.snapshot import Snapshot
from bxdesk.words import Words, words


def doubts(layout: Layout, snapshot: Snapshot) -> tuple[Mistake, ...]:
    """What a person should know about the layout before it is applied to the portal of ``snapshot``."""
    return tuple(said_once((*_handlers(layout), *_languages(layout, snapshot), *_options(layout, snapshot))))


def _handlers(layout: Layout) -> Iterator[Mistake]:
    for wanted in layout.wanted:
        problem = caution(wanted.handler)
        if problem is not None:
            yield Mistake(problem, wanted.origin.handler)


def _languages(layout: Layout, snapshot: Snapshot) -> Iterator[Mistake]:
    known = LANGUAGES.keys() | spoken_on(snapshot)
    for wanted in layout.wanted:
        for language, line in wanted.origin.languages.items():
            if language not in known:
                yield Mistake(_unknown_language(language), line)


def _options(layout: Layout, snapshot: Snapshot) -> Iterator[Mistake]:
    widgets: dict[int, list[Wanted]] = defaultdict(list)
    for wanted in layout.wanted:
        widgets[wanted.origin.widget].append(wanted)
    for alike in widgets.values():
        for key, line in alike[0].origin.options.items():
            kept = [_kept_options(wanted, snapshot) for wanted in alike]
            if all(keys is not None and key not in keys for keys in kept):
                known = frozenset[str]().union(*(keys or () for keys in kept))
                yield Mistake(_unknown_option(key, known), line, tuple(wanted.placement.strip() for wanted in alike))


def _kept_options(wanted: Wanted, snapshot: Snapshot) -> frozenset[str] | None:
    """The options that a portal is known to keep at a placement; None where nothing is known about it."""
    code = code_of(wanted.placement, snapshot)
    family = None if isinstance(code, Problem) else family_of(code)
    if isinstance(code, Problem) or family is None:
        return None
    held = (row.options for row in snapshot.bindings if pattern_of(row.placement) == pattern_of(code))
    return frozenset(option.key for option in family.options).union(*held)


def _unknown_language(language: str) -> Problem:
    return Problem(
        "language_unknown",
        words("No portal is known to speak “{language}”.", language=language),
        words("Nobody sees texts in a language that the portal does not have."),
        words("The known ones are {languages}.", languages=", ".join(sorted(LANGUAGES))),
    )


def _unknown_option(key: str, known: frozenset[str]) -> Problem:
    hint = words("The known ones are {options}.", options=", ".join(sorted(known))) if known else Words("")
    return Problem(
        "option_unknown",
        words("The option “{key}” is not known here.", key=key),
        words("A portal drops options that a placement does not have."),
        hint,
    )
