"""The content of a widget: its texts by language, its options by key, and for whom it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from bxdesk.placements.bindings import DEFAULT_LANGUAGE, EVERYBODY, Binding, Texts, is_title

_EMPTY = Texts("")
_ONE_EMPTY: Mapping[str, Texts] = MappingProxyType({DEFAULT_LANGUAGE: _EMPTY})
_NO_OPTIONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Content:
    """Texts by language (or one for all, under :data:`DEFAULT_LANGUAGE`) and options, as they were typed or read.

    An option that is empty is as good as none. ``user_id`` counts where a placement takes one.
    """

    texts: Mapping[str, Texts] = field(default_factory=lambda: _ONE_EMPTY)
    options: Mapping[str, str] = field(default_factory=lambda: _NO_OPTIONS)
    user_id: int = EVERYBODY

    @classmethod
    def of(cls, title: str, description: str = "", group: str = "") -> Content:
        """One text for all languages."""
        return cls(MappingProxyType({DEFAULT_LANGUAGE: Texts(title, description, group)}))

    @classmethod
    def of_binding(cls, binding: Binding) -> Content:
        """The content of a binding, with every option that it has."""
        return cls(MappingProxyType(dict(binding.texts)), MappingProxyType(dict(binding.options)), binding.key.user_id)

    @cached_property
    def stored_texts(self) -> Mapping[str, Texts]:
        """The texts as a portal stores them."""
        return {language: texts.trimmed() for language, texts in self.texts.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it speaks; empty while there is one text for all."""
        return tuple(language for language in self.texts if language)

    @property
    def title(self) -> str:
        """One title to show: the English one if there is one, otherwise the first that is not empty."""
        titles = [self.text(language).title.strip() for language in (DEFAULT_LANGUAGE, "en", *self.texts)]
        return next(filter(None, titles), "")

    @property
    def missing_titles(self) -> tuple[str, ...]:
        """The languages in which a title is missing."""
        return tuple(language for language, texts in self.texts.items() if not is_title(texts.title))

    def text(self, language: str) -> Texts:
        """The texts in a language."""
        return self.texts.get(language, _EMPTY)

    def with_text(self, language: str, texts: Texts) -> Content:
        """The same with other texts in one language."""
        return replace(self, texts=MappingProxyType({**self.texts, language: texts}))

    def with_option(self, key: str, value: str) -> Content:
        """The same with one option chosen, or (empty) taken away."""
        return replace(self, options=MappingProxyType({**self.options, key: value}))

    def for_user(self, user_id: int) -> Content:
        """The same for one user, or for everybody."""
        return replace(self, user_id=user_id)

    def in_languages(self, languages: tuple[str, ...]) -> Content:
        """The same in these languages; none of them means one text for all. What was typed first goes along."""
        first = next(iter(self.texts.values()), _EMPTY)
        if not languages:
            return replace(self, texts=MappingProxyType({DEFAULT_LANGUAGE: first}))
        known = dict(self.texts) if self.languages else {languages[0]: first}
        return replace(self, texts=MappingProxyType({name: known.get(name, _EMPTY) for name in languages}))
