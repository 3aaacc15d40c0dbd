"""A vault is useless without its key, says what is wrong with it, and leaves alone what it cannot read."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.accounts.connection import Keys
from bxdesk.accounts.connections import ConnectionList
from bxdesk.accounts.sealing import Seal, VaultError, new_key
from bxdesk.accounts.transfer import export_text, read_export
from bxdesk.accounts.vault import Vault, VaultConnections, VaultSecrets
from bxdesk.errors import BxdeskError, SecretStoreError
from tests.unit.accounts.ended import connection

pytestmark = pytest.mark.anyio

KEY = new_key()
KEYS = Keys("secret-of-the-app", "access-token", "refresh-token")
ONE = connection(1)
SEALED = Seal(KEY, "x").seal({"a": "b"})


async def kept(path: Path) -> Vault:
    """A vault with a connection and its keys."""
    vault = Vault(path, KEY)
    VaultConnections(vault).write(ConnectionList(connections=(ONE,)))
    await VaultSecrets(vault).save(ONE.identity, KEYS)
    return vault


async def test_what_is_kept_is_there_for_whoever_has_the_key(tmp_path: Path) -> None:
    path = (await kept(tmp_path / "a.vault")).path
    again = Vault(path, f" {KEY}\n")
    assert VaultConnections(again).read().connections == (ONE,)
    assert await VaultSecrets(again).load(ONE.identity) == KEYS
    await VaultSecrets(again).forget(ONE.identity)
    await VaultSecrets(again).forget(ONE.identity)
    assert await VaultSecrets(Vault(path, KEY)).load(ONE.identity) is None
    assert await VaultSecrets(again).describe() == f"vault {path}"


async def test_without_the_key_it_tells_nothing(tmp_path: Path) -> None:
    text = (await kept(tmp_path / "a.vault")).path.read_text()
    assert not [word for word in (KEYS.client_secret, "access", "refresh", "bitrix24", "local.1", KEY) if word in text]
    assert KEY not in repr(Seal(KEY, "x"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
async def test_it_is_for_its_owner_and_the_folder_it_lies_in_stays_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    vault = await kept(folder / "a.vault")
    assert stat.S_IMODE(vault.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(vault.locks.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


@pytest.mark.parametrize(
    ("key", "code"),
    [("", "key_missing"), ("  ", "key_missing"), ("abc", "key_malformed"), (new_key(), "key_wrong")],
    ids=["none", "blank", "malformed", "another"],
)
async def test_each_trouble_with_the_key_names_the_file(tmp_path: Path, key: str, code: str) -> None:
    path = (await kept(tmp_path / "a.vault")).path
    before = path.read_bytes()
    with pytest.raises(VaultError, match=r"a\.vault") as caught:
        await VaultSecrets(Vault(path, key)).save("x", KEYS)
    assert caught.value.problem.code == f"vault_{code}"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "damaged"),
        ("bxdesk: 1\nwidgets: []\n", "damaged"),
        ("[" * 100_000, "damaged"),
        ('{"bxdesk_vault": 1}', "damaged"),
        (SEALED[:-20], "damaged"),
        (SEALED.replace('"sealed": "gAAAA', '"sealed": "gAAAB'), "damaged"),
        (SEALED.replace('"bxdesk_vault": 1', '"bxdesk_vault": 2'), "version"),
        (Seal(KEY, "x").seal({"a": 5}), "damaged"),  # type: ignore[dict-item]
    ],
    ids=range(8),
)
async def test_a_file_that_cannot_be_read_is_named_and_left_alone(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "a.vault"
    path.write_text(text, encoding="utf-8")
    for attempt in (
        VaultSecrets(Vault(path, KEY)).load("x"),
        VaultSecrets(Vault(path, KEY)).save("x", KEYS),
        VaultSecrets(Vault(path, KEY)).check("probe"),
    ):
        with pytest.raises(SecretStoreError, match=r"a\.vault") as caught:
            await attempt
        assert caught.value.problem.code == f"vault_{code}"
    assert path.read_text(encoding="utf-8") == text


@given(st.integers(0, len(SEALED) - 2), st.characters(codec="ascii"))
def test_nothing_but_what_was_sealed_comes_out_of_it(at: int, letter: str) -> None:
    changed = SEALED[:at] + letter + SEALED[at + 1 :]
    try:
        assert Seal(KEY, "x").unseal(changed) == {"a": "b"}
    except VaultError:
        assert changed != SEALED


@given(st.text() | st.dictionaries(st.sampled_from(["bxdesk_vault", "key", "sealed"]), st.text() | st.none()))
def test_any_text_is_a_clear_error(found: object) -> None:
    with pytest.raises(VaultError):
        Seal(KEY, "x").unseal(found if isinstance(found, str) else json.dumps(found))


async def test_two_who_have_it_open_see_each_others_changes(tmp_path: Path) -> None:
    first, second = Vault(tmp_path / "a.vault", KEY), Vault(tmp_path / "a.vault", KEY)
    first.write("one", "1")
    assert second.read("one") == "1"
    second.write("two", "2")
    first.write("three", "3")
    assert second.names() == {"one", "two", "three"}


async def test_a_full_disk_is_named_and_leaves_the_vault_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = await kept(tmp_path / "a.vault")

    def full(path: Path, text: str, **how: bool) -> None:
        raise OSError(28, "No space left on device", f"{path}{len(text)}{how}")

    monkeypatch.setattr("bxdesk.storage.data_file.write_atomically", full)
    secrets = VaultSecrets(vault)
    for attempt in (secrets.save(ONE.identity, KEYS), secrets.forget(ONE.identity), secrets.expect_change()):
        with pytest.raises(SecretStoreError, match=r"could not be saved: .*a\.vault No space left"):
            await attempt
    assert await VaultSecrets(Vault(vault.path, KEY)).load(ONE.identity) == KEYS


def test_an_export_is_read_with_its_key_alone_and_only_whole() -> None:
    text = export_text([(ONE, KEYS)], Seal(KEY, "x"))
    assert read_export(text, Seal(KEY, "x")) == ((ONE, KEYS),)
    assert KEYS.refresh_token not in text
    with pytest.raises(VaultError, match="another key"):
        read_export(text, Seal(new_key(), "x"))
    for texts in ({}, {"connections": "{"}, {"connections": Seal(KEY, "x").unseal(text)["connections"]}):
        with pytest.raises(BxdeskError, match="no connection with its keys"):
            read_export(Seal(KEY, "x").seal(texts), Seal(KEY, "x"))
