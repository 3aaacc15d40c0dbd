"""A desk with its journal, signed in to a demo portal; and more of them, as other starts of bxdesk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.connections import ConnectionFile
from bxdesk.demo import DemoPortal
from bxdesk.desk import Desk
from bxdesk.listener import SILENT, Listener
from bxdesk.placements.bindings import Binding
from bxdesk.placements.outcome import Outcome
from bxdesk.placements.plan import Plan, make_plan
from bxdesk.placements.snapshot import Snapshot
from bxdesk.portal.http import system_trust
from bxdesk.portal.results import BINDINGS
from tests.portal.conftest import SignedIn

TRUST = system_trust()
"""Made once: it costs more than everything else about a start."""


@dataclass
class Bench:
    """A portal, and desks that share one state folder."""

    portal: DemoPortal
    connection: Connection
    folder: Path
    signed_in: SignedIn = field(repr=False)
    stack: AsyncExitStack = field(repr=False)
    desk: Desk = field(init=False)

    def start(self) -> Desk:
        """Another start of bxdesk on this computer."""
        desk = Desk(
            ConnectionFile(self.folder / "connections.json"),
            self.signed_in.secrets,
            lambda: TRUST,
            locks=self.folder / "locks",
            journal=self.journal,
            drafts=self.folder / "drafts",
        )
        self.stack.push_async_callback(desk.aclose)
        return desk

    @property
    def journal(self) -> Path:
        """The journal's folder."""
        return self.folder / "journal"

    def journals(self) -> list[Path]:
        """The journals, oldest first."""
        return sorted(self.journal.rglob("*.jsonl"), key=lambda path: path.name)

    async def snapshot(self) -> Snapshot:
        """The portal as it is now."""
        return await self.desk.snapshot(self.connection)

    async def plan(self, *wanted: Binding, prune: bool = False) -> tuple[Snapshot, Plan]:
        """What leads to these bindings."""
        here = await self.snapshot()
        self.portal.clear_requests()
        return here, make_plan(here, wanted, None if prune else ())

    async def apply(self, *wanted: Binding, prune: bool = False, listener: Listener = SILENT) -> Outcome:
        """Plans and applies."""
        here, plan = await self.plan(*wanted, prune=prune)
        return await self.carry_out(here, plan, listener)

    async def carry_out(self, here: Snapshot, plan: Plan, listener: Listener = SILENT) -> Outcome:
        """Applies a plan that was made before."""
        return await self.desk.apply(self.connection, here, plan, listener)

    async def take_back(self) -> Outcome:
        """Takes back the last apply."""
        undo = await self.desk.undo_plan(self.connection)
        assert undo is not None
        return await self.desk.apply(self.connection, undo.snapshot, undo.plan, undoes=undo.entry.id)

    def rows(self) -> list[Binding]:
        """What stands on the portal, in one order."""
        return rows_of(self.portal)

    def remove(self, handler: str) -> None:
        """Somebody else removes every row with this handler."""
        for row in self.portal.bindings():
            if row["handler"] == handler:
                self.portal.remove_binding(row["id"])


def rows_of(portal: DemoPortal) -> list[Binding]:
    """What stands on the portal, in one order; an option that is not set and one that is empty are the same."""
    rows = BINDINGS.validate(portal.bindings())
    plain = [replace(row, options={key: value for key, value in row.options.items() if value}) for row in rows]
    return sorted(plain, key=lambda row: (row.placement, row.handler))


@pytest.fixture
async def bench(signed_in: SignedIn, tmp_path: Path) -> AsyncIterator[Bench]:
    """bxdesk on the fresh portal."""
    async with AsyncExitStack() as stack:
        bench = Bench(signed_in.portal, signed_in.connection, tmp_path / "bxdesk", signed_in, stack)
        bench.desk = bench.start()
        yield bench
