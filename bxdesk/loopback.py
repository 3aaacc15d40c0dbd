"""A little web server for browsers on this computer.

It listens on loopback only, and stays calm about everybody else who knocks: a favicon or a port scanner gets a 4xx and
nothing changes. Who holds connections open, or all descriptors, keeps nobody else out.
"""

from __future__ import annotations

import errno
import html
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from string import Template
from urllib.parse import parse_qsl, urlsplit

import anyio
import anyio.abc
import h11
from anyio.streams.stapled import MultiListener

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, Reader, message
from bxdesk.placements.handler import is_loopback
from bxdesk.support.resources import resource

_HOST = "127.0.0.1"
_REQUEST_SECONDS = 10.0
_MAX_REQUEST = 8192
_MAX_BODY = 65_536
_MOST_UNREAD = 32
"""Connections that have not said yet what they want. One more, and the oldest has to go."""
_ACCEPT_PAUSE = 0.1
"""Seconds until the next try when the system gives no connection, as it does when descriptors run out."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LoopbackRequest:
    """A GET, or a POST with a form, to whatever path. ``origin`` is that of the page it came from, empty if a browser
    names none: it does for every POST, and for no GET that follows a link or a redirect."""

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    origin: str

    @property
    def fields(self) -> dict[str, str]:
        """Those of the query and of the form."""
        return self.query | self.form

    def __repr__(self) -> str:
        return f"LoopbackRequest({self.method})"


@dataclass(frozen=True, slots=True)
class Response:
    """What the browser gets. ``policy`` is the Content-Security-Policy of the HTML in ``body``."""

    status: int
    body: str = ""
    policy: str = "default-src 'none'"
    referrer: str = "no-referrer"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that says one thing.

    ``script`` is the address of the portal's own ``BX24``, for a page that is shown in the portal's frame and has to
    tell it that the installation is complete. ``framed_by`` is the only origin that may frame it, empty for any.
    """

    status: int
    title: Message
    text: Message
    script: str = ""
    framed_by: str = ""

    def response(self, reader: Reader) -> Response:
        """The page as HTML, for somebody who reads it."""
        nonce = secrets.token_urlsafe(16)
        template = Template(resource("pages", "message.html").read_text(encoding="utf-8"))
        body = template.substitute(
            language=reader.language,
            title=html.escape(reader.text(self.title)),
            text=html.escape(reader.text(self.text)),
            scripts=_scripts(self.script, nonce),
        )
        policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-{nonce}'"
        return Response(self.status, body, f"{policy}; frame-ancestors {self.framed_by}" if self.framed_by else policy)


Answer = Callable[[LoopbackRequest], Awaitable[Page | Response]]
"""Takes what a browser asks, returns what it shows."""


async def listen(host: str, port: int) -> MultiListener[anyio.abc.SocketStream]:
    """Binds a port of this computer, any free one for 0. Raises OSError."""
    return await anyio.create_tcp_listener(local_host=host, local_port=port)


@asynccontextmanager
async def serving(answer: Answer, reader: Reader) -> AsyncIterator[str]:
    """Answers browsers at a free port for the length of the block; gives the origin. Raises BxdeskError.

    ``reader`` is who sees the pages.
    """
    failure: BaseException | None = None
    try:
        listening = await listen(_HOST, 0)
    except OSError as error:
        raise BxdeskError(
            Problem(
                "port_refused",
                message("No page can be shown from this computer."),
                message("The system says: {reason}.", reason=error.strerror or type(error).__name__),
            )
        ) from None
    async with listening as listener:
        port = listener.extra(anyio.abc.SocketAttribute.local_port)  # noqa: S610 - of a socket
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(serve, listener, answer, reader)
            try:
                yield f"http://{_HOST}:{port}"
            except Exception as error:  # noqa: BLE001 - raised again below, outside the group, as it is
                failure = error
            tasks.cancel_scope.cancel()
    if failure is not None:
        raise failure


async def serve(listener: MultiListener[anyio.abc.SocketStream], answer: Answer, reader: Reader) -> None:
    """Answers browsers until cancelled. ``reader`` is who sees the pages."""
    server = _Server(answer, reader)
    async with anyio.create_task_group() as tasks:
        for one in listener.listeners:
            if isinstance(one, anyio.abc.SocketListener):
                tasks.start_soon(server.accept, one)


class _Server:
    """Takes connections, and asks ``answer`` for what is to be said to each."""

    def __init__(self, answer: Answer, reader: Reader) -> None:
        self._answer = answer
        self._reader = reader
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
                    await _send(stream, connection, await self._answered(asked))
            except (anyio.BrokenResourceError, anyio.ClosedResourceError, h11.LocalProtocolError, OSError):
                return  # The browser went away.

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

    async def _answered(self, asked: _Request) -> Response:
        answer = await self._page(asked)
        return answer.response(self._reader) if isinstance(answer, Page) else answer

    async def _page(self, asked: _Request) -> Page | Response:
        request = asked.read()
        if request is None:
            return Page(400, message("Not understood"), message("This is not a request bxdesk answers."))
        if not is_loopback(asked.host):
            # A page on the internet can give its own name the address of this computer.
            return Page(403, message("Nothing here"), message("bxdesk is not reached by this name."))
        return await self._answer(request)


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

    def read(self) -> LoopbackRequest | None:
        """What a browser asks; None when it is nothing that is ever answered."""
        if self.head is None or self.head.method not in (b"GET", b"POST"):
            return None
        path, _, query = self.head.target.decode("ascii", "replace").partition("?")
        form = self.body.decode("utf-8", "replace")
        return LoopbackRequest(self.head.method.decode(), path, _fields(query), _fields(form), self._header(b"origin"))

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


def _fields(text: str) -> dict[str, str]:
    return dict(parse_qsl(text, keep_blank_values=True))


async def _send(stream: anyio.abc.SocketStream, connection: h11.Connection, response: Response) -> None:
    body = response.body.encode()
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Content-Security-Policy", response.policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", response.referrer),
        ("Cache-Control", "no-store"),
        ("Connection", "close"),
    ]
    head = connection.send(h11.Response(status_code=response.status, headers=headers)) or b""
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
