"""`bxdesk plan --all` for 100 portals beside `plan` for one, at 150 ms of latency."""

from __future__ import annotations

import contextlib
import io
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import anyio
import httpx

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.accounts.secret_store import MemorySecrets
from bxdesk.cli.console import CHANGES, Wiring
from bxdesk.cli.main import run
from bxdesk.composition import OpenDesk
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.desk import Desk
from bxdesk.portal.http import system_trust
from tests.benchmarks.bench import HANDLER, connection_to, desk_for
from tests.benchmarks.replay import replaying
from tests.benchmarks.table import Row

LATENCY = 0.15
PORTALS = 100
ROUNDS = 5
LAYOUT = f"bxdesk: 1\nhandler: {HANDLER}\nwidgets: [{{placements: [LEFT_MENU], title: Send contract}}]\n"


def measure(tell: Callable[[str], object]) -> Iterator[Row]:
    """Both in turns, in one process that is warm."""
    tell(f"{PORTALS} portals planned")
    answer = anyio.run(_recorded)
    with (
        TemporaryDirectory(prefix="bxdesk-benchmark-") as folder,
        replaying(answer, LATENCY, PORTALS) as addresses,
    ):
        layout = Path(folder) / "layout.yaml"
        layout.write_text(LAYOUT, encoding="utf-8")
        connections = [connection_to(address, "local.1", f"{number:032x}") for number, address in enumerate(addresses)]
        wiring = _wiring(Path(folder), connections)
        one, many = ["plan", str(layout), connections[0].member_id], ["plan", str(layout), "--all"]
        _seconds(one, wiring)
        rounds = [(_seconds(many, wiring), _seconds(one, wiring)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(column) for column in zip(*rounds, strict=True))
    yield Row(f"{PORTALS} portals planned, beside one", ours, theirs, budget=3)


async def _recorded() -> object:
    """What a portal answers to the one request of a snapshot."""
    answers: list[object] = []

    async def keep(response: httpx.Response) -> None:
        await response.aread()
        answers.append(response.json())

    with DemoPortal(DemoSettings()) as portal:
        tokens = portal.issue_tokens()
        connection = connection_to(portal.address, portal.client_id, portal.member_id)
        async with desk_for([connection], Keys("", tokens["access_token"], tokens["refresh_token"])) as desk:
            desk._accounts._http.event_hooks = {"response": [keep]}
            await desk.snapshot(connection)
    (answer,) = answers
    return answer


def _wiring(folder: Path, connections: list[Connection]) -> Wiring:
    file, secrets, trust = ConnectionFile(folder / "connections.json"), MemorySecrets(), system_trust
    keys = Keys("secret", "access", "refresh")

    async def save() -> None:
        file.write(ConnectionList(connections=tuple(connections)))
        for connection in connections:
            await secrets.save(connection.identity, keys)

    anyio.run(save)

    @contextmanager
    def usual() -> Iterator[OpenDesk]:
        yield lambda: Desk(
            file, secrets, trust, locks=folder / "locks", journal=folder / "journal", drafts=folder / "drafts"
        )

    return Wiring(usual_desk=usual, demo_desk=usual, open_window=lambda _: 0)


def _seconds(arguments: list[str], wiring: Wiring) -> float:
    begin = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        code = run(arguments, wiring)
    if code != CHANGES:
        raise RuntimeError(f"plan ended with {code}")
    return time.perf_counter() - begin
