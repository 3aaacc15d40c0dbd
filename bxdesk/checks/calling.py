"""Calling a handler as the portal's page would: by hand through its redirects, within a deadline, executing nothing."""

from __future__ import annotations

import socket
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import anyio
import httpx

from bxdesk.checks.address_space import AddressSpace, look_up, space_of
from bxdesk.checks.call_request import CallRequest, StoppedError
from bxdesk.checks.check import CheckCode, CheckState
from bxdesk.checks.redirects import inwards, redirect
from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.portal.errors import PortalError
from bxdesk.portal.http import transport_errors
from bxdesk.portal.proxies import ChooseProxy

DEADLINE = 20.0
"""Seconds for a call, its redirects and the page."""
MAX_PAGE = 256 * 1024
"""Bytes of a page that are read."""
_AT_ONCE = 32
_AT_ONE_HOST = 4

_Look = Callable[[str, dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Hop:
    """One request of a call that was answered: what was sent, where the host is, and the answer's headers."""

    request: CallRequest
    addresses: tuple[str, ...]
    """The host's IP addresses; none where a proxy knows them."""
    status: int
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Called:
    """What came of a call.

    ``page`` is the last answer with as much of it as was read (``ended`` says whether that is all of it), or
    ``stopped`` why there is none.
    """

    hops: tuple[Hop, ...]
    milliseconds: int
    page: httpx.Response | None = None
    ended: bool = False
    stopped: StoppedError | None = None


class Caller:
    """Calls handlers side by side, but few at a time at one host."""

    def __init__(self, http: httpx.AsyncClient, choose_proxy: ChooseProxy, deadline: float = DEADLINE) -> None:
        self._http = http
        self._choose_proxy = choose_proxy
        self.deadline = deadline
        self._all = anyio.CapacityLimiter(_AT_ONCE)
        self._hosts: dict[str, anyio.CapacityLimiter] = defaultdict(lambda: anyio.CapacityLimiter(_AT_ONE_HOST))

    async def call(self, request: CallRequest) -> Called:
        """The call and what its redirects make of it. Waiting for others does not count against the deadline."""
        async with self._all:
            run = _Run(self._http, self._choose_proxy, self.deadline)
            following: CallRequest | None = request
            try:
                while following is not None:
                    async with self._hosts[following.url.host]:
                        following = await run.send(following)
            except StoppedError as error:
                return Called(tuple(run.hops), run.milliseconds, stopped=error)
            return Called(tuple(run.hops), run.milliseconds, run.page, run.ended)


class _Run:
    """One call on its way."""

    def __init__(self, http: httpx.AsyncClient, choose_proxy: ChooseProxy, deadline: float) -> None:
        self._http = http
        self._choose_proxy = choose_proxy
        self._deadline = deadline
        self._spent = 0.0
        self._space = AddressSpace.LOOPBACK
        self._sent: list[CallRequest] = []
        self._connected = False
        self.hops: list[Hop] = []
        self.page: httpx.Response | None = None
        self.ended = False

    @property
    def milliseconds(self) -> int:
        """How long it took, without waiting for others."""
        return round(self._spent * 1000)

    async def send(self, request: CallRequest) -> CallRequest | None:
        """Sends one request; returns the one that follows, None at the end. Raises StoppedError."""
        begun = anyio.current_time()
        self._sent.append(request)
        self._connected = False
        following: CallRequest | None = None
        with anyio.move_on_after(self._deadline - self._spent) as scope:
            try:
                following = await self._exchange(request)
            finally:
                self._spent += anyio.current_time() - begun
        if scope.cancelled_caught and self.page is None:
            raise self._too_late(request)
        return following

    async def _exchange(self, request: CallRequest) -> CallRequest | None:
        host = request.url.host
        direct = self._choose_proxy(request.url) is None
        addresses = await _looked_up(request.url) if direct else ()
        space = space_of(addresses)
        if self.hops and space < self._space:
            raise inwards(host)
        allowed = self._space if self.hops else AddressSpace.LOOPBACK
        try:
            with transport_errors(host):
                response = await self._http.send(self._built(request, allowed, direct=direct), stream=True)
        except PortalError as error:
            raise self._failed(error, request) from None
        try:
            self.hops.append(Hop(request, addresses, response.status_code, tuple(response.headers.multi_items())))
            self._space = space
            following = redirect(response, self._sent)
            if following is None:
                await self._read(response)
            return following
        finally:
            with anyio.CancelScope(shield=True):
                await response.aclose()

    def _built(self, request: CallRequest, allowed: AddressSpace, *, direct: bool) -> httpx.Request:
        async def look(event: str, info: dict[str, Any]) -> None:
            self._connected = self._connected or event.endswith("send_request_headers.started")
            if direct and event == "connection.connect_tcp.complete":
                # A name may mean another address now than when it was looked up.
                stream = info["return_value"]
                if space_of([stream.get_extra_info("server_addr")[0]]) < allowed:
                    await stream.aclose()
                    raise inwards(request.url.host)

        return self._http.build_request(
            request.method,
            request.url,
            headers=request.headers,
            content=request.form.encode() if request.method == "POST" else None,
            timeout=self._deadline,
            extensions={"trace": look},
        )

    async def _read(self, response: httpx.Response) -> None:
        """As much of the page as there is; one that breaks off or does not end is looked at as far as it came."""
        body = bytearray()
        try:
            self.page = _page(response, b"")  # in case that nothing of it comes in time
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > MAX_PAGE:
                    break
            else:
                self.ended = True
        except (httpx.TransportError, httpx.DecodingError):
            pass
        finally:
            self.page = _page(response, bytes(body[:MAX_PAGE]))

    def _failed(self, error: PortalError, request: CallRequest) -> StoppedError:
        if error.problem.code == "certificate":
            return StoppedError(CheckCode.HANDLER_CERTIFICATE, CheckState.BLOCKED, error.problem)
        if error.problem.code == "proxy_failed":  # it says nothing of the handler
            return StoppedError(CheckCode.HANDLER_CONNECT, CheckState.UNKNOWN, error.problem)
        if not self._connected:
            return StoppedError(CheckCode.HANDLER_CONNECT, CheckState.BLOCKED, error.problem)
        problem = Problem(
            CheckCode.HANDLER_POST,
            message("{host} takes the call, but gives no answer that a browser could read.", host=request.url.host),
            error.problem.explanation,
            message("Look at the log of the handler's server."),
        )
        return StoppedError(CheckCode.HANDLER_POST, CheckState.BLOCKED, problem)

    def _too_late(self, request: CallRequest) -> StoppedError:
        code = CheckCode.HANDLER_POST if self._connected else CheckCode.HANDLER_CONNECT
        problem = Problem(
            code,
            message(
                "{host} did not answer within {seconds} seconds.", host=request.url.host, seconds=f"{self._deadline:g}"
            ),
            message("Nobody waits that long for a widget."),
            message("Look at the log of the handler's server: the call may have arrived, and hang there."),
        )
        return StoppedError(code, CheckState.BLOCKED, problem)


async def _looked_up(url: httpx.URL) -> tuple[str, ...]:
    try:
        return await look_up(url.raw_host.decode("ascii"))
    except (OSError, UnicodeError) as error:
        passing = isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN
        raise _no_name(url.host, passing=passing) from None


def _no_name(host: str, *, passing: bool) -> StoppedError:
    if passing:
        problem = Problem(
            CheckCode.HANDLER_NAME,
            message("{host} could not be looked up.", host=host),
            message("The name server did not answer."),
            message("Check this computer's network, then try again."),
        )
        return StoppedError(CheckCode.HANDLER_NAME, CheckState.UNKNOWN, problem)
    problem = Problem(
        CheckCode.HANDLER_NAME,
        message("There is no host called {host}.", host=host),
        message("Browsers cannot open a page whose host has no address."),
        message("Correct the address, or enter the name at the domain's provider."),
    )
    return StoppedError(CheckCode.HANDLER_NAME, CheckState.BLOCKED, problem)


def _page(response: httpx.Response, body: bytes) -> httpx.Response:
    return httpx.Response(response.status_code, headers=response.headers, content=body, request=response.request)
