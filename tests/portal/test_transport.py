"""How requests leave this computer, and how much an answer may bring in."""

from __future__ import annotations

import gzip
import ssl
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import anyio
import anyio.abc
import httpx
import pytest

from bxdesk.errors import BxdeskError, Problem
from bxdesk.listener import Listener
from bxdesk.portal.auth import TokenAuth
from bxdesk.portal.errors import ObstacleError, UnknownOutcomeError
from bxdesk.portal.http import make_http, system_trust, transport_errors
from bxdesk.portal.proxies import proxy_chooser
from bxdesk.portal.rest import Command, RestClient
from bxdesk.portal.transport import MAX_ANSWER, listener_extension
from tests.builders import RecordingListener

pytestmark = pytest.mark.anyio

Serve = Callable[[anyio.abc.SocketStream], Awaitable[None]]


@asynccontextmanager
async def server(serve: Serve) -> AsyncIterator[str]:
    """A small server that answers every connection by ``serve``."""
    async with await anyio.create_tcp_listener(local_host="127.0.0.1") as listener, anyio.create_task_group() as tasks:
        port = listener.extra(anyio.abc.SocketAttribute.local_port)  # noqa: S610 - not Django
        tasks.start_soon(listener.serve, serve)
        yield f"127.0.0.1:{port}"
        tasks.cancel_scope.cancel()


