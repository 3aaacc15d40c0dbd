"""The saved connections and their keys: list and keyring are changed together or not at all, by one bxdesk at a time.

What the keyring is about to hold without a connection is on the disk first. So whenever bxdesk is ended, a connection
is listed and has its keys, or is not listed and its keys are known as a leftover, to be removed.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

import anyio
import anyio.to_thread

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.accounts.secret_store import MemorySecrets, SecretStore
from bxdesk.errors import BxdeskError, Problem, SecretStoreError
from bxdesk.listener import SILENT, Listener
from bxdesk.messages import message
from bxdesk.portal.address import PortalAddress
from bxdesk.storage.lock import held

_LOCK_SECONDS = 120.0
"""How long another bxdesk may take, and its keyring ask for a password, before it is taken for stuck."""
_log = logging.getLogger(__name__)


class SavedConnections:
    """The connections of this computer's user with their keys. All methods raise BxdeskError."""

    def __init__(self, file: ConnectionFile, secrets: SecretStore, locks: Path) -> None:
        self.secrets = secrets
        self.locks = locks
        self._file = file
        self._in_memory = False
        self._leftovers: tuple[str, ...] = ()
        self._turn = anyio.Lock()

    def keep_in_memory(self) -> None:
        """From now on keys live for this session alone; what the keyring holds stays there."""
        self.secrets = MemorySecrets()
        self._in_memory = True

    async def all(self) -> tuple[Connection, ...]:
        """The saved connections, oldest first."""
        known = await anyio.to_thread.run_sync(self._file.read)
        self._leftovers = known.leftovers
        return known.connections

    async def keys(self, connection: Connection, listener: Listener = SILENT) -> Keys | None:
        """The keys of a connection, None if there are none."""
        secrets = self.secrets.with_listener(listener)
        found = await secrets.load(connection.identity)
        if found is None:
            async with self.locked(listener, or_without=True):  # some keyrings replace an item by removing it first
                found = await secrets.load(connection.identity)
        return found

    async def check(self, listener: Listener = SILENT) -> None:
        """Raises SecretStoreError when keys could not be kept."""
        async with self.locked(listener):
            # A name that nobody else uses: other homes of bxdesk share the keyring, and not the lock.
            await self.secrets.with_listener(listener).check(f"bxdesk-probe-{_digest(str(self.locks.absolute()))}")

    async def add(self, connection: Connection, keys: Keys, listener: Listener = SILENT) -> Connection:
        """Saves a connection with its keys; one with the same identity is replaced where it stands, and named alike."""
        async with self.locked(listener):
            before = await self._read()
            same = before.find(connection.identity)
            if same is not None:
                connection = replace(connection, label=same.label, group=same.group)
            elif not self._in_memory:
                await self._write(before.with_leftover(connection.identity))
            await self.secrets.with_listener(listener).save(connection.identity, bound(keys, connection))
            try:
                await self._write(before.with_connection(connection))
            except BxdeskError:
                if same is None:
                    await self._take_back(connection.identity, before)
                raise
        return connection

    async def change(
        self, identities: Iterable[str], new: Callable[[Connection], Connection], listener: Listener = SILENT
    ) -> tuple[Connection, ...]:
        """Saves what ``new`` makes of each of these connections; those that were removed meanwhile are left out."""
        async with self.locked(listener):
            listed = await self._read()
            known = {one.identity: one for one in listed.connections}
            changed = {identity: new(known[identity]) for identity in identities if identity in known}
            if changed:
                await self._write(replace(listed, connections=tuple((known | changed).values())))
        return tuple(changed.values())

    async def remove(self, connection: Connection) -> None:
        """Forgets a connection and its keys; a keyring that fails does not keep it, and is tried again later."""
        async with self.locked():
            # Where the list cannot be saved the connection stays, and must go on working.
            await self._write((await self._read()).without(connection.identity))
            try:
                await self._forget((connection.identity,))
            except SecretStoreError:
                raise _left_in_keyring(connection.name) from None

    async def replace_keys(
        self, connection: Connection, old: Keys, new: Keys, listener: Listener = SILENT
    ) -> Keys | None:
        """Saves new keys over those they came from, and returns the ones that hold now.

        These are others where somebody signed in meanwhile, and None where somebody signed out.
        """
        secrets = self.secrets.with_listener(listener)
        async with self.locked(listener, or_without=True):
            now = await secrets.load(connection.identity)
            if now == old:
                await secrets.save(connection.identity, new)
                now = new
            return now

    async def remove_leftovers(self, listener: Listener = SILENT) -> tuple[Problem, ...]:
        """Takes out of the keyring what belongs to no connection; returns what is still there. Free when nothing is."""
        if not self._leftovers or self._in_memory:
            return ()
        async with self.locked(listener):
            left = (await self._read()).leftovers
            try:
                await self._forget(left, listener)
            except SecretStoreError:
                return tuple(_left_in_keyring(identity).problem for identity in left)
        _log.info("removed from the keyring what belonged to no connection: %s", len(left))
        return ()

    @asynccontextmanager
    async def locked(self, listener: Listener = SILENT, *, or_without: bool = False) -> AsyncIterator[None]:
        """Nobody else changes list or keyring while the block lasts.

        Raises BxdeskError where no lock can be had, or, with ``or_without``, goes on.
        """
        who = message("Waiting: another bxdesk is changing the connections…")
        lock = held(self.locks / "accounts.lock", _LOCK_SECONDS, lambda: listener.say(who))
        async with self._turn, AsyncExitStack() as stack:
            try:
                await stack.enter_async_context(lock)
            except OSError as error:  # TimeoutError is one
                if not or_without:
                    raise self._file.unlockable(error) from None
                _log.info("going on without a lock: %s", type(error).__name__)
            yield

    async def _forget(self, identities: tuple[str, ...], listener: Listener = SILENT) -> None:
        """Removes these keys; those that nobody could remove stay known as leftovers. Raises SecretStoreError."""
        secrets = self.secrets.with_listener(listener)
        for identity in identities:
            await secrets.forget(identity)
            if self._in_memory:
                continue  # the keyring may still hold it
            with suppress(BxdeskError):  # known as a leftover that is none: no harm
                await self._write((await self._read()).without_leftover(identity))

    async def _take_back(self, identity: str, before: ConnectionList) -> None:
        """What fails here leaves a leftover that is known."""
        with suppress(BxdeskError):
            await self.secrets.forget(identity)
            await self._write(before)

    async def _read(self) -> ConnectionList:
        return await anyio.to_thread.run_sync(self._file.read)

    async def _write(self, known: ConnectionList) -> None:
        await anyio.to_thread.run_sync(self._file.write, known)
        self._leftovers = known.leftovers


def bound(keys: Keys, connection: Connection) -> Keys:
    """The keys, and for which addresses they are: what the list says later can't send them elsewhere."""
    portal = PortalAddress.parse(connection.endpoint).origin
    return replace(keys, portal=portal, authorization_server=connection.authorization_server)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _left_in_keyring(portal: str) -> BxdeskError:
    return BxdeskError(
        Problem(
            "keyring_leftover",
            message("{portal} was removed here, but its key may still be in your keyring.", portal=portal),
            message("The keyring could not be reached."),
            message("It is removed the next time that bxdesk uses the keyring."),
        )
    )
