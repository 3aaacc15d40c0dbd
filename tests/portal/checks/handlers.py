"""Handlers of every kind on loopback: each path answers in a way of its own, and what was sent is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import anyio
import anyio.abc

Stream = anyio.abc.SocketStream
Serve = Callable[[Stream], Awaitable[None]]


@dataclass
class Sent:
    """One request as it arrived."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: str


@dataclass
class Handlers:
    """A server with a way of answering for each path."""

    port: int = 0
    ways: dict[str, Serve] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """Where a path is."""
        return f"http://{host}:{self.port}{path}"

    async def serve(self, stream: Stream) -> None:
        """One connection, one request."""
        async with stream:
            received = b""
            while b"\r\n\r\n" not in received:
                received += await stream.receive()
            head, _, body = received.decode().partition("\r\n\r\n")
            first, *lines = head.split("\r\n")
            method, target, _ = first.split(" ")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            while len(body) < int(headers.get("content-length", "0")):
                body += (await stream.receive()).decode()
            self.sent.append(Sent(method, target, headers, body))
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            try:
                await self.ways[target.partition("?")[0]](stream)
            except (anyio.BrokenResourceError, anyio.ClosedResourceError):
                pass  # the other side had enough
            finally:
                self.at_once -= 1


def page(body: str | bytes = "<title>A widget</title>", *headers: str, status: str = "200 OK") -> Serve:
    """An answer with this body."""
    content = body.encode() if isinstance(body, str) else body
    if not any(header.lower().startswith("content-type") for header in headers):
        headers = (*headers, "Content-Type: text/html")
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", "Connection: close", *headers)

    async def answer(stream: Stream) -> None:
        await stream.send("\r\n".join(lines).encode() + b"\r\n\r\n" + content)

    return answer


def redirect(location: str, status: int = 302, *headers: str) -> Serve:
    """An answer that sends on."""
    return page("", f"Location: {location}", *headers, status=f"{status} Moved")


def raw(first: bytes, again: bytes = b"", pause: float = 0.0, *, hold: bool = False) -> Serve:
    """Sends bytes, then others for ever (each after a pause), or holds the connection open."""

    async def answer(stream: Stream) -> None:
        await stream.send(first)
        while again:
            await stream.send(again)
            await anyio.sleep(pause)
        if hold:
            await anyio.sleep_forever()

    return answer


@asynccontextmanager
async def running_handlers() -> AsyncIterator[Handlers]:
    """A server that is there until the block is left."""
    handlers = Handlers()
    async with await anyio.create_tcp_listener(local_host="127.0.0.1") as listener, anyio.create_task_group() as tasks:
        handlers.port = listener.extra(anyio.abc.SocketAttribute.local_port)  # noqa: S610 - not Django
        tasks.start_soon(listener.serve, handlers.serve)
        yield handlers
        tasks.cancel_scope.cancel()
