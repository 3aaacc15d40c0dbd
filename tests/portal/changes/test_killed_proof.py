"""A proof that is killed at any moment: nothing of it stands on the portal once the next command ran."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import anyio.to_thread
import pytest

from bxdesk.placements.plan import make_plan
from tests.builders import DEAL, LEAD, TILE, binding
from tests.portal.changes.conftest import Bench
from tests.portal.changes.matrix import Killer

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.timeout(120),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks of one process"),
]

PLACES = [DEAL, LEAD, TILE]


async def look(bench: Bench) -> None:
    """``status``, ``plan``, ``export`` and ``check`` begin so."""
    assert not [row for row in (await bench.start().snapshot(bench.connection)).bindings if row.title == "bxdesk proof"]


async def start_the_window(bench: Bench) -> None:
    assert await bench.start().unfinished(bench.connection) is None


async def apply(bench: Bench) -> None:
    async with bench.start().change(bench.connection) as change:
        outcome = await change.apply(make_plan(await change.read(), [binding(TILE)], ()))
    assert outcome.is_complete


async def take_back(bench: Bench) -> None:
    async with bench.start().change(bench.connection) as change:
        undo = await change.undo_plan()
        assert undo is not None
        await change.apply(undo.plan, undoes=undo.entry.id)


async def look_for_drift(bench: Bench) -> None:
    assert (await bench.start().drift(bench.connection)).changes == ()


NEXT = (look, start_the_window, apply, take_back, look_for_drift)


@pytest.fixture
def killer() -> Iterator[Killer]:
    """The program that kills."""
    killer = Killer()
    yield killer
    killer.close()


async def fresh(bench: Bench) -> None:
    """A portal with two widgets, of which bxdesk applied one."""
    bench.portal.clear_faults()
    bench.portal.clear_bindings()
    shutil.rmtree(bench.folder, ignore_errors=True)
    bench.portal.add_binding("CRM_LEAD_DETAIL_TAB", "https://apps.example.org/", "Bystander")
    await bench.apply(binding(TILE, title="Before"))


async def killed(bench: Bench, killer: Killer, **job: object) -> str:
    """What came of a job in a process that is killed at a point."""
    killer.start(bench, await bench.signed_in.keys(), **job)
    return await anyio.to_thread.run_sync(killer.end)


def proofs(bench: Bench) -> list[str]:
    """Where the widgets of a proof stand."""
    return [row["placement"] for row in bench.portal.bindings() if row["title"] == "bxdesk proof"]


@pytest.mark.parametrize("shift", [0, 2])
async def test_killed_at_every_write_and_request(bench: Bench, killer: Killer, shift: int) -> None:
    stood = 0
    for point in range(100):
        await fresh(bench)
        ended = await killed(bench, killer, do="prove", places=PLACES, kill_at=point)
        assert ended in ("killed", "done")
        stood += bool(proofs(bench))
        run_next = NEXT[(point + shift) % len(NEXT)]
        await run_next(bench)
        assert proofs(bench) == []
        assert len((await bench.start().history(bench.connection)).entries) == (
            2 if run_next in (apply, take_back) else 1
        )
        if ended == "done":
            break
    assert point > 15
    assert stood > 5


async def test_killed_once_more_while_it_is_taken_away(bench: Bench, killer: Killer) -> None:
    for point in range(100):
        await fresh(bench)
        standing = bench.rows()
        assert await killed(bench, killer, do="prove", places=PLACES, kill_at=10) == "killed"
        assert proofs(bench) == PLACES
        ended = await killed(bench, killer, do="look", kill_at=point)
        await look(bench)
        assert bench.rows() == standing
        if ended == "done":
            break
    assert point > 10


@pytest.mark.parametrize("command", [1, 2, 3])
async def test_the_portal_stopped_in_the_middle_and_bxdesk_was_killed(
    bench: Bench, killer: Killer, command: int
) -> None:
    for point in range(6, 12):
        await fresh(bench)
        bench.portal.plant("lost", command=command, done=True, method="placement.bind")
        await killed(bench, killer, do="prove", places=PLACES, kill_at=point)
        await look(bench)
        assert proofs(bench) == []


async def test_a_row_that_the_portal_stored_otherwise_goes_as_well(bench: Bench, killer: Killer) -> None:
    await fresh(bench)
    assert await killed(bench, killer, do="prove", places=PLACES, kill_at=10) == "killed"
    for row in bench.portal.bindings():
        if row["title"] == "bxdesk proof":
            bench.portal.remove_binding(row["id"])
            bench.portal.add_binding(row["placement"], row["handler"], "BXDESK &amp; proof")
    await start_the_window(bench)
    assert [row["title"] for row in bench.portal.bindings()] == ["Bystander", "Before"]
