"""What a binding says, and how two differ, in people's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bxdesk.messages import Message, listed, message, verbatim
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, EVERYBODY, Binding, Change
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
        "handler": message("Page address"),
    }
    what = kinds.get(kind, verbatim(kind))
    return message("{what} ({which})", what=what, which=of) if of else what


def _value(option: str, text: str) -> Message:
    if option and text:
        return option_value_title(option, text)
    return message("“{text}”", text=text) if text else message("nothing")


def binding_words(binding: Binding) -> Iterator[Message]:
    """A line for each kind of thing that it says: titles by language, descriptions, groups, options, the user."""
    texts = {language: text.trimmed() for language, text in binding.texts.items()}
    titled = set(texts) != {DEFAULT_LANGUAGE}  # one title for all stands in the sentence about the step
    for what, name, told in (
        (message("Title"), "title", titled),
        (message("Description"), "description", True),
        (message("Group"), "group", True),
    ):
        said = _by_text({language: str(getattr(text, name)) for language, text in texts.items()})
        if told and said:
            yield _line(what, listed(said))
    options = [
        _line(option_title(key, binding.placement), option_value_title(key, value))
        for key, value in binding.options.items()
        if value
    ]
    if options:
        yield listed(options)
    if binding.key.user_id != EVERYBODY:
        yield _line(message("For user"), verbatim(str(binding.key.user_id)))


def _by_text(said: Mapping[str, str]) -> list[Message]:
    """Each text once, with the languages it is said in."""
    languages: dict[str, list[str]] = {}
    for language, text in said.items():
        if text:
            languages.setdefault(text, []).append(language)
    return [
        message("“{text}”", text=text)
        if DEFAULT_LANGUAGE in spoken
        else message("“{text}” ({languages})", text=text, languages=", ".join(spoken))
        for text, spoken in languages.items()
    ]


def _line(what: Message, value: Message) -> Message:
    return message("{what}: {value}", what=what, value=value)
