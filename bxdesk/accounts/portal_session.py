"""From a saved connection to an authenticated client, for as long as the session lasts."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.saved_connections import SavedConnections, bound
from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.listener import SILENT, Listener
from bxdesk.messages import message
from bxdesk.portal.address import PortalAddress, named_address
from bxdesk.portal.auth import TokenAuth
from bxdesk.portal.errors import PortalError, SessionEndedError, moved
from bxdesk.portal.limits import PortalLimits
from bxdesk.portal.rest import RestClient
from bxdesk.portal.snapshot import ALWAYS_WANTED, take_snapshot
from bxdesk.storage.lock import held

if TYPE_CHECKING:
    from bxdesk.placements.snapshot import Snapshot

_LOCK_SECONDS = 120.0
"""How long another bxdesk may take to refresh before it is taken for dead."""
_log = logging.getLogger(__name__)


class PortalSession:
    """One connection in use: its client, and the tokens that keep it going.

    A refresh happens once at a time, in this process and across processes: under a lock the keyring is read again, and
    every new pair is saved before it is used, because the old one is dead from then on.
    """

    def __init__(self, http: httpx.AsyncClient, saved: SavedConnections, connection: Connection) -> None:
        self.connection = connection
        self._http = http
        self._saved = saved
        self._lock_file = saved.locks / f"{connection.digest}.lock"
        self._unsaved: tuple[Keys, Keys] | None = None
        """Keys that the keyring has not taken yet, after those that they came from."""

    async def client(self, limits: PortalLimits, listener: Listener = SILENT) -> RestClient:
        """A client that speaks for the person who signed in.

        Raises SessionEndedError, KeyringError, and BxdeskError when the list names an address that is not the portal's.
        """
        keys = await self._keys(listener)
        address = PortalAddress.parse(self.connection.endpoint)
        self._auth = TokenAuth(keys.access_token, self._refresh)
        if keys.portal not in ("", address.origin) and not await self._moved_to(address, listener):
            raise _altered(self.connection, keys)
        return RestClient(self._http, self.connection.endpoint, self._auth, limits, self._relocate)

    async def _keys(self, listener: Listener) -> Keys:
        """The newest secrets: those that could not be saved, or else what the keyring holds."""
        keys = self._unsaved[1] if self._unsaved else await self._saved.keys(self.connection, listener)
        if keys is None:
            raise _not_signed_in(self.connection)
        return keys

    async def _refresh(self, used: str, listener: Listener) -> str:
        """The access token to use after ``used`` ran out. Another bxdesk may have refreshed it meanwhile."""
        async with self._one_at_a_time():
            keys = await self._keys(listener)
            if keys.access_token == used:
                await self._renew(keys, listener)
            return (await self._save(keys, listener)).access_token

    async def snapshot(self, client: RestClient, listener: Listener, wanted: Collection[str]) -> Snapshot:
        """The portal. Where a permission that is wanted is missing, it is read once more with new tokens.

        One that was ticked after tokens were made is not in them. Those that are there go on where the authorization
        server gives no others. Raises BxdeskError.
        """
        snapshot = await take_snapshot(client, self.connection.portal, self.connection.member_id)
        if snapshot.scopes.issuperset((*ALWAYS_WANTED, *wanted)):
            return snapshot
        try:
            await self._renew_all(listener)
        except PortalError as error:
            _log.info("%s: no new tokens: %s", self.connection.name, error.problem.code)
            return snapshot
        return await take_snapshot(client, self.connection.portal, self.connection.member_id)

    async def _renew_all(self, listener: Listener) -> None:
        async with self._one_at_a_time():
            keys = await self._keys(listener)
            await self._renew(keys, listener)
            self._auth.use((await self._save(keys, listener)).access_token)

    async def _relocate(self, address: PortalAddress, listener: Listener) -> str:
        """The endpoint at another address, if it is this portal's. Raises PortalError when it is not."""
        if not await self._moved_to(address, listener):
            raise moved(self.connection.name, address.netloc)
        return self.connection.endpoint

    async def _moved_to(self, address: PortalAddress, listener: Listener) -> bool:
        """Whether the portal answers at another address now; then the connection is changed to it.

        Nothing is sent there to find out: the authorization server says which portal the session belongs to, and where
        it answers.
        """
        async with self._one_at_a_time():
            keys = await self._keys(listener)
            member_id, endpoint = await self._renew(keys, listener)
            keys = await self._save(keys, listener)
            named = named_address(endpoint)
            if member_id != self.connection.member_id or named is None or named.host != address.host:
                return False
            self._auth.use(keys.access_token)

            def at_address(known: Connection) -> Connection:
                return replace(known, portal=address.origin, endpoint=address.endpoint(endpoint))

            self.connection = at_address(self.connection)
            _log.info("%s: the portal answers here now", address.netloc)
            # In this order: between the two the list is ahead, and the next start asks the server again.
            await self._saved.change((self.connection.identity,), at_address, listener)
            await self._saved.replace_keys(self.connection, keys, bound(keys, self.connection), listener)
        return True

    async def _renew(self, keys: Keys, listener: Listener) -> tuple[str, str]:
        """Has a new pair made, to be saved; returns whose it is, by the portal's identity and its endpoint."""
        from bxdesk.portal.oauth import refresh_tokens  # which a token that still works does without

        await self._saved.secrets.with_listener(
            listener
        ).expect_change()  # the old pair is dead before the new one is saved
        server = keys.authorization_server or self.connection.authorization_server
        client_id = self.connection.client_id
        reply = await refresh_tokens(self._http, server, client_id, keys.client_secret, keys.refresh_token, listener)
        new = replace(keys, access_token=reply.access_token, refresh_token=reply.refresh_token)
        self._unsaved = self._unsaved[0] if self._unsaved else keys, new
        return reply.member_id, reply.client_endpoint

    async def _save(self, keys: Keys, listener: Listener) -> Keys:
        """Saves a new pair, if one was made, and returns the keys that hold.

        Until the keyring has taken it, it is kept here: the old one is dead. Raises SessionEndedError when somebody
        signed out meanwhile.
        """
        if self._unsaved is None:
            return keys
        now = await self._saved.replace_keys(self.connection, *self._unsaved, listener)
        self._unsaved = None
        if now is None:
            raise _not_signed_in(self.connection)
        return now

    @asynccontextmanager
    async def _one_at_a_time(self) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            try:
                await stack.enter_async_context(held(self._lock_file, _LOCK_SECONDS))
            except OSError as error:
                # A folder that cannot be written, or a bxdesk that hangs, must not end this one's session.
                _log.info("refreshing without a lock: %s", type(error).__name__)
            yield


def _not_signed_in(connection: Connection) -> SessionEndedError:
    return SessionEndedError(
        Problem(
            "session_ended",
            message("You are not signed in to {portal}.", portal=connection.name),
            message("The keyring holds no key for it that bxdesk has written."),
            remedy(RemedyKind.SIGN_IN_AGAIN),
        )
    )


def _altered(connection: Connection, keys: Keys) -> BxdeskError:
    return BxdeskError(
        Problem(
            "connection_altered",
            message("The list of connections names another address than the one you signed in at."),
            message(
                "It says {named} instead of {kept}. No key was sent there.", named=connection.portal, kept=keys.portal
            ),
            remedy(RemedyKind.SIGN_OUT_AND_IN),
        )
    )
