"""The rule book: what a portal would refuse of a binding, and what people may never see of it.

Window, layout files, plans and exports all ask here. What is refused is what the REST documentation of
``placement.bind`` and the published behaviour of the server say. Which languages, options and values a portal has no
method tells, and a newer one may have more than is documented: what is not known is doubted, not refused, and what the
app's rows there already use is known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements import rule_problems as problems
from bxdesk.placements.availability import obstacle
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, EVERYBODY, MAX_TEXT, Binding, Texts, is_title
from bxdesk.placements.catalogue import family_of, options_of, placement_title
from bxdesk.placements.characters import is_whole
from bxdesk.placements.codes import pattern_of, takes_user
from bxdesk.placements.handler import caution, refusal
from bxdesk.placements.languages import LANGUAGES, spoken_on
from bxdesk.placements.options import FLAG, Option
from bxdesk.placements.snapshot import Snapshot

_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that speaks against a binding.

    ``place`` is the part it is about, called as in :class:`bxdesk.placements.bindings.Change`: ``handler``,
    ``title.de``, ``options.color``, ``user_id``.
    """

    place: str
    problem: Problem


def refused(binding: Binding, held: Binding | None = None) -> Iterator[Finding]:
    """What any portal would refuse of a binding; nothing that ``held``, the row in its place, proves that it takes."""
    if (problem := refusal(binding.handler)) is not None:
        yield Finding("handler", problem)
    yield from refused_texts(binding.texts)
    yield from _refused_options(binding, held)
    if binding.key.user_id != EVERYBODY and not takes_user(binding.placement):
        yield Finding("user_id", problems.user_refused())


def refused_texts(texts: Mapping[str, Texts]) -> Iterator[Finding]:
    """The same for what a widget says by language."""
    if texts and not any(is_title(said.title) for said in texts.values()) and len(texts) != 1:
        yield Finding("title", problems.without_title(DEFAULT_LANGUAGE, ""))
        return
    for language, said in texts.items():
        yield from _refused_text(language, said)


def doubted(binding: Binding, known: KnownThere) -> Iterator[Finding]:
    """What a portal may drop of a binding that it takes, and what people may never see of it."""
    if (problem := caution(binding.handler)) is not None:
        yield Finding("handler", problem)
    for language in binding.texts:
        if language not in known.languages:
            yield Finding(f"title.{language}", problems.language_unknown(language))
    options, kept = options_of(binding.placement), known.options_at(binding.placement)
    for key, value in binding.options.items():
        option = options.get(key)
        if kept is not None and key not in kept:
            yield Finding(f"options.{key}", problems.option_unknown(key, kept))
        elif option is not None and value and _is_chosen(option) and not known.takes(option, value):
            yield Finding(f"options.{key}", problems.value_unknown(option, value))
        elif option is not None and option.kind.without_effect(value):
            yield Finding(f"options.{key}", problems.value_unused(option, value))


def irreplaceable(binding: Binding, snapshot: Snapshot) -> Problem | None:
    """Why a row could not be put back on the portal of ``snapshot`` once it is removed; None if it could."""
    family = family_of(binding.placement)
    title = message(
        "Its removal cannot be taken back: {placement}.",
        placement=placement_title(binding.placement, snapshot.type_titles),
    )
    if family is not None and family.set_by is not None:
        return Problem("removed_for_good", title, family.set_by.reason, family.set_by.remedy)
    finding = next(refused(binding), None)
    problem = finding.problem if finding is not None else obstacle(binding.placement, snapshot)
    return None if problem is None else Problem("removed_for_good", title, problem.title)


class KnownThere:
    """What a portal has beyond what is documented: what the app's rows there use. Looked up once for all bindings."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.languages = LANGUAGES.keys() | spoken_on(snapshot) | {DEFAULT_LANGUAGE}
        self._options: dict[str, set[str]] = defaultdict(set)
        for row in snapshot.bindings:
            self._options[pattern_of(row.placement)].update(row.options)
        self._values = {item for row in snapshot.bindings for item in row.options.items()}

    def options_at(self, code: str) -> frozenset[str] | None:
        """The options that are kept at a placement; None where nothing is known about it."""
        if family_of(code) is None:
            return None
        return frozenset(options_of(code)) | self._options.get(pattern_of(code), frozenset())

    def takes(self, option: Option, value: str) -> bool:
        """Whether a value is known for the option."""
        return (option.key, value) in self._values or option.kind.accepts(value)


@lru_cache(maxsize=4096)
def _refused_text(language: str, said: Texts) -> tuple[Finding, ...]:
    suffix = f".{language}" if language else ""
    found: list[Finding] = []
    if language and _LANGUAGE.fullmatch(language) is None:
        found.append(Finding(f"title{suffix}", problems.no_language(language)))
    if not is_title(said.title):
        found.append(Finding(f"title{suffix}", problems.without_title(language, said.title.strip())))
    for place, name, text in (
        ("title", message("title"), said.title),
        ("description", message("description"), said.description),
        ("group", message("group"), said.group),
    ):
        if len(text.strip()) > MAX_TEXT:
            found.append(Finding(f"{place}{suffix}", problems.too_long(name, language, text.strip())))
        if not is_whole(text):
            found.append(Finding(f"{place}{suffix}", problems.broken(name, language)))
    return tuple(found)


def _refused_options(binding: Binding, held: Binding | None) -> Iterator[Finding]:
    known = options_of(binding.placement)
    misspelt = {_folded(key) for key in binding.options if key not in known}
    for option in known.values():
        value = binding.options.get(option.key, "").strip()
        stands = held is not None and held.options.get(option.key, "").strip() == value
        if option.required and not value and _folded(option.key) not in misspelt:
            yield Finding(f"options.{option.key}", problems.option_missing(option, binding.placement))
        elif value and not _is_chosen(option) and not option.kind.accepts(value) and not stands:
            yield Finding(f"options.{option.key}", problems.option_wrong(option, value))
    for key in binding.options:
        right = next((name for name in known if key not in known and _folded(name) == _folded(key)), None)
        if right is not None:
            yield Finding(f"options.{key}", problems.option_misspelt(key, right))


def _is_chosen(option: Option) -> bool:
    """Whether its values can be chosen: a portal may know more of them than we do."""
    return bool(option.kind.values) and option.kind is not FLAG


def _folded(key: str) -> str:
    """A portal compares the names of options to the letter, and drops what it does not know."""
    return re.sub("[-_ ]", "", key).lower()
