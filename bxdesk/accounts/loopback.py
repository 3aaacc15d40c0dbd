"""The little server that takes the browser's answer on this computer.

It listens on loopback only, answers exactly one path, and stays calm about everybody else who knocks: a favicon, a port
scanner, an answer to another sign-in get a 4xx and nothing changes.
"""

from __future__ import annotations

import errno
import html
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from string import Template
from urllib.parse import parse_qsl

import anyio
import anyio.abc
import h11

from bxdesk.accounts.redirect import LoopbackAddress
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message
from bxdesk.support.resources import resource

_REQUEST_SECONDS = 10.0
_MAX_REQUEST = 8192


@dataclass(frozen=True, slots=True)
class Page:
    """What the browser shows."""

    status: int
    title: Message
    text: Message


Answer = Callable[[dict[str, str]], Awaitable[Page]]
"""Takes the query of a request to the right path, returns the page to show."""


async def open_listener(address: LoopbackAddress) -> anyio.abc.Listener[anyio.abc.SocketStream]:
    """Binds the port. Raises BxdeskError when it is taken or may not be used."""
    try:
        return await anyio.create_tcp_listener(local_host=address.host, local_port=address.port)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        raise BxdeskError(
            Problem(
                "port_taken" if taken else "port_refused",
                message("Port {port} of this computer cannot be used.", port=address.port),
                message("Another program, or another sign-in, uses it already.")
                if taken
                else message("The system says: {reason}.", reason=error.strerror or error.errno),
                message(
                    "Close the other program, or choose another port: the same one must stand in the redirect address"
                    " of the app's card and here."
                ),
            )
        ) from None


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
    page = _page(400, message("Not understood"), message("This is not a request bxdesk answers."))
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
        return _page(404, message("Nothing here"), message("bxdesk waits for a sign-in at another address."))
    if request.method != b"GET":
        return _page(405, message("Not understood"), message("This is not a request bxdesk answers."))
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


def _page(status: int, title: Message, text: Message) -> Page:
    return Page(status, title, text)
