"""From a saved connection to an authenticated client, for as long as the session lasts."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import filelock
import httpx

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.secret_store import SecretStore
from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.portal.address import PortalAddress, named_address
from bxdesk.portal.auth import TokenAuth
from bxdesk.portal.errors import SessionEndedError, moved
from bxdesk.portal.limits import PortalLimits
from bxdesk.portal.oauth import TokenReply, refresh_tokens
from bxdesk.portal.rest import RestClient

Moved = Callable[[Connection], Awaitable[None]]
"""Told when a portal was found under another address, with the connection that says so."""

_LOCK_SECONDS = 120.0
"""How long another bxdesk may take to refresh before it is taken for dead."""
_log = logging.getLogger(__name__)


def item_name(connection: Connection) -> str:
    """The name a connection's secrets are kept under."""
    return connection.identity


class Session:
    """One connection in use: its client, and the tokens that keep it going.

    A refresh happens once at a time, in this process and across processes: under a lock the keyring is read again, and
    every new pair is saved before it is used, because the old one is dead from then on.
    """

    def __init__(
        self,
        http: httpx.AsyncClient,
        secrets: SecretStore,
        connection: Connection,
        locks: Path,
        on_moved: Moved,
    ) -> None:
        self.connection = connection
        self._http = http
        self._secrets = secrets
        self._lock_file = locks / f"{hashlib.sha256(item_name(connection).encode()).hexdigest()[:16]}.lock"
        self._on_moved = on_moved
        self._unsaved: Keys | None = None

    async def client(self, limits: PortalLimits) -> RestClient:
        """A client that speaks for the person who signed in. Raises SessionEndedError, KeyringError."""
        keys = await self._keys()
        self._auth = TokenAuth(keys.access_token, self._refresh)
        return RestClient(self._http, self.connection.endpoint, self._auth, limits, self._relocate)

    async def _keys(self) -> Keys:
        """The newest secrets: those that could not be saved, or else what the keyring holds."""
        keys = self._unsaved or await self._secrets.load(item_name(self.connection))
        if keys is None:
            raise _not_signed_in(self.connection)
        return keys

    async def _refresh(self, used: str) -> str:
        """The access token to use after ``used`` ran out. Another bxdesk may have refreshed it meanwhile."""
        async with self._one_at_a_time():
            keys = await self._keys()
            if keys.access_token == used:
                keys, _ = await self._renew(keys)
            await self._save()
            return keys.access_token

    async def _relocate(self, address: PortalAddress) -> str:
        """The endpoint at another address, if it is this portal's.

        Nothing is sent there to find out: the authorization server says which portal the session belongs to and where
        it answers now. Raises PortalError when that is not there.
        """
        async with self._one_at_a_time():
            keys, reply = await self._renew(await self._keys())
            await self._save()
        named = named_address(reply.client_endpoint)
        if reply.member_id != self.connection.member_id or named is None or named.host != address.host:
            raise moved(self.connection.name, address.netloc)
        self._auth.use(keys.access_token)
        endpoint = address.endpoint(reply.client_endpoint)
        self.connection = replace(self.connection, portal=address.origin, endpoint=endpoint)
        _log.info("%s: the portal answers here now", address.netloc)
        await self._on_moved(self.connection)
        return endpoint

    async def _renew(self, keys: Keys) -> tuple[Keys, TokenReply]:
        connection = self.connection
        reply = await refresh_tokens(
            self._http, connection.authorization_server, connection.client_id, keys.client_secret, keys.refresh_token
        )
        self._unsaved = Keys(keys.client_secret, reply.access_token, reply.refresh_token)
        return self._unsaved, reply

    async def _save(self) -> None:
        """Saves a new pair. Until the keyring has taken it, it is kept here: the old one is dead."""
        if self._unsaved is not None:
            await self._secrets.save(item_name(self.connection), self._unsaved)
            self._unsaved = None

    @asynccontextmanager
    async def _one_at_a_time(self) -> AsyncIterator[None]:
        lock = filelock.AsyncFileLock(self._lock_file, timeout=_LOCK_SECONDS, thread_local=False)
        try:
            self._lock_file.parent.mkdir(parents=True, exist_ok=True)
            await lock.acquire()
        except (OSError, filelock.Timeout) as error:
            # A folder that cannot be written, or a bxdesk that hangs, must not end this one's session.
            _log.info("refreshing without a lock: %s", type(error).__name__)
        try:
            yield
        finally:
            await lock.release()


def _not_signed_in(connection: Connection) -> SessionEndedError:
    return SessionEndedError(
        Problem(
            "session_ended",
            message("You are not signed in to {portal}.", portal=connection.name),
            message("The keyring holds no key for it."),
            message("Sign in again."),
        )
    )
