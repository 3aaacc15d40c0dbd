"""What somebody else has changed since bxdesk did: each binding, and nothing of bxdesk's own."""

from __future__ import annotations

import os

import anyio.to_thread
import pytest

from bxdesk.changes import drift as drift_module
from bxdesk.errors import BxdeskError
from bxdesk.placements.bindings import Texts
from bxdesk.placements.drift import Drift
from bxdesk.placements.history import Recovery
from bxdesk.placements.plan import make_plan
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, TILE, binding
from tests.portal.changes.cases import CASES
from tests.portal.changes.conftest import Bench
from tests.portal.changes.matrix import Killer

pytestmark = pytest.mark.anyio

MINE = binding(texts={"en": Texts("Send contract")}, options={"useBuiltInInterface": "Y"})


async def look(bench: Bench) -> Drift:
    """With the one request that it takes."""
    bench.portal.clear_requests()
    found = await bench.desk.drift(bench.connection)
    assert len(bench.portal.requests) == 1
    return found


def told(drift: Drift) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.binding.placement, one.binding.handler) for one in drift.changes]


async def test_where_nothing_was_applied_nothing_has_drifted(bench: Bench) -> None:
    bench.portal.add_binding(DEAL, OTHER_HANDLER, "Theirs")
    assert await look(bench) == Drift((), None)


async def test_each_binding_that_appeared_vanished_or_changed(bench: Bench) -> None:
    bench.portal.add_binding(LEAD, OTHER_HANDLER, "Theirs, before")
    await bench.apply(MINE, binding(TILE), binding(LEAD))
    since = (await bench.desk.history()).entries[0].time
    quiet = await look(bench)
    assert quiet.changes == ()
    assert quiet.since is not None
    assert quiet.since >= since
    for row in bench.portal.bindings():
        if row["handler"] == HANDLER and row["placement"] != LEAD:
            bench.portal.remove_binding(row["id"])
    bench.portal.add_binding(DEAL, HANDLER, texts={"en": {"TITLE": "Sign"}}, options={"useBuiltInInterface": "Y"})
    bench.portal.add_binding(DEAL, OTHER_HANDLER, "Theirs")
    found = await look(bench)
    assert sorted(told(found)) == [
        ("appeared", DEAL, OTHER_HANDLER),
        ("changed", DEAL, HANDLER),
        ("vanished", TILE, HANDLER),
    ]
    (changed,) = (one.changes for one in found.changes if one.changes)
    assert [(change.name, change.before, change.after) for change in changed] == [("title.en", "Send contract", "Sign")]
    assert found.since == quiet.since


async def test_what_bxdesk_applies_and_takes_back_is_no_drift(bench: Bench) -> None:
    await bench.apply(MINE, binding(LEAD))
    await bench.apply(binding(texts={"en": Texts("Other")}), binding(TILE), prune=True)
    assert told(await look(bench)) == []
    await bench.take_back()
    assert told(await look(bench)) == []


async def test_an_apply_that_found_nothing_to_do_has_seen_what_stands_there(bench: Bench) -> None:
    await bench.apply(MINE)
    bench.portal.add_binding(DEAL, OTHER_HANDLER, "Theirs")
    before = await look(bench)
    assert told(before) == [("appeared", DEAL, OTHER_HANDLER)]
    async with bench.desk.change(bench.connection) as change:
        outcome = await change.apply(make_plan(await change.read(), [MINE], ()))
    assert outcome.steps == ()
    after = await look(bench)
    assert after.changes == ()
    assert after.since is not None
    assert before.since is not None
    assert after.since >= before.since


@pytest.mark.logs_warnings
async def test_without_its_last_baseline_the_journals_tell_what_is_bxdesks_own(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bench.apply(MINE, binding(LEAD))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(drift_module, "write_atomically", full)
        await bench.apply(binding(texts={"en": Texts("Other")}), binding(TILE), prune=True)
    assert told(await look(bench)) == []
    bench.remove(HANDLER)
    assert sorted(told(await look(bench))) == [("vanished", TILE, HANDLER), ("vanished", DEAL, HANDLER)]


@pytest.mark.logs_warnings
async def test_a_damaged_baseline_is_none(bench: Bench) -> None:
    await bench.apply(MINE)
    (file,) = bench.journal.rglob("*-baseline.json")
    file.write_text('{"version": 2}')
    assert await look(bench) == Drift((), None)
    assert (await bench.desk.history()).problems == ()


async def test_what_a_portal_hides_has_not_vanished(bench: Bench) -> None:
    await bench.apply(MINE)
    bench.portal.change(admin=False)
    with pytest.raises(BxdeskError, match="not an administrator"):
        await bench.desk.drift(bench.connection)


async def test_against_other_bindings_than_the_last(bench: Bench) -> None:
    bench.portal.clear_bindings()
    await bench.apply(MINE)
    found = await bench.desk.drift(bench.connection, lambda _: [binding(LEAD)])
    assert found.since is None
    assert told(found) == [("appeared", DEAL, HANDLER), ("vanished", LEAD, HANDLER)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks of one process")
async def test_whenever_bxdesk_is_killed_what_it_did_is_no_drift(bench: Bench) -> None:
    killer = Killer()
    half_way = 0
    for point in range(100):
        bench.desk = bench.start()  # one for all would come to wait for the portal's limit on requests
        CASES["two batches"].set_up(bench.portal)
        await bench.apply(binding("CRM_LEAD_DETAIL_TAB", HANDLER))
        killer.start(bench, await bench.signed_in.keys(), case="two batches", kill_at=point)
        ended = await anyio.to_thread.run_sync(killer.end)
        assert told(await look(bench)) == [], point
        if await bench.desk.unfinished(bench.connection) is not None:
            half_way += 1
            bench.portal.add_binding(LEAD, OTHER_HANDLER, "Theirs")
            assert told(await look(bench)) == [("appeared", LEAD, OTHER_HANDLER)], point
            await bench.desk.recover(bench.connection, Recovery.PUT_BACK)
        assert told(await look(bench)) == [], point
        if ended == "done":
            break
    killer.close()
    assert ended == "done"
    assert half_way > 2
