"""Eight processes that apply, take back and recover on one portal at once, each killed somewhere: nothing is lost."""

from __future__ import annotations

import os
from collections import Counter

import anyio.to_thread
import pytest

from bxdesk.placements.history import Recovery
from tests.builders import TILE, binding
from tests.portal.changes.conftest import Bench
from tests.portal.changes.matrix import BETWEEN, BOTH, Killer, Matrix, Table

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks of one process"),
]

ROUNDS = 4
FURTHEST = 27
"""Points that the longest of the jobs passes; whoever is to die later comes to its end."""
JOBS: tuple[dict[str, object], ...] = (
    {"do": "apply"},
    {"do": "undo"},
    {"do": "recover", "how": Recovery.PUT_BACK.value},
    {"do": "apply"},
    {"do": "recover", "how": Recovery.FINISH.value},
    {"do": "undo"},
    {"do": "apply"},
    {"do": "undo"},
)


@pytest.mark.parametrize("case", ["bind", "unbind", "replace", "move", "move of the only one"])
async def test_the_portal_ends_as_it_was_or_as_it_was_wanted(bench: Bench, case: str) -> None:
    matrix, killer, ends = Matrix(bench, Table()), Killer(), Counter[str]()
    keys = await bench.signed_in.keys()
    for index in range(ROUNDS):
        await matrix.fresh(case)
        jobs = [
            {"yes": True, "case": case, "kill_at": (index * 4 + number * 7) % FURTHEST, **job}
            for number, job in enumerate(JOBS)
        ]
        killer.start_all(bench, keys, jobs)
        ended = await anyio.to_thread.run_sync(killer.end_all)
        assert set(ended) <= {"killed", "done", "refused"}, ended
        ends.update(ended)
        assert await matrix.recover("eight at once", case, BOTH[index % 2]) != BETWEEN
        await bench.apply(binding(TILE))  # the next plan clears away a first line that was cut off
        left = [
            path.name
            for path in bench.journal.rglob("*")
            if path.is_file() and not path.name.endswith((".jsonl", ".lock", "-baseline.json"))
        ]
        assert left == []
        assert (await bench.desk.history()).problems == ()
        assert not await bench.desk.damaged_journals(bench.connection)
    killer.close()
    assert min(ends["killed"], ends["done"]) > ROUNDS, ends
