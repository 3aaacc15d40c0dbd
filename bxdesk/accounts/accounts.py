"""Who is signed in where: the saved connections, their secrets, and the way to each portal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.network import Network
from bxdesk.accounts.request import SignInRequest
from bxdesk.accounts.saved_connections import SavedConnections
from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.listener import SILENT, Listener
from bxdesk.messages import message
from bxdesk.portal.authorization_server import own_server

if TYPE_CHECKING:
    import httpx

    from bxdesk.accounts.attempt import Paste
    from bxdesk.accounts.portal_session import PortalSession
    from bxdesk.accounts.transfer import Exported
    from bxdesk.portal.limits import PortalLimits
    from bxdesk.portal.rest import RestClient

Announce = Callable[[str], None]
Report = Callable[[Problem], None]


class Accounts:
    """The connections of this computer's user. One event loop owns them."""

    def __init__(self, saved: SavedConnections, network: Network) -> None:
        self._saved = saved
        self._network = network
        self._http: httpx.AsyncClient | None = None
        """The client that the open sessions go through."""
        self._open: dict[str, tuple[PortalSession, RestClient]] = {}
        self._limits: dict[str, PortalLimits] = {}
        self._signing_in = False

    async def connections(self) -> tuple[Connection, ...]:
        """The saved connections, oldest first."""
        return await self._saved.all()

    async def sign_in(
        self,
        request: SignInRequest,
        announce: Announce,
        pasted: Paste | None = None,
        tell: Report | None = None,
        listener: Listener = SILENT,
    ) -> Connection:
        """Signs in through the browser and saves the connection; see :func:`bxdesk.accounts.signin.sign_in`.

        ``listener`` hears when something else than the person is waited for: the keyring, the portal. The keyring is
        tried first, so that nobody signs in only to learn that the session cannot be kept. Raises BxdeskError.
        """
        with self._one_sign_in():
            return await self._sign_in(request, announce, pasted, tell, listener)

    async def sign_in_again(
        self,
        connection: Connection,
        announce: Announce,
        pasted: Paste | None = None,
        tell: Report | None = None,
        listener: Listener = SILENT,
    ) -> Connection:
        """Signs in anew with the client secret that the keyring still holds, and only to the same portal.

        Raises BxdeskError, with the code ``secret_missing`` when the secret has to be given again: see :meth:`sign_in`.
        """
        with self._one_sign_in():
            keys = await self._kept_keys(connection, listener)
            server = keys.authorization_server or connection.authorization_server
            request = SignInRequest(
                portal=connection.portal,
                client_id=connection.client_id,
                client_secret=keys.client_secret,
                redirect_url=connection.redirect_url,
                authorization_server=own_server(server),
                member_id=connection.member_id,
            )
            return await self._sign_in(request, announce, pasted, tell, listener)

    async def export_connections(self, connections: Iterable[Connection], key: str, name: str) -> str:
        """Connections with their keys as a line that nobody can read without the key: a vault of its own.

        ``name`` is what errors call it. Raises BxdeskError, a VaultError for a key that is none.
        """
        from bxdesk.accounts.sealing import Seal
        from bxdesk.accounts.transfer import export_text

        seal = Seal(key, name)  # before the keyring, which may ask for a password
        exported = [(one, await self._kept_keys(one)) for one in connections]
        return export_text(exported, seal)

    async def import_connection(self, exported: Exported, listener: Listener = SILENT) -> Connection:
        """Saves a connection that :func:`bxdesk.accounts.transfer.read_export` has read, and has new tokens made.

        From then on the tokens of whoever exported it are dead. Nothing is saved where the portal's session has ended
        meanwhile. Raises BxdeskError.
        """
        from bxdesk.portal.oauth import refresh_tokens

        connection, keys = exported
        await self._saved.check(listener)
        server = keys.authorization_server or connection.authorization_server
        reply = await refresh_tokens(
            self._network.http, server, connection.client_id, keys.client_secret, keys.refresh_token, listener
        )
        new = replace(keys, access_token=reply.access_token, refresh_token=reply.refresh_token)
        added = await self._saved.add(connection, new, listener)
        self._open.pop(added.identity, None)
        return added

    async def _kept_keys(self, connection: Connection, listener: Listener = SILENT) -> Keys:
        keys = await self._saved.keys(connection, listener)
        if keys is None:
            raise _secret_missing(connection)
        return keys

    async def rename(self, connection: Connection, label: str) -> Connection:
        """Gives a connection a name of the person's own; an empty one takes it away."""
        (renamed,) = await self._change((connection,), label=_one_line(label))
        return renamed

    async def put_into_group(self, connections: Sequence[Connection], group: str) -> tuple[Connection, ...]:
        """Puts connections into a group of the person's own, out of any other; an empty one is none.

        Returns those that were not removed meanwhile.
        """
        return await self._change(connections, group=_one_line(group))

    async def _change(self, connections: Sequence[Connection], **fields: str) -> tuple[Connection, ...]:
        identities = [one.identity for one in connections]
        changed = await self._saved.change(identities, lambda known: replace(known, **fields))  # type: ignore[arg-type]
        if connections and not changed:
            raise _gone(connections[0])
        return changed

    async def session(self, connection: Connection, listener: Listener = SILENT) -> tuple[PortalSession, RestClient]:
        """The session of a connection and its client. Raises BxdeskError when nobody is signed in.

        ``listener`` hears what opening it waits for, and all that the client will.
        """
        if self._http is not self._network.http:  # another proxy
            self._http = self._network.http
            self._open.clear()
        known = self._open.get(connection.identity)
        if known is None:
            from bxdesk.accounts.portal_session import PortalSession
            from bxdesk.portal.limits import PortalLimits

            with suppress(BxdeskError):  # no reason to stop: another time will do
                await self._saved.remove_leftovers(listener)
            session = PortalSession(self._network.http, self._saved, connection)
            limits = self._limits.setdefault(connection.member_id, PortalLimits())
            known = session, await session.client(limits, listener)
            self._open[connection.identity] = known
        session, client = known
        return session, client.with_listener(listener)

    async def disconnect(self, connection: Connection) -> None:
        """Forgets a connection and its secrets. Needs no network; a keyring that fails does not keep it here.

        Raises BxdeskError.
        """
        self._open.pop(connection.identity, None)
        await self._saved.remove(connection)

    async def remove_leftovers(self) -> tuple[Problem, ...]:
        """Takes out of the keyring the keys that an interrupted bxdesk left there; returns what is still there."""
        return await self._saved.remove_leftovers()

    def keep_secrets_in_memory(self) -> None:
        """From now on secrets live for this session alone: the person's choice when the keyring is of no use."""
        self._saved.keep_in_memory()
        self._network.keep_secrets_in_memory()
        self._open.clear()

    async def keyring(self) -> str:
        """Where secrets are kept now, in a few words for people. Raises KeyringError."""
        return await self._saved.secrets.describe()

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
        listener: Listener,
    ) -> Connection:
        from bxdesk.accounts.signin import checked, sign_in  # a web server, which who is signed in does without

        checked(request)  # before the keyring, which may ask for a password
        await self._saved.check(listener)
        await self._saved.remove_leftovers(listener)
        signed_in = await sign_in(self._network.http, request, announce, pasted, tell, listener)
        connection = await self._saved.add(signed_in.connection, signed_in.keys, listener)
        self._open.pop(connection.identity, None)
        return connection


def _busy() -> BxdeskError:
    return BxdeskError(
        Problem(
            "sign_in_running",
            message("A sign-in is running already."),
            remedy=message("Finish it in the browser, or cancel it first."),
        )
    )


def _secret_missing(connection: Connection) -> BxdeskError:
    return BxdeskError(
        Problem(
            "secret_missing",
            message("The client secret for {portal} is no longer kept.", portal=connection.name),
            message("The keyring holds no key for it that bxdesk has written."),
            message("Copy the secret from the app's card on the portal."),
        )
    )


def _gone(connection: Connection) -> BxdeskError:
    return BxdeskError(
        Problem(
            "not_connected",
            message("{portal} is no longer connected.", portal=connection.name),
            message("Somebody signed out meanwhile."),
            remedy(RemedyKind.SIGN_IN_AGAIN),
        )
    )


def _one_line(typed: str) -> str:
    """A name as it is kept. Half a character, as a byte of another encoding is on a command line, cannot be."""
    return " ".join(typed.split()).encode("utf-8", "replace").decode()
