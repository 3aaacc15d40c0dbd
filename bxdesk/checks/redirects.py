"""Where an answer sends a browser on to, and why we would not go there."""

from __future__ import annotations

from collections.abc import Sequence

import httpx

from bxdesk.checks.call_request import CallRequest, StoppedError
from bxdesk.checks.check import CheckCode, CheckState
from bxdesk.errors import Problem
from bxdesk.messages import Message, message
from bxdesk.portal.transport import NO_ADDRESS

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST = 20
"""So many redirects a browser follows."""


def redirect(response: httpx.Response, sent: Sequence[CallRequest]) -> CallRequest | None:
    """The request that follows the answer to the last of those ``sent``; None where it is the end.

    Raises StoppedError for what no browser follows in a frame.
    """
    last = sent[-1]
    nowhere = response.extensions.get(NO_ADDRESS, "")
    location = nowhere or response.headers.get("Location", "")
    if response.status_code not in _REDIRECTS or not location:
        return None
    try:
        url = last.url.join(location)
    except httpx.InvalidURL:
        raise _stopped(last, message("It leads to something that is no address.")) from None
    if url.scheme not in ("http", "https"):
        raise _stopped(last, message("It leads to a {scheme}: address.", scheme=url.scheme))
    if nowhere:
        raise _stopped(last, message("It leads to something that is no address."))
    following = last.redirected(response.status_code, url)
    if any((one.method, one.url) == (following.method, url) for one in sent):
        raise _stopped(last, message("It leads in a circle. It may wait for a cookie that a frame does not get."))
    if len(sent) > _MOST:
        raise _stopped(last, message("It does not end after {count} redirects.", count=_MOST))
    return following


def inwards(host: str) -> StoppedError:
    """The redirect leads to an address that is further inside than the one it comes from."""
    return StoppedError(
        CheckCode.HANDLER_REDIRECT,
        CheckState.BLOCKED,
        Problem(
            CheckCode.HANDLER_REDIRECT,
            message("The call is sent on to an address inside a network: {host}.", host=host),
            message("Browsers ask before a page leads them inside from the internet. It was not followed."),
            message("Enter the address of the page itself."),
        ),
    )


def _stopped(last: CallRequest, why: Message) -> StoppedError:
    problem = Problem(
        CheckCode.HANDLER_REDIRECT,
        message("{host} sends the call on to where no browser goes in a frame.", host=last.url.host),
        why,
        message("Correct the redirect on the handler's server, or enter the address of the page itself."),
    )
    return StoppedError(CheckCode.HANDLER_REDIRECT, CheckState.BLOCKED, problem)
