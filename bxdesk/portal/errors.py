"""What can go wrong with a portal: every documented code as one typed error with explanation and cure.

Decisions are made on the code in the body, never on the HTTP status: the same error comes with different statuses from
hosted portals, portals of one's own and the documentation, and sometimes with 200.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from bxdesk.errors import BxdeskError, Problem, Remedy, RemedyKind, remedy
from bxdesk.messages import Message, message, verbatim
from bxdesk.placements.permissions import permission_title

if TYPE_CHECKING:
    from bxdesk.portal.proxies import Proxy


class PortalError(BxdeskError):
    """A portal or its authorization server said no, or nothing that could be understood.

    ``portal_code`` is the code as the portal spelt it, empty when there was none.
    """

    def __init__(self, problem: Problem, portal_code: str = "") -> None:
        super().__init__(problem)
        self.portal_code = portal_code


class TokenExpiredError(PortalError):
    """The access token ran out; a refresh mends it."""


class NoTokenArrivedError(PortalError):
    """The portal saw no token: a proxy may strip the header."""


class SessionEndedError(PortalError):
    """Only a new sign-in helps."""


class LimitError(PortalError):
    """The portal is asked too often; the request was not carried out.

    ``wait`` is after how many seconds it may be repeated, None when the portal did not say.
    """

    wait: float | None = None


class MethodMissingError(PortalError):
    """An older portal without this method."""


class RefusedError(PortalError):
    """The portal understood the request and refuses it."""


class UnknownOutcomeError(PortalError):
    """No usable answer: nobody knows whether the portal did the work."""


class ObstacleError(UnknownOutcomeError):
    """Something stands between here and the portal, and would still be there if we asked again at once."""


_ASK_ADMIN = message("Sign in as an administrator of the portal, or ask one to do this.")
_SIGN_IN = remedy(RemedyKind.SIGN_IN_AGAIN)
_GRANT = remedy(RemedyKind.GRANT_PERMISSION)

_Entry = tuple[type[PortalError], Message, Message | Remedy]

_NOT_INSTALLED: _Entry = (
    SessionEndedError,
    message("The app is not installed on the portal."),
    message("Open the app in the portal or press “Reinstall” on its card, then sign in again."),
)
_NOT_ALLOWED: _Entry = (RefusedError, message("The portal does not allow this."), _ASK_ADMIN)
_WRONG_KEYS: _Entry = (
    RefusedError,
    message("The client ID or the client secret is wrong."),
    message("Copy both again from the app's card on this portal: another portal's keys do not fit."),
)
_WRONG_KEYS_OR_NOT_INSTALLED: _Entry = (
    RefusedError,
    message("The client ID or the client secret is wrong, or the app is not installed on the portal."),
    message(
        "Copy both again from the app's card on this portal: another portal's keys do not fit. If they are right, open"
        " the app in the portal or press “Reinstall” on its card, then sign in again."
    ),
)
_FAILED_INSIDE: _Entry = (
    UnknownOutcomeError,
    message("The portal failed inside."),
    remedy(RemedyKind.LOOK_AND_RETRY),
)

_CODES: Mapping[str, _Entry] = MappingProxyType(
    {
        "EXPIRED_TOKEN": (TokenExpiredError, message("The session's key has run out."), _SIGN_IN),
        "INVALID_TOKEN": (SessionEndedError, message("The portal no longer accepts this session."), _SIGN_IN),
        "AUTHORIZATION_ERROR": (SessionEndedError, message("The portal no longer accepts this session."), _SIGN_IN),
        "INVALID_GRANT": (SessionEndedError, message("The session has ended."), _SIGN_IN),
        "APPLICATION_NOT_FOUND": (
            SessionEndedError,
            message("The app is no longer on the portal."),
            message("Add the app to the portal again, then sign in with its new keys."),
        ),
        "NOT_INSTALLED": _NOT_INSTALLED,
        "ERROR_OAUTH": _NOT_INSTALLED,
        "NO_AUTH_FOUND": (NoTokenArrivedError, message("The portal found no valid sign-in in the request."), _SIGN_IN),
        "INSUFFICIENT_SCOPE": (
            RefusedError,
            message("The app lacks a permission for this."),
            _GRANT,
        ),
        "INVALID_SCOPE": (
            RefusedError,
            message("The app asks for more than its card on the portal grants."),
            _GRANT,
        ),
        "ACCESS_DENIED": _NOT_ALLOWED,
        "INVALID_CREDENTIALS": _NOT_ALLOWED,
        "ALLOWED_ONLY_INTRANET_USER": _NOT_ALLOWED,
        "USER_ACCESS_ERROR": (
            RefusedError,
            message("The app is closed to you."),
            message("Ask an administrator to give you access to the app."),
        ),
        "WRONG_AUTH_TYPE": (
            RefusedError,
            message("This needs an application, not a webhook."),
            message("Add a local application to the portal and sign in with its keys."),
        ),
        "PAYMENT_REQUIRED": (
            RefusedError,
            message("The paid period of the app or the portal has ended."),
            message("Renew it on the portal, then try again."),
        ),
        "QUERY_LIMIT_EXCEEDED": (
            LimitError,
            message("The portal is asked too often."),
            message(
                "bxdesk has waited and asked again. Everything on this network that calls the portal shares its limit:"
                " try again in a few minutes, or stop other programs that call it meanwhile."
            ),
        ),
        "OPERATION_TIME_LIMIT": (
            LimitError,
            message("The portal allows no more of this for some minutes."),
            message("Try again in ten minutes."),
        ),
        "OVERLOAD_LIMIT": (
            RefusedError,
            message("The portal is blocked because of overload."),
            message("Ask the portal's support to lift the block."),
        ),
        "PORTAL_DELETED": (
            RefusedError,
            message("The portal is closed or no longer exists."),
            remedy(RemedyKind.LEAVE_CLOSED_PORTAL),
        ),
        "ERROR_METHOD_NOT_FOUND": (
            MethodMissingError,
            message("The portal is too old for this."),
            message("Update the portal."),
        ),
        "CONNECTION_ERROR": (
            RefusedError,
            message("The portal cannot reach its authorization server."),
            message(
                "The fault is in the portal's network, not here. Whoever looks after its server must let it reach"
                " oauth.bitrix24.tech and oauth.bitrix.info over https."
            ),
        ),
        "INVALID_CLIENT": _WRONG_KEYS_OR_NOT_INSTALLED,
        "WRONG_CLIENT": _WRONG_KEYS,
        "INVALID_REQUEST": (
            RefusedError,
            message("The authorization server did not understand the request."),
            message("Try to sign in again."),
        ),
        "ERROR_PLACEMENT_NOT_FOUND": (
            RefusedError,
            message("The portal does not offer this placement to the app."),
            message("Check the code and the permissions in the app's card."),
        ),
        "ERROR_WRONG_HANDLER_URL": (
            RefusedError,
            message("The portal refuses the page address."),
            message("Use an https address with a full host name."),
        ),
        "ERROR_UNSUPPORTED_PROTOCOL": (
            RefusedError,
            message("The portal refuses the protocol of the page address."),
            message("Use an https address."),
        ),
        "ERROR_HANDLER_URL_MATCH": (
            RefusedError,
            message("This portal wants the page on the app's own host."),
            message("Use an address on the host that stands in the app's card."),
        ),
        "ERROR_PLACEMENT_MAX_COUNT": (
            RefusedError,
            message("The portal takes no more widgets of this app at this placement."),
            message("Remove one that stands there first."),
        ),
        "ERROR_PLACEMENT_USER_MODE": (
            RefusedError,
            message("This placement cannot be bound for a single user."),
            message("Bind it for everybody."),
        ),
        "ERROR_ARGUMENT": (
            RefusedError,
            message("The portal refuses a part of the widget."),
            message("Correct what it names, then apply again."),
        ),
        "EMPTY_ERROR_HANDLER_URL": (
            RefusedError,
            message("This placement needs the option “errorHandlerUrl”."),
            message("Name it in the options."),
        ),
        "EMPTY_ERROR_ICON_NAME": (
            RefusedError,
            message("This placement needs the option “iconName”."),
            message("Name it in the options."),
        ),
        "INTERNAL_SERVER_ERROR": _FAILED_INSIDE,
        "ERROR_UNEXPECTED_ANSWER": _FAILED_INSIDE,
    }
)


_NO_REST = ("plan", "tariff", "subscription", "commercial")
"""Message by which ``ACCESS_DENIED`` means a portal without REST rather than a person without rights."""

_COUNT = re.compile(r"\b[1-9][0-9]{0,5}\b")

_PERMISSIONS = {"placement": "placement", "crm": "crm"}
"""The permission a method needs, by the first part of its name."""


def portal_error(code: str, description: str = "", *, method: str = "", wait: float | None = None) -> PortalError:
    """The typed error for a code (any case) and the portal's own words about it.

    ``method`` is the method that was called, ``wait`` the seconds after which it may be repeated.
    """
    said = description.strip()
    kind, title, cure = _CODES.get(code.upper()) or _unlisted(code, description)
    without_rest = code.upper() == "ACCESS_DENIED" and any(word in description.lower() for word in _NO_REST)
    if without_rest:
        title = message("The portal's plan does not include REST.")
        cure = message("Ask the portal's owner to change the plan, or to activate a trial of the market.")
    if code.upper() == "INVALID_REQUEST" and "https" in description.lower().replace("https://", ""):
        title = message("The portal wants to be called over https.")
        cure = message("It may stand behind a proxy of yours: this one must tell it that the request came over https.")
    if code.upper() == "ERROR_PLACEMENT_MAX_COUNT" and (found := _COUNT.search(description)):
        title = message(
            "The portal takes no more than {count} of this app's widgets at this placement.", count=found[0]
        )
    if code.upper() == "INSUFFICIENT_SCOPE" and (permission := _PERMISSIONS.get(method.partition(".")[0])):
        title = message("The app lacks the permission “{permission}”.", permission=permission_title(permission))
    own_code = "plan_without_rest" if without_rest else code or "refused"
    if kind in (SessionEndedError, NoTokenArrivedError):
        own_code = "session_ended"
    explanation = _sentence(said) if said and said not in str(title) else Message("")
    error = kind(Problem(own_code, title, explanation, cure), code)
    if isinstance(error, LimitError):
        error.wait = wait
    return error


def nothing_was_done(error: PortalError) -> None:
    """Takes back the advice to look at what the portal did: the request only reads."""
    if error.problem.remedy == remedy(RemedyKind.LOOK_AND_RETRY):
        error.problem = replace(error.problem, remedy=message("Try again in a moment."))


def _sentence(said: str) -> Message:
    """A portal's own words, which often lack the full stop, fit to stand between our sentences."""
    return verbatim(said if said[-1] in ".!?…。" else f"{said}.")


