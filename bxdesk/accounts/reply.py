"""What comes back from a sign-in: the callback's query, a call with tokens, or what a person pastes instead."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message

_CODE = re.compile(r"[A-Za-z0-9._~-]{8,512}")
_CODE_AND_STATE = re.compile(r"\S*\bcode=[^&\s]+\S*&state=[^&\s]+\S*$|\S*\bstate=[^&\s]+\S*&code=[^&\s]+\S*$")
_LONGEST = 20_000
"""Characters of a text that may be an answer. A handler's call has a few thousand at most."""
_AROUND = " \t\r\n\"'`<>“”„«»‘’"
"""What stands around an address in a mail, a chat or a shell."""
_TOKENS = (("AUTH_ID", "REFRESH_ID"), ("access_token", "refresh_token"))
"""What a call with tokens has in it: to a handler or the install path, and as the event ``ONAPPINSTALL``."""


@dataclass(frozen=True, slots=True)
class SignInReply:
    """A code and what the portal said about itself beside it (empty where it said nothing)."""

    code: str = field(repr=False)
    member_id: str = ""
    server_domain: str = ""


class ReplyError(BxdeskError):
    """What came back is no answer to this sign-in, or a no. Another answer may still come."""


@dataclass(frozen=True, slots=True)
class HandedTokens:
    """Tokens from the POST that a portal makes to a handler or to the install path."""

    refresh_token: str = field(repr=False)
    member_id: str
    server_domain: str = ""


def is_callback(query: Mapping[str, str]) -> bool:
    """Whether a query looks like the answer to a sign-in, of whomever."""
    return "state" in query and ("code" in query or "error" in query)


def belongs_to(query: Mapping[str, str], state: str) -> bool:
    """Whether a query has the state of this sign-in."""
    return hmac.compare_digest(query.get("state", "").encode(), state.encode())


def reply_from_query(query: Mapping[str, str], state: str) -> SignInReply:
    """The reply in a callback's query. Raises ReplyError when it is not the answer to this sign-in, or a no."""
    if not belongs_to(query, state):
        raise other_sign_in()
    return _with_code(query)


def other_sign_in() -> ReplyError:
    """What is said of an answer that does not belong here."""
    return _error(
        "sign_in_state",
        message("An answer came that belongs to another sign-in."),
        message("Use the page that was opened last, or start the sign-in again."),
    )


def looks_like_reply(text: str) -> bool:
    """Whether a text is an answer to a sign-in beyond doubt: a code with its state, or a call with tokens."""
    if len(text) > _LONGEST:
        return False
    return _CODE_AND_STATE.match(text.strip(_AROUND)) is not None or _has_tokens(text)


def reply_from_paste(text: str, state: str) -> SignInReply | HandedTokens:
    """The reply in pasted text: the address the browser ended at, its query, only the code, or a call with tokens.

    Raises ReplyError, and CallError for a call that is not whole. A code alone and a call carry no state; the person
    who copied them vouches for them.
    """
    text = text.strip(_AROUND)
    if len(text) > _LONGEST:
        raise _not_an_answer()
    if _has_tokens(text) or "AUTH_ID" in text:
        # Heavy, and the window asks this module what looks like an answer: it must not be imported in its thread.
        from bxdesk.placements.call import fields_in

        return tokens_in(fields_in(text))
    if "code=" in text or "error=" in text:
        query = dict(parse_qsl((text.partition("?")[2] or text).partition("#")[0]))
        return reply_from_query(query, state) if "state" in query else _with_code(query)
    if _CODE.fullmatch(text) is None:
        raise _not_an_answer()
    return SignInReply(text)


def tokens_in(fields: Mapping[str, object]) -> HandedTokens:
    """The tokens in the fields of a call. Raises ReplyError, and CallError for a call that is not whole.

    The install path's call has no placement, and its query (the domain, the language) may be missing: whose the tokens
    are is known once they were exchanged.
    """
    from bxdesk.placements.call import read_call

    call = read_call({"PLACEMENT": "DEFAULT", "DOMAIN": "unknown", "LANG": "", "PROTOCOL": 1, **fields})
    if not call.refresh_token:
        raise _error(
            "sign_in_no_tokens",
            message("There are no tokens in this call."),
            message("Copy the whole POST request, with AUTH_ID and REFRESH_ID."),
        )
    server = call.server_endpoint.partition("://")[2].partition("/")[0]
    return HandedTokens(call.refresh_token, call.member_id, server)


def _has_tokens(text: str) -> bool:
    return any(access in text and refresh in text for access, refresh in _TOKENS)


def _with_code(query: Mapping[str, str]) -> SignInReply:
    if query.get("error"):
        raise ReplyError(
            Problem(
                "sign_in_refused",
                message("The portal did not allow the sign-in."),
                message("The portal said: {reason}.", reason=query.get("error_description") or query["error"]),
                message("Open the sign-in page again and press Allow."),
            )
        )
    if not query.get("code"):
        raise _error(
            "sign_in_no_code",
            message("There is no code in this answer."),
            message("Open the sign-in page again."),
        )
    return SignInReply(query["code"], query.get("member_id", ""), query.get("server_domain", ""))


def _not_an_answer() -> ReplyError:
    return _error(
        "sign_in_paste",
        message("That is neither an address with a code nor a code."),
        message("Copy the whole address from the browser's address bar after you pressed Allow."),
    )


def _error(code: str, title: Message, remedy: Message) -> ReplyError:
    return ReplyError(Problem(code, title, remedy=remedy))
