"""What every command prints with ``--json`` is of the shape that is published for it, and has nothing beside."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import anyio.to_thread
import pytest

from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.cli.commands import COMMANDS
from bxdesk.cli.console import Wiring
from bxdesk.cli.json_shapes import FAILURE, OUTPUTS, published
from bxdesk.cli.main import run
from bxdesk.composition import demo_desk
from bxdesk.support.resources import resource
from tests.builders import HANDLER, OTHER_HANDLER
from tests.portal.changes.conftest import Bench

LAYOUT = f"bxdesk: 1\nhandler: {HANDLER}\nwidgets: [{{placements: [LEFT_MENU], title: {{en: Menu, de: Menü}}}}]\n"
BAD = "bxdesk: 1\nwidgets:\n- {placements: [LEFT_MENU], title: 5}\n- 7\n"
Command = Callable[..., Awaitable[Any]]


def held(command: str, text: str) -> Any:
    """The printed object, once it is known to be of its command's shape."""
    printed = json.loads(text)
    shape = FAILURE if printed.keys() == {"error"} else OUTPUTS[command]
    assert shape.dump_python(shape.validate_json(text, strict=True), mode="json") == printed
    return printed


def test_the_published_schemas_are_those_of_the_commands() -> None:
    folder = Path(resource("schemas"))
    found = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}
    assert found == published(), "run python packaging/schemas.py"
    assert OUTPUTS.keys() | {"export"} == COMMANDS.keys()  # what export prints is a layout


@pytest.mark.parametrize("arguments", [["connect", "acme.bitrix24.com"], ["completion", "zsh"], ["plan"], ["nonsense"]])
def test_what_needs_no_portal(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    run([*arguments, "--demo", "--json"], Wiring(demo_desk, demo_desk, lambda _: 0))
    assert held(arguments[0], capsys.readouterr().out)


@pytest.fixture
def command(bench: Bench, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command on the bench's portal, in a loop of its own as any command, and gives what it printed."""
    ConnectionFile(bench.folder / "connections.json").write(ConnectionList(connections=(bench.connection,)))
    (tmp_path / "layout.yaml").write_text(LAYOUT, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    wiring = Wiring(lambda: nullcontext(bench.start), lambda: nullcontext(bench.start), lambda _: 0)

    async def work(*words: str) -> Any:
        arguments = [str(tmp_path / word) if word.endswith(".yaml") else word for word in words]
        await anyio.to_thread.run_sync(run, [*arguments, "--json"], wiring)
        return held(words[0], capsys.readouterr().out)

    return work


@pytest.mark.anyio
async def test_a_day_with_a_portal(bench: Bench, command: Command) -> None:
    assert (await command("portals"))["portals"]
    assert (await command("group", "own", "--all"))["portals"][0]["group"] == "own"
    assert (await command("status"))["bindings"]
    assert (await command("plan", "layout.yaml"))["portals"][0]["steps"]
    assert (await command("apply", "layout.yaml", "--yes"))["portals"][0]["verified"]
    bench.portal.add_binding("LEFT_MENU", OTHER_HANDLER, "Theirs")
    assert (await command("drift"))["portals"][0]["changes"]
    assert (await command("drift", "layout.yaml"))["portals"][0]["changes"]
    assert (await command("check"))["portals"][0]["checks"]
    assert (await command("prove", "LEFT_MENU", "--timeout", "1", "--no-browser"))["removed"]
    assert (await command("undo", "--yes"))["portals"][0]["undoes"]
    assert len((await command("history"))["entries"]) == 2
    assert (await command("disconnect", bench.connection.name))["disconnected"]


@pytest.mark.anyio
async def test_a_day_when_nothing_works(bench: Bench, command: Command) -> None:
    assert (await command("plan", "bad.yaml"))["error"]["mistakes"]
    bench.portal.change(admin=False)
    for words in (["plan", "layout.yaml"], ["apply", "layout.yaml", "--yes"], ["drift"]):
        (portal,) = (await command(*words))["portals"]
        assert portal["error"]["code"] == "not_admin"
    assert (await command("status"))["bindings"] is None
    for words in (["status", "nobody.example.com"], ["undo", "--yes"], ["history", "nobody.example.com"]):
        assert (await command(*words)).get("error") or words[0] == "undo"
