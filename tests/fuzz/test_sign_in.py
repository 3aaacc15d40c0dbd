"""Whatever comes to the loopback address, and whatever servers answer: a sign-in succeeds, or says why not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import anyio
import anyio.to_thread
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.accounts.request import SignInRequest
from bxdesk.accounts.signin import sign_in
from bxdesk.errors import Problem
from bxdesk.portal.http import make_http, system_trust
from tests.fuzz.bounds import Bounds, fuzzed
from tests.fuzz.corpus import CALLBACKS
from tests.fuzz.inputs import WHATEVER, damaged, spoilt
from tests.fuzz.portal import CODE, MEMBER, TOKENS, Answers, HostilePortal

TRUST = system_trust()
STATE = b"THE-STATE"
"""Stands for the state of the sign-in, which somebody has seen."""
ASKED = (
    b"GET /callback?code=forged-code-1234&state=THE-STATE&member_id=y&server_domain=oauth.bitrix.info HTTP/1.1\r\n"
    b"Host: 127.0.0.1\r\nOrigin: null\r\n\r\n"
)
POSTED = (
    b"POST /callback?DOMAIN=x&PROTOCOL=1&LANG=en HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: THE-PORTAL\r\n"
    b"Content-Length: 99\r\n\r\n"
    b"AUTH_ID=a&REFRESH_ID=b&member_id=y&PLACEMENT=DEFAULT&PLACEMENT_OPTIONS=%7B%22ID%22%3A%227%22%7D&x=yy"
)
NAMES = st.sampled_from(
    ["code", "state", "error", "error_description", "member_id", "server_domain", "domain", "AUTH_ID", "REFRESH_ID"]
)
VALUES = st.text(max_size=9) | st.sampled_from(
    [
        "THE-STATE",
        "forged-code-1234",
        "%ff%fe",
        "%ED%A0%BD",
        "%00",
        "%1b[2J",
        "oauth.bitrix.info",
        "[::1",
        "%5B::1",
        "127.0.0.1:99999",
        "xn--",
        "a.b",
    ]
)


@pytest.fixture
def portal(hostile: HostilePortal) -> HostilePortal:
    """In order but for what it is told."""
    hostile.answers = Answers()
    return hostile


SignIn = Callable[[list[bytes]], None]


def told(problem: Problem) -> None:
    """Hears why an answer was no good, in words that can be written down."""
    str(problem).encode()


@pytest.fixture
def signed_in_after(portal: HostilePortal, network: Bounds, free_port: int) -> SignIn:
    """Signs in while this comes to the loopback address first."""
    request = SignInRequest(
        portal.address, "local.1", "secret", f"http://127.0.0.1:{free_port}/callback", portal.address, timeout=30
    )

    async def knock(data: bytes) -> bytes:
        async with await anyio.connect_tcp("127.0.0.1", free_port) as stream:
            answer = b""
            try:
                await stream.send(data)
                await stream.send_eof()
                while True:
                    answer += await stream.receive()
            except (anyio.EndOfStream, anyio.BrokenResourceError):
                return answer

    async def through(knocks: list[bytes]) -> None:
        async with make_http(TRUST, "none") as http, anyio.create_task_group() as tasks:

            async def browser(address: str) -> None:
                state = parse_qs(urlsplit(address).query)["state"][0].encode()
                for data in knocks:
                    said = await knock(data.replace(STATE, state).replace(b"THE-PORTAL", portal.address.encode()))
                    assert said == b"" or said.startswith(b"HTTP/1.1 4"), said
                    assert b"<script" not in said
                good = b"GET /callback?code=%b&state=%b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                assert (await knock(good % (CODE.encode(), state))).startswith(b"HTTP/1.1 200")

            def announce(address: str) -> None:
                tasks.start_soon(browser, address)

            result = await sign_in(http, request, announce, tell=told)
            assert result.connection.member_id == MEMBER

    def run(knocks: list[bytes]) -> None:
        with network.one():
            anyio.run(through, knocks)

    return run


@pytest.mark.parametrize("name", CALLBACKS)
def test_what_failed_once(signed_in_after: SignIn, name: str) -> None:
    signed_in_after([CALLBACKS[name]])


@fuzzed(20)
@given(st.lists(damaged(ASKED) | damaged(POSTED) | st.binary(max_size=60), min_size=1, max_size=4))
def test_any_bytes_to_the_loopback_address(signed_in_after: SignIn, knocks: list[bytes]) -> None:
    signed_in_after(knocks)


@fuzzed(20)
@given(st.lists(st.tuples(NAMES, VALUES), max_size=5), st.sampled_from((b"GET", b"POST")), st.booleans())
def test_any_fields(signed_in_after: SignIn, fields: list[tuple[str, str]], method: bytes, ours: bool) -> None:
    query = "&".join(f"{name}={value}" for name, value in fields if value != CODE).encode("utf-8", "replace")
    query = bytes(byte for byte in query if byte > 32)
    origin = b"Origin: THE-PORTAL\r\n" if ours else b""
    signed_in_after([b"%b /callback?%b HTTP/1.1\r\nHost: localhost\r\n%b\r\n" % (method, query, origin)])


GOOD: dict[str, Any] = {**TOKENS, "client_endpoint": "https://a.b/rest/", "member_id": MEMBER, "user_id": 1}


@pytest.fixture
def paste(portal: HostilePortal, network: Bounds) -> Callable[[Answers, str], None]:
    """Signs in with a text that is pasted, while the servers answer so."""
    request = SignInRequest(portal.address, "local.1", "secret", "", portal.address, timeout=0.2)

    async def through(text: str) -> None:
        texts = [text]

        async def pasted() -> str:
            if not texts:
                await anyio.sleep_forever()
            return texts.pop()

        async with make_http(TRUST, "none") as http:
            signed_in = await sign_in(http, request, lambda _: None, pasted, told)
            str(signed_in.connection).encode()

    def run(answers: Answers, text: str) -> None:
        portal.answers = answers
        with network.one():
            anyio.run(through, text)

    return run


@fuzzed(20)
@given(spoilt(GOOD) | WHATEVER)
def test_any_token_reply(paste: Callable[[Answers, str], None], reply: object) -> None:
    paste(Answers(token=reply), CODE)


@fuzzed(15)
@given(damaged(b'{"error": "NO_AUTH_FOUND", "error_description": "x"}') | WHATEVER)
def test_any_answer_to_the_question_whether_a_portal_is_there(
    paste: Callable[[Answers, str], None], body: object
) -> None:
    paste(Answers(whole={"profile": body}), CODE)


@fuzzed(20)
@given(damaged(ASKED) | damaged(POSTED) | damaged(CODE.encode()))
def test_any_pasted_text(paste: Callable[[Answers, str], None], text: bytes) -> None:
    paste(Answers(), text.decode("utf-8", "surrogateescape"))
