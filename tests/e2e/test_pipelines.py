"""docs/pipelines.md, tried as it is written: its commands in a shell, against a demo portal."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bxdesk.demo import DemoPortal

from .portals import connect_by_paste, keys_of
from .processes import BXDESK, PATIENCE, Bxdesk
from .secret_service import SecretService

PAGE = Path(__file__).resolve().parents[2] / "docs/pipelines.md"
BLOCK = re.compile(r"^```(\w+)(?: (\w+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LAYOUT = """\
bxdesk: 1
handler: https://widgets.example.com/bitrix24
widgets:
  - {placements: [CRM_LEAD_DETAIL_ACTIVITY], title: Send contract}
"""
CONNECT = "connect acme.bitrix24.com --client-id local.0123abcd.456789"


def blocks(language: str, kind: str = "") -> list[str]:
    """The page's blocks in this language."""
    return [
        text for found, of, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")) if (found, of) == (language, kind)
    ]


class Shell:
    """Somebody who types what the page says, on one computer."""

    def __init__(self, bxdesk: Bxdesk, portal: DemoPortal, folder: Path) -> None:
        self._bxdesk = bxdesk
        self._portal = portal
        self.folder = folder
        folder.mkdir(exist_ok=True)
        (folder / "layout.yaml").write_text(LAYOUT, encoding="utf-8")
        self.typed = ""

    def types(self, script: str, stdin: str = "", code: int = 0) -> str:
        """Runs a block after those before it; what it printed."""
        keys = keys_of(self._portal)
        own_server = f"connect {keys.portal} --client-id {keys.client_id} --auth-server {keys.authorization_server}"
        script = script.replace(CONNECT, f"{own_server} --redirect ''").replace("acme.bitrix24.com", keys.portal)
        environment = self._bxdesk.environment | {
            "PATH": f"{BXDESK.parent}:{self._bxdesk.environment['PATH']}",
            "HOME": str(self.folder),
        }
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", f"{self.typed}\n{script}"],
            cwd=self.folder,
            env=environment,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=2 * PATIENCE,
            check=False,
        )
        assert (done.returncode, "Traceback" in done.stderr) == (code, False), f"{script}\n{done.stdout}\n{done.stderr}"
        return done.stdout


@pytest.fixture
def runner(bxdesk_without_keyring: Bxdesk, portal: DemoPortal, tmp_path: Path) -> Shell:
    """A runner, with the vault and the variables of the page's first two blocks."""
    portal.clear_bindings()
    shell = Shell(bxdesk_without_keyring, portal, tmp_path / "runner")
    make_key, variables = blocks("sh")[:2]
    shell.types(make_key)
    shell.typed = variables
    return shell


def test_plan_apply_and_drift_as_the_page_says(runner: Shell, portal: DemoPortal) -> None:
    connect, plan, apply, drift = blocks("sh")[2:]
    runner.types(f"export BXDESK_CLIENT_SECRET={portal.client_secret}\n{connect}", stdin=f"{portal.issue_code()}\n")

    runner.types(plan)
    assert json.loads((runner.folder / "plan.json").read_text())["portals"][0]["steps"][0]["action"] == "bind"
    assert "Something differs:" in runner.types(drift)
    runner.types(apply)
    assert json.loads((runner.folder / "applied.json").read_text())["portals"][0]["verified"]
    runner.types(plan)
    assert json.loads((runner.folder / "plan.json").read_text())["portals"][0]["steps"] == []
    assert "All portals are as the layout says." in runner.types(drift)
    runner.types("bxdesk undo --yes")  # what the page says in passing
    assert "Something differs:" in runner.types(drift)


def test_the_workflow_and_the_crontab_do_the_same(runner: Shell, portal: DemoPortal) -> None:
    runner.types(f"export BXDESK_CLIENT_SECRET={portal.client_secret}\n{blocks('sh')[2]}", f"{portal.issue_code()}\n")
    (workflow,) = blocks("yaml")
    job = YAML(typ="safe").load(workflow)["jobs"]["apply"]
    assert set(job["env"]) == set(re.findall(r"BXDESK_\w+", blocks("sh")[1]))
    (apply,) = (step["run"] for step in job["steps"] if "run" in step)
    runner.types(apply)
    assert json.loads((runner.folder / "applied.json").read_text())["portals"][0]["verified"]

    line = next(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("15 6 * * *"))
    command = line.removeprefix("15 6 * * *")
    (runner.folder / "bxdesk/environment").write_text(blocks("sh")[1])
    runner.typed = ""
    assert runner.types(command) == ""
    portal.clear_bindings()
    assert "missing" in runner.types(command)


def test_a_connection_comes_from_a_desktop_as_the_page_says(
    runner: Shell, bxdesk: Bxdesk, secret_service: SecretService, portal: DemoPortal, tmp_path: Path
) -> None:
    connect_by_paste(bxdesk, portal)
    assert secret_service.items()
    bxdesk.environment["BXDESK_VAULT_KEY"] = (runner.folder / "vault.key").read_text().strip()
    desktop = Shell(bxdesk, portal, tmp_path / "desktop")
    (export,) = blocks("sh", "desktop")
    (take,) = blocks("sh", "import")
    desktop.types(export)
    (desktop.folder / "acme.vault").rename(runner.folder / "acme.vault")
    assert "taken over" in runner.types(take)
    portal.expire_access_tokens()
    assert portal.address in runner.types("bxdesk status --json")
