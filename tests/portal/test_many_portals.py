"""Many portals at once: few connections stay open, and one that hangs or answers nonsense holds nobody up."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import httpx
import pytest

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.accounts.secret_store import MemorySecrets
from bxdesk.cli.console import FAILED, Wiring
from bxdesk.cli.main import run
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.desk import Desk
from bxdesk.placements.snapshot import Snapshot
from bxdesk.portal import transport
from bxdesk.portal.http import make_http, system_trust
from tests.builders import HANDLER

pytestmark = pytest.mark.anyio

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"


Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class Server:
    """One that knows how many have a connection open to it."""

    def __init__(self) -> None:
        self.open = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        while await reader.read(65536):
            writer.write(ANSWER)
        self.open -= 1
        writer.close()


@asynccontextmanager
async def listening(serve: Serve) -> AsyncIterator[str]:
    """A server of one's own at a loopback port."""
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


async def few_are_open(servers: list[Server]) -> None:
    """A server hears a moment later that somebody has gone."""
    with anyio.fail_after(10):
        while sum(server.open for server in servers) > transport.MOST_SERVERS:  # noqa: ASYNC110
            await anyio.sleep(0.01)


async def test_connections_to_many_servers_do_not_stay_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "MOST_SERVERS", 4)
    servers = [Server() for _ in range(12)]
    async with AsyncExitStack() as stack:
        addresses = [await stack.enter_async_context(listening(server.serve)) for server in servers]
        http = await stack.enter_async_context(make_http(system_trust(), "none"))
        for _ in range(2):
            for address in addresses:
                assert (await http.post(address)).json() == {}
            await few_are_open(servers)
        assert [server.open for server in servers[-4:]] == [1, 1, 1, 1], "those that were talked to last stay open"

        async with anyio.create_task_group() as tasks:
            for address in addresses:
                tasks.start_soon(http.post, address)
        await few_are_open(servers)


async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Takes a request and says nothing."""
    while await reader.read(65536):
        pass
    writer.close()


async def talk_nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers with what is no HTTP."""
    await reader.read(65536)
    writer.write(b"\x00\xff" * 4000)
    writer.close()


_KEYS = Keys("secret", "access", "refresh")


class Fleet:
    """Connected portals, and the command line on them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._secrets = MemorySecrets()
        self.connections: list[Connection] = []
        path = folder / "layout.yaml"
        path.write_text(f"bxdesk: 1\nhandler: {HANDLER}\nwidgets: [{{placements: [LEFT_MENU], title: Menu}}]\n")
        self.layout = str(path)

    async def connect(self, address: str, keys: Keys = _KEYS) -> None:
        """A portal at an address."""
        identity = f"{len(self.connections):032x}"
        one = Connection(identity, address, f"{address}/rest/", "local.1", "https://oauth.bitrix.info", 1, "Me")
        await self._secrets.save(one.identity, keys)
        self.connections.append(one)

    async def connect_demo(self, portal: DemoPortal) -> None:
        """One that works."""
        tokens = portal.issue_tokens()
        keys = Keys(portal.client_secret, tokens["access_token"], tokens["refresh_token"])
        await self.connect(portal.address, keys)

    async def run(self, *arguments: str) -> int:
        """What a command returns."""
        file = ConnectionFile(self._folder / "connections.json")
        file.write(ConnectionList(connections=tuple(self.connections)))

        def desk() -> Desk:
            locks, journal, drafts = (self._folder / name for name in ("locks", "journal", "drafts"))
            return Desk(file, self._secrets, system_trust, locks, journal, drafts)

        wiring = Wiring(lambda: nullcontext(desk), lambda: nullcontext(desk), lambda _: 0)
        return await anyio.to_thread.run_sync(run, arguments, wiring)

    def break_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Has bxdesk itself fail whenever it reads the first portal."""
        read = Desk._snapshot

        async def read_or_fail(desk: Desk, connection: Connection, *more: Any) -> Snapshot:
            if connection == self.connections[0]:
                raise KeyError("result")
            return await read(desk, connection, *more)

        monkeypatch.setattr(Desk, "_snapshot", read_or_fail)


async def test_a_portal_that_hangs_or_answers_nonsense_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bxdesk.portal.http.TIMEOUT", httpx.Timeout(2.0, connect=2.0))
    monkeypatch.setattr("bxdesk.portal.retries._PATIENCE", 1.0)
    fleet = Fleet(tmp_path)
    async with AsyncExitStack() as stack:
        for serve in (hang, talk_nonsense):
            await fleet.connect(await stack.enter_async_context(listening(serve)))
        for _ in range(3):
            await fleet.connect_demo(stack.enter_context(DemoPortal(DemoSettings())))
        code = await fleet.run("apply", fleet.layout, "--all", "--yes", "--json")

    told = capsys.readouterr()
    portals = json.loads(told.out)["portals"]
    assert code == FAILED
    assert [portal["error"] and portal["error"]["code"] for portal in portals] == [
        "unreachable",
        "unreachable",
        *[None] * 3,
    ]
    assert [portal["verified"] for portal in portals] == [False, False, True, True, True]
    done = [line for line in told.err.splitlines() if line.endswith(" of 5)")]
    assert done[-1].startswith(fleet.connections[0].name), "the others were done before the one that hangs"


@pytest.mark.logs_warnings
@pytest.mark.parametrize(
    "command", [("plan", "LAYOUT"), ("apply", "LAYOUT", "--yes"), ("drift",), ("check",)], ids=lambda words: words[0]
)
async def test_a_fault_of_ours_with_one_portal_is_told_of_it_alone(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fleet = Fleet(tmp_path)
    words = [fleet.layout if word == "LAYOUT" else word for word in command]
    with DemoPortal(DemoSettings()) as portal:
        await fleet.connect("http://127.0.0.1:9")
        await fleet.connect_demo(portal)
        fleet.break_first(monkeypatch)
        code = await fleet.run(*words, "--all", "--json")
        broken, whole = json.loads(capsys.readouterr().out)["portals"]
        assert (code, broken["error"]["code"], whole["error"]) == (FAILED, "unexpected", None)
        assert whole.get("steps") or whole.get("checks") or whole["changes"] == []
        assert whole.get("verified", True)


@pytest.mark.logs_warnings
async def test_a_fault_of_ours_with_the_only_portal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fleet = Fleet(tmp_path)
    await fleet.connect("http://127.0.0.1:9")
    fleet.break_first(monkeypatch)
    assert await fleet.run("status", "--json") == FAILED
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "unexpected"
    assert await fleet.run("status") == FAILED
    told = capsys.readouterr()
    assert (told.out, told.err.splitlines()[0]) == ("", "Something unexpected went wrong inside bxdesk (KeyError).")
