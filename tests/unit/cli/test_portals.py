"""Portals, one, many and in groups: ``portals``, ``group``, ``--all`` and ``--group``; and layouts beside them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.cli.choosing import choose
from bxdesk.cli.console import FAILED, USAGE, Wiring
from bxdesk.cli.main import run
from bxdesk.cli.parameters import layouts_in
from bxdesk.composition import demo_desk, usual_desk
from bxdesk.errors import BxdeskError

WIRING = Wiring(usual_desk, demo_desk, lambda _: 0)


def connection(host: str, group: str = "") -> Connection:
    origin = f"https://{host}"
    return Connection(
        host.encode().hex()[:32].ljust(32, "0"),
        origin,
        f"{origin}/rest/",
        "local.1",
        "https://oauth.bitrix.info",
        1,
        "Helen Marsh",
        group=group,
    )


ACME, GLOBEX, OWN = (
    connection("acme.bitrix24.com", "Customers"),
    connection("globex.bitrix24.de"),
    connection("own.example.com"),
)


@pytest.fixture(autouse=True)
def saved(own_home: Path) -> ConnectionFile:
    """Three portals are connected."""
    file = ConnectionFile(own_home / "bxdesk" / "config" / "connections.json")
    file.write(ConnectionList(connections=(ACME, GLOBEX, OWN)))
    return file


def test_portals_are_put_into_a_group_and_meant_by_its_name(
    saved: ConnectionFile, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["group", "customers", "globex.bitrix24.de"], WIRING) == 0
    assert capsys.readouterr().out == "globex.bitrix24.de: customers\n"
    known = saved.read().connections
    assert [one.group for one in known] == ["Customers", "customers", ""]
    assert [one.name for one in choose(known, (), group="CUSTOMERS ")] == ["acme.bitrix24.com", "globex.bitrix24.de"]
    assert run(["portals", "--group", "customers", "--json"], WIRING) == 0
    listed = json.loads(capsys.readouterr().out)["portals"]
    assert [(one["name"], one["group"]) for one in listed] == [
        ("acme.bitrix24.com", "Customers"),
        ("globex.bitrix24.de", "customers"),
    ]
    assert run(["group", "", "--all", "--json"], WIRING) == 0
    assert [one["group"] for one in json.loads(capsys.readouterr().out)["portals"]] == ["", "", ""]
    assert [one.group for one in saved.read().connections] == ["", "", ""]


def test_a_group_that_there_is_not_is_said_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["drift", "--group", "Custmers"], WIRING) == FAILED
    told = capsys.readouterr().err
    assert "No portal is in a group called “Custmers”." in told
    assert "Groups: Customers." in told


@pytest.mark.parametrize(
    "both", [["--all", "--group", "x"], ["acme.bitrix24.com", "--all"], ["acme.bitrix24.com", "--group", "x"]]
)
def test_portals_are_named_in_one_way(both: list[str]) -> None:
    assert run(["drift", *both], WIRING) == USAGE


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["check"], "name the one you mean, or give --all or --group: acme.bitrix24.com, "),
        (["group", "customers"], "name the one you mean, or give --all: acme.bitrix24.com, "),
        (["status"], "name the one you mean: acme.bitrix24.com, "),
    ],
)
def test_where_several_are_connected_the_ways_to_mean_them_are_said(
    command: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, WIRING) == USAGE
    assert f"Several portals are connected; {said}" in capsys.readouterr().err


def test_a_group_without_portals_is_a_usage_error_where_several_are_connected() -> None:
    with pytest.raises(click.UsageError):
        choose((ACME, GLOBEX), ())
    with pytest.raises(BxdeskError):
        choose((ACME,), (), group="none")


@pytest.mark.parametrize(
    ("words", "first", "files", "portals"),
    [
        (
            ["a.yaml", "acme.bitrix24.com", "B.YML", "c.json"],
            True,
            ["a.yaml", "B.YML", "c.json"],
            ["acme.bitrix24.com"],
        ),
        (["/dev/stdin", "acme.bitrix24.com"], True, ["/dev/stdin"], ["acme.bitrix24.com"]),
        (["acme.bitrix24.com", "a.yaml"], False, ["a.yaml"], ["acme.bitrix24.com"]),
        ([], False, [], []),
    ],
)
def test_a_layout_is_told_by_its_ending(words: list[str], first: bool, files: list[str], portals: list[str]) -> None:
    assert layouts_in(words, first=first) == (files, portals)


def test_several_layouts_are_one_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = 'bxdesk: 1\nhandler: "https://widgets.example.com/{}"\nwidgets: [{{placements: [LEFT_MENU], title: Menu}}]\n'
    files = []
    for name in ("one", "two", "three"):
        files.append(str(tmp_path / f"{name}.yaml"))
        Path(files[-1]).write_text(text.format("one" if name == "three" else name))
    assert run(["plan", *files[:2], "--demo", "--json"], WIRING) == 2
    (portal,) = json.loads(capsys.readouterr().out)["portals"]
    assert sorted(step["handler"][-3:] for step in portal["steps"]) == ["one", "two"]
    assert run(["plan", files[0], files[2], "--demo"], WIRING) == FAILED
    told = capsys.readouterr().err
    assert f"The layout {files[2]} cannot be used." in told
    assert "is wanted twice" in told
    assert run(["drift", *files[:2], "--demo", "--json"], WIRING) == 2
    (portal,) = json.loads(capsys.readouterr().out)["portals"]
    assert portal["since"] is None
    assert sorted(one["handler"][-3:] for one in portal["changes"] if one["kind"] == "vanished") == ["one", "two"]
    assert "appeared" in {one["kind"] for one in portal["changes"]}
    assert run(["drift", *files[:2], "--demo"], WIRING) == 2
    told = capsys.readouterr().out
    assert "  missing            LEFT_MENU  Menu  https://widgets.example.com/two" in told
    assert "  not in the layout  CONTACT_CENTER  " in told
    assert not {"vanished", "appeared"} & set(told.split())


def on_a_terminal(*arguments: str) -> Iterator[str]:
    """What is read on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "bxdesk", *arguments], stdout=theirs, stderr=subprocess.PIPE
    ) as process:
        os.close(theirs)
        with os.fdopen(ours, "rb") as terminal:
            while True:
                try:
                    line = terminal.readline()
                except OSError:  # what Linux says at the end
                    break
                if not line:
                    break
                yield line.decode().rstrip("\r\n")
        assert process.wait(60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
def test_columns_on_a_terminal_and_tabs_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(on_a_terminal("portals")) == [
        "Portal              Group      User         Application ID",
        "acme.bitrix24.com   Customers  Helen Marsh  local.1",
        "globex.bitrix24.de             Helen Marsh  local.1",
        "own.example.com                Helen Marsh  local.1",
    ]
    assert run(["portals", "--group", "customers"], WIRING) == 0
    assert capsys.readouterr().out == "acme.bitrix24.com\tCustomers\tHelen Marsh\tlocal.1\n"
