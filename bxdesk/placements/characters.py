"""What a text is made of: characters that cannot be sent, that nobody sees, or that only look like others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bxdesk.messages import Message, listed, message

_HALF = re.compile("[\ud800-\udfff]")
_BLANK_LETTERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]")
"""Letters and marks that are drawn as nothing, although Unicode counts them among the visible ones."""
_WRITTEN_TOGETHER = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "KATAKANA-HIRAGANA", "IDEOGRAPHIC"))
"""Scripts that stand beside each other, and beside Latin letters, in one word."""
_NAMED = 3
"""Characters of a text that are named; more would tell nobody more."""


def is_whole(text: str) -> bool:
    """Whether it can be sent: half of a pair of UTF-16 units, as escapes and clipboards bring it, is no character."""
    return _HALF.search(text) is None


def unseen(text: str) -> list[int]:
    """Where characters stand that nobody sees: zero-width spaces, soft hyphens, marks of direction and their like."""
    if text.isascii():
        return []
    return [
        place
        for place, character in enumerate(text)
        if unicodedata.category(character) == "Cf" or _BLANK_LETTERS.match(character)
    ]


def mixed_in(word: str) -> list[int]:
    """Where letters stand in a word that are of another script than its Latin ones, as no language mixes them."""
    if word.isascii():
        return []
    scripts = [_script(character) for character in word]
    alphabets = set(scripts) - _WRITTEN_TOGETHER - {""}
    if len(alphabets) < 2:
        return []
    ordinary = "LATIN" if "LATIN" in alphabets else next(script for script in scripts if script in alphabets)
    return [place for place, script in enumerate(scripts) if script in alphabets - {ordinary}]


def describe_characters(text: str, places: Iterable[int]) -> Message:
    """Which characters stand at these places, by their numbers in Unicode, and where that is."""
    return listed(_describe_character(text, place) for place in list(places)[:_NAMED])


def _describe_character(text: str, place: int) -> Message:
    character = text[place]
    values = {"number": f"U+{ord(character):04X}", "name": unicodedata.name(character, "?").lower()}
    if place == 0:
        return message("{number} ({name}) at the beginning", **values)
    return message("{number} ({name}) after “{before}”", before=text[:place][-24:], **values)


def _script(character: str) -> str:
    """The script of a letter, as the first word of its name in Unicode; empty for whatever is no letter."""
    return unicodedata.name(character, "").partition(" ")[0] if character.isalpha() else ""
