"""``plan`` and ``apply``: a layout file against one portal or many at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import click

from bxdesk.accounts.connection import Connection
from bxdesk.cli.json_output import Json, failed_portal_json, layout_error_json, outcome_json, plan_json, problem_json
from bxdesk.cli.session import CHANGES, DONE, FAILED, Session, choose, common
from bxdesk.cli.text_output import indented, outcome_lines, plan_lines, problem_lines
from bxdesk.errors import BxdeskError, Problem
from bxdesk.placements.layout import Layout, LayoutError, resolve
from bxdesk.placements.layout_file import parse_layout
from bxdesk.placements.outcome import Outcome, OutcomeState, Progress
from bxdesk.placements.plan import Plan, make_plan
from bxdesk.placements.snapshot import Snapshot
from bxdesk.words import verbatim, words

if TYPE_CHECKING:
    from bxdesk.desk import Desk

_AT_ONCE = 20
"""Portals that are talked to side by side."""


@dataclass(slots=True)
class _Portal:
    """One portal on its way through a command."""

    connection: Connection
    snapshot: Snapshot | None = None
    plan: Plan | None = None
    outcome: Outcome | None = None
    error: BxdeskError | None = None


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for decorate in (
        click.option("--prune", is_flag=True, help="Also remove widgets that the layout does not name."),
        click.option("--all", "everyone", is_flag=True, help="Every connected portal."),
        click.argument("portals", nargs=-1, metavar="[PORTAL]..."),
        click.argument("layout", type=click.Path(path_type=Path)),
    ):
        command = decorate(command)
    return command


@click.command()
@_options
@common
def plan(session: Session, layout: Path, portals: tuple[str, ...], everyone: bool, prune: bool) -> int:
    """Show what LAYOUT would change on each PORTAL. Exits with 2 when there are changes."""

    async def work(desk: Desk) -> int:
        planned = await _planned(desk, layout, portals, everyone=everyone, prune=prune)
        _show(session, planned, _plan_json, _plan_lines)
        if any(portal.error for portal in planned):
            return FAILED
        return CHANGES if any(portal.plan and portal.plan.steps for portal in planned) else DONE

    return session.run(work)


@click.command()
@_options
@click.option("--yes", is_flag=True, help="Do not ask.")
@common
def apply(session: Session, layout: Path, portals: tuple[str, ...], everyone: bool, prune: bool, yes: bool) -> int:
    """Make each PORTAL hold what LAYOUT says, and read back."""

    async def work(desk: Desk) -> int:
        planned = await _planned(desk, layout, portals, everyone=everyone, prune=prune)
        if not yes and any(portal.plan and portal.plan.steps for portal in planned):
            for portal in planned:
                session.say_lines(_plan_lines(portal))
            if not session.ask("Apply these changes?"):
                raise BxdeskError(Problem("not_confirmed", words("Nothing was changed.")))
        await _side_by_side(planned, lambda portal: _apply_one(session, desk, portal))
        _show(session, planned, _outcome_json, _outcome_lines)
        return DONE if all(_is_good(portal) for portal in planned) else FAILED

    return session.run(work)


async def _planned(desk: Desk, path: Path, names: tuple[str, ...], *, everyone: bool, prune: bool) -> list[_Portal]:
    layout = parse_layout(await anyio.to_thread.run_sync(_read, path))
    portals = [_Portal(connection) for connection in choose(await desk.connections(), names, everyone=everyone)]

    async def plan_one(portal: _Portal) -> None:
        portal.snapshot = await desk.snapshot(portal.connection)
        portal.plan = _plan_of(layout, portal.snapshot, prune=prune)

    await _side_by_side(portals, plan_one)
    if len(portals) == 1 and isinstance(portals[0].error, LayoutError):
        raise portals[0].error
    return portals


def _plan_of(layout: Layout, snapshot: Snapshot, *, prune: bool) -> Plan:
    return make_plan(snapshot, resolve(layout, snapshot), None if prune else ())


async def _apply_one(session: Session, desk: Desk, portal: _Portal) -> None:
    if portal.snapshot is None or portal.plan is None:
        return

    def tell(progress: Progress) -> None:
        session.say(f"{portal.connection.name}: {progress.text} ({progress.done}/{progress.total})")

    if portal.plan.steps:
        portal.outcome = await desk.apply(portal.connection, portal.snapshot, portal.plan, tell)
    else:
        portal.outcome = Outcome((), True, portal.snapshot)


async def _side_by_side(portals: list[_Portal], work: Callable[[_Portal], Awaitable[None]]) -> None:
    """Does the work for every portal; what goes wrong with one is kept there and does not touch the others."""
    limiter = anyio.CapacityLimiter(_AT_ONCE)

    async def one(portal: _Portal) -> None:
        async with limiter:
            try:
                await work(portal)
            except BxdeskError as error:
                portal.error = error

    async with anyio.create_task_group() as tasks:
        for portal in portals:
            tasks.start_soon(one, portal)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        reason = words("It is not a text in UTF-8.")
    except OSError as error:
        reason = verbatim(error.strerror or str(error))
    raise BxdeskError(
        Problem(
            "layout_unreadable",
            words("The layout {path} cannot be read.", path=path),
            reason,
            words("Nothing was sent."),
        )
    )


def _is_good(portal: _Portal) -> bool:
    if portal.error is not None or portal.outcome is None:
        return False
    return portal.outcome.verified and all(done.state is OutcomeState.DONE for done in portal.outcome.steps)


def _show(
    session: Session,
    portals: list[_Portal],
    as_json: Callable[[_Portal], Json],
    as_lines: Callable[[_Portal], list[str]],
) -> None:
    if session.as_json:
        session.print_json({"portals": [as_json(portal) for portal in portals]})
        return
    for portal in portals:
        session.print_lines(as_lines(portal))


def _plan_json(portal: _Portal) -> Json:
    if portal.plan is None:
        return failed_portal_json(portal.connection.portal, _error_json(portal), {"unmanaged": []})
    return plan_json(portal.connection.portal, portal.plan)


def _outcome_json(portal: _Portal) -> Json:
    if portal.outcome is None:
        return failed_portal_json(portal.connection.portal, _error_json(portal), {"verified": False})
    return outcome_json(portal.connection.portal, portal.outcome)


def _error_json(portal: _Portal) -> Json | None:
    if isinstance(portal.error, LayoutError):
        return layout_error_json(portal.error)
    return problem_json(portal.error.problem) if portal.error else None


def _plan_lines(portal: _Portal) -> list[str]:
    if portal.plan is None:
        return _error_lines(portal)
    return list(plan_lines(portal.connection.name, portal.plan))


def _outcome_lines(portal: _Portal) -> list[str]:
    if portal.outcome is None:
        return _error_lines(portal)
    return list(outcome_lines(portal.connection.name, portal.outcome))


def _error_lines(portal: _Portal) -> list[str]:
    problem = portal.error.problem if portal.error else Problem("none", words("Nothing was done."))
    return [portal.connection.name, *indented(problem_lines(problem))]
