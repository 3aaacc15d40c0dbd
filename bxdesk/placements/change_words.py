"""Differences between rows in people's words."""

from __future__ import annotations

from bxdesk.messages import Message, message, verbatim
from bxdesk.placements.bindings import Change
from bxdesk.placements.catalogue import option_title, option_value_title


def change_words(change: Change) -> Message:
    """One difference: what it is in, what stands there, and what is to stand there."""
    option = change.name.removeprefix("options.") if change.name.startswith("options.") else ""
    return message(
        "{what}: {before} → {after}",
        what=option_title(option) if option else _what(change.name),
        before=_value(option, change.before),
        after=_value(option, change.after),
    )


def _what(name: str) -> Message:
    kind, _, of = name.partition(".")
    kinds = {
        "title": message("Title"),
        "description": message("Description"),
        "group": message("Group"),
        "user_id": message("For user"),
        "handler": message("Handler"),
    }
    what = kinds.get(kind, verbatim(kind))
    return message("{what} ({which})", what=what, which=of) if of else what


def _value(option: str, text: str) -> Message:
    if option and text:
        return option_value_title(option, text)
    return message("“{text}”", text=text) if text else message("nothing")
