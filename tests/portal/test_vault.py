"""Portals whose connections and keys are in a vault: sessions go on, and no refresh token is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.accounts.request import SignInRequest
from bxdesk.accounts.saved_names import CONNECTIONS_FILE
from bxdesk.accounts.sealing import Seal, new_key
from bxdesk.accounts.transfer import read_export
from bxdesk.composition import VaultChoice, usual_desk
from bxdesk.demo import DemoPortal
from bxdesk.desk import Desk
from bxdesk.errors import BxdeskError
from bxdesk.storage.folders import under
from bxdesk.storage.portal_looks import PortalLook
from tests.gui.fake_desk import connection

pytestmark = pytest.mark.anyio

KEY = new_key()


@asynccontextmanager
async def started(vault: Path) -> AsyncIterator[Desk]:
    """A bxdesk that was told of a vault."""
    with usual_desk(under(vault.parent / "home"), VaultChoice(vault, KEY)) as open_desk:
        desk = open_desk()
        try:
            yield desk
        finally:
            await desk.aclose()


@pytest.fixture
async def vault(tmp_path: Path, portal: DemoPortal) -> Path:
    """One with a connection to the portal."""

    async def paste() -> str:
        return portal.issue_code()

    async with started(tmp_path / "a.vault") as desk:
        await desk.accounts.sign_in(
            SignInRequest(portal.address, portal.client_id, portal.client_secret, "", portal.authorization_server),
            lambda _: None,
            paste,
        )
    return tmp_path / "a.vault"


async def only(desk: Desk) -> Connection:
    (connection,) = await desk.accounts.connections()
    return connection


async def test_a_session_goes_on_from_start_to_start(vault: Path, portal: DemoPortal) -> None:
    for _ in range(3):
        portal.expire_access_tokens()
        async with started(vault) as desk:
            assert (await desk.snapshot(await only(desk))).user.name == "Helen Marsh"
    assert [request.call for request in portal.requests].count("oauth.refresh") == 3
    assert not (vault.parent / "home" / "config" / "connections.json").exists()


async def test_tokens_are_not_refreshed_where_the_new_ones_could_not_be_saved(
    vault: Path, portal: DemoPortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(path: Path, text: str, **how: bool) -> None:
        raise OSError(30, "Read-only file system", f"{path}{len(text)}{how}")

    portal.expire_access_tokens()
    portal.clear_requests()
    with monkeypatch.context() as patch:
        patch.setattr("bxdesk.storage.data_file.write_atomically", read_only)
        async with started(vault) as desk:
            with pytest.raises(BxdeskError, match=r"a\.vault Read-only file system"):
                await desk.snapshot(await only(desk))
    assert "oauth.refresh" not in [request.call for request in portal.requests]
    async with started(vault) as desk:
        await desk.snapshot(await only(desk))


async def test_what_is_imported_goes_on_there_and_the_exporter_signs_in_anew(
    vault: Path, portal: DemoPortal, tmp_path: Path
) -> None:
    async with started(vault) as desk, started(tmp_path / "other" / "b.vault") as other:
        exported = await desk.accounts.export_connections([await only(desk)], KEY, "x")
        (found,) = read_export(exported, Seal(KEY, "x"))
        connection = await other.accounts.import_connection(found)
        portal.expire_access_tokens()
        await other.snapshot(connection)
        with pytest.raises(BxdeskError) as caught:
            await desk.snapshot(await only(desk))
        assert caught.value.problem.code == "session_ended"

        with pytest.raises(BxdeskError):
            await other.accounts.import_connection(found)  # the same export once more: its tokens are dead by now
        portal.expire_access_tokens()
        await other.snapshot(connection)  # and they have not taken the place of those that are alive


async def test_what_was_read_of_portals_in_a_vault_and_of_others_is_kept_apart(vault: Path) -> None:
    folders, other, look = under(vault.parent / "home"), connection(), PortalLook(datetime.now(UTC))
    ConnectionFile(folders.config / CONNECTIONS_FILE).write(ConnectionList().with_connection(other))
    with usual_desk(folders) as open_desk:
        desk = open_desk()
    async with started(vault) as runner:
        sealed = await only(runner)
        for _ in range(2):
            await desk.looks.keep({other.identity: look})
            await runner.looks.keep({sealed.identity: look})
        assert await desk.looks.read() == {other.identity: look}
        assert await runner.looks.read() == {sealed.identity: look}
        await runner.accounts.disconnect(sealed)
        await runner.looks.keep({sealed.identity: look})
        assert await runner.looks.read() == {}
    await desk.aclose()
