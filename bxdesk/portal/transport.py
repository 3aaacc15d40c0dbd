"""How requests leave this computer: directly or through a proxy, and never taking in more than a portal would send."""

from __future__ import annotations

import ssl
import urllib.request
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.handler import is_loopback

MAX_ANSWER = 64 * 1024 * 1024
"""Bytes of one answer, unpacked. A page of 2,500 custom types has about 1 MB."""

SYSTEM = "system"
DIRECT = "none"

_HEADERS_OF_PACKED = ("content-encoding", "content-length")
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32

ChooseProxy = Callable[[httpx.URL], str | None]
"""Takes an address, returns the proxy to reach it through, None for none."""

AskLogin = Callable[[str], Awaitable[tuple[str, str] | None]]
"""Takes the address of a proxy, returns the user and password it asks for, None if it asks for none."""


def proxy_chooser(setting: str) -> ChooseProxy:
    """The way to choose a proxy: ``system``, ``none``, or the address of one. Loopback is always reached directly.

    Raises BxdeskError for an address that is no http proxy's.
    """
    if setting not in (SYSTEM, DIRECT):
        _check(setting)
    found = urllib.request.getproxies() if setting == SYSTEM else {}

    def choose(url: httpx.URL) -> str | None:
        if setting == DIRECT or is_loopback(url.host):
            return None
        if setting != SYSTEM:
            return setting
        proxy = found.get(url.scheme) or found.get("all")
        if proxy is None or urllib.request.proxy_bypass(url.host):
            return None
        return proxy if "://" in proxy else f"http://{proxy}"

    return choose


_Way = tuple[str | None, str, bytes]
"""The proxy to go through, if any, and the server's scheme, host and port."""


class Transport(httpx.AsyncBaseTransport):
    """Sends requests on their way. Answers are unpacked here, so that a small one cannot grow without end."""

    def __init__(self, trust: ssl.SSLContext, choose_proxy: ChooseProxy, ask_login: AskLogin | None = None) -> None:
        self._trust = trust
        self._choose_proxy = choose_proxy
        self._ask_login = ask_login
        self._ways: dict[_Way, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """httpx's hook: one request, one answer."""
        way = await self._way((self._choose_proxy(request.url), request.url.scheme, request.url.netloc))
        response = await way.handle_async_request(request)
        packing = response.headers.get("content-encoding", "identity").strip().lower()
        if packing not in ("identity", "gzip", "x-gzip", "deflate"):
            raise httpx.DecodingError(f"an answer packed as {packing}", request=request)
        headers = [
            (name, value) for name, value in response.headers.raw if name.lower().decode() not in _HEADERS_OF_PACKED
        ]
        assert isinstance(response.stream, httpx.AsyncByteStream)  # noqa: S101 - an async transport gives no other
        return httpx.Response(
            response.status_code,
            headers=response.headers if packing == "identity" else headers,
            stream=_Capped(response.stream, packed=packing != "identity"),
            extensions=response.extensions,
        )

    async def _way(self, way: _Way) -> httpx.AsyncHTTPTransport:
        """The connections to one server; a hundred servers' in one pool would all be looked at for each request."""
        proxy = way[0]
        login = None
        if proxy is not None and way not in self._ways:
            _check(proxy)
            login = await self._ask_login(proxy) if self._ask_login is not None else None
        if way not in self._ways:  # two may have asked side by side
            through = None if proxy is None else self._through(proxy, login)
            self._ways[way] = httpx.AsyncHTTPTransport(verify=self._trust, trust_env=False, proxy=through)
        return self._ways[way]

    def _through(self, proxy: str, login: tuple[str, str] | None) -> httpx.Proxy:
        # httpx would check an https proxy against a list of its own, and refuses the context for any other.
        trust = self._trust if httpx.URL(proxy).scheme == "https" else None
        return httpx.Proxy(proxy, auth=login, ssl_context=trust)

    async def aclose(self) -> None:
        """Closes all connections."""
        for way in self._ways.values():
            await way.aclose()


class _Capped(httpx.AsyncByteStream):
    """A body, unpacked if need be, that breaks off when it grows too large."""

    def __init__(self, stream: httpx.AsyncByteStream, *, packed: bool) -> None:
        self._stream = stream
        self._unpack = zlib.decompressobj(_GZIP_OR_ZLIB) if packed else None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = MAX_ANSWER
        async for packed in self._stream:
            chunk = self._unpacked(packed, left)
            left -= len(chunk)
            if left <= 0:
                raise httpx.DecodingError("the answer is too large")
            yield chunk

    def _unpacked(self, packed: bytes, limit: int) -> bytes:
        if self._unpack is None:
            return packed
        try:
            return self._unpack.decompress(packed, limit)
        except zlib.error:
            raise httpx.DecodingError("the answer is packed in no known way") from None

    async def aclose(self) -> None:
        await self._stream.aclose()


def _check(proxy: str) -> None:
    try:
        url = httpx.URL(proxy)
    except httpx.InvalidURL:
        url = httpx.URL("")
    # A path or query would be a piece of a password with a slash or question mark in it.
    if url.scheme not in ("http", "https") or not url.host or url.raw_path not in (b"", b"/"):
        raise BxdeskError(
            Problem(
                "proxy",
                message("“{proxy}” is not a proxy that bxdesk can use.", proxy="…" if "@" in proxy else proxy),
                message("Only http and https proxies are possible."),
                message(
                    "Enter it as in http://proxy.example.com:3128, or choose to go without one. If it asks for a user"
                    " and password: http://USER:PASSWORD@proxy.example.com:3128, with %40 for @ and %2F for /."
                ),
            )
        )
