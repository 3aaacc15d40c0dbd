"""The little server that takes the browser's answer on this computer.

It listens on loopback only, answers exactly one path, and stays calm about everybody else who knocks: a favicon, a port
scanner, an answer to another sign-in get a 4xx and nothing changes.
"""

from __future__ import annotations

import errno
import html
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from string import Template
from urllib.parse import parse_qsl, urlsplit

import anyio
import anyio.abc
import h11

from bxdesk.errors import BxdeskError, Problem
from bxdesk.placements.handler import is_loopback
from bxdesk.resources import resource
from bxdesk.words import Words, words

_REQUEST_SECONDS = 10.0
_MAX_REQUEST = 8192


@dataclass(frozen=True, slots=True)
class Page:
    """What the browser shows."""

    status: int
    title: Words
    text: Words


Answer = Callable[[dict[str, str]], Awaitable[Page]]
"""Takes the query of a request to the right path, returns the page to show."""


@dataclass(frozen=True, slots=True)
class LoopbackAddress:
    """A redirect address on this computer."""

    host: str
    port: int
    path: str


def loopback_address(redirect_url: str) -> LoopbackAddress | None:
    """The address to listen at, None when the card sends the browser somewhere else. Raises BxdeskError."""
    if not redirect_url:
        return None
    try:
        parts = urlsplit(redirect_url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _bad_redirect(redirect_url) from None
    if parts.scheme not in ("http", "https") or not host:
        raise _bad_redirect(redirect_url)
    if parts.scheme != "http" or not is_loopback(host):
        return None
    return LoopbackAddress(host, 80 if port is None else port, parts.path or "/")


async def open_listener(address: LoopbackAddress) -> anyio.abc.Listener[anyio.abc.SocketStream]:
    """Binds the port. Raises BxdeskError when it is taken or may not be used."""
    try:
        return await anyio.create_tcp_listener(local_host=address.host, local_port=address.port)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        raise BxdeskError(
            Problem(
                "port_taken" if taken else "port_refused",
                words("Port {port} of this computer cannot be used.", port=address.port),
                words("Another program, or another sign-in, uses it already.")
                if taken
                else words("The system says: {reason}.", reason=error.strerror or "no reason"),
                words(
                    "Close the other program, or choose another port: the same one must stand in the redirect address"
                    " of the app's card and here."
                ),
            )
        ) from None


def other_redirect(redirect_url: str) -> str:
    """The same redirect address with the next port that is free; for when its own is taken. Raises BxdeskError.

    It is free at this moment; whoever wants it has to be quick.
    """
    address = loopback_address(redirect_url)
    if address is None:
        raise _bad_redirect(redirect_url)
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    for port in range(address.port + 1, min(address.port + 50, 65_536)):
        with socket.socket(family) as probe:
            try:
                probe.bind((address.host, port))
            except OSError:
                continue
        host = f"[{address.host}]" if ":" in address.host else address.host
        return f"http://{host}:{port}{address.path}"
    raise _bad_redirect(redirect_url)


async def serve(listener: anyio.abc.Listener[anyio.abc.SocketStream], path: str, answer: Answer) -> None:
    """Answers browsers until cancelled; ``answer`` is asked for every GET of exactly ``path``."""

    async def one(stream: anyio.abc.SocketStream) -> None:
        async with stream:
            try:
                await _converse(stream, path, answer)
            except (anyio.BrokenResourceError, anyio.ClosedResourceError, h11.LocalProtocolError):
                return  # The browser went away; the sign-in goes on.

    await listener.serve(one)


async def _converse(stream: anyio.abc.SocketStream, path: str, answer: Answer) -> None:
    connection = h11.Connection(h11.SERVER, max_incomplete_event_size=_MAX_REQUEST)
    page = _page(400, words("Not understood"), words("This is not a request bxdesk answers."))
    with anyio.move_on_after(_REQUEST_SECONDS) as patience:
        try:
            request = await _request(stream, connection)
        except h11.RemoteProtocolError:
            request = None
        if request is None and connection.their_state is h11.CLOSED:
            return
    if patience.cancelled_caught:
        return
    if request is not None:
        page = await _answered(request, path, answer)
    await _send(stream, connection, page)


async def _request(stream: anyio.abc.SocketStream, connection: h11.Connection) -> h11.Request | None:
    while True:
        event = connection.next_event()
        if isinstance(event, h11.Request):
            return event
        if event is not h11.NEED_DATA:
            return None
        try:
            connection.receive_data(await stream.receive(2048))
        except anyio.EndOfStream:
            connection.receive_data(b"")


async def _answered(request: h11.Request, path: str, answer: Answer) -> Page:
    target, _, query = request.target.decode("ascii", "replace").partition("?")
    if target != path:
        return _page(404, words("Nothing here"), words("bxdesk waits for a sign-in at another address."))
    if request.method != b"GET":
        return _page(405, words("Not understood"), words("This is not a request bxdesk answers."))
    return await answer(dict(parse_qsl(query)))


async def _send(stream: anyio.abc.SocketStream, connection: h11.Connection, page: Page) -> None:
    template = Template(resource("pages", "sign-in.html").read_text(encoding="utf-8"))
    body = template.substitute(title=html.escape(str(page.title)), text=html.escape(str(page.text))).encode()
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("Connection", "close"),
    ]
    head = connection.send(h11.Response(status_code=page.status, headers=headers)) or b""
    await stream.send(
        head + (connection.send(h11.Data(data=body)) or b"") + (connection.send(h11.EndOfMessage()) or b"")
    )


def _page(status: int, title: Words, text: Words) -> Page:
    return Page(status, title, text)


def _bad_redirect(redirect_url: str) -> BxdeskError:
    return BxdeskError(
        Problem(
            "redirect_address",
            words("“{address}” is not a redirect address.", address=redirect_url),
            hint=words("Use the one in the app's card, as in http://127.0.0.1:8917/callback."),
        )
    )
