"""The one owner of the keyring."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import anyio
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError
from keyring.testing.backend import BackendBasicTests

from bxdesk.accounts.connection import Keys
from bxdesk.accounts.secret_store import MAX_UNITS, SERVICE, KeyringError, KeyringSecrets, MemorySecrets, system_backend

pytestmark = pytest.mark.anyio

KEYS = Keys("secret-1", "access-1", "refresh-1")
LONGEST = Keys("s" * 60, "a" * 400, "r" * 400)
"""Longer than anything a portal has been seen to hand out: its tokens have 70 characters."""


class FakeKeyring(KeyringBackend):
    """A keyring in memory, which fails the way it is told."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self, *, loses: bool = False, error: Exception | None = None, waits: float = 0.0) -> None:
        super().__init__()
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


class TestTheFakeIsAKeyring(BackendBasicTests):  # type: ignore[misc]
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
        (FakeKeyring(error=OSError(1783, "stub received bad data")), "OSError"),
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
    backend.items[SERVICE, "x"] = "not ours"
    assert await KeyringSecrets(lambda: backend).load("x") is None


def test_without_a_keyring_nothing_is_stored_elsewhere() -> None:
    with pytest.raises(KeyringError, match="There is none"):
        system_backend()


def test_a_keyring_that_loses_secrets_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with pytest.raises(KeyringError, match="There is none"):
        system_backend()


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
