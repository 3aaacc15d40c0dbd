"""Connections through the core's one door: sign in again, rename, another port."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionFile
from bxdesk.accounts.redirect import other_redirect
from bxdesk.accounts.request import SignInRequest
from bxdesk.accounts.secret_store import MemorySecrets
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.desk import Desk
from bxdesk.errors import BxdeskError
from bxdesk.portal.http import system_trust
from bxdesk.storage.portal_looks import PortalLook

pytestmark = pytest.mark.anyio


@pytest.fixture
def secrets() -> MemorySecrets:
    """Where the keys are."""
    return MemorySecrets()


@pytest.fixture
async def desk(tmp_path: Path, secrets: MemorySecrets) -> AsyncIterator[Desk]:
    """The core without any connection."""
    async with started(tmp_path, secrets) as made:
        yield made


@asynccontextmanager
async def started(folder: Path, secrets: MemorySecrets) -> AsyncIterator[Desk]:
    """One of the bxdesks on this computer."""
    file = ConnectionFile(folder / "connections.json")
    looks = folder / "portals.json"
    desk = Desk(file, secrets, system_trust, folder / "locks", folder / "journal", folder / "drafts", looks=looks)
    try:
        yield desk
    finally:
        await desk.aclose()


async def connect(desk: Desk, portal: DemoPortal) -> Connection:
    """Signs in as somebody does who pastes the code."""

    async def paste() -> str:
        return portal.issue_code()

    request = SignInRequest(
        portal.address, portal.client_id, portal.client_secret, "", portal.authorization_server, timeout=5
    )
    return await desk.accounts.sign_in(request, lambda _: None, paste)


async def test_what_was_read_of_a_portal_goes_with_its_connection(
    desk: Desk, portal: DemoPortal, secrets: MemorySecrets, tmp_path: Path
) -> None:
    connection, look = await connect(desk, portal), PortalLook(datetime.now(UTC))
    await desk.looks.keep({connection.identity: look})
    assert await desk.looks.read() == {connection.identity: look}
    async with started(tmp_path, secrets) as another:
        await another.accounts.disconnect(connection)
    await desk.looks.keep({connection.identity: look})
    assert await desk.looks.read() == {}


async def test_signing_in_again_needs_no_secret_and_keeps_the_label(
    desk: Desk, portal: DemoPortal, secrets: MemorySecrets
) -> None:
    connection = await desk.accounts.rename(await connect(desk, portal), "Head office")
    before = await secrets.load(connection.identity)

    async def paste() -> str:
        return portal.issue_code()

    again = await desk.accounts.sign_in_again(connection, lambda _: None, paste)
    after = await secrets.load(connection.identity)
    assert again == connection
    assert await desk.accounts.connections() == (connection,)
    assert before is not None
    assert after is not None
    assert after.client_secret == before.client_secret
    assert after.access_token != before.access_token
    assert (await desk.snapshot(again)).member_id == portal.member_id


async def test_signing_in_again_without_a_kept_secret_is_said_before_a_browser_opens(
    desk: Desk, portal: DemoPortal, secrets: MemorySecrets
) -> None:
    connection = await connect(desk, portal)
    await secrets.forget(connection.identity)
    opened: list[str] = []
    with pytest.raises(BxdeskError) as caught:
        await desk.accounts.sign_in_again(connection, opened.append)
    assert caught.value.problem.code == "secret_missing"
    assert opened == []


async def test_signing_in_again_to_another_portal_is_refused_and_changes_nothing(
    desk: Desk, portal: DemoPortal, secrets: MemorySecrets
) -> None:
    connection = replace(await connect(desk, portal), member_id="f" * 32)
    kept = Keys(portal.client_secret, "access", "refresh")
    await secrets.save(connection.identity, kept)

    async def paste() -> str:
        return portal.issue_code()

    with pytest.raises(BxdeskError) as caught:
        await desk.accounts.sign_in_again(connection, lambda _: None, paste)
    assert caught.value.problem.code == "other_portal"
    assert await secrets.load(connection.identity) == kept
    assert [known.member_id for known in await desk.accounts.connections()] == [portal.member_id]


async def test_one_portal_signed_in_again_leaves_the_others_alone(desk: Desk, portal: DemoPortal) -> None:
    with DemoPortal(DemoSettings()) as second:
        first, other = await connect(desk, portal), await connect(desk, second)
        assert first.member_id != other.member_id or first.client_id != other.client_id

        async def paste() -> str:
            return portal.issue_code()

        await desk.accounts.sign_in_again(first, lambda _: None, paste)
        assert await desk.accounts.connections() == (first, other)


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

    def full(path: Path, text: str, **how: bool) -> None:
        raise OSError(28, "No space left on device", f"{path}.{len(text)}.{how}")

    monkeypatch.setattr("bxdesk.storage.data_file.write_atomically", full)
    with pytest.raises(BxdeskError) as caught:
        await desk.accounts.disconnect(connection)
    assert str(caught.value.problem.explanation) == "No space left on device"
    assert "connections.json" in str(caught.value.problem.title)
    assert await secrets.load(connection.identity) is not None
    monkeypatch.undo()
    await desk.accounts.disconnect(connection)
    assert await desk.accounts.connections() == ()
    assert await secrets.load(connection.identity) is None


async def test_what_the_list_says_cannot_send_keys_elsewhere(
    desk: Desk, portal: DemoPortal, tmp_path: Path, secrets: MemorySecrets
) -> None:
    """Tokens and secret are kept with the addresses they are for; a list that was changed is asked nothing."""
    await connect(desk, portal)
    path = tmp_path / "connections.json"
    with DemoPortal(DemoSettings()) as thief:
        listed = path.read_text(encoding="utf-8")
        elsewhere = thief.address.replace("127.0.0.1", "localhost")
        path.write_text(listed.replace(portal.address, elsewhere), encoding="utf-8")
        (altered,) = await desk.accounts.connections()
        assert (altered.portal, altered.endpoint) == (elsewhere, f"{elsewhere}/rest/")
        async with started(tmp_path, secrets) as another:
            with pytest.raises(BxdeskError) as caught:
                await another.snapshot(altered)
        assert caught.value.problem.code == "connection_altered"
        assert elsewhere in str(caught.value)
        assert thief.requests == ()
        path.write_text(listed.replace(portal.authorization_server, thief.authorization_server), encoding="utf-8")
        (altered,) = await desk.accounts.connections()
        portal.expire_access_tokens()
        async with started(tmp_path, secrets) as another:
            assert (await another.snapshot(altered)).member_id == portal.member_id
        assert thief.requests == ()


async def test_a_move_that_was_cut_off_between_list_and_keyring_is_gone_on_with(
    desk: Desk, portal: DemoPortal, tmp_path: Path, secrets: MemorySecrets
) -> None:
    await connect(desk, portal)
    before = portal.address
    portal.rename("localhost")
    path = tmp_path / "connections.json"
    path.write_text(path.read_text(encoding="utf-8").replace("127.0.0.1", "localhost"), encoding="utf-8")
    (moved,) = await desk.accounts.connections()
    async with started(tmp_path, secrets) as another:
        assert (await another.snapshot(moved)).member_id == portal.member_id
    kept = await secrets.load(moved.identity)
    assert kept is not None
    assert kept.portal == before.replace("127.0.0.1", "localhost")


async def test_a_label_is_the_person_s_own_and_stays_through_a_new_sign_in(desk: Desk, portal: DemoPortal) -> None:
    connection = await connect(desk, portal)
    labelled = await desk.accounts.rename(connection, "  Head \n office ")
    assert (labelled.label, labelled.title, labelled.name) == ("Head office", "Head office", connection.name)
    assert await desk.accounts.connections() == (await connect(desk, portal),) == (labelled,)
    assert (await desk.accounts.rename(labelled, "")).title == connection.name
    await desk.accounts.disconnect(connection)
    with pytest.raises(BxdeskError, match="no longer connected"):
        await desk.accounts.rename(connection, "Too late")
    assert await desk.accounts.connections() == ()


async def test_nothing_is_exported_that_could_not_be_read(desk: Desk, portal: DemoPortal) -> None:
    connection = await connect(desk, portal)
    portal.change(admin=False)
    with pytest.raises(BxdeskError) as refused:
        await desk.export(connection)
    assert refused.value.problem.code == "not_admin"
