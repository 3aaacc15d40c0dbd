"""How requests leave this computer: directly or through a proxy, and never taking in more than a portal would send."""

from __future__ import annotations

import math
import ssl
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import anyio
import httpx

from bxdesk.listener import SILENT, Listener
from bxdesk.portal.proxies import ChooseProxy, Proxy, check_proxy
from bxdesk.support.json_reading import MAX_BYTES

if TYPE_CHECKING:
    from bxdesk.portal.certificates import Certificate

MAX_ANSWER = MAX_BYTES
"""Bytes of one answer, unpacked, where nothing else is said."""

MOST_SERVERS = 128
"""Servers that connections are kept open to, whether they are talked to or not: systems give a program some 1,000."""

NO_ADDRESS = "no_address"
"""The extension of an answer that holds what its redirect leads to, where that is no address."""

_HEADERS_OF_PACKED = ("content-encoding", "content-length")
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32

AskLogin = Callable[[str, Listener], Awaitable[tuple[str, str] | None]]
"""Takes the address of a proxy, returns the user and password it asks for, None if it asks for none."""


_LISTENER = "bxdesk_listener"


def listener_extension(listener: Listener) -> dict[str, object]:
    """The extensions of a request by which ``listener`` hears what it waits for on its way, such as the keyring.

    Once the request has been written, it is told to prepare. Asking a proxy for a tunnel does not count.
    """

    async def watch(event: str, info: dict[str, Any]) -> None:
        if event.endswith("receive_response_headers.started") and info["request"].method != b"CONNECT":
            listener.prepare()

    return {_LISTENER: listener, "trace": watch}


def listener_of(request: httpx.Request) -> Listener:
    """Who hears what a request waits for."""
    listener = request.extensions.get(_LISTENER)
    return listener if isinstance(listener, Listener) else SILENT


class ProxyFailedError(httpx.ProxyError):
    """The proxy could not be reached, or did not let the request through; ``said`` is its answer, if it gave one."""

    def __init__(self, proxy: Proxy, said: str = "") -> None:
        super().__init__(said)
        self.proxy = proxy
        self.said = said


class UntrustedError(httpx.ConnectError):
    """A certificate is not trusted. The server is called ``name`` in certificates; ``shown`` are those it showed."""

    def __init__(self, name: str, shown: tuple[Certificate, ...]) -> None:
        super().__init__("certificate")
        self.name = name
        self.shown = shown


_Way = tuple[Proxy | None, str, bytes]
"""The proxy to go through, if any, and the server's scheme, host and port."""


class Transport(httpx.AsyncBaseTransport):
    """Sends requests on their way. Answers are unpacked here, so that a small one cannot grow without end."""

    def __init__(
        self,
        trust: ssl.SSLContext,
        choose_proxy: ChooseProxy,
        ask_login: AskLogin | None = None,
        max_answer: int = MAX_ANSWER,
    ) -> None:
        self._trust = trust
        self._max_answer = max_answer
        self._choose_proxy = choose_proxy
        self._ask_login = ask_login
        self._ways: dict[_Way, httpx.AsyncHTTPTransport] = {}
        """Those that were used last stand at the end."""
        self._busy: Counter[_Way] = Counter()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """httpx's hook: one request, one answer."""
        proxy = self._choose_proxy(request.url)
        listener = listener_of(request)
        way = proxy, request.url.scheme, request.url.netloc
        connections = await self._connections(way, listener)
        self._busy[way] += 1
        try:
            response, deadline = await self._answer(request, connections, proxy, listener)
        except BaseException:
            await self._leave(way)
            raise
        packing = response.headers.get("content-encoding", "identity").strip().lower()
        if packing not in ("identity", "gzip", "x-gzip", "deflate"):
            await self._leave(way)
            raise httpx.DecodingError(f"an answer packed as {packing}", request=request)
        left_out = () if packing == "identity" else _HEADERS_OF_PACKED
        location = response.headers.get("location", "")
        extensions = response.extensions
        if location and not _leads_somewhere(request.url, location):
            left_out = (*left_out, "location")
            extensions = {**extensions, NO_ADDRESS: location}
        assert isinstance(response.stream, httpx.AsyncByteStream)  # noqa: S101 - an async transport gives no other
        stream = _Capped(response.stream, deadline, self._max_answer, packed=packing != "identity")
        stream.when_closed(partial(self._leave, way))
        return httpx.Response(
            response.status_code,
            headers=[(name, value) for name, value in response.headers.raw if name.lower().decode() not in left_out],
            stream=stream,
            extensions=extensions,
        )

    async def _answer(
        self, request: httpx.Request, connections: httpx.AsyncHTTPTransport, proxy: Proxy | None, listener: Listener
    ) -> tuple[httpx.Response, float]:
        """What came back, and the moment by which all of it has to be there."""
        deadline = anyio.current_time() + (request.extensions["timeout"]["read"] or math.inf)
        with _in_time(deadline):
            try:
                return await connections.handle_async_request(request), deadline
            except httpx.ProxyError as error:
                if proxy is None:
                    raise
                raise ProxyFailedError(proxy, str(error)) from error
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                tls = tls_error(error)
                if isinstance(tls, ssl.SSLCertVerificationError):
                    shown = await _shown(request, proxy, await self._login(proxy, listener))
                    raise UntrustedError(request.url.raw_host.decode(), shown) from error
                if tls is None and proxy is not None:
                    raise ProxyFailedError(proxy) from error
                raise

    async def _connections(self, way: _Way, listener: Listener) -> httpx.AsyncHTTPTransport:
        """The connections to one server; a hundred servers' in one pool would all be looked at for each request."""
        proxy = way[0]
        login = await self._login(proxy, listener) if way not in self._ways else None
        connections = self._ways.pop(way, None)  # two may have asked side by side
        if connections is None:
            through = None if proxy is None else _through(proxy, self._trust, login)
            connections = httpx.AsyncHTTPTransport(verify=self._trust, trust_env=False, proxy=through)
        self._ways[way] = connections
        return connections

    async def _leave(self, way: _Way) -> None:
        """A request has come to its end. Closes the connections that were idle longest where there are too many."""
        self._busy[way] -= 1
        if len(self._ways) <= MOST_SERVERS:
            return
        idle = [known for known in self._ways if not self._busy[known]][: len(self._ways) - MOST_SERVERS]
        for connections in [self._ways.pop(known) for known in idle]:  # all at once: others leave meanwhile
            await connections.aclose()

    async def _login(self, proxy: Proxy | None, listener: Listener) -> tuple[str, str] | None:
        if proxy is None:
            return None
        check_proxy(proxy)
        return await self._ask_login(proxy.address, listener) if self._ask_login is not None else None

    async def aclose(self) -> None:
        """Closes the connections of every way that was taken."""
        for way in self._ways.values():
            await way.aclose()


