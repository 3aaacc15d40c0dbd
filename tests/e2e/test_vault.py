"""A computer without a keyring, as pipelines run on, and a desktop that a connection comes from."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from bxdesk.demo import DemoPortal

from .portals import announced, connect_by_paste, keys_of
from .processes import Bxdesk, bare_environment, files_with
from .secret_service import SecretService

LAYOUT = """\
bxdesk: 1
handler: https://widgets.example.com/bitrix24
widgets:
  - {placements: [CRM_LEAD_DETAIL_ACTIVITY], title: Send contract}
"""


@pytest.fixture
def runner(bxdesk_without_keyring: Bxdesk, tmp_path: Path) -> Bxdesk:
    """bxdesk with a vault that has not been made yet, and the key for it."""
    key = bxdesk_without_keyring.run("vault-key").out.strip()
    bxdesk_without_keyring.printed.clear()  # once
    bxdesk_without_keyring.environment |= {"BXDESK_VAULT": str(tmp_path / "ci" / "a.vault"), "BXDESK_VAULT_KEY": key}
    (tmp_path / "ci").mkdir()
    return bxdesk_without_keyring


def test_a_pipeline_has_all_that_it_needs_in_one_file(runner: Bxdesk, portal: DemoPortal, tmp_path: Path) -> None:
    vault, keys = tmp_path / "ci" / "a.vault", keys_of(portal)
    layout = tmp_path / "layout.yaml"
    layout.write_text(LAYOUT, encoding="utf-8")
    secrets = {portal.client_secret, runner.environment["BXDESK_VAULT_KEY"]}

    assert "There is no vault at" in runner.run("portals").err
    with runner.start(*keys.connect("", "--no-browser", "--client-secret-stdin")) as process:
        process.write(f"{keys.client_secret}\n")
        announced(process, keys)
        environment = Path(f"/proc/{process.pid}/cmdline").read_bytes()
        process.write(f"{portal.issue_code()}\n")
        runner.checked(process.finish())
    assert not any(secret.encode() in environment for secret in secrets)
    assert stat.S_IMODE(vault.stat().st_mode) == 0o600

    for words, code in ((("plan", str(layout)), 2), (("apply", str(layout), "--yes", "--json"), 0), (("drift",), 0)):
        portal.expire_access_tokens()
        runner.run(*words, code=code)
    portal.add_binding("LEFT_MENU", "https://widgets.example.com/theirs", "Theirs")
    assert runner.run("drift", "--json", code=2).json["portals"][0]["changes"][0]["kind"] == "appeared"
    assert runner.run("status").out.startswith(f"Keyring      vault {vault}\n")
    assert [request.call for request in portal.requests].count("oauth.refresh") == 3

    assert files_with(tmp_path, secrets) == []
    assert not any(secret in text for secret in secrets for text in runner.printed)
    assert list(runner.home.rglob("connections.json")) == []
    runner.run("disconnect", keys.host)
    assert runner.run("portals", "--json").json == {"portals": []}


def test_a_look_at_a_portal_imports_what_it_needs(runner: Bxdesk, portal: DemoPortal) -> None:
    connect_by_paste(runner, portal)
    runner.environment |= {"PYTHONPROFILEIMPORTTIME": "1", "PYTHONWARNINGS": "default"}
    listed = runner.run("status", "--json").err
    imported = {line.rpartition("|")[2].strip() for line in listed.splitlines() if line.startswith("import time:")}
    assert "bxdesk.portal.snapshot" in imported
    unused = ("keyring", "filelock", "ruamel", "bxdesk.changes.", "bxdesk.checks.")
    assert [name for name in sorted(imported) if name.startswith(unused)] == []


def test_without_its_key_nothing_works_and_the_file_is_named(runner: Bxdesk, portal: DemoPortal) -> None:
    connect_by_paste(runner, portal)
    portal.clear_requests()
    del runner.environment["BXDESK_VAULT_KEY"]
    error = runner.run("status", "--json", code=1).json["error"]
    assert (error["code"], "a.vault" in error["title"]) == ("vault_key_missing", True)
    assert "BXDESK_VAULT_KEY" in error["hint"]
    runner.environment["BXDESK_VAULT_KEY"] = runner.run("vault-key").out.strip()
    assert runner.run("apply", "x.yaml", "--json", code=1).json["error"]["code"] == "vault_key_wrong"
    assert portal.requests == ()


def test_it_is_never_chosen_by_itself(runner: Bxdesk, portal: DemoPortal) -> None:
    connect_by_paste(runner, portal)
    del runner.environment["BXDESK_VAULT"]
    assert runner.run("portals", "--json").json == {"portals": []}
    keys = keys_of(portal)
    refused = runner.run(*keys.connect("", "--client-secret-stdin"), stdin=f"{keys.client_secret}\n", code=1)
    assert "Your system's keyring cannot be used." in refused.err


def test_a_desktops_connection_is_brought_into_a_vault(
    bxdesk: Bxdesk, secret_service: SecretService, runner: Bxdesk, portal: DemoPortal, tmp_path: Path
) -> None:
    # The two share a test's folder, and nothing else.
    runner.home = tmp_path / "runner"
    runner.environment |= bare_environment(tmp_path, BXDESK_HOME=str(runner.home))
    connect_by_paste(bxdesk, portal)
    (item,) = secret_service.items()
    bxdesk.environment["BXDESK_VAULT_KEY"] = runner.environment["BXDESK_VAULT_KEY"]

    exported = bxdesk.run("export-connection")
    assert json.loads(exported.out)["bxdesk_vault"] == 1
    assert not any(secret in exported.out for secret in json.loads(item.secret)[:3])
    assert "sign in anew here" in exported.err
    assert runner.run("import-connection", stdin=exported.out).out == f"{keys_of(portal).host}: taken over.\n"

    portal.expire_access_tokens()
    assert runner.run("status", "--json").json["user"]["name"] == "Helen Marsh"
    assert bxdesk.run("status", "--json", code=1).json["error"]["code"] == "session_ended"
    again = runner.run("import-connection", "--json", stdin=exported.out, code=1).json["portals"]
    assert again[0]["error"]["code"] == "session_ended"
    assert runner.run("import-connection", "--json", stdin="", code=1).json["error"]["code"] == "vault_damaged"
    assert runner.run("status", "--json").json["user"]["name"] == "Helen Marsh"
