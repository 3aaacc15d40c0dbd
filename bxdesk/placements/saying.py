"""What a widget says and how it behaves, as it was typed: texts by language, options by key, and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, Texts, is_title
from bxdesk.placements.codes import BACKGROUND_WORKER

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
