"""From a saved connection to an authenticated client."""

from __future__ import annotations

import httpx

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.secret_store import SecretStore
from bxdesk.errors import Problem
from bxdesk.portal.auth import TokenAuth
from bxdesk.portal.errors import SessionEndedError
from bxdesk.portal.oauth import refresh_tokens
from bxdesk.portal.rest import RestClient
from bxdesk.words import words


def item_name(connection: Connection) -> str:
    """The name a connection's secrets are kept under."""
    return f"{connection.client_id}@{connection.member_id}"


async def open_session(http: httpx.AsyncClient, secrets: SecretStore, connection: Connection) -> RestClient:
    """A client that speaks for the person who signed in. Raises SessionEndedError, KeyringError."""
    session = _Session(http, secrets, connection)
    keys = await session.keys()
    return RestClient(http, connection.endpoint, TokenAuth(keys.access_token, session.refresh))


class _Session:
    """Refreshes the tokens of one connection. Every new pair is saved before it is used."""

    def __init__(self, http: httpx.AsyncClient, secrets: SecretStore, connection: Connection) -> None:
        self._http = http
        self._secrets = secrets
        self._connection = connection
        self._unsaved: Keys | None = None

    async def keys(self) -> Keys:
        """The newest secrets: those that could not be saved, or else what the keyring holds."""
        keys = self._unsaved or await self._secrets.load(item_name(self._connection))
        if keys is None:
            raise _not_signed_in(self._connection)
        return keys

    async def refresh(self, used: str) -> str:
        """The access token to use after ``used`` ran out. Another bxdesk may have refreshed it meanwhile."""
        keys = await self.keys()
        if keys.access_token == used:
            reply = await refresh_tokens(
                self._http,
                self._connection.authorization_server,
                self._connection.client_id,
                keys.client_secret,
                keys.refresh_token,
            )
            keys = Keys(keys.client_secret, reply.access_token, reply.refresh_token)
            self._unsaved = keys  # the old pair is dead: this one must survive a keyring that fails now
        if self._unsaved is not None:
            await self._secrets.save(item_name(self._connection), self._unsaved)
            self._unsaved = None
        return keys.access_token


def _not_signed_in(connection: Connection) -> SessionEndedError:
    return SessionEndedError(
        Problem(
            "session_ended",
            words("You are not signed in to {portal}.", portal=connection.name),
            words("The keyring holds no key for it."),
            words("Sign in again."),
        )
    )
