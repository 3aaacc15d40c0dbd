"""An undo that is killed at any moment, and ``bxdesk undo --yes`` after it: together they take back one apply."""

from __future__ import annotations

import json
import os
from contextlib import nullcontext

import anyio.to_thread
import pytest

from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.cli.console import Wiring
from bxdesk.cli.main import run
from bxdesk.desk import Desk
from bxdesk.placements.history import Purpose
from tests.builders import LEAD, TILE, binding
from tests.portal.changes.conftest import Bench
from tests.portal.changes.matrix import Killer

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.timeout(120),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks of one process"),
]


async def command(bench: Bench, *arguments: str) -> int:
    """Runs a command line against the bench's portal, in a loop of its own as any command."""

    def usual() -> Desk:
        return bench.start()

    wiring = Wiring(lambda: nullcontext(usual), lambda: nullcontext(usual), lambda _: 0)
    return await anyio.to_thread.run_sync(run, arguments, wiring)


async def test_a_killed_undo_and_the_next_take_back_one_apply_and_say_which(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    ConnectionFile(bench.folder / "connections.json").write(ConnectionList(connections=(bench.connection,)))
    killer = Killer()
    told = 0
    for point in range(100):
        bench.desk = bench.start()  # one for all would come to wait for the portal's limit on requests
        bench.portal.clear_bindings()
        await bench.apply(binding(title="First"), binding(LEAD, title="First"))
        after_the_first = bench.rows()
        await bench.apply(binding(title="Second"), binding(TILE, title="Second"))
        second = (await bench.desk.history()).entries[0].id
        killer.start(bench, await bench.signed_in.keys(), do="undo", kill_at=point)
        ended = await anyio.to_thread.run_sync(killer.end)
        newest = (await bench.desk.history()).entries[0]
        if ended == "done" or (newest.ended and newest.purpose is Purpose.UNDO):
            break  # the undo had come to its end; it just could not say so any more
        capsys.readouterr()
        assert await command(bench, "undo", "--yes", "--json") == 0
        printed = capsys.readouterr()
        (shown,) = json.loads(printed.out)["portals"]
        assert bench.rows() == after_the_first, (point, printed.err)
        assert shown["undoes"] == second, point
        assert "taking back what Helen Marsh applied" in printed.err or "has taken back what Helen" in printed.err
        told += "the undo that was cut off has taken back" in printed.err
    killer.close()
    assert point > 10
    assert told > 0, "no kill came between the portal's work and the journal's end"