class TooLargeError(httpx.DecodingError):
    """An answer grew beyond what a portal sends."""


class _Capped(httpx.AsyncByteStream):
    """A body, unpacked if need be, that breaks off when it grows too large or takes too long."""

    def __init__(self, stream: httpx.AsyncByteStream, deadline: float, most: int, *, packed: bool) -> None:
        self._stream = stream
        self._deadline = deadline
        self._most = most
        self._unpack = zlib.decompressobj(_GZIP_OR_ZLIB) if packed else None
        self._when_closed: Callable[[], Awaitable[None]] | None = None

    def when_closed(self, then: Callable[[], Awaitable[None]]) -> None:
        """Has ``then`` called once, when nothing more is read."""
        self._when_closed = then

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = self._most
        packed_chunks = aiter(self._stream)
        while True:
            with _in_time(self._deadline):
                packed = await anext(packed_chunks, None)
            if packed is None:
                return
            chunk = self._unpacked(packed, left)
            left -= len(chunk)
            yield chunk
            if left <= 0:
                raise TooLargeError("the answer is too large")

    def _unpacked(self, packed: bytes, limit: int) -> bytes:
        if self._unpack is None:
            return packed
        try:
            return self._unpack.decompress(packed, limit)
        except zlib.error:
            raise httpx.DecodingError("the answer is packed in no known way") from None

    async def aclose(self) -> None:
        then, self._when_closed = self._when_closed, None
        try:
            await self._stream.aclose()
        finally:
            if then is not None:
                await then()


@contextmanager
def _in_time(deadline: float) -> Iterator[None]:
    try:
        with anyio.fail_after(deadline - anyio.current_time()):
            yield
    except TimeoutError:
        raise httpx.ReadTimeout("the answer took too long") from None


def _leads_somewhere(url: httpx.URL, location: str) -> bool:
    """Whether a redirect leads to an address; httpx and urllib raise errors of many kinds for one that is none."""
    try:
        return bool(url.join(location).host) and urlsplit(location).port != 0
    except (httpx.InvalidURL, ValueError):
        return False


def _through(proxy: Proxy, trust: ssl.SSLContext, login: tuple[str, str] | None) -> httpx.Proxy:
    # httpx would check an https proxy against a list of its own, and refuses the context for any other.
    return httpx.Proxy(proxy.address, auth=login, ssl_context=trust if proxy.address.startswith("https:") else None)


def tls_error(error: BaseException) -> ssl.SSLError | None:
    """What went wrong while the two sides agreed on TLS, None if they did not come as far."""
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, ssl.SSLError):
        seen = seen.__cause__ or seen.__context__
    return seen


async def _shown(request: httpx.Request, proxy: Proxy | None, login: tuple[str, str] | None) -> tuple[Certificate, ...]:
    """The certificates of an untrusted server. It is asked to show them again, and told nothing."""
    if proxy is not None and proxy.address.startswith("https:"):
        return ()  # there are two servers then, and nobody says which of them it is
    from bxdesk.portal.certificates import shown_by  # which a trusted portal does without

    found: list[tuple[Certificate, ...]] = []

    async def look(event: str, info: dict[str, Any]) -> None:
        if event.endswith("start_tls.complete"):
            stream = info["return_value"]
            found.append(shown_by(stream.get_extra_info("ssl_object")))
            await stream.aclose()
            raise _SeenError

    any_certificate = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    any_certificate.check_hostname = False
    any_certificate.verify_mode = ssl.CERT_NONE
    through = None if proxy is None else _through(proxy, any_certificate, login)
    greeting = httpx.Request("HEAD", request.url, extensions={**request.extensions, "trace": look})
    async with httpx.AsyncHTTPTransport(verify=any_certificate, trust_env=False, proxy=through) as transport:
        with suppress(_SeenError, httpx.TransportError):
            await transport.handle_async_request(greeting)
    return found[0] if found else ()


class _SeenError(Exception):
    """The server's certificates were seen: nothing more is wanted of it."""
