"""The way to servers: one client for all portals, through the proxy that was chosen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

import anyio

from bxdesk.accounts.proxy_login import ProxyLogin
from bxdesk.accounts.saved_connections import SavedConnections
from bxdesk.storage.settings import apart

if TYPE_CHECKING:
    import ssl

    import httpx

    from bxdesk.portal.proxies import ChooseProxy


class Network:
    """One event loop owns it; close it there with :meth:`aclose`."""

    def __init__(self, saved: SavedConnections, trust: Callable[[], ssl.SSLContext], proxy: str) -> None:
        """``trust`` makes what checks certificates, which takes its time: it is asked once a portal is talked to."""
        self._saved = saved
        self._trust = trust
        self._trusted: ssl.SSLContext | None = None
        self._login = ProxyLogin(saved.secrets)
        self._proxy = self._login.hold(proxy)
        self._http: httpx.AsyncClient | None = None

    @property
    def http(self) -> httpx.AsyncClient:
        """The client; another one after :meth:`use_proxy`."""
        if self._http is None:
            self._http = self._make_http(self._proxy)
        return self._http

    async def use_proxy(self, proxy: str, *, in_memory: bool = False) -> str:
        """Reaches portals through ``system``, ``none`` or the address of a proxy from now on.

        A user and password in the address go to the keyring. Returns what may be kept elsewhere: the address without
        them. Raises KeyringError when they cannot be kept; ``in_memory`` holds them for this session alone. Cancelled,
        it has changed nothing; once the other way is taken it comes back as if nobody had cancelled it.
        """
        new = self._make_http(apart(proxy)[0])
        if in_memory:
            kept = self._login.hold(proxy)
        else:
            async with self._saved.locked():
                kept = await self._login.keep(proxy)
        old, self._http, self._proxy = self._http, new, kept
        if old is not None:
            with suppress(anyio.get_cancelled_exc_class()):
                await old.aclose()
        return kept

    def keep_secrets_in_memory(self) -> None:
        """Asks the keyring for no login any more: it would fail every request through a proxy."""
        self._login.keep_in(self._saved.secrets)

    @asynccontextmanager
    async def for_handlers(self, max_answer: int) -> AsyncIterator[tuple[httpx.AsyncClient, ChooseProxy]]:
        """A client for servers that are no portal's, and the way it chooses a proxy. It knows no token.

        Answers of more than ``max_answer`` bytes are broken off.
        """
        from bxdesk.portal.proxies import proxy_chooser

        async with self._make_http(self._proxy, max_answer=max_answer) as http:
            yield http, proxy_chooser(self._proxy)

    async def aclose(self) -> None:
        """Closes the network connections."""
        if self._http is not None:
            await self._http.aclose()

    def _make_http(self, proxy: str, **more: int) -> httpx.AsyncClient:
        from bxdesk.portal.http import make_http

        if self._trusted is None:
            self._trusted = self._trust()
        return make_http(self._trusted, proxy, self._login.of, **more)
