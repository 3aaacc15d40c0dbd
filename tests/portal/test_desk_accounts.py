"""Connections through the core's one door: sign in again, rename, another port."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionFile
from bxdesk.accounts.redirect import other_redirect
from bxdesk.accounts.request import SignInRequest
from bxdesk.accounts.secret_store import MemorySecrets
from bxdesk.accounts.sessions import item_name
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.desk import Desk
from bxdesk.errors import BxdeskError
from bxdesk.portal.http import system_trust

pytestmark = pytest.mark.anyio


@pytest.fixture
def secrets() -> MemorySecrets:
    """Where the keys are."""
    return MemorySecrets()


@pytest.fixture
async def desk(tmp_path: Path, secrets: MemorySecrets) -> AsyncIterator[Desk]:
    """The core without any connection."""
    made = Desk(
        ConnectionFile(tmp_path / "connections.json"),
        secrets,
        system_trust(),
        tmp_path / "locks",
        tmp_path / "journal",
        tmp_path / "drafts",
    )
    yield made
    await made.aclose()


async def connect(desk: Desk, portal: DemoPortal) -> Connection:
    """Signs in as somebody does who pastes the code."""

    async def paste() -> str:
        return portal.issue_code()

    request = SignInRequest(
        portal.address, portal.client_id, portal.client_secret, "", portal.authorization_server, timeout=5
    )
    return await desk.sign_in(request, lambda _: None, paste)


async def test_signing_in_again_needs_no_secret_and_keeps_the_label(
    desk: Desk, portal: DemoPortal, secrets: MemorySecrets
) -> None:
    connection = await desk.rename(await connect(desk, portal), "Head office")
    before = await secrets.load(item_name(connection))

    async def paste() -> str:
        return portal.issue_code()

    again = await desk.sign_in_again(connection, lambda _: None, paste)
    after = await secrets.load(item_name(connection))
    assert again == connection
    assert await desk.connections() == (connection,)
    assert before is not None
    assert after is not None
    assert after.client_secret == before.client_secret
    assert after.access_token != before.access_token
    assert (await desk.snapshot(again)).member_id == portal.member_id


async def test_signing_in_again_without_a_kept_secret_is_said_before_a_browser_opens(
    desk: Desk, portal: DemoPortal, secrets: MemorySecrets
) -> None:
    connection = await connect(desk, portal)
    await secrets.forget(item_name(connection))
    opened: list[str] = []
    with pytest.raises(BxdeskError) as caught:
        await desk.sign_in_again(connection, opened.append)
    assert caught.value.problem.code == "secret_missing"
    assert opened == []


async def test_signing_in_again_to_another_portal_is_refused_and_changes_nothing(
    desk: Desk, portal: DemoPortal, secrets: MemorySecrets
) -> None:
    connection = replace(await connect(desk, portal), member_id="f" * 32)
    kept = Keys(portal.client_secret, "access", "refresh")
    await secrets.save(item_name(connection), kept)

    async def paste() -> str:
        return portal.issue_code()

    with pytest.raises(BxdeskError) as caught:
        await desk.sign_in_again(connection, lambda _: None, paste)
    assert caught.value.problem.code == "other_portal"
    assert await secrets.load(item_name(connection)) == kept
    assert [known.member_id for known in await desk.connections()] == [portal.member_id]


async def test_one_portal_signed_in_again_leaves_the_others_alone(desk: Desk, portal: DemoPortal) -> None:
    with DemoPortal(DemoSettings()) as second:
        first, other = await connect(desk, portal), await connect(desk, second)
        assert first.member_id != other.member_id or first.client_id != other.client_id

        async def paste() -> str:
            return portal.issue_code()

        await desk.sign_in_again(first, lambda _: None, paste)
        assert await desk.connections() == (first, other)


def test_another_port_is_free_and_everything_else_stays(free_port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port))
        other = other_redirect(f"http://127.0.0.1:{free_port}/callback")
    port = int(other.removeprefix("http://127.0.0.1:").removesuffix("/callback"))
    assert port > free_port
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", port))
    with pytest.raises(BxdeskError):
        other_redirect("https://widgets.example.com/callback")


async def test_a_connection_that_cannot_be_taken_off_the_list_keeps_its_keys(
    desk: Desk, portal: DemoPortal, secrets: MemorySecrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = await connect(desk, portal)

    def full(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device", f"{path}.{len(text)}")

    monkeypatch.setattr("bxdesk.storage.data_file.write_atomically", full)
    with pytest.raises(BxdeskError) as caught:
        await desk.disconnect(connection)
    assert str(caught.value.problem.explanation) == "No space left on device"
    assert "connections.json" in str(caught.value.problem.title)
    assert await secrets.load(item_name(connection)) is not None
    monkeypatch.undo()
    await desk.disconnect(connection)
    assert await desk.connections() == ()
    assert await secrets.load(item_name(connection)) is None


async def test_nothing_is_exported_that_could_not_be_read(desk: Desk, portal: DemoPortal) -> None:
    connection = await connect(desk, portal)
    portal.change(admin=False)
    with pytest.raises(BxdeskError) as refused:
        await desk.export(connection)
    assert refused.value.problem.code == "not_admin"
