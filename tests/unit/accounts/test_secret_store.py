"""The one owner of the keyring."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError, PasswordSetError
from keyring.testing.backend import BackendBasicTests

from bxdesk.accounts import secret_store
from bxdesk.accounts.connection import Keys
from bxdesk.accounts.secret_store import MAX_UNITS, SERVICE, KeyringError, KeyringSecrets, MemorySecrets, system_backend

pytestmark = pytest.mark.anyio

JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists)
KEYS = Keys("secret-1", "access-1", "refresh-1")
LONGEST = Keys("s" * 60, "a" * 400, "r" * 400)
"""Longer than anything a portal has been seen to hand out: its tokens have 70 characters."""


class FakeKeyring(KeyringBackend):
    """A keyring in memory, which fails the way it is told."""

    priority = 1.0

    def __init__(self, *, loses: bool = False, error: Exception | None = None, waits: float = 0.0) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.items: dict[tuple[str, str], str] = {}
        self.loses = loses
        self.error = error
        self.waits = waits

    def _trouble(self) -> None:
        time.sleep(self.waits)
        if self.error is not None:
            raise self.error

    def get_password(self, service: str, username: str) -> str | None:
        self._trouble()
        return self.items.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._trouble()
        if not self.loses:
            self.items[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._trouble()
        if self.items.pop((service, username), None) is None and not self.loses:
            raise PasswordDeleteError(username)


class TestTheFakeIsAKeyring(BackendBasicTests):
    """keyring's own contract, which the backends of macOS and Windows fulfil as well, held against the fake."""

    def init_keyring(self) -> FakeKeyring:
        """keyring's hook."""
        return FakeKeyring()


async def test_secrets_come_back_as_they_were_kept() -> None:
    backend = FakeKeyring()
    store = KeyringSecrets(lambda: backend)
    await store.check("probe-1")
    assert backend.items == {}, "the probe is gone"
    await store.save("app@portal", KEYS)
    assert await store.load("app@portal") == KEYS
    assert list(backend.items) == [(SERVICE, "app@portal")], "one item per connection"
    await store.forget("app@portal")
    await store.forget("app@portal")
    assert await store.load("app@portal") is None


async def test_the_longest_item_fits_the_windows_store() -> None:
    backend = FakeKeyring()
    await KeyringSecrets(lambda: backend).save("x", LONGEST)
    (item,) = backend.items.values()
    assert len(item.encode("utf-16-le")) // 2 <= MAX_UNITS
    with pytest.raises(KeyringError, match="too long"):
        await KeyringSecrets(lambda: backend).save("x", Keys("s" * MAX_UNITS, "a", "r"))


@pytest.mark.parametrize(
    ("backend", "words"),
    [
        (FakeKeyring(loses=True), "does not keep"),
        (FakeKeyring(error=KeyringLocked("locked")), "It is locked"),
        (FakeKeyring(error=TimeoutError()), "does not answer"),
        (
            FakeKeyring(error=OSError(1783, "The stub received bad data.")),
            r"used\. The stub received bad data\.$",
        ),
        (FakeKeyring(error=InitError("Failed to create the collection: …")), "could not be opened"),
        (FakeKeyring(error=ModuleNotFoundError("No module named 'dbus'")), "A part of it is not installed"),
        (FakeKeyring(error=PasswordSetError("Can't store password on keychain: (-25293, …)")), "refused to keep a key"),
        (FakeKeyring(error=type("error", (Exception,), {"strerror": "Access is denied."})()), r"Access is denied\.$"),
        (FakeKeyring(error=ConnectionResetError(104, "Connection reset by peer")), "broke off"),
        (FakeKeyring(error=ValueError("secret-1")), "It gave no reason"),
    ],
)
async def test_each_trouble_is_one_clear_error(backend: FakeKeyring, words: str) -> None:
    with pytest.raises(KeyringError, match=words) as caught:
        await KeyringSecrets(lambda: backend).check("probe-1")
    assert caught.value.problem.code == "keyring"
    with pytest.raises(KeyringError):
        await KeyringSecrets(lambda: backend).save("x", KEYS)


async def test_a_keyring_that_never_answers_is_given_up() -> None:
    store = KeyringSecrets(lambda: FakeKeyring(waits=0.4), deadline=0.05)
    with anyio.fail_after(0.3), pytest.raises(KeyringError, match="does not answer"):
        await store.load("x")


_STUCK = """
import asyncio, threading
from bxdesk.accounts.secret_store import KeyringError, KeyringSecrets

class Stuck:
    def get_password(self, service, username):
        threading.Event().wait()

async def main():
    try:
        await KeyringSecrets(Stuck, deadline=0.1).load("x")
    except KeyringError as error:
        print(error)

asyncio.run(main())
"""


def test_a_keyring_that_never_answers_does_not_keep_the_program_from_ending() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STUCK], capture_output=True, encoding="utf-8", timeout=20, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "does not answer" in done.stdout


async def test_the_backend_is_asked_for_each_time() -> None:
    backends = iter((FakeKeyring(error=KeyringLocked()), FakeKeyring()))
    store = KeyringSecrets(lambda: next(backends))
    with pytest.raises(KeyringError):
        await store.load("x")
    assert await store.load("x") is None


async def test_something_else_under_our_name_is_no_secret() -> None:
    backend = FakeKeyring()
    for item in ("not ours", "null", "[]", "[1,2,3]", '["a","b",""]', '["a","b","c","d"]', "[" * 100_000, '"abc"'):
        backend.items[SERVICE, "x"] = item
        assert await KeyringSecrets(lambda: backend).load("x") is None
    backend.items[SERVICE, "x"] = '["secret-1","access-1","refresh-1"]'
    assert await KeyringSecrets(lambda: backend).load("x") == KEYS, "as an earlier bxdesk kept them"


@pytest.mark.parametrize("chosen", ["", "keyring.backends.null.Keyring", "nobody.has.This"])
def test_without_a_keyring_of_the_system_s_nothing_is_stored_elsewhere(
    monkeypatch: pytest.MonkeyPatch, own_home: Path, chosen: str
) -> None:
    """Neither another backend that is there, nor one that was chosen for other programs."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", chosen)
    config = own_home / "python_keyring" / "keyringrc.cfg"
    config.parent.mkdir()
    config.write_text(f"[backend]\ndefault-keyring={chosen}", encoding="utf-8")
    assert FakeKeyring.viable
    with pytest.raises(KeyringError, match="There is none"):
        system_backend()


def test_the_system_s_keyring_is_taken_whatever_was_chosen_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setattr(secret_store, "SYSTEM_KEYRINGS", {FakeKeyring.__module__})
    assert isinstance(system_backend(), FakeKeyring)


@given(st.text() | JSON.map(json.dumps))
async def test_an_item_of_any_content_is_keys_or_none(item: str) -> None:
    backend = FakeKeyring()
    backend.items[SERVICE, "x"] = item
    keys = await KeyringSecrets(lambda: backend).load("x")
    assert keys is None or json.loads(item)[:3] == [keys.client_secret, keys.access_token, keys.refresh_token]


async def test_memory_keeps_secrets_for_this_session() -> None:
    store = MemorySecrets()
    await store.check("probe-1")
    await store.save("x", KEYS)
    assert await store.load("x") == KEYS
    await store.forget("x")
    assert await store.load("x") is None


@pytest.mark.parametrize("show", [repr, str])
def test_keys_show_nothing(show: Callable[[object], str]) -> None:
    assert not any(part in show(KEYS) for part in ("secret-1", "access-1", "refresh-1"))
