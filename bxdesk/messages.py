"""Sentences for people, kept as a template and its values until somebody shows them.

The core knows no screen and no language. It says *what* is to be said; the window translates the template,
the command line prints it in English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Translate = Callable[[str], str]
"""Takes an English template, returns the same template in the reader's language."""


def _unchanged(template: str) -> str:
    return template


@dataclass(frozen=True, slots=True)
class Message:
    """One text for people: an English template with ``{named}`` places and the values that go there."""

    template: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return self.render(_unchanged)

    def __bool__(self) -> bool:
        return bool(self.template)

    def render(self, translate: Translate) -> str:
        """The text after ``translate`` was given the template; values that are Message are translated too.

        A text without values is taken as it is, so what a portal said may hold braces.
        """
        template = translate(self.template)
        if not self.values:
            return template
        shown = {
            name: value.render(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return template.format(**shown)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a text that the core writes itself, as on a page for the browser: in which language, by whose words."""

    language: str = "en"
    translate: Translate = _unchanged

    def text(self, message: Message) -> str:
        """What is said, in the reader's language."""
        return message.render(self.translate)


def message(template: str, /, **values: object) -> Message:
    """Message from a literal template and the values for its ``{named}`` places."""
    return Message(template, MappingProxyType(values))


def listed(items: Iterable[Message], *, closely: bool = False) -> Message:
    """Several words after each other, with semicolons or, ``closely``, with commas between; no words for none."""
    said = Message("")
    for item in items:
        if not said:
            said = item
        elif closely:
            said = message("{first}, {next}", first=said, next=item)
        else:
            said = message("{first}; {next}", first=said, next=item)
    return said


def verbatim(text: str) -> Message:
    """Message that somebody else said (a portal, a library): shown as they are, never translated."""
    return Message("{text}", MappingProxyType({"text": text})) if text else Message("")
