"""What a server answers that is no portal's answer: what its status means, and the page's own words.

Whatever stands in front of a portal answers in its own way: a web server, a firewall, the sign-in page of a network.
"""

from __future__ import annotations

import logging
import math
import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from types import MappingProxyType

import httpx

from bxdesk.errors import Problem, Remedy, RemedyKind, remedy
from bxdesk.messages import Message, message
from bxdesk.portal.errors import LimitError, ObstacleError, UnknownOutcomeError

_READ = 8_000
"""Characters of a page that are looked at for its words."""
_SHOWN = 80
_TITLE = re.compile(r"<title[^>]*>([^<]*)", re.IGNORECASE)
_NO_TEXT = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL)
_PHP = re.compile(
    rb"\s*(?:<br\s*/?>\s*)?(?:<b>)?(?:PHP )?(?:Fatal error|Warning|Notice|Deprecated|Parse error)", re.IGNORECASE
)

_Meaning = tuple[Message, Message | Remedy]

_FAILED_BEHIND: _Meaning = (
    message("The web server in front of the portal got no answer from it."),
    message("Try again in a moment. If it stays so, tell whoever looks after the server."),
)
_MEANINGS: Mapping[int, _Meaning] = MappingProxyType(
    {
        401: (
            message("The web server itself asks for a user and password, before the portal does."),
            message("Whoever looks after the server must let the addresses under /rest/ and /oauth/ through without."),
        ),
        403: (
            message("A firewall or the web server in front of the portal refuses the request."),
            message("Ask whoever looks after it to let calls to the addresses under /rest/ through."),
        ),
        404: (
            message("There is nothing at this address."),
            message("Check the address. On a server of your own, REST may be switched off, or /rest/ leads nowhere."),
        ),
        405: (
            message("The web server refuses calls of this kind (POST)."),
            message("Whoever looks after the server must allow them for the addresses under /rest/."),
        ),
        413: (
            message("The web server takes no calls of this size."),
            message("Whoever looks after the server must raise its limit; or leave pictures and long texts out."),
        ),
        429: (
            message("The server is asked too often."),
            message("Wait a moment and try again."),
        ),
        500: (
            message("The server failed inside. Its own log says why."),
            remedy(RemedyKind.LOOK_AND_RETRY),
        ),
        502: _FAILED_BEHIND,
        503: (
            message("The server is out of service for the moment."),
            message("Try again in a moment. If it stays so, tell whoever looks after the server."),
        ),
        504: _FAILED_BEHIND,
    }
)
_SOMETHING_ELSE: _Meaning = (
    message("The address may belong to something else, or a proxy or the portal failed on the way."),
    message("Check the address; if it is right, try again in a moment."),
)
_SENT_ON: _Meaning = (
    message("It sends callers on to another page, as a sign-in page in front of a portal does."),
    message("Whoever looks after the server must let the addresses under /rest/ through."),
)
_PHP_FAILED: _Meaning = (
    message("The server's own PHP reports errors in place of an answer. Its log has them too."),
    remedy(RemedyKind.LOOK_AND_RETRY),
)
_PASSING = frozenset((408, 425, 429))
"""Of the statuses that refuse a call, those that are gone when it is sent again."""

_log = logging.getLogger(__name__)


def other_answer(response: httpx.Response, host: str) -> LimitError | UnknownOutcomeError:
    """The error for an answer that is no JSON: what was asked, what came, what it means and what to do."""
    method = response.request.url.path.rstrip("/").rpartition("/")[2]
    status, said = response.status_code, words_of(response)
    _log.info("%s %s: HTTP %d and no JSON: %s", host, method, status, said or "nothing")
    meaning, cure = _meaning(response)
    wait = retry_after(response)
    answered = message("It answered {method} with HTTP {status}.", method=method, status=status)
    if said:
        answered = message(
            "It answered {method} with HTTP {status}: “{words}”.", method=method, status=status, words=said
        )
    is_limit = status == 429 or (status == 503 and wait is not None)
    if is_limit and wait is not None and wait > 60:
        cure = message("Try again in {minutes} minutes.", minutes=math.ceil(wait / 60))
    title = message("{host} gave an answer that is not a portal's.", host=host)
    if response.request.url.path.startswith("/oauth/"):
        title = message("{host} gave an answer that is not an authorization server's.", host=host)
    problem = Problem(
        "unreadable_answer",
        title,
        message("{meaning} {answered}", meaning=meaning, answered=answered),
        cure,
    )
    if is_limit:
        limit = LimitError(problem)
        limit.wait = wait
        return limit
    lasting = 300 <= status < 500 and status not in _PASSING
    return ObstacleError(problem) if lasting else UnknownOutcomeError(problem)


def words_of(response: httpx.Response) -> str:
    """A page's title, or else its first words, fit to be shown; empty where it has none."""
    if not response.headers.get("Content-Type", "text/").lower().startswith(("text/", "application/")):
        return ""
    from html import unescape

    from bxdesk.support.masking import masked

    page = response.content[:_READ].decode(response.charset_encoding or "utf-8", "replace")
    title = _TITLE.search(page)
    text = unescape(title[1] if title and title[1].strip() else _NO_TEXT.sub(" ", page))
    words = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return masked(words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…")


def retry_after(response: httpx.Response) -> float | None:
    """The seconds after which the server wants to be asked again, None where it does not say."""
    said = response.headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, OverflowError, OSError):
        return None


def begins_with_php(content: bytes) -> bool:
    """Whether PHP's own messages stand where an answer should begin."""
    return _PHP.match(content) is not None


def _meaning(response: httpx.Response) -> _Meaning:
    if response.is_redirect:
        return _SENT_ON
    if begins_with_php(response.content):
        return _PHP_FAILED
    return _MEANINGS.get(response.status_code, _SOMETHING_ELSE)
