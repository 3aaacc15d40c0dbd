"""What a widget says and how it behaves, as it was typed: texts by language, options by key, and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bxdesk.errors import Problem
from bxdesk.messages import Message, message
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, MAX_TEXT, Binding, Texts, is_title
from bxdesk.placements.catalogue import options_of
from bxdesk.placements.characters import is_whole
from bxdesk.placements.codes import BACKGROUND_WORKER, normalise
from bxdesk.placements.languages import language_title

_EMPTY = Texts("")
_ONE_EMPTY: Mapping[str, Texts] = MappingProxyType({DEFAULT_LANGUAGE: _EMPTY})
_NO_OPTIONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Saying:
    """Texts by language (or one for all, under :data:`DEFAULT_LANGUAGE`), and what was chosen of the options.

    An option that is not named stays as it is on the portal; one that is empty is taken away. ``user_id`` counts where
    a placement takes one; None leaves it as it is.
    """

    texts: Mapping[str, Texts] = field(default_factory=lambda: _ONE_EMPTY)
    options: Mapping[str, str] = field(default_factory=lambda: _NO_OPTIONS)
    user_id: int | None = None

    @classmethod
    def of(cls, title: str, description: str = "", group: str = "") -> Saying:
        """One text for all languages."""
        return cls(MappingProxyType({DEFAULT_LANGUAGE: Texts(title, description, group)}))

    @classmethod
    def held(cls, binding: Binding) -> Saying:
        """What a row on the portal says, with every option it has."""
        user = binding.key.user_id if binding.placement == BACKGROUND_WORKER else None
        return cls(MappingProxyType(dict(binding.texts)), MappingProxyType(dict(binding.options)), user)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it speaks; empty while there is one text for all."""
        return tuple(language for language in self.texts if language)

    @property
    def has_title(self) -> bool:
        """Whether anything was typed that people would see."""
        return any(texts.title.strip() for texts in self.texts.values())

    def text(self, language: str) -> Texts:
        """What it says in a language."""
        return self.texts.get(language, _EMPTY)

    def with_text(self, language: str, texts: Texts) -> Saying:
        """The same with other texts in one language."""
        return replace(self, texts=MappingProxyType({**self.texts, language: texts}))

    def with_option(self, key: str, value: str) -> Saying:
        """The same with one option chosen."""
        return replace(self, options=MappingProxyType({**self.options, key: value}))

    def for_user(self, user_id: int) -> Saying:
        """The same for one user, or for everybody."""
        return replace(self, user_id=user_id)

    def in_languages(self, languages: tuple[str, ...]) -> Saying:
        """The same in these languages; none of them means one text for all. What was typed first goes along."""
        first = next(iter(self.texts.values()), _EMPTY)
        if not languages:
            return replace(self, texts=MappingProxyType({DEFAULT_LANGUAGE: first}))
        known = dict(self.texts) if self.languages else {languages[0]: first}
        return replace(self, texts=MappingProxyType({name: known.get(name, _EMPTY) for name in languages}))

    def lacks(self) -> tuple[str, ...]:
        """The languages in which the title is missing."""
        return tuple(language for language, texts in self.texts.items() if not is_title(texts.title))


def text_problem(saying: Saying, language: str | None = None) -> Problem | None:
    """What a portal would not take of the texts, or of those in one language; None if it would take all of them."""
    if not saying.has_title or (not saying.languages and saying.lacks()):
        return Problem(
            "title_empty", message("The widget has no title."), hint=message("Enter the text that people will see.")
        )
    asked = saying.texts if language is None else (language,)
    for lacking in saying.lacks():
        if lacking in asked:
            return Problem(
                "title_missing",
                message("The title in {language} is missing.", language=language_title(lacking)),
                message("A portal wants a title in every language that is named."),
                message("Enter it, or take the language away."),
            )
    for named in asked:
        for name, text in _named(saying.text(named)):
            if len(text.strip()) > MAX_TEXT:
                return _too_long(name, named, text)
            if not is_whole(text):
                return _broken(name, named)
    return None


def option_problem(binding: Binding) -> Problem | None:
    """What a portal would not take of the options; None if it would take all of them."""
    for option in options_of(binding.placement).values():
        value = binding.options.get(option.key, "").strip()
        if option.required and not value:
            return Problem(
                "option_missing",
                message("{code} needs the option “{option}”.", code=binding.placement, option=option.title),
                hint=message("Enter it under Options."),
            )
        if value and not option.kind.accepts(value):
            return Problem(
                "option_wrong",
                message("“{value}” does not fit the option “{option}”.", value=value, option=option.title),
                hint=message("It must be {expected}.", expected=option.kind.expected),
            )
    return None


def takes_user(code: str) -> bool:
    """Whether a placement can be bound for one user alone."""
    return normalise(code) == BACKGROUND_WORKER


def _named(texts: Texts) -> Iterator[tuple[Message, str]]:
    yield message("title"), texts.title
    yield message("description"), texts.description
    yield message("group"), texts.group


def _broken(name: Message, language: str) -> Problem:
    title = message("The {name} has half a character in it.", name=name)
    if language:
        title = message(
            "The {name} in {language} has half a character in it.", name=name, language=language_title(language)
        )
    return Problem("text_broken", title, hint=message("Delete it and enter it once more."))


def _too_long(name: Message, language: str, text: str) -> Problem:
    title = message("The {name} is too long.", name=name)
    if language:
        title = message("The {name} in {language} is too long.", name=name, language=language_title(language))
    return Problem(
        "text_too_long",
        title,
        message("It has {length} characters; a portal stores {limit}.", length=len(text.strip()), limit=MAX_TEXT),
        message("Shorten it."),
    )
