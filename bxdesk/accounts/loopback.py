"""The little server that takes the browser's answer on this computer.

It listens on loopback only, and stays calm about everybody else who knocks: a favicon, a port scanner, an answer to
another sign-in get a 4xx and nothing changes. Who holds connections open, or all descriptors, keeps nobody else out.
"""

from __future__ import annotations

import errno
import html
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from string import Template
from urllib.parse import parse_qsl, urlsplit

import anyio
import anyio.abc
import h11
from anyio.streams.stapled import MultiListener

from bxdesk.accounts.redirect import LoopbackAddress
from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.messages import Message, message
from bxdesk.placements.handler import is_loopback
from bxdesk.support.resources import resource

_REQUEST_SECONDS = 10.0
_MAX_REQUEST = 8192
_MAX_BODY = 65_536
_MOST_UNREAD = 32
"""Connections that have not said yet what they want. One more, and the oldest has to go."""
_ACCEPT_PAUSE = 0.1
"""Seconds until the next try when the system gives no connection, as it does when descriptors run out."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Page:
    """What the browser shows. ``script`` is the address of the portal's own ``BX24``, for a page that is shown in the
    portal's frame and has to tell it that the installation is complete."""

    status: int
    title: Message
    text: Message
    script: str = ""


@dataclass(frozen=True, slots=True)
class Callback:
    """A GET, or a POST with a form, to whatever path. ``origin`` is that of the page it came from, empty if a browser
    names none: it does for every POST, and for no GET that follows a link or a redirect."""

    method: str
    path: str
    fields: dict[str, str]
    origin: str

    def __repr__(self) -> str:
        return f"Callback({self.method} {self.path})"


Answer = Callable[[Callback], Awaitable[Page]]
"""Takes what a browser asks, returns the page to show."""


async def open_listener(address: LoopbackAddress) -> MultiListener[anyio.abc.SocketStream]:
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
                remedy(RemedyKind.CHOOSE_PORT),
            )
        ) from None


async def serve(listener: MultiListener[anyio.abc.SocketStream], answer: Answer) -> None:
    """Answers browsers until cancelled."""
    server = _Server(answer)
    async with anyio.create_task_group() as tasks:
        for one in listener.listeners:
            if isinstance(one, anyio.abc.SocketListener):
                tasks.start_soon(server.accept, one)


class _Server:
    """Takes connections, and asks ``answer`` for what is to be said to each."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._unread: list[anyio.CancelScope] = []

    async def accept(self, listener: anyio.abc.SocketListener) -> None:
        """Takes one connection after the other, and tries again where the system gives none."""
        async with anyio.create_task_group() as tasks:
            while True:
                try:
                    stream = await listener.accept()
                except OSError as error:
                    _log.info("no connection could be taken: %s", errno.errorcode.get(error.errno or 0, "?"))
                    await anyio.sleep(_ACCEPT_PAUSE)
                else:
                    tasks.start_soon(self._converse, stream)

    async def _converse(self, stream: anyio.abc.SocketStream) -> None:
        connection = h11.Connection(h11.SERVER, max_incomplete_event_size=_MAX_REQUEST)
        async with stream:
            try:
                asked = await self._read(stream, connection)
                if asked is not None:
                    await _send(stream, connection, await self._page(asked))
            except (anyio.BrokenResourceError, anyio.ClosedResourceError, h11.LocalProtocolError, OSError):
                return  # The browser went away; the sign-in goes on.

    async def _read(self, stream: anyio.abc.SocketStream, connection: h11.Connection) -> _Request | None:
        """What is asked; None when nothing is, or not in time."""
        with anyio.move_on_after(_REQUEST_SECONDS) as patience:
            self._unread.append(patience)
            if len(self._unread) > _MOST_UNREAD:
                self._unread[0].cancel()
            try:
                return await _request(stream, connection)
            except h11.RemoteProtocolError:
                return _Request(None, b"")
            finally:
                self._unread.remove(patience)
        return None

    async def _page(self, asked: _Request) -> Page:
        callback = asked.callback()
        if callback is None:
            return Page(400, message("Not understood"), message("This is not a request bxdesk answers."))
        if not is_loopback(asked.host):
            # A page on the internet can give its own name the address of this computer.
            return Page(403, message("Nothing here"), message("bxdesk is not reached by this name."))
        return await self._answer(callback)


@dataclass(frozen=True, slots=True)
class _Request:
    """What was read: the head (None when it is no HTTP) and the body."""

    head: h11.Request | None
    body: bytes

    @property
    def host(self) -> str:
        """The name by which this computer was asked for, without a port; empty if none was given."""
        try:
            return urlsplit(f"//{self._header(b'host')}").hostname or ""
        except ValueError:
            return ""

    def callback(self) -> Callback | None:
        """What a browser asks; None when it is nothing that is ever answered."""
        if self.head is None or self.head.method not in (b"GET", b"POST"):
            return None
        path, _, query = self.head.target.decode("ascii", "replace").partition("?")
        fields = dict(parse_qsl(query)) | dict(parse_qsl(self.body.decode("utf-8", "replace")))
        return Callback(self.head.method.decode(), path, fields, self._header(b"origin"))

    def _header(self, name: bytes) -> str:
        headers = () if self.head is None else self.head.headers
        return next((value.decode("latin-1") for header, value in headers if header == name), "")


async def _request(stream: anyio.abc.SocketStream, connection: h11.Connection) -> _Request | None:
    head, body = None, b""
    while True:
        event = connection.next_event()
        if isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            body += event.data
            if len(body) > _MAX_BODY:
                return _Request(None, b"")
        elif isinstance(event, h11.EndOfMessage):
            return _Request(head, body)
        elif event is h11.NEED_DATA:
            try:
                connection.receive_data(await stream.receive(2048))
            except anyio.EndOfStream:
                connection.receive_data(b"")
        else:
            return None


async def _send(stream: anyio.abc.SocketStream, connection: h11.Connection, page: Page) -> None:
    nonce = secrets.token_urlsafe(16)
    template = Template(resource("pages", "sign-in.html").read_text(encoding="utf-8"))
    body = template.substitute(
        title=html.escape(str(page.title)), text=html.escape(str(page.text)), scripts=_scripts(page.script, nonce)
    ).encode()
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Content-Security-Policy", f"default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-{nonce}'"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("Connection", "close"),
    ]
    head = connection.send(h11.Response(status_code=page.status, headers=headers)) or b""
    await stream.send(
        head + (connection.send(h11.Data(data=body)) or b"") + (connection.send(h11.EndOfMessage()) or b"")
    )


def _scripts(address: str, nonce: str) -> str:
    """What tells the portal around this page that the installation is complete."""
    if not address:
        return ""
    return (
        f'<script nonce="{nonce}" src="{html.escape(address)}"></script>\n'
        f'<script nonce="{nonce}">BX24.init(() => BX24.installFinish())</script>'
    )
