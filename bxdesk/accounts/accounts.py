"""Who is signed in where: the saved connections, their secrets, and the way to each portal."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import anyio
import anyio.to_thread
import httpx

from bxdesk.accounts.attempt import Paste
from bxdesk.accounts.connection import Connection
from bxdesk.accounts.connections import ConnectionFile
from bxdesk.accounts.proxy_login import ProxyLogin
from bxdesk.accounts.request import SignInRequest
from bxdesk.accounts.secret_store import KeyringError, MemorySecrets, SecretStore
from bxdesk.accounts.sessions import Session, item_name
from bxdesk.accounts.signin import checked, sign_in
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.portal.authorization_server import PUBLIC_SERVERS
from bxdesk.portal.http import make_http
from bxdesk.portal.limits import PortalLimits
from bxdesk.portal.rest import RestClient
from bxdesk.storage.settings import apart

Announce = Callable[[str], None]
Report = Callable[[Problem], None]


class Accounts:
    """The connections of this computer's user. One event loop owns them; close them there with :meth:`aclose`."""

    def __init__(
        self, connections: ConnectionFile, secrets: SecretStore, trust: ssl.SSLContext, locks: Path, proxy: str
    ) -> None:
        self._connections = connections
        self._secrets = secrets
        self._trust = trust
        self._locks = locks
        self._login = ProxyLogin(secrets)
        self._http: httpx.AsyncClient = make_http(trust, self._login.hold(proxy), self._login.of)
        self._open: dict[tuple[str, str], tuple[Session, RestClient]] = {}
        self._limits: dict[str, PortalLimits] = {}
        self._signing_in = False

    async def all(self) -> tuple[Connection, ...]:
        """The saved connections, oldest first."""
        return await anyio.to_thread.run_sync(self._connections.all)

    async def sign_in(
        self, request: SignInRequest, announce: Announce, pasted: Paste | None, tell: Report | None
    ) -> Connection:
        """Signs in and saves the connection; the keyring is tried first. Raises BxdeskError."""
        with self._one_sign_in():
            return await self._sign_in(request, announce, pasted, tell)

    async def sign_in_again(
        self, connection: Connection, announce: Announce, pasted: Paste | None, tell: Report | None
    ) -> Connection:
        """Signs in with the client secret that is kept, and only to the same portal. Raises BxdeskError."""
        with self._one_sign_in():
            keys = await self._secrets.load(item_name(connection))
            if keys is None:
                raise _secret_missing(connection)
            server = connection.authorization_server
            request = SignInRequest(
                portal=connection.portal,
                client_id=connection.client_id,
                client_secret=keys.client_secret,
                redirect_url=connection.redirect_url,
                authorization_server=None if server in PUBLIC_SERVERS else server,
                member_id=connection.member_id,
            )
            return await self._sign_in(request, announce, pasted, tell)

    async def rename(self, connection: Connection, label: str) -> Connection:
        """Gives a connection a name of the person's own; an empty one takes it away."""
        return await anyio.to_thread.run_sync(self._connections.rename, connection, label)

    async def session(self, connection: Connection) -> tuple[Session, RestClient]:
        """The session of a connection and its client. Raises BxdeskError when nobody is signed in."""
        known = self._open.get(_identity(connection))
        if known is None:
            session = Session(self._http, self._secrets, connection, self._locks, self._moved)
            limits = self._limits.setdefault(connection.member_id, PortalLimits())
            known = session, await session.client(limits)
            self._open[_identity(connection)] = known
        return known

    async def disconnect(self, connection: Connection) -> None:
        """Forgets a connection and its secrets; a keyring that fails does not keep it. Raises BxdeskError."""
        self._open.pop(_identity(connection), None)
        # Where the list cannot be saved the connection stays, and must go on working.
        await anyio.to_thread.run_sync(self._connections.remove, connection)
        try:
            await self._secrets.forget(item_name(connection))
        except KeyringError:
            raise _left_in_keyring(connection) from None

    def keep_secrets_in_memory(self) -> None:
        """From now on secrets live for this session alone."""
        self._secrets = MemorySecrets()
        self._login.keep_in(self._secrets)  # or every request through a proxy would ask the keyring that fails
        self._open.clear()

    async def keyring(self) -> str:
        """Where secrets are kept now, in a few words for people. Raises KeyringError."""
        return await self._secrets.describe()

    async def use_proxy(self, proxy: str, *, in_memory: bool) -> str:
        """Goes another way from now on; see :meth:`bxdesk.desk.Desk.use_proxy`. Raises BxdeskError.

        Cancelled, it has changed nothing; once the other way is taken it comes back as if nobody had cancelled it.
        """
        new = make_http(self._trust, apart(proxy)[0], self._login.of)
        kept = self._login.hold(proxy) if in_memory else await self._login.keep(proxy)
        old, self._http = self._http, new
        self._open.clear()
        with suppress(anyio.get_cancelled_exc_class()):
            await old.aclose()
        return kept

    async def aclose(self) -> None:
        """Closes the network connections."""
        await self._http.aclose()

    @contextmanager
    def _one_sign_in(self) -> Iterator[None]:
        if self._signing_in:
            raise _busy()
        self._signing_in = True
        try:
            yield
        finally:
            self._signing_in = False

    async def _sign_in(
        self,
        request: SignInRequest,
        announce: Announce,
        pasted: Paste | None,
        tell: Report | None,
    ) -> Connection:
        checked(request)  # before the keyring, which may ask for a password
        await self._secrets.check()
        signed_in = await sign_in(self._http, request, announce, pasted, tell)
        await self._secrets.save(item_name(signed_in.connection), signed_in.keys)
        connection = await anyio.to_thread.run_sync(self._connections.put, signed_in.connection)
        self._open.pop(_identity(connection), None)
        return connection

    async def _moved(self, connection: Connection) -> None:
        await anyio.to_thread.run_sync(self._connections.put, connection)


def _identity(connection: Connection) -> tuple[str, str]:
    return connection.member_id, connection.client_id


def _busy() -> BxdeskError:
    return BxdeskError(
        Problem(
            "sign_in_running",
            message("A sign-in is running already."),
            hint=message("Finish it in the browser, or cancel it first."),
        )
    )


def _secret_missing(connection: Connection) -> BxdeskError:
    return BxdeskError(
        Problem(
            "secret_missing",
            message("The client secret for {portal} is no longer kept.", portal=connection.name),
            message("The keyring holds no key for it."),
            message("Copy the secret from the app's card on the portal."),
        )
    )


def _left_in_keyring(connection: Connection) -> BxdeskError:
    return BxdeskError(
        Problem(
            "keyring_leftover",
            message("{portal} was removed here, but its key may still be in your keyring.", portal=connection.name),
            message("The keyring could not be reached."),
            message("Remove the item “bxdesk” for this portal in your system's keyring program."),
        )
    )
