"""What a portal's database and filters make of texts that they were given."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .contents import Texts


def _short_characters(text: str) -> str:
    return "".join(character for character in text if ord(character) <= 0xFFFF)


def _until_a_long_one(text: str) -> str:
    return text[: next((index for index, character in enumerate(text) if ord(character) > 0xFFFF), len(text))]


_CHANGES: Mapping[str, Callable[[str], str]] = {
    "short characters": _short_characters,
    "until a long character": _until_a_long_one,
    "entities": html.escape,
    "capitals": str.upper,
}


def as_stored(texts: Texts, way: str) -> Texts:
    """The texts as they are stored in one of the ways above, in ``titles`` alone, or ("") as they are."""
    if way == "titles":
        return {language: {"TITLE": text.get("TITLE")} for language, text in texts.items()}
    change = _CHANGES[way] if way else str
    return {
        language: {name: change(value) if value else value for name, value in text.items()}
        for language, text in texts.items()
    }
