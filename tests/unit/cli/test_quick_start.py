"""What a command imports: each module costs everybody time at every start, and on every Tab."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.connections import ConnectionList
from bxdesk.accounts.sealing import new_key
from bxdesk.accounts.vault import Vault, VaultConnections
from bxdesk.cli.commands import COMMANDS, load

_LISTED = """
import json, sys
from bxdesk.__main__ import main
sys.argv = ["bxdesk", *json.loads(sys.argv[1])]
try:
    main()
finally:
    sys.stderr.write("\\n".join(sys.modules))
"""
_CLICK = 'import click, sys; sys.stderr.write("\\n".join(sys.modules))'
_MOST = 45
"""Modules beside click's own, bxdesk's among them. It was 36 for the most of them."""
_CATALOGUE = 12
"""Modules more where placements are completed."""
HEAVY = {"anyio", "asyncio", "httpx", "keyring", "pydantic", "ruamel", "PySide6", "cryptography"}


def _modules(code: str, *arguments: str, **environment: str) -> set[str]:
    return _run(code, *arguments, **environment)[0]


def _run(code: str, *arguments: str, **environment: str) -> tuple[set[str], str]:
    """The modules that were imported, and what was printed."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stderr.split("\n")), done.stdout


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        pytest.param(["--version"], {}, id="--version"),
        pytest.param(["--help"], {}, id="--help"),
        *(pytest.param([name, "--help"], {}, id=f"{name} --help") for name in COMMANDS),
        *(
            pytest.param([], {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}, id=f"completing {words}")
            for words in ("bxdesk pl", "bxdesk plan --", "bxdesk plan l", "bxdesk status a", "bxdesk prove C")
        ),
    ],
)
def test_what_shows_no_portal_imports_next_to_nothing(arguments: list[str], environment: dict[str, str]) -> None:
    if environment:
        environment["_BXDESK_COMPLETE"] = "bash_complete"
    found = _modules(_LISTED, json.dumps(arguments), **environment) - _modules(_CLICK)
    assert "bxdesk.cli.main" in found
    assert {name.partition(".")[0] for name in found} & HEAVY == set()
    with_codes = _CATALOGUE if environment.get("COMP_WORDS") == "bxdesk prove C" else 0
    assert len(found) <= _MOST + with_codes + 4, sorted(found)  # the test's own json


@pytest.mark.parametrize("words", ["bxdesk status a", "bxdesk --vault own.vault status a"])
def test_completing_from_a_vault_imports_its_cipher_and_nothing_else_that_is_heavy(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    key = new_key()
    one = Connection("a" * 32, "https://acme.bitrix24.com", "", "local.1", "https://oauth.bitrix.info")
    VaultConnections(Vault(tmp_path / "own.vault", key)).write(ConnectionList(connections=(one,)))
    environment = {"_BXDESK_COMPLETE": "bash_complete", "COMP_WORDS": words.replace(" ", "\n")}
    environment |= {"COMP_CWORD": str(words.count(" ")), "BXDESK_VAULT_KEY": key, "BXDESK_VAULT": "own.vault"}
    if "--vault" in words:
        environment["BXDESK_VAULT"] = "another.vault"
    found, said = _run(_LISTED, "[]", **environment)
    assert said == "plain,acme.bitrix24.com\n"
    assert {name.partition(".")[0] for name in found} & HEAVY == {"cryptography"}


def test_a_look_at_what_is_connected_imports_nothing_of_the_network_nor_of_changes() -> None:
    found = _modules(_LISTED, json.dumps(["portals"]))
    assert "bxdesk.desk" in found
    assert {name.partition(".")[0] for name in found} & (HEAVY | {"filelock", "truststore"}) <= {"anyio", "asyncio"}
    unused = ("bxdesk.accounts.signin", "bxdesk.accounts.vault", "bxdesk.changes.", "bxdesk.placements.", "bxdesk.demo")
    needed = {"bxdesk.placements.handler", "bxdesk.placements.characters"}  # what an address may look like
    assert [name for name in sorted(found - needed) if name.startswith(unused)] == []


_KEEPS = """
import sys, bxdesk.accounts.portal_session, bxdesk.changes.unit_of_work
import bxdesk.storage.drafts, bxdesk.storage.portal_looks
from bxdesk.placements import draft_text, kept_shapes
draft_text._shape(), kept_shapes.drift_shape()
sys.stderr.write("\\n".join(sys.modules))
"""


def test_what_reads_changes_and_keeps_a_portal_imports_no_models_of_pydantic() -> None:
    """Its core alone: what builds models takes longer to import than all the rest, and keeps megabytes in a window."""
    found = _modules(_KEEPS)
    assert "pydantic_core" in found
    assert {name for name in found if name.partition(".")[0] == "pydantic"} == set()


def test_a_request_is_sent_before_anything_is_imported_that_only_its_answer_needs() -> None:
    found = _modules('import sys, bxdesk.accounts.portal_session; sys.stderr.write("\\n".join(sys.modules))')
    assert {"bxdesk.portal.snapshot", "httpx"} <= found
    placements = {name for name in found if name.startswith("bxdesk.placements.")}
    assert placements == {f"bxdesk.placements.{name}" for name in ("characters", "handler", "permissions")}
    assert found & {"aiolimiter", "tenacity", "bxdesk.portal.certificates", "bxdesk.storage.window_state"} == set()


_WHILE_WAITING = """
import sys
from bxdesk.__main__ import main
from bxdesk.cli.status_line import StatusListener
import bxdesk.listener
bxdesk.listener._ON_ITS_WAY = 0  # the demo portal is quicker than any other
prepare = StatusListener.prepare
def told(self):
    before = set(sys.modules)
    prepare(self)
    sys.stderr.write("\\n".join({*sys.modules} - before))
StatusListener.prepare = told
sys.argv = ["bxdesk", "--demo", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize(
    ("command", "shows"),
    [("status", "bxdesk.cli.snapshot_output"), ("export", "bxdesk.placements.layouts.layout_export")],
)
def test_what_shows_the_answer_is_imported_while_it_is_waited_for(command: str, shows: str) -> None:
    assert shows in _modules(_WHILE_WAITING, command)


_FROZEN = """
import gc, sys
from bxdesk.__main__ import main
sys.argv = ["bxdesk", "portals"]
try:
    main()
finally:
    sys.stderr.write(f"left: {len(gc.get_objects()) > 1_000}")
"""


def test_nobody_looks_through_what_was_imported_when_a_command_ends() -> None:
    """Python does before it ends, and that took 55 ms of the 500 that ``status`` took."""
    assert "left: False" in _modules(_FROZEN)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_list_says(name: str) -> None:
    command = load(name)
    assert command.name == name
    assert command.help
