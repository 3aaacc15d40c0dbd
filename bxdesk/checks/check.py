"""One question about why a widget would not show, with its answer and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from bxdesk.errors import Problem, Remedy
from bxdesk.messages import Message, message

Fact = str | int | bool | tuple[str, ...]
_NO_FACTS: Mapping[str, Fact] = MappingProxyType({})


class CheckCode(StrEnum):
    """The questions, in the order they are asked. Their values are a contract with scripts."""

    INSTALLATION = "installation"
    ADMINISTRATOR = "administrator"
    PAYMENT = "payment"
    PERMISSION = "permission"
    OFFERED = "offered"
    SWITCHED_OFF = "switched_off"
    HANDLER_NAME = "handler_name"
    HANDLER_CONNECT = "handler_connect"
    HANDLER_CERTIFICATE = "handler_certificate"
    HANDLER_SCHEME = "handler_scheme"
    HANDLER_PRIVATE = "handler_private"
    HANDLER_POST = "handler_post"
    HANDLER_REDIRECT = "handler_redirect"
    HANDLER_CONTENT = "handler_content"
    HANDLER_FRAMING = "handler_framing"
    HANDLER_COOKIES = "handler_cookies"
    HANDLER_SPEED = "handler_speed"
    BUILTIN_INTERFACE = "builtin_interface"
    NOTICE_TEXTS = "notice_texts"
    LOOKALIKE = "lookalike"
    CONTACT_CENTER_TILES = "contact_center_tiles"
    VANISHED = "vanished"


QUESTIONS: Mapping[CheckCode, Message] = MappingProxyType(
    {
        CheckCode.INSTALLATION: message("Is the app's installation complete?"),
        CheckCode.ADMINISTRATOR: message("Is an administrator signed in?"),
        CheckCode.PAYMENT: message("Is the app paid for?"),
        CheckCode.PERMISSION: message("Does the app have the permissions that its widgets need?"),
        CheckCode.OFFERED: message("Does the portal offer the places?"),
        CheckCode.SWITCHED_OFF: message("Are the places switched on in their custom types?"),
        CheckCode.HANDLER_NAME: message("Is the host's name known?"),
        CheckCode.HANDLER_CONNECT: message("Can the host be connected to?"),
        CheckCode.HANDLER_CERTIFICATE: message("Do browsers trust the host's certificate?"),
        CheckCode.HANDLER_SCHEME: message("Is the page as secure as the portal?"),
        CheckCode.HANDLER_PRIVATE: message("Can people's browsers reach the address from the portal?"),
        CheckCode.HANDLER_POST: message("Does the page answer the portal's call?"),
        CheckCode.HANDLER_REDIRECT: message("Does the call arrive where it is answered?"),
        CheckCode.HANDLER_CONTENT: message("Is the answer a page that can be shown?"),
        CheckCode.HANDLER_FRAMING: message("May the portal show the page in a frame?"),
        CheckCode.HANDLER_COOKIES: message("Do the page's cookies work in a frame?"),
        CheckCode.HANDLER_SPEED: message("Does the page answer fast enough?"),
        CheckCode.BUILTIN_INTERFACE: message("Is the built-in interface asked for by pages that use it?"),
        CheckCode.NOTICE_TEXTS: message("Are both texts of a notice filled?"),
        CheckCode.LOOKALIKE: message("Does every widget stand there once?"),
        CheckCode.CONTACT_CENTER_TILES: message("Has the app one tile in the Contact Center?"),
        CheckCode.VANISHED: message("Does everything stand that was applied?"),
    }
)
"""What is asked, as people are told."""


class CheckState(StrEnum):
    """The answer to a question, worst last."""

    OK = "ok"
    UNKNOWN = "unknown"
    """It could not be found out."""
    WARNING = "warning"
    """Some people do not see the widget, or not as it was meant."""
    BLOCKED = "blocked"
    """Nobody sees the widget."""


@dataclass(frozen=True, slots=True)
class Check:
    """A question and its answer: what was found, why it matters, what to do; ``facts`` say the same to programs.

    ``handler`` and ``placement`` are what it is about; None where it is about all of them.
    """

    code: CheckCode
    state: CheckState
    title: Message
    explanation: Message = field(default_factory=lambda: Message(""))
    remedy: Message | Remedy = field(default_factory=lambda: Message(""))
    handler: str | None = None
    placement: str | None = None
    facts: Mapping[str, Fact] = field(default_factory=lambda: _NO_FACTS)

    @property
    def question(self) -> Message:
        """What was asked, as a sentence for people."""
        return QUESTIONS[self.code]

    @property
    def problem(self) -> Problem:
        """What was found, why it matters and what to do, as one of the things that front ends know how to show."""
        return Problem(self.code.value, self.title, self.explanation, self.remedy)

    @classmethod
    def of(
        cls,
        code: CheckCode,
        state: CheckState,
        problem: Problem,
        *,
        handler: str | None = None,
        placement: str | None = None,
        facts: Mapping[str, Fact] = _NO_FACTS,
    ) -> Check:
        """The check that found this problem."""
        return cls(code, state, problem.title, problem.explanation, problem.remedy, handler, placement, facts)


def worst(checks: Iterable[Check]) -> CheckState:
    """The verdict over several checks; that over none is good."""
    order = list(CheckState)
    return max((check.state for check in checks), key=order.index, default=CheckState.OK)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answers about one handler, worst first; about the app and its places where ``handler`` is None."""

    handler: str | None
    checks: tuple[Check, ...]

    @property
    def state(self) -> CheckState:
        """The worst of the answers."""
        return worst(self.checks)


def verdicts(checks: Iterable[Check]) -> tuple[Verdict, ...]:
    """One for the app and each handler that was asked about, worst first; where they are equal, as they were asked."""
    groups: dict[str | None, list[Check]] = {None: []}
    for check in checks:
        groups.setdefault(check.handler, []).append(check)
    found = [Verdict(handler, tuple(sorted(group, key=_badness))) for handler, group in groups.items() if group]
    return worst_first(found)


def worst_first(found: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The same verdicts, worst first."""
    return tuple(sorted(found, key=lambda verdict: _BADNESS[verdict.state]))


def _badness(check: Check) -> int:
    return _BADNESS[check.state]


_BADNESS = {state: -number for number, state in enumerate(CheckState)}
