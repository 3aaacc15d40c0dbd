"""Calling handlers: what is sent, what becomes of it, and what hostile ones get out of it."""

from __future__ import annotations

import gzip
from urllib.parse import parse_qsl, urlsplit

import anyio
import pytest

from bxdesk.checks import calling
from bxdesk.checks.calling import MAX_PAGE
from bxdesk.checks.check import CheckCode, CheckState
from tests.builders import DEAL

from .conftest import PORTAL, Calling
from .handlers import Handlers, Serve, page, raw, redirect

pytestmark = pytest.mark.anyio

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


async def test_the_call_is_the_portals_own_and_its_tokens_are_worth_nothing(handlers: Handlers, call: Calling) -> None:
    handlers.ways["/w"] = page()

    called = await call(handlers.address("/w?mine=1"))

    (sent,) = handlers.sent
    assert (called.page and called.page.status_code, called.ended) == (200, True)
    assert dict(parse_qsl(urlsplit(sent.target).query)) == {
        "mine": "1",
        "DOMAIN": "acme.bitrix24.com",
        "PROTOCOL": "1",
        "LANG": "en",
        "APP_SID": "example-opening",
    }
    body = dict(parse_qsl(sent.body, keep_blank_values=True))
    assert (sent.method, body["PLACEMENT"], body["member_id"]) == ("POST", DEAL, "a" * 32)
    tokens = ("AUTH_ID", "REFRESH_ID", "APPLICATION_TOKEN")
    assert [body[name] for name in tokens] == [
        "example-access-token",
        "example-refresh-token",
        "example-application-token",
    ]
    assert sent.headers["content-type"] == "application/x-www-form-urlencoded"
    assert (sent.headers["origin"], sent.headers["referer"]) == (PORTAL, f"{PORTAL}/")
    assert sent.headers["user-agent"].startswith("Mozilla/5.0 ")
    assert sent.headers.keys().isdisjoint(("authorization", "cookie"))


@pytest.mark.parametrize(("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")])
async def test_what_a_redirect_makes_of_the_call(handlers: Handlers, call: Calling, status: int, method: str) -> None:
    handlers.ways |= {"/w": redirect("/there", status, "Set-Cookie: a=b"), "/there": page()}

    called = await call(handlers.address("/w"))

    first, second = handlers.sent
    assert (second.method, bool(second.body)) == (method, method == "POST")
    assert "cookie" not in second.headers
    assert [hop.status for hop in called.hops] == [status, 200]
    assert first.headers["origin"] == PORTAL
    assert second.headers.get("origin") == (PORTAL if method == "POST" else None)


async def test_a_redirect_to_another_origin_does_not_tell_where_the_call_came_from(
    handlers: Handlers, call: Calling
) -> None:
    handlers.ways |= {"/w": redirect(handlers.address("/there", "127.0.0.2"), 307), "/there": page()}

    await call(handlers.address("/w"))  # nobody listens at the other address

    handlers.ways["/w"] = redirect(handlers.address("/there", "localhost"), 307)
    await call(handlers.address("/w"))
    assert handlers.sent[-1].headers["origin"] == "null"


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("file:///etc/passwd", "It leads to a file: address."),
        ("javascript:alert(1)", "It leads to a javascript: address."),
        ("data:text/html,hello", "It leads to a data: address."),
        ("ftp://files.example.com/", "It leads to a ftp: address."),
        ("http://[::1", "It leads to something that is no address."),
        ("http://a.example.com:0/", "It leads to something that is no address."),
        ("/w", "It leads in a circle. It may wait for a cookie that a frame does not get."),
    ],
)
async def test_redirects_that_no_browser_follows(handlers: Handlers, call: Calling, location: str, why: str) -> None:
    handlers.ways["/w"] = redirect(location, 307)

    called = await call(handlers.address("/w"))

    assert called.stopped is not None
    assert (called.stopped.code, called.stopped.state) == (CheckCode.HANDLER_REDIRECT, CheckState.BLOCKED)
    assert str(called.stopped.problem.explanation) == why
    assert len(handlers.sent) == (2 if location == "/w" else 1)


async def test_redirects_without_end(handlers: Handlers, call: Calling) -> None:
    for number in range(30):
        handlers.ways[f"/{number}"] = redirect(f"/{number + 1}")

    called = await call(handlers.address("/0"))

    assert called.stopped is not None
    assert str(called.stopped.problem.explanation) == "It does not end after 20 redirects."
    assert len(handlers.sent) == 21


async def _on_the_internet(host: str) -> tuple[str, ...]:
    return ("127.0.0.1",) if host == "127.0.0.1" else ("93.184.216.34",)


async def test_the_internet_leads_nobody_to_this_computer(
    handlers: Handlers, call: Calling, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "look_up", _on_the_internet)
    handlers.ways |= {"/w": redirect(handlers.address("/there")), "/there": page()}

    called = await call(handlers.address("/w", "localhost"))

    assert called.stopped is not None
    assert called.stopped.code is CheckCode.HANDLER_REDIRECT
    assert str(called.stopped.problem.title) == "The call is sent on to an address inside a network: 127.0.0.1."
    assert len(handlers.sent) == 1


