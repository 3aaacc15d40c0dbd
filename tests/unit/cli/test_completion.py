"""What is offered for a word that is being typed, and the scripts that ask for it. Real shells: tests/e2e."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.accounts.saved_names import SavedNames, read_names_in_vault, read_saved_names
from bxdesk.accounts.sealing import new_key
from bxdesk.accounts.vault import Vault, VaultConnections
from bxdesk.cli.completion import SHELLS
from bxdesk.cli.console import USAGE, Wiring
from bxdesk.cli.main import run
from bxdesk.composition import demo_desk

NAMES = SavedNames(("acme.bitrix24.com", "globex.bitrix24.de"), ("customers", "own"))
WIRING = Wiring(demo_desk, demo_desk, lambda _: 0, saved_names=lambda _: NAMES)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person works."""
    work = tmp_path / "work"
    (work / "layouts").mkdir(parents=True)
    for name in ("acme.yaml", "tiles.JSON", "notes.txt", ".hidden.yaml", "layouts/inner.yml"):
        (work / name).touch()
    monkeypatch.chdir(work)
    return work


def offered(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    """What a person sees who presses Tab after the last of the words."""
    monkeypatch.setenv("_BXDESK_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "\n".join(("bxdesk", *words)))
    monkeypatch.setenv("COMP_CWORD", str(len(words)))
    with pytest.raises(SystemExit) as ended:
        run([], WIRING)
    assert ended.value.code == 0
    return capsys.readouterr().out.split()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("undo", "-"), ["plain,--yes", "plain,--json", "plain,--demo", "plain,--vault", "plain,--help"]),
        (("his",), ["plain,history"]),
        (("prove", "contact"), ["plain,CONTACT_CENTER"]),
        (("prove", "CONTACT_CENTER", "CONTACT"), []),
        (("prove", "CONTACT_CENTER", ""), ["plain,acme.bitrix24.com", "plain,globex.bitrix24.de"]),
        (("status", ""), ["plain,acme.bitrix24.com", "plain,globex.bitrix24.de"]),
        (("status", "g"), ["plain,globex.bitrix24.de"]),
        (("check", "acme.bitrix24.com", ""), ["plain,globex.bitrix24.de"]),
        (("drift", "--group", ""), ["plain,customers", "plain,own"]),
        (("plan", ""), ["plain,acme.yaml", "plain,tiles.JSON"]),
        (("plan", "t"), ["plain,tiles.JSON"]),
        (("plan", "la"), ["file,la"]),
        (("plan", "layouts/"), ["plain,layouts/inner.yml"]),
        (("plan", "none/"), []),
        (("plan", "x.yaml", ""), ["plain,acme.bitrix24.com", "plain,globex.bitrix24.de"]),
        (("apply", "x.yaml", "ac"), ["plain,acme.bitrix24.com"]),
        (("apply", "x.yaml", "acme.y"), ["plain,acme.yaml"]),
        (("completion", "p"), ["plain,powershell"]),
    ],
)
def test_what_is_offered(
    words: tuple[str, ...], found: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offered(capsys, monkeypatch, *words) == found


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_a_script_that_asks_bxdesk(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell], WIRING) == 0
    script = capsys.readouterr().out
    assert f"{shell}_complete" in script
    assert run(["completion", shell, "--json"], WIRING) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["shell"], shown["script"].splitlines()) == (shell, script.splitlines())


def test_another_shell_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", "tcsh"], WIRING) == USAGE
    assert "powershell" in capsys.readouterr().err


def test_names_are_those_that_commands_take(tmp_path: Path) -> None:
    def connection(number: int, host: str, client_id: str, group: str = "") -> Connection:
        origin = f"https://{host}"
        return Connection(
            f"{number:032x}", origin, f"{origin}/rest/", client_id, "https://oauth.bitrix.info", group=group
        )

    file = tmp_path / "connections.json"
    apart = (connection(1, "acme.bitrix24.com", "local.1", "own"), connection(2, "intranet:8443", "local.1", "own"))
    ConnectionFile(file).write(ConnectionList(connections=apart))
    assert read_saved_names(file) == SavedNames(("acme.bitrix24.com", "intranet:8443"), ("own",))
    ConnectionFile(file).write(ConnectionList(connections=(*apart, connection(1, "acme.bitrix24.com", "local.2"))))
    assert read_saved_names(file).portals == (
        "local.1@acme.bitrix24.com",
        "intranet:8443",
        "local.2@acme.bitrix24.com",
    )


@pytest.mark.parametrize("text", ["", "{", "[]", '{"connections": 1}', '{"connections": [{}]}', "[" * 100_000])
def test_a_list_that_cannot_be_read_offers_nothing(text: str, tmp_path: Path) -> None:
    (tmp_path / "connections.json").write_text(text)
    assert read_saved_names(tmp_path / "connections.json") == SavedNames()
    assert read_saved_names(tmp_path / "none.json") == SavedNames()
    if os.name != "nt":
        assert read_saved_names(Path("/dev/zero")) == SavedNames()


def test_names_in_a_vault_are_told_to_who_has_its_key(tmp_path: Path) -> None:
    key, file = new_key(), tmp_path / "ci.vault"
    assert read_names_in_vault(file, key) == SavedNames()
    one = Connection("a" * 32, "https://acme.bitrix24.com", "", "local.1", "https://oauth.bitrix.info", group="own")
    VaultConnections(Vault(file, key)).write(ConnectionList(connections=(one,)))
    assert read_names_in_vault(file, key) == SavedNames(("acme.bitrix24.com",), ("own",))
    for none in (new_key(), "slip"):
        assert read_names_in_vault(file, none) == SavedNames()
    file.write_bytes(b"\xff")
    assert read_names_in_vault(file, key) == SavedNames()
