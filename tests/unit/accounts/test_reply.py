"""What comes back from a sign-in, and what a person pastes instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.accounts.reply import (
    HandedTokens,
    ReplyError,
    SignInReply,
    looks_like_reply,
    reply_from_paste,
    reply_from_query,
)
from bxdesk.errors import BxdeskError

STATE = "the-state-of-this-sign-in"
CODE = "5e3b8a660063d1fcd"
QUERY = {"code": CODE, "state": STATE, "member_id": "a" * 32, "server_domain": "oauth.bitrix.info", "domain": "x"}
REPLY = SignInReply(CODE, "a" * 32, "oauth.bitrix.info")


def test_the_callback_of_this_sign_in_is_taken() -> None:
    assert reply_from_query(QUERY, STATE) == REPLY
    assert CODE not in repr(REPLY)


@pytest.mark.parametrize("state", [{}, {"state": ""}, {"state": "another"}, {"state": STATE + "x"}, {"state": "ß"}])
def test_the_callback_of_another_sign_in_is_not(state: dict[str, str]) -> None:
    query = {key: value for key, value in QUERY.items() if key != "state"} | state
    with pytest.raises(ReplyError, match="another sign-in"):
        reply_from_query(query, STATE)


def test_a_refusal_needs_the_right_state_too() -> None:
    refusal = {"error": "access_denied", "error_description": "No {way}", "state": STATE}
    with pytest.raises(BxdeskError, match=r"No \{way\}") as caught:
        reply_from_query(refusal, STATE)
    assert caught.value.problem.code == "sign_in_refused"
    with pytest.raises(ReplyError):
        reply_from_query(refusal | {"state": "x"}, STATE)


@pytest.mark.parametrize(
    "pasted",
    [
        f"http://127.0.0.1:8917/callback?code={CODE}&state={STATE}&member_id={'a' * 32}"
        "&server_domain=oauth.bitrix.info",
        f"  https://my.server.example/cb?code={CODE}&state={STATE}&member_id={'a' * 32}"
        "&server_domain=oauth.bitrix.info#top\n",
        f"?code={CODE}&state={STATE}&member_id={'a' * 32}&server_domain=oauth.bitrix.info",
        f"code={CODE}&state={STATE}&member_id={'a' * 32}&server_domain=oauth.bitrix.info",
        f'"http://127.0.0.1:8917/callback?code={CODE}&state={STATE}&member_id={"a" * 32}'
        '&server_domain=oauth.bitrix.info"',
        f"<http://[::1/?code={CODE}&state={STATE}&member_id={'a' * 32}&server_domain=oauth.bitrix.info>",
        f"'?code={CODE}&state={STATE}&member_id={'a' * 32}&server_domain=oauth.bitrix.info'",
    ],
)
def test_an_address_may_be_pasted_whole(pasted: str) -> None:
    assert reply_from_paste(pasted, STATE) == REPLY


def test_a_code_alone_may_be_pasted() -> None:
    assert reply_from_paste(f" {CODE}\n", STATE) == SignInReply(CODE)
    assert reply_from_paste(f"“{CODE}”", STATE) == SignInReply(CODE)


@pytest.mark.parametrize(
    "pasted", ["", "hello", "two words here", "https://acme.bitrix24.com/", "code=", "x" * 600, "{" * 30_000]
)
def test_anything_else_is_told_apart(pasted: str) -> None:
    with pytest.raises(ReplyError):
        reply_from_paste(pasted, STATE)


def test_a_pasted_address_of_another_sign_in_is_refused() -> None:
    with pytest.raises(ReplyError, match="another sign-in"):
        reply_from_paste(f"http://127.0.0.1:8917/callback?code={CODE}&state=other", STATE)


@given(
    st.text(max_size=200).flatmap(lambda text: st.sampled_from((text, f"code={text}", f"AUTH_ID REFRESH_ID {text}")))
)
def test_any_paste_is_a_reply_or_a_clear_error(text: str) -> None:
    try:
        reply = reply_from_paste(text, STATE)
    except BxdeskError as error:
        assert error.problem.title
    else:
        assert isinstance(reply, SignInReply | HandedTokens)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (f"http://127.0.0.1:8917/callback?code={CODE}&state={STATE}&domain=x", True),
        (f"?state={STATE}&member_id=1&code={CODE}\n", True),
        (f"code={CODE}&state={STATE}", True),
        ("AUTH_ID=1&AUTH_EXPIRES=3600&REFRESH_ID=2&member_id=3", True),
        ("Array\n(\n    [AUTH_ID] => 1\n    [REFRESH_ID] => 2\n)", True),
        ("event=ONAPPINSTALL&auth%5Baccess_token%5D=1&auth%5Brefresh_token%5D=2", True),
        (CODE, False),
        (f"https://acme.bitrix24.com/oauth/authorize/?client_id=local.1&state={STATE}", False),
        (f"code={CODE}", False),
        ("my password", False),
        ("if code=1 then state=2", False),
        ("", False),
        (f"code={CODE}&state={STATE}" + "x" * 20_000, False),
    ],
)
def test_what_looks_like_an_answer_without_anybody_saying_so(text: str, is_one: bool) -> None:
    assert looks_like_reply(text) is is_one
