"""A desk on a demo portal, as a benchmark needs it."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.accounts.secret_store import MemorySecrets
from bxdesk.desk import Desk
from bxdesk.placements.bindings import Binding, BindingKey, Texts
from bxdesk.portal.http import system_trust

HANDLER = "https://widgets.example.com/bitrix24"


def connection_to(
    portal: str, client_id: str, member_id: str, server: str = "https://oauth.bitrix24.tech"
) -> Connection:
    """Somebody signed in to the portal at this address."""
    return Connection(member_id, portal, f"{portal}/rest/", client_id, server, 1, "Helen Marsh")


def wanted(count: int, title: str = "Send contract") -> list[Binding]:
    """Widgets that differ in their handler."""
    keys = (BindingKey("LEFT_MENU", f"{HANDLER}/{number}") for number in range(count))
    return [Binding(key, {"en": Texts(title), "ru": Texts("Кнопка")}) for key in keys]


@asynccontextmanager
async def desk_for(
    connections: list[Connection], keys: Keys, trust: ssl.SSLContext | None = None
) -> AsyncIterator[Desk]:
    """A desk with these connections, which lives as long as the block."""
    with TemporaryDirectory(prefix="bxdesk-benchmark-") as folder:
        file, secrets = ConnectionFile(Path(folder) / "connections.json"), MemorySecrets()
        file.write(ConnectionList(connections=tuple(connections)))
        for connection in connections:
            await secrets.save(connection.identity, keys)
        base = Path(folder)
        desk = Desk(
            file,
            secrets,
            (lambda: trust) if trust else system_trust,
            locks=base / "locks",
            journal=base / "journal",
            drafts=base / "drafts",
        )
        try:
            yield desk
        finally:
            await desk.aclose()
