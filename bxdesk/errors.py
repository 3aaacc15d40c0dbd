"""The one family of errors that people see.

Whatever goes wrong is converted once, where it enters bxdesk, to a :class:`BxdeskError`. Front ends show its
:class:`Problem` and need to know nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from bxdesk.messages import Message, message


class RemedyKind(StrEnum):
    """What a person can do in bxdesk itself about a problem. Journals hold these values: they stay as they are."""

    SIGN_IN_AGAIN = "sign_in_again"
    SIGN_IN_ELSEWHERE = "sign_in_elsewhere"
    """The portal answers at another address: ``portal``."""
    SIGN_OUT_AND_IN = "sign_out_and_in"
    LEAVE_CLOSED_PORTAL = "leave_closed_portal"
    NAME_AUTHORIZATION_SERVER = "name_authorization_server"
    CHOOSE_PORT = "choose_port"
    CHECK_REDIRECT = "check_redirect"
    REDIRECT_HERE = "redirect_here"
    """The redirect address leads elsewhere; one on this computer is ``address``."""
    COPY_REDIRECT = "copy_redirect"
    """The redirect address is none; what one looks like is ``address``."""
    GRANT_PERMISSION = "grant_permission"
    COMPLETE_INSTALLATION = "complete_installation"
    UNLOCK_KEYRING = "unlock_keyring"
    GIVE_VAULT_KEY = "give_vault_key"
    LOOK_AND_RETRY = "look_and_retry"
    """Nobody knows what the portal did."""
    LOOK_AND_PLAN = "look_and_plan"
    """Somebody else changed what was planned."""
    COMPARE_AND_APPLY = "compare_and_apply"
    RECOVER_FIRST = "recover_first"
    RECOVER_LATER = "recover_later"
    MOVE_OR_REWORD = "move_or_reword"
    REMOVE_BY_HAND = "remove_by_hand"
    LOOK_UP_CODE = "look_up_code"
    LOOK_UP_TYPE = "look_up_type"
    CHOOSE_TYPE = "choose_type"


_VALUES: Mapping[RemedyKind, str] = MappingProxyType(
    {
        RemedyKind.SIGN_IN_ELSEWHERE: "portal",
        RemedyKind.REDIRECT_HERE: "address",
        RemedyKind.COPY_REDIRECT: "address",
    }
)
"""The value that a remedy of this kind has; the others have none."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A remedy as a value: each front end words it in its own way. Raises ValueError for values it does not have."""

    kind: RemedyKind
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        name = _VALUES.get(self.kind)
        if set(self.values) != ({name} if name else set()):
            raise ValueError(f"a remedy {self.kind} does not have these values: {', '.join(self.values)}")


def remedy(kind: RemedyKind, **values: str) -> Remedy:
    """The remedy of this kind with its values."""
    return Remedy(kind, MappingProxyType(values))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know: what it is, why it is so, and what to do about it.

    ``code`` is stable and meant for programs; the texts are meant for people. ``remedy`` is a text where bxdesk has no
    part in it, and a :class:`Remedy` where it has.
    """

    code: str
    title: Message
    explanation: Message = field(default_factory=lambda: Message(""))
    remedy: Message | Remedy = field(default_factory=lambda: Message(""))

    def __str__(self) -> str:
        """Its texts in English; only a front end words a :class:`Remedy`."""
        advice = self.remedy if isinstance(self.remedy, Message) else None
        return " ".join(str(part) for part in (self.title, self.explanation, advice) if part)


class BxdeskError(Exception):
    """An error that is fit to be shown; carries the :class:`Problem` to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class SecretStoreError(BxdeskError):
    """Secrets cannot be read or kept."""


CANCELLED = "cancelled"
"""The code of what a person has stopped."""


class CancelledByPersonError(BxdeskError):
    """The person pressed Cancel; nothing is wrong."""

    def __init__(self) -> None:
        super().__init__(Problem(CANCELLED, message("Cancelled"), message("You stopped this.")))


def as_bxdesk_error(error: BaseException) -> BxdeskError:
    """The error to show for any exception. One that is not meant for people is logged, and called unexpected."""
    if isinstance(error, BxdeskError):
        return error
    import logging  # which most commands never come to

    logging.getLogger(__name__).error("unexpected error", exc_info=error)
    return BxdeskError(
        Problem(
            "unexpected",
            message("Something unexpected went wrong inside bxdesk ({kind}).", kind=type(error).__name__),
            message("This is a fault of the program, not of yours."),
            message("Try again. If it comes back, restart bxdesk and report it."),
        )
    )
