"""Differences between rows in people's words."""

from __future__ import annotations

from bxdesk.placements.bindings import Change
from bxdesk.placements.option_titles import option_words, value_words
from bxdesk.words import Words, verbatim, words


def change_words(change: Change) -> Words:
    """One difference: what it is in, what stands there, and what is to stand there."""
    option = change.name.removeprefix("options.") if change.name.startswith("options.") else ""
    return words(
        "{what}: {before} → {after}",
        what=option_words(option) if option else _what(change.name),
        before=_value(option, change.before),
        after=_value(option, change.after),
    )


def _what(name: str) -> Words:
    kind, _, of = name.partition(".")
    kinds = {
        "title": words("Title"),
        "description": words("Description"),
        "group": words("Group"),
        "user_id": words("For user"),
        "handler": words("Handler"),
    }
    what = kinds.get(kind, verbatim(kind))
    return words("{what} ({which})", what=what, which=of) if of else what


def _value(option: str, text: str) -> Words:
    if option and text:
        return value_words(option, text)
    return words("“{text}”", text=text) if text else words("nothing")
