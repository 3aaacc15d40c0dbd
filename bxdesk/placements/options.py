"""The options that placements keep, and the kinds of values they take.

A kind is one object that knows what a value looks like, how it is stored, what people call it, and which control edits
it. The facts are the REST documentation's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from bxdesk.messages import Message, listed, message, verbatim
from bxdesk.placements.characters import is_whole

_NO_VALUES: Mapping[str, Message] = MappingProxyType({})


class Control(Enum):
    """What a person edits a value with."""

    FIELD = "field"
    CHOICE = "choice"
    CHOICES = "choices"
    COLOUR = "colour"


@dataclass(frozen=True)
class OptionKind:
    """Any text. The kinds below are narrower.

    ``values`` are those that can be chosen, with their titles; a portal may know more. ``expected`` says what a value
    looks like (“a whole number”), ``example`` is one, ``typed`` a pattern of what can be typed (empty for anything).
    """

    control: Control = Control.FIELD
    expected: Message = field(default_factory=lambda: message("a text"))
    example: str = ""
    typed: str = ""
    values: Mapping[str, Message] = field(default_factory=lambda: _NO_VALUES)

    def accepts(self, value: str) -> bool:
        """Whether a portal takes the value."""
        return is_whole(value)

    def stored(self, value: str) -> str:
        """The value as it is sent, and as a portal stores it."""
        return value

    def title(self, value: str) -> Message:
        """What people call a value; the value itself if nobody named it."""
        return self.values.get(value) or verbatim(value)

    def without_effect(self, value: str) -> str:
        """The part of a value that a portal takes and ignores; empty as a rule."""
        del value
        return ""


class _Flag(OptionKind):
    def accepts(self, value: str) -> bool:
        return value in self.values


class _Number(OptionKind):
    def accepts(self, value: str) -> bool:
        return value.isascii() and value.isdecimal()

    def stored(self, value: str) -> str:
        """Without leading zeros: PHP casts it."""
        number = value.strip().removeprefix("+")
        digits = number.removeprefix("-")
        return str(int(number)) if self.accepts(digits) and len(digits) < 20 else value


class _Numbers(OptionKind):
    def accepts(self, value: str) -> bool:
        return all(part.strip().isascii() and part.strip().isdecimal() for part in value.split(","))

    def stored(self, value: str) -> str:
        """Without the blanks between the numbers, which a portal wants none of."""
        return "".join(value.split())


class _Address(OptionKind):
    def accepts(self, value: str) -> bool:
        from bxdesk.placements.handler import refusal  # which a completion of codes does without

        return is_whole(value) and refusal(value) is None


class _Icon(OptionKind):
    def accepts(self, value: str) -> bool:
        fits = any(sign in " -" or (sign.isascii() and sign.isalpha()) for sign in value)
        return is_whole(value) and len(value) <= 50 and fits


class _Choice(OptionKind):
    def accepts(self, value: str) -> bool:
        return value in self.values


class _Choices(OptionKind):
    EVERYTHING = "ALL"
    """The value that includes all others."""

    def accepts(self, value: str) -> bool:
        return set(value.split(";")) <= self.values.keys()

    def title(self, value: str) -> Message:
        chosen = value.split(";")
        if not set(chosen) <= self.values.keys():
            return verbatim(value)
        return listed((self.values[one] for one in chosen), closely=True)

    def without_effect(self, value: str) -> str:
        chosen = value.split(";")
        return ";".join(one for one in chosen if one != self.EVERYTHING) if self.EVERYTHING in chosen else ""


TEXT = OptionKind()
FLAG = _Flag(Control.CHOICE, message("Y or N"), values={"Y": message("Yes"), "N": message("No")})
NUMBER = _Number(expected=message("a whole number"), example="100", typed="[0-9]{0,5}")
NUMBERS = _Numbers(expected=message("whole numbers separated by commas, as in 1,2"), example="1,2", typed="[0-9, ]*")
ADDRESS = _Address(
    expected=message("a web address, as in https://widgets.example.com/bitrix24"),
    example="https://widgets.example.com/errors",
)
ICON = _Icon(
    expected=message("the name of a Font Awesome 4 icon, as in fa-paper-plane, of 50 characters at most"),
    example="fa-paper-plane",
)


def one_of(values: Mapping[str, Message], control: Control = Control.CHOICE) -> OptionKind:
    """A kind that takes one of these values."""
    return _Choice(control, _known(values), values=values)


def some_of(values: Mapping[str, Message]) -> OptionKind:
    """A kind that takes several of these values, with semicolons between them: ``USER;LINES``."""
    return _Choices(Control.CHOICES, _known(values), values=values)


def _known(values: Mapping[str, Message]) -> Message:
    return message("one of {values}", values=", ".join(values))


@dataclass(frozen=True, slots=True)
class Option:
    """One key that a placement keeps of ``OPTIONS``; ``title`` is what people call it."""

    key: str
    title: Message
    kind: OptionKind = TEXT
    required: bool = False
