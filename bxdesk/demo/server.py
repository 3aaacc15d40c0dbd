"""Runs ASGI applications on loopback ports in one background thread."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import ssl
import sys
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from starlette.types import ASGIApp

_HOST = "127.0.0.1"
_PATIENCE = 2.0

logger = logging.getLogger(__name__)
# A library's place: whoever configures logging hears of it, nobody's stderr is written to.
logger.addHandler(logging.NullHandler())


class _Protocol(H11Protocol):
    """Lets the application reach its connection, so that it can cut it."""

    def __init__(self, **arguments: Any) -> None:  # noqa: ANN401 - uvicorn's
        super().__init__(**arguments)
        self.logger = logger
        self.access_log = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


@dataclass(frozen=True, slots=True)
class Site:
    """An application and the socket it is served on."""

    app: ASGIApp
    socket: socket.socket


def listen(port: int) -> socket.socket:
    """A listening socket on loopback; OSError when the port is taken."""
    # Named as TCP, because asyncio switches off Nagle's delay only on sockets that say so.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((_HOST, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


def server_context(certificate: tuple[Path, Path] | None) -> ssl.SSLContext | None:
    """The TLS settings for (chain, key), or None for plain http."""
    if certificate is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


class ServerThread:
    """A thread with an event loop that serves some sites until it is stopped."""

    def __init__(self, sites: Sequence[Site], context: ssl.SSLContext | None, on_stop: Callable[[], None]) -> None:
        self._sites = sites
        self._context = context
        self._on_stop = on_stop
        self._ready: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
        self._thread = threading.Thread(target=self._run, name="demo portal", daemon=True)

    def start(self) -> None:
        """Returns once requests are answered."""
        self._thread.start()
        self._ready.result()

    def stop(self) -> None:
        """Cuts every connection, closes the ports and returns once the thread has ended."""
        loop, stopping = self._ready.result()
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(stopping.set)
        self._thread.join()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:
            # Belongs to the thread that called start().
            if self._ready.done():
                raise
            self._ready.set_exception(error)

    async def _serve(self) -> None:
        loop, stopping = asyncio.get_running_loop(), asyncio.Event()
        states: list[ServerState] = []
        servers: list[asyncio.Server] = []
        for site in self._sites:
            state = ServerState()
            state.default_headers = [(b"server", b"nginx")]
            states.append(state)
            servers.append(await self._listen(loop, site, state))
        self._ready.set_result((loop, stopping))
        await stopping.wait()
        self._on_stop()
        for server in servers:
            server.close()
        for protocol in [protocol for state in states for protocol in state.connections]:
            protocol.transport.abort()
        # Whatever waited notices and ends; nothing has to be cancelled.
        if tasks := [task for state in states for task in state.tasks]:
            await asyncio.wait(tasks, timeout=_PATIENCE)
        await asyncio.sleep(0)

    async def _listen(self, loop: asyncio.AbstractEventLoop, site: Site, state: ServerState) -> asyncio.Server:
        config = uvicorn.Config(
            site.app, http=_Protocol, ws="none", lifespan="off", log_config=None, access_log=False, proxy_headers=False
        )
        config.load()

        def protocol() -> asyncio.Protocol:
            return _Protocol(config=config, server_state=state, app_state={}, _loop=loop)

        return await loop.create_server(protocol, sock=site.socket, ssl=self._context)
