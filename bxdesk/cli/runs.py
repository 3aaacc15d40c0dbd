"""Portals on their way through a command that plans or applies: one at a time or many side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bxdesk.accounts.connection import Connection
from bxdesk.cli.change_output import outcome_lines, unmanaged_lines
from bxdesk.cli.console import Console
from bxdesk.cli.json_output import error_json, outcome_json, recovered_json
from bxdesk.cli.recovery import Recovered
from bxdesk.cli.remedies import worded
from bxdesk.cli.text_output import indented, problem_lines
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.placements.history import HistoryEntry
from bxdesk.placements.outcome import Outcome
from bxdesk.placements.plan import Plan
from bxdesk.placements.snapshot import Snapshot

if TYPE_CHECKING:
    from bxdesk.cli.json_shapes import PortalOutcomeJson, ProblemJson
    from bxdesk.desk import Desk


@dataclass(slots=True)
class PortalRun:
    """One portal on its way through a command."""

    connection: Connection
    recovered: Recovered | None = None
    snapshot: Snapshot | None = None
    plan: Plan | None = None
    outcome: Outcome | None = None
    error: BxdeskError | None = None
    undoes: HistoryEntry | None = None
    """What an undo takes back."""

    def fail(self, error: BxdeskError) -> None:
        """Something keeps this portal from the work."""
        self.error = worded(error, self.connection)

    def is_good(self) -> bool:
        """Whether everything was done and read back."""
        return self.error is None and self.outcome is not None and self.outcome.is_complete


Work = Callable[[PortalRun], Awaitable[None]]


async def side_by_side(console: Console, desk: Desk, portals: list[PortalRun], work: Work) -> None:
    """Does the work for every portal that nothing went wrong with so far, and shows how many are done."""
    begun = [portal for portal in portals if portal.error is None]

    async def one(portal: PortalRun) -> None:
        try:
            await work(portal)
        finally:
            is_done(portal.connection.name)

    with console.status.several(len(begun)) as is_done:
        await desk.each(begun, one, PortalRun.fail)


def show(
    console: Console,
    portals: list[PortalRun],
    as_json: Callable[[PortalRun], Mapping[str, object]],
    as_lines: Callable[[PortalRun], list[str]],
    state: Callable[[PortalRun], str] | None = None,
) -> None:
    """Prints what came of all portals; under several of them, how many came to which ``state``, and which failed."""
    if console.as_json:
        console.print_json({"portals": [as_json(portal) for portal in portals]})
        return
    for portal in portals:
        console.print_lines(as_lines(portal))
    if state is not None and len(portals) > 1:
        console.print_lines(["", _summary(portals, state)])


def _summary(portals: list[PortalRun], state: Callable[[PortalRun], str]) -> str:
    """“40 portals: 2 to change, 37 in step, 1 failed: acme.bitrix24.com”."""
    failed = [portal.connection.name for portal in portals if portal.error is not None]
    counts = Counter(state(portal) for portal in portals if portal.error is None)
    parts = [f"{count} {words}" for words, count in counts.items()]
    if failed:
        parts.append(f"{len(failed)} failed: {', '.join(failed)}")
    return f"{len(portals)} portals: {', '.join(parts)}"


def run_json(portal: PortalRun) -> PortalOutcomeJson:
    """What came of one portal; ``undoes`` is there only for an undo, ``settled`` only when something was recovered."""
    name = portal.connection.portal
    shown: PortalOutcomeJson = {"portal": name, "steps": [], "unmanaged": [], "verified": False, "error": None}
    if portal.outcome is None:
        shown["error"] = run_error_json(portal)
    else:
        shown = outcome_json(name, portal.outcome, portal.plan)
    if portal.undoes is not None:
        shown["undoes"] = portal.undoes.id
    if portal.recovered is not None:
        shown["settled"] = recovered_json(portal.recovered.how, portal.recovered.outcome)
    return shown


def run_lines(portal: PortalRun) -> list[str]:
    """What came of one portal, in words."""
    if portal.outcome is None:
        return error_lines(portal)
    left_alone = () if portal.plan is None else unmanaged_lines(portal.plan)
    return [*outcome_lines(portal.connection.name, portal.outcome), *left_alone]


def run_state(portal: PortalRun) -> str:
    """What came of one portal, to be counted."""
    if not portal.is_good():
        return "not done"
    return "done" if portal.plan is not None and portal.plan.steps else "in step"


def run_error_json(portal: PortalRun) -> ProblemJson | None:
    """What kept a portal from the work."""
    return error_json(portal.error) if portal.error else None


def error_lines(portal: PortalRun) -> list[str]:
    """The same in words."""
    problem = portal.error.problem if portal.error else Problem("none", message("Nothing was done."))
    return [portal.connection.name, *indented(problem_lines(problem))]
