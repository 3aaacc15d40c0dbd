"""Secrets are in the Secret Service and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

from bxdesk.demo import DemoPortal

from .portals import SimpleBrowser, announced, code_in, connect_by_paste, keys_of
from .processes import Bxdesk, files_with
from .secret_service import SecretService

LAYOUT = """\
bxdesk: 1
handler: https://widgets.example.com/bitrix24
widgets:
  - {placements: [CRM_LEAD_DETAIL_ACTIVITY], title: Send contract}
"""


def test_nothing_secret_is_left_behind_printed_or_on_a_command_line(
    bxdesk: Bxdesk,
    portal: DemoPortal,
    redirect: str,
    secret_service: SecretService,
    simple_browser: SimpleBrowser,
    tmp_path: Path,
) -> None:
    keys = keys_of(portal)
    layout = tmp_path / "layout.yaml"
    layout.write_text(LAYOUT, encoding="utf-8")

    with bxdesk.start(*keys.connect(redirect, "--no-browser", "--client-secret-stdin")) as process:
        process.write(f"{keys.client_secret}\n")
        callback = simple_browser.allow(announced(process, keys))
        command_line = Path(f"/proc/{process.pid}/cmdline").read_bytes()
        simple_browser.get(callback)
        bxdesk.checked(process.finish())
    (item,) = secret_service.items()
    client_secret, access, refresh, kept_portal, kept_server = json.loads(item.secret)
    assert (kept_portal, kept_server) == (keys.portal, keys.authorization_server)
    assert (item.service, item.username) == ("bxdesk", f"{keys.client_id}@{portal.member_id}")
    assert client_secret == keys.client_secret

    bxdesk.run("apply", str(layout), "--yes")
    portal.expire_access_tokens()
    bxdesk.run("status", "--json")
    portal.plant("html")
    bxdesk.run("plan", str(layout))
    (item,) = secret_service.items()
    newer_access, newer_refresh = json.loads(item.secret)[1:3]
    assert (access, refresh) != (newer_access, newer_refresh)

    secrets = {client_secret, access, refresh, newer_access, newer_refresh, code_in(callback)}
    assert all(len(secret) > 20 for secret in secrets)
    assert keys.client_id.encode() in command_line
    assert not any(secret.encode() in command_line for secret in secrets)
    assert not any(secret in text for secret in secrets for text in bxdesk.printed)
    assert f"{keys.host} batch" in bxdesk.log()
    assert "?" not in bxdesk.log()  # no query string of any address
    assert files_with(tmp_path, secrets) == []
    assert portal.secrets_refused == 0

    bxdesk.run("disconnect", keys.host)
    assert secret_service.items() == []


def test_every_connection_has_one_item_and_signing_in_again_replaces_it(
    connected: Bxdesk, portal: DemoPortal, secret_service: SecretService
) -> None:
    (first,) = secret_service.items()
    with DemoPortal() as other:
        connect_by_paste(connected, other)
        assert {item.username for item in secret_service.items()} == {
            f"{one.client_id}@{one.member_id}" for one in (portal, other)
        }

    connect_by_paste(connected, portal)

    after = {item.username: item.secret for item in secret_service.items()}
    assert len(after) == 2
    assert after[first.username] != first.secret


def test_a_folder_that_others_may_not_read(connected: Bxdesk) -> None:
    """What is saved names customers, so it is for its owner alone."""
    (connections,) = connected.home.rglob("connections.json")

    assert connections.stat().st_mode & 0o077 == 0


_PLUGIN = """
import pathlib

class Listening:
    def new_schema_validator(self, *args, **kwargs):
        pathlib.Path(__file__).with_name("heard").touch()
        return None, None, None

plugin = Listening()
"""


def test_a_plugin_of_another_program_is_shown_nothing(connected: Bxdesk, tmp_path: Path) -> None:
    """pydantic would hand every value that it reads, tokens too, to whatever is installed as its plugin."""
    modules = tmp_path / "modules"
    described = modules / "listening-1.0.dist-info"
    described.mkdir(parents=True)
    (modules / "listening.py").write_text(_PLUGIN, encoding="utf-8")
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: listening\nVersion: 1.0\n", encoding="utf-8")
    (described / "entry_points.txt").write_text("[pydantic]\nlistening = listening:plugin\n", encoding="utf-8")
    connected.environment["PYTHONPATH"] = str(modules)

    assert connected.run("status", "--json").json["user"]["name"] == "Helen Marsh"

    assert not (modules / "heard").exists()
