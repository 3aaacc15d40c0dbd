"""What comes back from a sign-in: the callback's query, or what a person pastes instead of it."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message

_CODE = re.compile(r"[A-Za-z0-9._~-]{8,512}")
_CODE_AND_STATE = re.compile(r"\S*\bcode=[^&\s]+\S*&state=[^&\s]+\S*$|\S*\bstate=[^&\s]+\S*&code=[^&\s]+\S*$")
_LONGEST = 20_000
"""Characters of a text that may be an answer. A handler's call has a few thousand at most."""


@dataclass(frozen=True, slots=True)
class SignInReply:
    """A code and what the portal said about itself beside it (empty where it said nothing)."""

    code: str = field(repr=False)
    member_id: str = ""
    server_domain: str = ""


class ReplyError(BxdeskError):
    """What came back belongs to no sign-in, or to another one."""


@dataclass(frozen=True, slots=True)
class HandedTokens:
    """Tokens from the POST that a portal makes to a handler or to the install path."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    domain: str
    member_id: str
    server_domain: str = ""


def reply_from_query(query: Mapping[str, str], state: str) -> SignInReply:
    """The reply in a callback's query. Raises ReplyError when it is not the answer to this sign-in."""
    if not hmac.compare_digest(query.get("state", "").encode(), state.encode()):
        raise _error(
            "sign_in_state",
            message("This answer belongs to another sign-in."),
            message("Use the page that was opened last, or start the sign-in again."),
        )
    return _with_code(query)


def looks_like_reply(text: str) -> bool:
    """Whether a text is an answer to a sign-in beyond doubt: a code with its state, or a call with tokens."""
    if len(text) > _LONGEST:
        return False
    return _CODE_AND_STATE.match(text.strip()) is not None or ("AUTH_ID" in text and "REFRESH_ID" in text)


def reply_from_paste(text: str, state: str) -> SignInReply | HandedTokens:
    """The reply in pasted text: the address the browser ended at, its query, only the code, or a call to a handler.

    Raises ReplyError. A code alone and a call carry no state; the person who copied them vouches for them.
    """
    text = text.strip()
    if "AUTH_ID" in text:
        return _from_call(text)
    if "code=" in text or "error=" in text:
        query = dict(parse_qsl(urlsplit(text).query or text.lstrip("?")))
        return reply_from_query(query, state) if "state" in query else _with_code(query)
    if _CODE.fullmatch(text) is None:
        raise _error(
            "sign_in_paste",
            message("That is neither an address with a code nor a code."),
            message("Copy the whole address from the browser's address bar after you pressed Allow."),
        )
    return SignInReply(text)


def _from_call(text: str) -> HandedTokens:
    """Tokens in a handler's call: form data, JSON or PHP's print_r. The install path's call has no placement."""
    # Heavy, and the window asks this module what looks like an answer: it must not be imported in its thread.
    from bxdesk.placements.call import fields_in, read_call

    call = read_call({"PLACEMENT": "DEFAULT", "LANG": "", "PROTOCOL": 1, **fields_in(text)})
    if not call.access_token or not call.refresh_token:
        raise _error(
            "sign_in_no_tokens",
            message("There are no tokens in this call."),
            message("Copy the whole POST request, with AUTH_ID and REFRESH_ID."),
        )
    server = urlsplit(call.server_endpoint).netloc
    return HandedTokens(call.access_token, call.refresh_token, call.domain, call.member_id, server)


def _with_code(query: Mapping[str, str]) -> SignInReply:
    if query.get("error"):
        raise BxdeskError(
            Problem(
                "sign_in_refused",
                message("The portal did not allow the sign-in."),
                message("The portal said: {reason}.", reason=query.get("error_description") or query["error"]),
                message("Sign in again and press Allow."),
            )
        )
    if not query.get("code"):
        raise _error(
            "sign_in_no_code",
            message("There is no code in this answer."),
            message("Start the sign-in again."),
        )
    return SignInReply(query["code"], query.get("member_id", ""), query.get("server_domain", ""))


def _error(code: str, title: Message, hint: Message) -> ReplyError:
    return ReplyError(Problem(code, title, hint=hint))