async def test_a_name_that_means_another_address_once_it_was_looked_up(
    handlers: Handlers, call: Calling, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was of the internet when it was looked up, and is this computer's when it is connected to."""
    monkeypatch.setattr(calling, "look_up", _on_the_internet)
    async with anyio.create_task_group() as tasks:
        other = Handlers()
        listener = await anyio.create_tcp_listener(local_host="127.0.0.1")
        other.port = listener.extra(anyio.abc.SocketAttribute.local_port)  # noqa: S610 - not Django
        tasks.start_soon(listener.serve, other.serve)
        handlers.ways["/w"] = redirect(other.address("/there", "localhost"))

        called = await call(handlers.address("/w", "localhost"))

        tasks.cancel_scope.cancel()
    await listener.aclose()
    assert called.stopped is not None
    assert called.stopped.code is CheckCode.HANDLER_REDIRECT
    assert other.sent == []


HOSTILE = {
    "silent": (raw(b"", hold=True), CheckCode.HANDLER_POST),
    "closes": (raw(b""), CheckCode.HANDLER_POST),
    "speaks something else": (raw(b"220 mail.example.com ESMTP\r\n"), CheckCode.HANDLER_POST),
    "100 for ever": (raw(b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"), CheckCode.HANDLER_POST),
    "a header for ever": (raw(b"HTTP/1.1 200 OK\r\nA: ", b"a" * 100, 0.01), CheckCode.HANDLER_POST),
    "half a header": (raw(b"HTTP/1.1 200 O", hold=True), CheckCode.HANDLER_POST),
    "headers alone": (raw(OK + b"\r\n", hold=True), None),
    "a byte now and then": (raw(OK + b"\r\n", b"a", 0.05), None),
    "endless": (raw(OK + b"\r\n", b"a" * 65_536), None),
    "cut off": (raw(OK + b"Content-Length: 1000\r\n\r\n<p>half"), None),
    "huge": (page(b"a" * 5_000_000), None),
    "a bomb": (page(gzip.compress(b"0" * 50_000_000), "Content-Encoding: gzip"), None),
    "not packed at all": (page(b"no gzip", "Content-Encoding: gzip"), None),
}


@pytest.mark.parametrize(("answer", "stopped"), HOSTILE.values(), ids=HOSTILE.keys())
async def test_hostile_handlers_end_within_the_deadline(
    handlers: Handlers, call: Calling, answer: Serve, stopped: CheckCode | None
) -> None:
    handlers.ways["/w"] = answer
    begun = anyio.current_time()

    called = await call(handlers.address("/w"))

    assert anyio.current_time() - begun < 2
    assert (called.stopped and called.stopped.code) == stopped
    assert (called.page is None) == (stopped is not None)
    assert not called.ended
    assert called.page is None or len(called.page.content) <= MAX_PAGE


async def test_redirects_share_one_deadline(handlers: Handlers, call: Calling) -> None:
    async def slowly(stream: anyio.abc.SocketStream) -> None:
        await anyio.sleep(0.4)
        await redirect(f"/{len(handlers.sent)}")(stream)

    handlers.ways |= {f"/{number}": slowly for number in range(10)}

    called = await call(handlers.address("/0"))

    assert called.stopped is not None
    assert (called.stopped.code, len(handlers.sent)) == (CheckCode.HANDLER_POST, 3)
    assert str(called.stopped.problem.title) == "127.0.0.1 did not answer within 1 seconds."


async def test_four_at_a_time_at_one_host_and_waiting_costs_nobody_anything(handlers: Handlers, call: Calling) -> None:
    async def slowly(stream: anyio.abc.SocketStream) -> None:
        await anyio.sleep(0.3)
        await page()(stream)

    handlers.ways["/w"] = slowly
    found = []

    async def one(number: int) -> None:
        found.append(await call(handlers.address(f"/w?{number}")))

    async with anyio.create_task_group() as tasks:
        for number in range(20):
            tasks.start_soon(one, number)

    assert handlers.most_at_once == 4
    assert [called.stopped for called in found] == [None] * 20


async def test_nobody_listens(call: Calling, free_port: int) -> None:
    called = await call(f"http://127.0.0.1:{free_port}/")

    assert called.stopped is not None
    assert called.stopped.code is CheckCode.HANDLER_CONNECT


async def test_no_such_name(call: Calling, monkeypatch: pytest.MonkeyPatch) -> None:
    async def unknown(host: str) -> tuple[str, ...]:
        raise OSError(host)

    monkeypatch.setattr(calling, "look_up", unknown)

    called = await call("https://nowhere.example.com/")

    assert called.stopped is not None
    assert called.stopped.code is CheckCode.HANDLER_NAME
    assert str(called.stopped.problem.title) == "There is no host called nowhere.example.com."
