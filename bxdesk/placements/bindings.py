"""A binding as the portal holds it, and one that is wanted; and when the two say the same.

Comparing normalises as the portal does when it stores a row, so that a plan made right after its own apply is
empty: codes in upper case, texts trimmed, options reduced to the keys the placement declares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bxdesk.placements.catalogue import options_of
from bxdesk.placements.codes import normalise

EVERYBODY = 0
DEFAULT_LANGUAGE = ""
"""Stands for the portal's default language, which is not known until a row was read back."""
MAX_TEXT = 255


def is_title(text: str) -> bool:
    """Whether a portal takes the text for a title: it must not be empty, and PHP finds ``"0"`` empty too."""
    return text.strip() not in ("", "0")


@dataclass(frozen=True, slots=True)
class Texts:
    """What a widget says in one language."""

    title: str
    description: str = ""
    group: str = ""

    def trimmed(self) -> Texts:
        """The same texts as the portal stores them."""
        return Texts(self.title.strip(), self.description.strip(), self.group.strip())


@dataclass(frozen=True, slots=True)
class BindingKey:
    """What makes a binding unique: its placement, its handler (compared to the letter) and its user."""

    placement: str
    handler: str
    user_id: int = EVERYBODY

    def __post_init__(self) -> None:
        object.__setattr__(self, "placement", normalise(self.placement))


@dataclass(frozen=True, slots=True)
class Binding:
    """One row: where, which handler, for whom, with which texts and options.

    ``texts`` maps a language id to its texts; the key :data:`DEFAULT_LANGUAGE` means "in the portal's own language"
    (a wanted binding with one text for all; a held one whose portal returned no languages). ``number`` is the portal's
    own for the row, 0 where it tells none; it says nothing about what the row is, so it is not compared.
    """

    key: BindingKey
    texts: Mapping[str, Texts]
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    number: int = field(default=0, compare=False)

    @property
    def placement(self) -> str:
        """The placement's code, in upper case."""
        return self.key.placement

    @property
    def handler(self) -> str:
        """The handler's address, to the letter."""
        return self.key.handler

    @property
    def title(self) -> str:
        """One title to show: the English one if there is one, otherwise the first."""
        for language in (DEFAULT_LANGUAGE, "en"):
            if language in self.texts:
                return self.texts[language].title
        return next((texts.title for texts in self.texts.values()), "")


Bindings = Mapping[BindingKey, Binding]
"""Bindings by their key, for looking them up."""


def by_key(bindings: Iterable[Binding]) -> dict[BindingKey, Binding]:
    """The bindings, to be looked up by their key."""
    return {binding.key: binding for binding in bindings}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between what stands and what is wanted, e.g. ``title.en``: *Send* → *Send contract*."""

    name: str
    before: str
    after: str


def differences(held: Binding, wanted: Binding) -> tuple[Change, ...]:
    """What must change for ``held`` to say what ``wanted`` says; empty when it already does."""
    if held is wanted:
        return ()
    changes: list[Change] = []
    if held.handler != wanted.handler:
        changes.append(Change("handler", held.handler, wanted.handler))
    if held.key.user_id != wanted.key.user_id:
        changes.append(Change("user_id", str(held.key.user_id), str(wanted.key.user_id)))
    changes.extend(_text_changes(held.texts, wanted.texts))
    changes.extend(_option_changes(held, wanted))
    return tuple(changes)


def same_texts(held: Mapping[str, Texts], wanted: Mapping[str, Texts]) -> bool:
    """Whether the texts that a portal holds say what is wanted."""
    return not _text_changes(held, wanted)


def _text_changes(held: Mapping[str, Texts], wanted: Mapping[str, Texts]) -> list[Change]:
    if held == wanted:
        return []
    if set(wanted) == {DEFAULT_LANGUAGE} and len(held) == 1:
        # One text for all was stored under the portal's own language, whichever that is.
        wanted = {next(iter(held)): _without_zero(wanted[DEFAULT_LANGUAGE])}
    changes: list[Change] = []
    for language in sorted(set(held) | set(wanted)):
        if held.get(language) == wanted.get(language):
            continue
        before = held[language].trimmed() if language in held else Texts("")
        after = wanted[language].trimmed() if language in wanted else Texts("")
        suffix = f".{language}" if language else ""
        # A row that came back without languages tells its title and description alone.
        unreadable = set(held) == {DEFAULT_LANGUAGE}
        for name in ("title", "description") if unreadable else ("title", "description", "group"):
            old, new = getattr(before, name), getattr(after, name)
            if old != new:
                changes.append(Change(f"{name}{suffix}", old, new))
    return changes


def _without_zero(texts: Texts) -> Texts:
    """What is kept of texts that name no language: PHP finds ``"0"`` empty."""
    description, group = ("" if text == "0" else text for text in (texts.description, texts.group))
    return Texts(texts.title, description, group)


def _option_changes(held: Binding, wanted: Binding) -> list[Change]:
    """A portal returns every key a placement declares, so a held row tells which keys are kept at all.

    A row without any key was bound before the placement declared some; then the documented ones count.
    """
    if held.options is wanted.options:
        return []
    changes: list[Change] = []
    for key in held.options or options_of(held.placement):
        before, after = held.options.get(key, ""), wanted.options.get(key, "")
        if before == after:
            continue
        before, after = stored_option(held.placement, key, before), stored_option(held.placement, key, after)
        if before != after:
            changes.append(Change(f"options.{key}", before, after))
    return changes


def stored_option(placement: str, key: str, value: str) -> str:
    """The value of an option as it is sent and stored: numbers without leading zeros, lists of them without blanks."""
    option = options_of(placement).get(key)
    return option.kind.stored(value) if option else value