def answers(body: bytes, *headers: str) -> Serve:
    """Serves one body with these headers to everybody."""
    head = "\r\n".join(("HTTP/1.1 200 OK", f"Content-Length: {len(body)}", "Connection: close", *headers))

    async def serve(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            await stream.receive()
            try:
                await stream.send(head.encode() + b"\r\n\r\n" + body)
            except anyio.BrokenResourceError:
                return  # the other side had enough

    return serve


async def fetch(address: str, max_answer: int = MAX_ANSWER) -> httpx.Response:
    """One GET as bxdesk makes it, errors converted."""
    async with make_http(system_trust(), max_answer=max_answer) as http:
        with transport_errors(address):
            return await http.get(f"http://{address}/")


async def test_packed_answers_are_unpacked() -> None:
    async with server(answers(gzip.compress(b'{"a": 1}'), "Content-Encoding: gzip")) as address:
        assert (await fetch(address)).json() == {"a": 1}


async def test_an_answer_without_end_is_broken_off() -> None:
    async with server(answers(b"x" * 200_000)) as address:
        with pytest.raises(ObstacleError, match="sends more than any portal does"):
            await fetch(address, max_answer=100_000)


async def test_a_small_answer_that_grows_when_unpacked_is_broken_off() -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    assert len(bomb) < 100_000
    async with server(answers(bomb, "Content-Encoding: gzip")) as address:
        with pytest.raises(ObstacleError, match="sends more than any portal does"):
            await fetch(address, max_answer=1_000_000)


@pytest.mark.parametrize("packing", ["br", "gzip"])
async def test_an_answer_packed_in_no_known_way_is_no_answer(packing: str) -> None:
    async with server(answers(b"not packed at all", f"Content-Encoding: {packing}")) as address:
        with pytest.raises(UnknownOutcomeError):
            await fetch(address)


@pytest.mark.parametrize(
    ("setting", "address", "proxy"),
    [
        ("none", "https://acme.bitrix24.com", None),
        ("http://proxy:3128", "https://acme.bitrix24.com", "http://proxy:3128"),
        ("http://proxy:3128", "http://127.0.0.1:5", None),
        ("system", "https://acme.bitrix24.com", "http://from.the.system:8080"),
        ("system", "https://inside.example.org", None),
        ("system", "http://localhost", None),
    ],
)
def test_which_proxy_is_taken(monkeypatch: pytest.MonkeyPatch, setting: str, address: str, proxy: str | None) -> None:
    monkeypatch.setenv("https_proxy", "from.the.system:8080")
    monkeypatch.setenv("http_proxy", "from.the.system:8080")
    monkeypatch.setenv("no_proxy", "example.org")
    chosen = proxy_chooser(setting)(httpx.URL(address))
    assert (chosen.address if chosen else None) == proxy


@pytest.mark.parametrize(
    "setting", ["socks5://proxy:1080", "proxy", "http://", "http://user:secret@:1", "http://user:1/secret@proxy:3128"]
)
def test_what_is_no_proxy_is_said_without_its_password(setting: str) -> None:
    with pytest.raises(BxdeskError, match="is not a proxy") as caught:
        proxy_chooser(setting)
    assert "secret" not in str(caught.value)


async def problem_through(setting: str) -> Problem:
    """What is said when a portal cannot be reached through a proxy."""
    async with make_http(system_trust(), setting) as http:
        with pytest.raises(UnknownOutcomeError) as caught, transport_errors("acme.bitrix24.com"):
            await http.get("https://acme.bitrix24.com/")
    return caught.value.problem


async def test_a_proxy_that_is_not_there_is_named_and_not_the_portal(free_port: int) -> None:
    problem = await problem_through(f"http://helen:secret@127.0.0.1:{free_port}")
    assert str(problem.title) == f"The proxy http://127.0.0.1:{free_port} does not answer."
    assert str(problem.explanation) == "acme.bitrix24.com is reached through it. It was set in bxdesk itself."
    assert "secret" not in str(problem)


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
async def test_the_variable_that_names_a_dead_proxy_is_told(
    monkeypatch: pytest.MonkeyPatch, free_port: int, variable: str
) -> None:
    for name in ("https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv(variable, f"127.0.0.1:{free_port}")
    problem = await problem_through("system")
    assert str(problem.title) == f"The proxy http://127.0.0.1:{free_port} does not answer."
    assert f"It was set in the environment variable {variable}." in str(problem)


@pytest.mark.parametrize(
    ("status", "title", "words"),
    [
        ("407 Proxy Authentication Required", "asks for a user and password", "USER:PASSWORD"),
        ("403 Forbidden", "did not let the request through: 403 Forbidden.", "set in bxdesk itself"),
    ],
)
async def test_a_proxy_that_says_no_is_named_with_its_answer(status: str, title: str, words: str) -> None:
    async def proxy(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            await stream.receive()
            await stream.send(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode())

    async with server(proxy) as place:
        problem = await problem_through(f"http://{place}")
    assert str(problem.title).startswith(f"The proxy http://{place} {title}")
    assert words in str(problem)


async def test_the_certificate_of_an_https_proxy_is_checked_as_any_other() -> None:
    asked: list[object] = []

    class Trust(ssl.SSLContext):
        def wrap_bio(self, *args: object, **options: object) -> ssl.SSLObject:
            asked.append((args, options))
            raise ssl.SSLCertVerificationError("CERTIFICATE_VERIFY_FAILED")

    async def proxy(stream: anyio.abc.SocketStream) -> None:
        await stream.aclose()

    async with server(proxy) as place, make_http(Trust(ssl.PROTOCOL_TLS_CLIENT), f"https://{place}") as http:
        with pytest.raises(UnknownOutcomeError, match="certificate"), transport_errors("acme.bitrix24.com"):
            await http.get("https://acme.bitrix24.com/")
    assert "127.0.0.1" in str(asked)


async def test_a_proxys_login_goes_to_that_proxy_and_nowhere_else() -> None:
    heads: list[bytes] = []

    async def proxy(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            heads.append(await stream.receive())
            await stream.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")

    asked: list[str] = []

    async def login(address: str, _: Listener) -> tuple[str, str] | None:
        asked.append(address)
        return "helen", "p@ss"

    async with server(proxy) as place, make_http(system_trust(), f"http://{place}", login) as http:
        for target in ("http://acme.example.com/x", "http://acme.example.com/x", f"http://{place}/"):
            assert (await http.get(target)).json() == {}
    expected = b64encode(b"helen:p@ss")
    assert [expected in head for head in heads] == [True, True, False]
    assert asked == [f"http://{place}"], "asked once, when it is first needed"


@pytest.mark.parametrize(("scheme", "times"), [("https", 0), ("http", 1)])
async def test_asking_a_proxy_for_a_tunnel_is_no_request_that_an_answer_is_prepared_for(
    scheme: str, times: int
) -> None:
    prepared: list[str] = []

    class Preparing(Listener):
        def prepare(self) -> None:
            prepared.append(scheme)

    async def proxy(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            await stream.receive()
            await stream.send(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

    async with server(proxy) as place, make_http(system_trust(), f"http://{place}") as http:
        with suppress(httpx.ProxyError):
            await http.get(f"{scheme}://acme.example.com/", extensions=listener_extension(Preparing()))
    assert len(prepared) == times


def trickling(head: bytes, piece: bytes) -> Serve:
    """Sends a little, again and again, for as long as somebody listens."""

    async def serve(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            await stream.receive()
            try:
                await stream.send(head)
                while True:
                    await stream.send(piece)
                    await anyio.sleep(0.05)
            except anyio.BrokenResourceError:
                return

    return serve


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"HTTP/1.1 200 OK\r\n", b"X-More: x\r\n"),
        (b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
        (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
    ],
)
async def test_an_answer_that_comes_little_by_little_ends_at_the_deadline(head: bytes, piece: bytes) -> None:
    async with server(trickling(head, piece)) as address, make_http(system_trust()) as http:
        started = anyio.current_time()
        with pytest.raises(UnknownOutcomeError, match="too long"), transport_errors(address):
            await http.get(f"http://{address}/", timeout=0.5)
        assert anyio.current_time() - started < 3


@pytest.mark.parametrize("location", ["http://xn--/", "https://[::1", "http://a:b:c/", "http://h:99999999/", "\x01"])
async def test_a_redirect_to_no_address_leads_nowhere(location: str) -> None:
    async def serve(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            await stream.receive()
            head = f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            await stream.send(head.encode())

    async with server(serve) as address:
        try:
            response = await fetch(address)
        except UnknownOutcomeError:
            return
        assert response.is_redirect
        assert "location" not in response.headers


async def test_a_read_is_not_repeated_for_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each try may take its time; all of them together may not."""
    asked: list[bytes] = []

    async def silent(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            asked.append(await stream.receive())
            await anyio.sleep_forever()

    async def nobody(used: str, _: Listener) -> str:
        return used

    told = RecordingListener()
    monkeypatch.setattr("bxdesk.portal.retries._PATIENCE", 0.2)
    monkeypatch.setattr("bxdesk.portal.rest._NOTICEABLE", 0.05)
    async with server(silent) as address, make_http(system_trust()) as http:
        http.timeout = httpx.Timeout(0.3)
        client = RestClient(http, f"http://{address}/rest/", TokenAuth("token", nobody))
        with pytest.raises(UnknownOutcomeError, match="too long"):
            await client.with_listener(told).call(Command("scope"), reading=True)
    assert len(asked) == 1
    assert told.texts == [f"Waiting for {address} to answer…"]


async def test_no_cookie_is_kept(http: httpx.AsyncClient) -> None:
    request = httpx.Request("GET", "https://acme.bitrix24.com/rest/profile")
    answer = httpx.Response(200, headers={"Set-Cookie": "session=1; Path=/"}, request=request)
    kept = httpx.Cookies()
    for cookies in (kept, http.cookies):
        cookies.extract_cookies(answer)
    assert (len(kept.jar), len(http.cookies.jar)) == (1, 0)
