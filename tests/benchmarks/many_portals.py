"""A hundred and a thousand portals planned and applied beside one, at 150 ms of latency: time and memory."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator

import anyio
import httpx

from bxdesk.accounts.connection import Keys
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.placements.layouts.layout import resolve
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.plan import make_plan
from tests.benchmarks.bench import connection_to, desk_for
from tests.benchmarks.fleet_process import LAYOUT, measured
from tests.benchmarks.replay import replaying
from tests.benchmarks.table import Row

LATENCY = 0.15
HUNDRED, THOUSAND = 100, 1000


def measure(tell: Callable[[str], object]) -> Iterator[Row]:
    """Each command for one, a hundred and a thousand, in processes of their own that are warm."""
    answers = anyio.run(_recorded)
    with replaying(answers, LATENCY, THOUSAND) as addresses:
        for words, done in ((["plan", "--all"], "planned"), (["apply", "--all", "--yes"], "applied")):
            tell(f"{THOUSAND} portals {done}")
            one, hundred, thousand = (
                measured(addresses[:count], words, rounds) for count, rounds in ((1, 5), (HUNDRED, 5), (THOUSAND, 3))
            )
            seconds = [statistics.median(found["seconds"]) for found in (one, hundred, thousand)]
            budget = 2.5 if done == "planned" else None
            yield Row(f"{HUNDRED} portals {done}, beside one", seconds[1], seconds[0], budget=budget)
            yield Row(f"{THOUSAND} portals {done}, beside one", seconds[2], seconds[0], budget=25)
            yield Row(f"the same: peak memory at {THOUSAND} portals", thousand["peak"], one["peak"], "MB", 2)
            yield Row(f"the same: open connections at {THOUSAND} portals", thousand["connections"], 100, "")


async def _recorded() -> dict[str, object]:
    """What a portal answers to the one request of a snapshot, and to the one that binds what the layout wants."""
    answers: list[object] = []

    async def keep(response: httpx.Response) -> None:
        await response.aread()
        answers.append(response.json())

    with DemoPortal(DemoSettings()) as portal:
        tokens = portal.issue_tokens()
        connection = connection_to(portal.address, portal.client_id, portal.member_id)
        async with desk_for([connection], Keys("secret", tokens["access_token"], tokens["refresh_token"])) as desk:
            desk.network.http.event_hooks = {"response": [keep]}
            snapshot = await desk.snapshot(connection)
            wanted = resolve(parse_layout(LAYOUT, "layout.yaml"), snapshot)
            outcome = await desk.apply(connection, snapshot, make_plan(snapshot, wanted, ()))
    if not outcome.is_complete or len(answers) != 2:
        raise RuntimeError("the recording is not what it was")
    return {"": answers[0], "placement.bind": answers[1]}