def _unlisted(code: str, description: str) -> _Entry:
    title = message("The portal refused: {reason}", reason=description.strip() or code)
    return RefusedError, title, message("The portal's code for this is {code}.", code=code or "–")


def unreachable(host: str, reason: Message) -> UnknownOutcomeError:
    """No answer came from a host; ``reason`` is one plain phrase."""
    return UnknownOutcomeError(
        Problem(
            "unreachable",
            message("{host} does not answer.", host=host),
            message("{reason}.", reason=reason),
            message("Check the address and your network, then try again."),
        )
    )


def proxy_failed(host: str, proxy: Proxy, said: str) -> UnknownOutcomeError:
    """A proxy could not be reached, or did not let a request to ``host`` through; ``said`` is its answer, if any."""
    reason = message("{host} is reached through it. {source}", host=host, source=proxy.source)
    title = message("The proxy {proxy} does not answer.", proxy=proxy.name)
    cure = message("Start the proxy, or change it where it was set. bxdesk can also go without one.")
    if said.startswith("407"):
        title = message("The proxy {proxy} asks for a user and password.", proxy=proxy.name)
        cure = message("Enter them with its address in bxdesk: http://USER:PASSWORD@proxy.example.com:3128.")
    elif said:
        title = message("The proxy {proxy} did not let the request through: {answer}.", proxy=proxy.name, answer=said)
    return UnknownOutcomeError(Problem("proxy_failed", title, reason, cure))


def unreadable(host: str) -> UnknownOutcomeError:
    """An answer came, but not one a portal gives."""
    return UnknownOutcomeError(
        Problem(
            "unreadable_answer",
            message("{host} gave an answer that is not a portal's.", host=host),
            message("The address may belong to something else, or a proxy or the portal failed on the way."),
            message("Check the address; if it is right, try again in a moment."),
        )
    )


def too_large(host: str) -> ObstacleError:
    """An answer came, and did not end where a portal's would."""
    return ObstacleError(
        Problem(
            "unreadable_answer",
            message("{host} sends more than any portal does.", host=host),
            message("The answer was broken off before it was read."),
            message("Check the address: it may belong to something else."),
        )
    )


def moved(host: str, location: str) -> RefusedError:
    """The portal sends us elsewhere; a token is never sent along."""
    return RefusedError(
        Problem(
            "portal_moved",
            message("{host} answers under another address now.", host=host),
            message("It points to {location}.", location=location),
            remedy(RemedyKind.SIGN_IN_ELSEWHERE, portal=location),
        )
    )
