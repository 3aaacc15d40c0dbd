"""A demo portal over real HTTP, and bxdesk's client signed in to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.accounts.portal_session import PortalSession
from bxdesk.accounts.saved_connections import SavedConnections
from bxdesk.accounts.secret_store import MemorySecrets
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.placements.snapshot import Snapshot
from bxdesk.portal.http import make_http, system_trust
from bxdesk.portal.limits import PortalLimits
from bxdesk.portal.rest import RestClient
from bxdesk.portal.snapshot import take_snapshot


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Growing pauses are for portals that need them; here they would only cost time."""
    monkeypatch.setattr("bxdesk.portal.rest.PAUSE", 0.01)
    monkeypatch.setattr("bxdesk.portal.retries.PAUSE", 0.01)
    monkeypatch.setattr("bxdesk.changes.apply.PAUSE", 0.01)


@pytest.fixture
def portal() -> Iterator[DemoPortal]:
    """A fresh portal."""
    with DemoPortal(DemoSettings()) as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    """The HTTP client that bxdesk uses."""
    async with make_http(system_trust()) as client:
        yield client


@dataclass
class SignedIn:
    """bxdesk, signed in to a portal."""

    portal: DemoPortal
    connection: Connection
    secrets: MemorySecrets
    http: httpx.AsyncClient = field(repr=False)
    locks: Path = field(repr=False)
    list_file: Path = field(repr=False)
    client: RestClient = field(init=False)

    @property
    def saved(self) -> SavedConnections:
        """The list and the keys, as another start of bxdesk would find them."""
        return SavedConnections(ConnectionFile(self.list_file), self.secrets, self.locks)

    @property
    def moved(self) -> list[Connection]:
        """What the list says otherwise than at first."""
        listed = ConnectionFile(self.list_file).read().connections
        return [known for known in listed if known != self.connection]

    async def keys(self) -> Keys:
        """What the keyring holds now."""
        keys = await self.secrets.load(self.connection.identity)
        assert keys is not None
        return keys

    async def again(self) -> RestClient:
        """Another client on the same connection, as another start of bxdesk would make it."""
        return await PortalSession(self.http, self.saved, self.connection).client(PortalLimits())

    async def snapshot(self) -> Snapshot:
        """The portal as it is now."""
        return await take_snapshot(self.client, self.connection.portal, self.connection.member_id)


async def sign_in_to(portal: DemoPortal, http: httpx.AsyncClient, locks: Path) -> SignedIn:
    """A session that was handed its tokens."""
    tokens = portal.issue_tokens()
    connection = Connection(
        member_id=portal.member_id,
        portal=portal.address,
        endpoint=f"{portal.address}/rest/",
        client_id=portal.client_id,
        authorization_server=portal.authorization_server,
        user_id=1,
        user_name="Helen Marsh",
    )
    secrets = MemorySecrets()
    keys = Keys(portal.client_secret, tokens["access_token"], tokens["refresh_token"])
    await secrets.save(connection.identity, keys)
    signed_in = SignedIn(portal, connection, secrets, http, locks, locks / "connections.json")
    ConnectionFile(signed_in.list_file).write(ConnectionList(connections=(connection,)))
    signed_in.client = await signed_in.again()
    portal.clear_requests()
    return signed_in


@pytest.fixture
async def signed_in(portal: DemoPortal, http: httpx.AsyncClient, tmp_path: Path) -> SignedIn:
    """bxdesk, signed in to the fresh portal."""
    return await sign_in_to(portal, http, tmp_path)
