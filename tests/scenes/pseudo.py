"""A language that nobody speaks: every text accented, longer by some 40 %, and between brackets.

What is cut off lacks its bracket; what was never given to be translated has none.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QTranslator

OPEN, CLOSE = "‹", "›"
LONGER = 1.4

_ACCENTED = str.maketrans(
    "AaCcEeGgIiLlNnOoRrSsTtUuYyZz",
    "ÅåÇçÉéĜĝÎîĹĺÑñÖöŔŕŠšŤťÜüÝýŽž",
)
_VOWEL = re.compile("[aeiou]")
_KEPT = re.compile(r"\{\w+\}|&&|&\w|<[^>]*>|%\w+")
"""Placeholders, letters to press, marks: they stay as they are."""


class Pseudo(QTranslator):
    """Translates whatever it is asked for, Qt's own texts too, and remembers what bxdesk asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: set[str] = set()

    def isEmpty(self) -> bool:  # noqa: N802
        """Qt's hook: there is something in it."""
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Qt's hook."""
        del disambiguation, n
        if not context.startswith("Q"):  # the classes of Qt
            self.asked.add(text)
        return pseudo(text)


def pseudo(text: str) -> str:
    """A text as somebody reads it whose language needs more room."""
    parts: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        parts += [_stretched(text[end : kept.start()]), kept.group()]
        end = kept.end()
    parts.append(_stretched(text[end:]))
    return f"{OPEN}{''.join(parts)}{CLOSE}"


def outside(text: str) -> str:
    """What of a shown text was never translated: all that stands outside of the brackets, which may be nested."""
    depth, left = 0, []
    for letter in text:
        if letter == OPEN:
            depth += 1
        elif letter == CLOSE:
            depth -= 1
        elif not depth:
            left.append(letter)
    return "".join(left)


def _stretched(text: str) -> str:
    return re.sub(r"[A-Za-z]+", _longer, text).translate(_ACCENTED)


def _longer(word: re.Match[str]) -> str:
    letters = word.group()
    more = round(len(letters) * LONGER) - len(letters)
    return _VOWEL.sub(lambda vowel: vowel.group() * 2, letters, count=more) if more else letters
