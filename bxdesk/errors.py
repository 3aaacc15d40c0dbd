"""The one family of errors that people see.

Whatever goes wrong is converted once, where it enters bxdesk, to a :class:`BxdeskError`. Front ends show its
:class:`Problem` and need to know nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bxdesk.messages import Message, message


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know: what it is, why it is so, and what to do next.

    ``code`` is stable and meant for programs (``--json``); the three texts are meant for people.
    """

    code: str
    title: Message
    explanation: Message = field(default_factory=lambda: Message(""))
    hint: Message = field(default_factory=lambda: Message(""))

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.title, self.explanation, self.hint) if part)


class BxdeskError(Exception):
    """An error that is fit to be shown; carries the :class:`Problem` to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class CancelledByPersonError(BxdeskError):
    """The person pressed Cancel; nothing is wrong."""

    def __init__(self) -> None:
        super().__init__(Problem("cancelled", message("Cancelled"), message("You stopped this.")))
