"""A proxy's user and password, apart from its address."""

from __future__ import annotations

import socketserver
import threading
from pathlib import Path

import anyio
import pytest

from bxdesk.accounts import secret_store
from bxdesk.accounts.accounts import Accounts
from bxdesk.accounts.connections import ConnectionFile
from bxdesk.accounts.network import Network
from bxdesk.accounts.proxy_login import ProxyLogin
from bxdesk.accounts.request import SignInRequest
from bxdesk.accounts.saved_connections import SavedConnections
from bxdesk.accounts.secret_store import KeyringError, MemorySecrets
from bxdesk.composition import settings_file, usual_desk
from bxdesk.errors import BxdeskError
from bxdesk.messages import message
from bxdesk.portal.http import system_trust
from bxdesk.storage.folders import under
from bxdesk.storage.settings import apart

TYPED, ADDRESS = "http://helen:p%40ss@proxy:3128", "http://proxy:3128"
LOGIN = ("helen", "p@ss")


class Locked(MemorySecrets):
    """A keyring that the person does not unlock."""

    async def load_text(self, name: str) -> str | None:
        del name
        raise KeyringError(message("It is locked."))

    async def save_text(self, name: str, text: str) -> None:
        del name, text
        raise KeyringError(message("It is locked."))


@pytest.mark.parametrize(
    ("proxy", "address", "login"),
    [
        ("system", "system", ""),
        ("none", "none", ""),
        (ADDRESS, ADDRESS, ""),
        (TYPED, ADDRESS, "helen:p%40ss"),
        ("http://helen:p@ss@proxy:3128", ADDRESS, "helen:p@ss"),
        ("http://helen@proxy:3128", ADDRESS, "helen"),
        ("http://[nonsense", "http://[nonsense", ""),
    ],
)
def test_what_is_secret_about_an_address(proxy: str, address: str, login: str) -> None:
    assert apart(proxy) == (address, login)


@pytest.mark.anyio
async def test_a_login_is_kept_for_its_proxy_alone() -> None:
    secrets = MemorySecrets()
    assert await ProxyLogin(secrets).keep(TYPED) == ADDRESS
    later = ProxyLogin(secrets)
    assert await later.of(ADDRESS) == LOGIN
    assert await later.of("http://other:3128") is None
    assert await later.keep(ADDRESS) == ADDRESS
    assert await ProxyLogin(secrets).of(ADDRESS) == LOGIN, "the same address, entered without it, keeps it"
    assert await later.keep("none") == "none"
    assert await ProxyLogin(secrets).of(ADDRESS) is None, "another way forgets it"


@pytest.mark.anyio
async def test_something_else_under_our_name_is_no_login() -> None:
    secrets = MemorySecrets()
    await secrets.save_text("proxy", "not ours")
    assert await ProxyLogin(secrets).of(ADDRESS) is None


@pytest.mark.anyio
@pytest.mark.logs_warnings
async def test_without_a_keyring_a_login_holds_for_this_session() -> None:
    login = ProxyLogin(Locked())
    with pytest.raises(KeyringError):
        await login.keep(TYPED)
    assert login.hold(TYPED) == ADDRESS
    assert await login.of(ADDRESS) == LOGIN
    with pytest.raises(KeyringError):
        await ProxyLogin(Locked()).of(ADDRESS)
    assert await login.keep("none") == "none", "going directly needs no keyring"


@pytest.mark.anyio
async def test_whoever_goes_on_without_the_keyring_gets_through_a_proxy(tmp_path: Path) -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), _Proxy) as proxy:
        threading.Thread(target=proxy.handle_request, daemon=True).start()
        address = f"http://127.0.0.1:{proxy.server_address[1]}"
        saved = _saved(tmp_path, Locked())
        network = Network(saved, system_trust, address)
        accounts = Accounts(saved, network)
        accounts.keep_secrets_in_memory()
        request = SignInRequest("https://acme.bitrix24.com", "local.1", "secret", "", None, timeout=5)

        async def paste() -> str:
            return "code"

        with pytest.raises(BxdeskError) as caught:
            await accounts.sign_in(request, lambda _: None, paste)
        await network.aclose()
    assert caught.value.problem.code == "proxy_failed", "it was asked, and not the keyring"


class Asking(MemorySecrets):
    """A keyring that waits for a password."""

    async def save_text(self, name: str, text: str) -> None:
        del name, text
        await anyio.sleep_forever()


@pytest.mark.anyio
async def test_whoever_gives_up_while_the_keyring_asks_goes_on_as_before(tmp_path: Path) -> None:
    network = Network(_saved(tmp_path, Asking()), system_trust, ADDRESS)
    before = network.http
    with anyio.move_on_after(0.01) as given_up:
        await network.use_proxy(TYPED)
    assert given_up.cancelled_caught
    assert network.http is before
    assert await network._login.of(ADDRESS) is None
    await network.aclose()


@pytest.mark.anyio
async def test_whoever_gives_up_too_late_hears_that_it_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = MemorySecrets()
    network = Network(_saved(tmp_path, secrets), system_trust, "none")
    before = network.http
    kept = ""
    with monkeypatch.context() as slow, anyio.CancelScope() as given_up:
        slow.setattr(before, "aclose", anyio.sleep_forever)
        given_up.deadline = anyio.current_time() + 0.01
        kept = await network.use_proxy(TYPED)
    assert kept == ADDRESS
    assert network.http is not before
    assert await secrets.load_text("proxy") is not None
    await before.aclose()
    await network.aclose()


def _saved(folder: Path, secrets: secret_store.SecretStore) -> SavedConnections:
    return SavedConnections(ConnectionFile(folder / "connections.json"), secrets, folder / "locks")


class _Proxy(socketserver.StreamRequestHandler):
    """Lets nothing through."""

    def handle(self) -> None:
        self.rfile.readline()
        self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def test_a_password_that_stood_in_the_settings_goes_to_the_keyring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, secrets = under(tmp_path), MemorySecrets()
    file = settings_file(places)
    file.change(proxy=TYPED, theme="dark")
    monkeypatch.setattr(secret_store, "KeyringSecrets", Locked)
    _open(places, monkeypatch)
    assert file.read().proxy == TYPED, "what the keyring does not take is not lost; the next start tries again"
    monkeypatch.setattr(secret_store, "KeyringSecrets", lambda: secrets)
    _open(places, monkeypatch)
    assert (file.read().proxy, file.read().theme) == (ADDRESS, "dark")
    assert not any(b"p%40ss" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert secrets._kept.keys() == {"proxy"}


def _open(places: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bxdesk.support.log.start_log", lambda _: None)
    with usual_desk(places) as open_desk:  # type: ignore[arg-type]
        open_desk()
