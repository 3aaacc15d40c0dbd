"""What can go wrong with a portal: every documented code as one typed error with explanation and cure.

Decisions are made on the code in the body, never on the HTTP status: the same error comes with different statuses from
hosted portals, portals of one's own and the documentation, and sometimes with 200.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.errors import BxdeskError, Problem
from bxdesk.placements.permissions import permission_title
from bxdesk.words import Words, verbatim, words


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


_ASK_ADMIN = words("Sign in as an administrator of the portal, or ask one to do this.")
_SIGN_IN = words("Sign in again.")

_Entry = tuple[type[PortalError], Words, Words]

_NOT_INSTALLED: _Entry = (
    SessionEndedError,
    words("The app is not installed on the portal."),
    words("Open the app's card on the portal, save it, then sign in again."),
)
_NOT_ALLOWED: _Entry = (RefusedError, words("The portal does not allow this."), _ASK_ADMIN)
_WRONG_KEYS: _Entry = (
    RefusedError,
    words("The client ID or the client secret is wrong."),
    words("Copy both again from the app's card on this portal: another portal's keys do not fit."),
)
_FAILED_INSIDE: _Entry = (
    UnknownOutcomeError,
    words("The portal failed inside."),
    words("Refresh to see what it did, then try again."),
)

_CODES: Mapping[str, _Entry] = MappingProxyType(
    {
        "EXPIRED_TOKEN": (TokenExpiredError, words("The session's key has run out."), _SIGN_IN),
        "INVALID_TOKEN": (SessionEndedError, words("The portal no longer accepts this session."), _SIGN_IN),
        "AUTHORIZATION_ERROR": (SessionEndedError, words("The portal no longer accepts this session."), _SIGN_IN),
        "INVALID_GRANT": (SessionEndedError, words("The session has ended."), _SIGN_IN),
        "APPLICATION_NOT_FOUND": (
            SessionEndedError,
            words("The app is no longer on the portal."),
            words("Add the app to the portal again, then sign in with its new keys."),
        ),
        "NOT_INSTALLED": _NOT_INSTALLED,
        "ERROR_OAUTH": _NOT_INSTALLED,
        "NO_AUTH_FOUND": (NoTokenArrivedError, words("The portal found no valid sign-in in the request."), _SIGN_IN),
        "INSUFFICIENT_SCOPE": (
            RefusedError,
            words("The app lacks a permission for this."),
            words("Open the app's card on the portal, tick the permission, save, and refresh here."),
        ),
        "INVALID_SCOPE": (
            RefusedError,
            words("The app asks for a permission the portal does not know."),
            words("Correct the permissions in the app's card."),
        ),
        "ACCESS_DENIED": _NOT_ALLOWED,
        "INVALID_CREDENTIALS": _NOT_ALLOWED,
        "ALLOWED_ONLY_INTRANET_USER": _NOT_ALLOWED,
        "USER_ACCESS_ERROR": (
            RefusedError,
            words("The app is closed to you."),
            words("Ask an administrator to give you access to the app."),
        ),
        "WRONG_AUTH_TYPE": (
            RefusedError,
            words("This needs an application, not a webhook."),
            words("Add a local application to the portal and sign in with its keys."),
        ),
        "PAYMENT_REQUIRED": (
            RefusedError,
            words("The paid period of the app or the portal has ended."),
            words("Renew it on the portal, then try again."),
        ),
        "QUERY_LIMIT_EXCEEDED": (
            LimitError,
            words("The portal is asked too often."),
            words("Wait a moment and try again."),
        ),
        "OPERATION_TIME_LIMIT": (
            LimitError,
            words("The portal allows no more of this for some minutes."),
            words("Try again in ten minutes."),
        ),
        "OVERLOAD_LIMIT": (
            RefusedError,
            words("The portal is blocked because of overload."),
            words("Ask the portal's support to lift the block."),
        ),
        "PORTAL_DELETED": (
            RefusedError,
            words("The portal is closed or no longer exists."),
            words(
                "If it is a server of your own, its public part may be closed for a time: look in the main module's "
                "settings. If the portal is gone, sign out of it here."
            ),
        ),
        "ERROR_METHOD_NOT_FOUND": (
            MethodMissingError,
            words("The portal is too old for this."),
            words("Update the portal."),
        ),
        "INVALID_CLIENT": _WRONG_KEYS,
        "WRONG_CLIENT": _WRONG_KEYS,
        "INVALID_REQUEST": (
            RefusedError,
            words("The authorization server did not understand the request."),
            words("Try to sign in again."),
        ),
        "ERROR_PLACEMENT_NOT_FOUND": (
            RefusedError,
            words("The portal does not offer this placement to the app."),
            words("Check the code and the permissions in the app's card."),
        ),
        "ERROR_WRONG_HANDLER_URL": (
            RefusedError,
            words("The portal refuses the handler's address."),
            words("Use an https address with a full host name."),
        ),
        "ERROR_UNSUPPORTED_PROTOCOL": (
            RefusedError,
            words("The portal refuses the handler's protocol."),
            words("Use an https address."),
        ),
        "ERROR_HANDLER_URL_MATCH": (
            RefusedError,
            words("This portal wants the handler on the app's own host."),
            words("Use an address on the host that stands in the app's card."),
        ),
        "ERROR_PLACEMENT_MAX_COUNT": (
            RefusedError,
            words("An app may bind this placement only once."),
            words("Remove the binding that stands there first."),
        ),
        "ERROR_PLACEMENT_USER_MODE": (
            RefusedError,
            words("This placement cannot be bound for a single user."),
            words("Bind it for everybody."),
        ),
        "ERROR_ARGUMENT": (
            RefusedError,
            words("The portal refuses a part of the widget."),
            words("Correct what it names, then apply again."),
        ),
        "EMPTY_ERROR_HANDLER_URL": (
            RefusedError,
            words("This placement needs the option “errorHandlerUrl”."),
            words("Name it in the options."),
        ),
        "EMPTY_ERROR_ICON_NAME": (
            RefusedError,
            words("This placement needs the option “iconName”."),
            words("Name it in the options."),
        ),
        "INTERNAL_SERVER_ERROR": _FAILED_INSIDE,
        "ERROR_UNEXPECTED_ANSWER": _FAILED_INSIDE,
    }
)


_NO_REST = ("plan", "tariff", "subscription", "commercial")
"""Words by which ``ACCESS_DENIED`` means a portal without REST rather than a person without rights."""

_PERMISSIONS = {"placement": "placement", "crm": "crm"}
"""The permission a method needs, by the first part of its name."""


def portal_error(code: str, description: str = "", *, method: str = "", wait: float | None = None) -> PortalError:
    """The typed error for a code (any case) and the portal's own words about it.

    ``method`` is the method that was called, ``wait`` the seconds after which it may be repeated.
    """
    said = description.strip()
    kind, title, hint = _CODES.get(code.upper()) or _unlisted(code, description)
    if code.upper() == "ACCESS_DENIED" and any(word in description.lower() for word in _NO_REST):
        title = words("The portal's plan does not include REST.")
        hint = words("Ask the portal's owner to change the plan, or to activate a trial of the market.")
    if code.upper() == "INVALID_REQUEST" and "https" in description.lower().replace("https://", ""):
        title = words("The portal wants to be called over https.")
        hint = words("It may stand behind a proxy of yours: this one must tell it that the request came over https.")
    if code.upper() == "INSUFFICIENT_SCOPE" and (permission := _PERMISSIONS.get(method.partition(".")[0])):
        title = words("The app lacks the permission “{permission}”.", permission=permission_title(permission))
    own_code = "session_ended" if kind in (SessionEndedError, NoTokenArrivedError) else code or "refused"
    explanation = _sentence(said) if said and said not in str(title) else Words("")
    error = kind(Problem(own_code, title, explanation, hint), code)
    if isinstance(error, LimitError):
        error.wait = wait
    return error


def _sentence(said: str) -> Words:
    """A portal's own words, which often lack the full stop, fit to stand between our sentences."""
    return verbatim(said if said[-1] in ".!?…。" else f"{said}.")


def _unlisted(code: str, description: str) -> _Entry:
    title = words("The portal refused: {reason}", reason=description.strip() or code)
    return RefusedError, title, words("The portal's code for this is {code}.", code=code or "–")


def unreachable(host: str, reason: Words) -> UnknownOutcomeError:
    """No answer came from a host; ``reason`` is one plain phrase."""
    return UnknownOutcomeError(
        Problem(
            "unreachable",
            words("{host} does not answer.", host=host),
            words("{reason}.", reason=reason),
            words("Check the address and your network, then try again."),
        )
    )


def unreadable(host: str) -> UnknownOutcomeError:
    """An answer came, but not one a portal gives."""
    return UnknownOutcomeError(
        Problem(
            "unreadable_answer",
            words("{host} gave an answer that is not a portal's.", host=host),
            words("The address may belong to something else, or a proxy or the portal failed on the way."),
            words("Check the address; if it is right, try again in a moment."),
        )
    )


def moved(host: str, location: str) -> RefusedError:
    """The portal sends us elsewhere; a token is never sent along."""
    return RefusedError(
        Problem(
            "portal_moved",
            words("{host} answers under another address now.", host=host),
            words("It points to {location}.", location=location),
            words("Sign in again with the new address."),
        )
    )
