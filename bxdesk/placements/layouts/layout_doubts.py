"""What speaks against a layout without standing in its way.

A portal takes addresses that people's browsers do not open, texts in languages that it does not have, and options that
it then drops. Which languages, options and values it has no method tells, and a newer one may have more than is
documented: so what is not known is told, and not refused. What the app's rows there already use is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set

from bxdesk.errors import Problem
from bxdesk.messages import Message, message
from bxdesk.placements.catalogue import family_of, options_of
from bxdesk.placements.codes import pattern_of
from bxdesk.placements.handler import caution
from bxdesk.placements.languages import LANGUAGES, PORTALS_NAMES, spoken_on
from bxdesk.placements.layouts.layout import Layout, Wanted, code_of
from bxdesk.placements.layouts.layout_mistakes import Mistake, said_once
from bxdesk.placements.options import Option
from bxdesk.placements.snapshot import Snapshot


def doubts(layout: Layout, snapshot: Snapshot) -> tuple[Mistake, ...]:
    """What a person should know about the layout before it is applied to the portal of ``snapshot``."""
    found = (
        *layout.notes,
        *_handlers(layout),
        *_languages(layout, snapshot),
        *_options(layout, snapshot),
        *_values(layout, snapshot),
    )
    return tuple(said_once(found))


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
    used: dict[str, set[str]] = defaultdict(set)
    for row in snapshot.bindings:
        used[pattern_of(row.placement)].update(row.options)
    widgets: dict[int, list[Wanted]] = defaultdict(list)
    for wanted in layout.wanted:
        widgets[wanted.origin.widget].append(wanted)
    for alike in widgets.values():
        kept = {_kept_options(wanted, snapshot, used) for wanted in alike} if alike[0].origin.options else set()
        for key, line in alike[0].origin.options.items():
            if all(keys is not None and key not in keys for keys in kept):
                known = frozenset[str]().union(*(keys or () for keys in kept))
                yield Mistake(_unknown_option(key, known), line, tuple(wanted.placement.strip() for wanted in alike))


def _values(layout: Layout, snapshot: Snapshot) -> Iterator[Mistake]:
    used = {item for row in snapshot.bindings for item in row.options.items()}
    for wanted in layout.wanted:
        code = code_of(wanted.placement, snapshot)
        for option in () if isinstance(code, Problem) else options_of(code).values():
            value = wanted.options.get(option.key, "")
            known = (option.key, value) in used or option.kind.accepts(value)
            if value and option.kind.values and not known:
                yield Mistake(_unknown_value(option, value), wanted.origin.options[option.key])
            elif option.kind.without_effect(value):
                yield Mistake(_without_effect(option, value), wanted.origin.options[option.key])


def _kept_options(wanted: Wanted, snapshot: Snapshot, used: Mapping[str, Set[str]]) -> frozenset[str] | None:
    """The options that a portal is known to keep at a placement; None where nothing is known about it.

    ``used`` are those of the app's rows, by the pattern of their placement.
    """
    code = code_of(wanted.placement, snapshot)
    family = None if isinstance(code, Problem) else family_of(code)
    if isinstance(code, Problem) or family is None:
        return None
    return frozenset(option.key for option in family.options) | used.get(pattern_of(code), frozenset())


def _unknown_language(language: str) -> Problem:
    portals_name = PORTALS_NAMES.get(language, "")
    return Problem(
        "language_unknown",
        message("No portal is known to speak “{language}”.", language=language),
        message("Nobody sees texts in a language that the portal does not have."),
        message("Portals call it “{language}”.", language=portals_name)
        if portals_name
        else _known_ones(sorted(LANGUAGES)),
    )


def _unknown_option(key: str, known: frozenset[str]) -> Problem:
    return Problem(
        "option_unknown",
        message("The option “{key}” is not known here.", key=key),
        message("A portal drops options that a placement does not have."),
        _known_ones(sorted(known)),
    )


def _unknown_value(option: Option, value: str) -> Problem:
    return Problem(
        "option_value_unknown",
        message("“{value}” is not known for the option “{key}”.", value=value, key=option.key),
        message("A portal refuses a widget with a value that it does not have."),
        _known_ones(option.kind.values),
    )


def _without_effect(option: Option, value: str) -> Problem:
    return Problem(
        "option_value_unused",
        message(
            "“{part}” has no effect in the option “{key}”.", part=option.kind.without_effect(value), key=option.key
        ),
        message("“ALL” includes everything else."),
    )


def _known_ones(names: Collection[str]) -> Message:
    return message("The known ones are {names}.", names=", ".join(names)) if names else Message("")
