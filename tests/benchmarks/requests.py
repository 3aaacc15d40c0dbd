"""Requests for each journey, counted by the portal, beside what the budget allows."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import anyio

from bxdesk.accounts.connection import Keys
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.placements.plan import make_plan
from tests.benchmarks.bench import connection_to, desk_for, wanted
from tests.benchmarks.table import Row


def measure(tell: Callable[[str], object]) -> Iterator[Row]:
    """Opening a portal, applying, replacing, undoing."""
    tell("requests for each journey")
    for types, budget in ((0, 1), (200, 2)):
        with DemoPortal(DemoSettings(types=types)) as portal:
            counted = anyio.run(_count, portal)
        yield Row(f"open a portal with {types + 5} custom types", counted["open"], budget, "requests", 1)
        if types:
            continue
        for name, commands in (("bind 60", 60), ("replace 60", 120), ("unbind 60", 60)):
            allowed = math.ceil((commands + 1) / 50)
            yield Row(f"{name}, planned and applied in one go", counted[name], allowed, "requests", 1)
        yield Row("bind 60, after a look", counted["bind 60 again"], 2, "requests", 1)
        yield Row("replace 60, after a look (rows are read once more)", counted["replace 60 again"], 3, "requests")


async def _count(portal: DemoPortal) -> dict[str, int]:
    tokens = portal.issue_tokens()
    connection = connection_to(portal.address, portal.client_id, portal.member_id, portal.authorization_server)
    keys = Keys(portal.client_secret, tokens["access_token"], tokens["refresh_token"])
    counted: dict[str, int] = {}
    async with desk_for([connection], keys) as desk:
        portal.clear_requests()
        await desk.snapshot(connection)
        counted["open"] = len(portal.requests)

        async def apply(name: str, title: str, count: int, *, in_one_go: bool) -> None:
            removing = () if count else {one.key for one in wanted(60)}
            if in_one_go:
                async with desk.change(connection) as change:
                    plan = make_plan(await change.read(), wanted(count, title), removing)
                    portal.clear_requests()
                    outcome = await change.apply(plan)
            else:
                here = await desk.snapshot(connection)
                portal.clear_requests()
                outcome = await desk.apply(connection, here, make_plan(here, wanted(count, title), removing))
            assert outcome.verified
            counted[name] = len(portal.requests)

        await apply("bind 60", "First", 60, in_one_go=True)
        await apply("replace 60", "Second", 60, in_one_go=True)
        await apply("unbind 60", "", 0, in_one_go=True)
        await apply("bind 60 again", "First", 60, in_one_go=False)
        await apply("replace 60 again", "Second", 60, in_one_go=False)
    return counted
