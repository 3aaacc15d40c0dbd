"""What the rule book says, for people; each sentence is said in one place."""

from __future__ import annotations

from collections.abc import Collection

from bxdesk.errors import Problem
from bxdesk.messages import Message, message
from bxdesk.placements.bindings import MAX_TEXT
from bxdesk.placements.codes import BACKGROUND_WORKER
from bxdesk.placements.languages import LANGUAGES, PORTALS_NAMES, language_title
from bxdesk.placements.options import Option


def no_language(language: str) -> Problem:
    """The id of a language is none."""
    title = message("“{language}” is not a language; it has two small letters, as in “en”.", language=language)
    return Problem("language_refused", title)


def without_title(language: str, title: str) -> Problem:
    """No title where one is needed; ``title`` is what stands there all the same. No language stands for all."""
    remedy, named = message("Enter the text that people will see."), language_title(language)
    if title:  # PHP finds "0" empty
        said = message("The title is “0”, which a portal takes for none.")
        if language:
            said = message("The title in {language} is “0”, which a portal takes for none.", language=named)
        return Problem("title_zero", said, remedy=remedy)
    if not language:
        return Problem("title_empty", message("The widget has no title."), remedy=remedy)
    return Problem(
        "title_missing",
        message("The title in {language} is missing.", language=named),
        message("A portal wants a title in every language that is named."),
        message("Enter it, or take the language away."),
    )


def too_long(name: Message, language: str, text: str) -> Problem:
    """A text, called ``name``, has more characters than a portal stores."""
    title = message("The {name} is too long.", name=name)
    if language:
        title = message("The {name} in {language} is too long.", name=name, language=language_title(language))
    return Problem(
        "text_too_long",
        title,
        message("It has {length} characters; a portal stores {limit}.", length=len(text), limit=MAX_TEXT),
        message("Shorten it."),
    )


def broken(name: Message, language: str) -> Problem:
    """A text, called ``name``, cannot be sent."""
    title = message("The {name} has half a character in it.", name=name)
    if language:
        title = message(
            "The {name} in {language} has half a character in it.", name=name, language=language_title(language)
        )
    return Problem("text_broken", title, remedy=message("Delete it and enter it once more."))


def option_missing(option: Option, code: str) -> Problem:
    """A placement needs an option."""
    title = message("{code} needs the option “{option}” ({key}).", code=code, option=option.title, key=option.key)
    return Problem("option_missing", title, remedy=message("It must be {expected}.", expected=option.kind.expected))


def option_wrong(option: Option, value: str) -> Problem:
    """A value does not look like one of the option."""
    title = message(
        "“{value}” does not fit the option “{option}” ({key}).", value=value, option=option.title, key=option.key
    )
    return Problem("option_wrong", title, remedy=message("It must be {expected}.", expected=option.kind.expected))


def option_misspelt(key: str, right: str) -> Problem:
    """A portal compares the names of options to the letter."""
    return Problem("option_misspelt", message("The option “{key}” is written “{right}”.", key=key, right=right))


def user_refused() -> Problem:
    """A binding for one user, where there is none."""
    title = message("A user can be named only at {placement}.", placement=BACKGROUND_WORKER)
    return Problem("user_refused", title)


def language_unknown(language: str) -> Problem:
    """No portal is known to have the language."""
    portals_name = PORTALS_NAMES.get(language, "")
    return Problem(
        "language_unknown",
        message("No portal is known to speak “{language}”.", language=language),
        message("Nobody sees texts in a language that the portal does not have."),
        message("Portals call it “{language}”.", language=portals_name)
        if portals_name
        else _known_ones(sorted(LANGUAGES)),
    )


def option_unknown(key: str, known: Collection[str]) -> Problem:
    """A placement is not known to keep the option."""
    return Problem(
        "option_unknown",
        message("The option “{key}” is not known here.", key=key),
        message("A portal drops options that a placement does not have."),
        _known_ones(sorted(known)),
    )


def value_unknown(option: Option, value: str) -> Problem:
    """A value is not among those that are known."""
    return Problem(
        "option_value_unknown",
        message("“{value}” is not known for the option “{key}”.", value=value, key=option.key),
        message("A portal refuses a widget with a value that it does not have."),
        _known_ones(option.kind.values),
    )


def value_unused(option: Option, value: str) -> Problem:
    """A part of a value has no effect."""
    part = option.kind.without_effect(value)
    return Problem(
        "option_value_unused",
        message("“{part}” has no effect in the option “{key}”.", part=part, key=option.key),
        message("“ALL” includes everything else."),
    )


def _known_ones(names: Collection[str]) -> Message:
    return message("The known ones are {names}.", names=", ".join(names)) if names else Message("")
