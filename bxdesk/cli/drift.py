"""``drift``: what somebody else has changed on one portal or many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli import completing
from bxdesk.cli.console import CHANGES, DONE, FAILED, Console, common
from bxdesk.cli.parameters import layouts_in, many_portals

if TYPE_CHECKING:
    from bxdesk.cli.json_shapes import PortalDriftJson
    from bxdesk.desk import Desk


@click.command()
@click.argument("words", nargs=-1, metavar="[LAYOUT]... [PORTAL]...", shell_complete=completing.portals_and_layouts)
@many_portals
@common
def drift(console: Console, words: tuple[str, ...], everyone: bool, group: str | None) -> int:
    """Show what somebody else has changed on each PORTAL since bxdesk last changed it. Exits with 2 if anything is.

    With a LAYOUT, which ends in .yaml, .yml or .json: what is not as it says.

    What bxdesk itself applied, took back or recovered on this computer does not count. Nothing is changed; one request
    is sent to each portal.

    \b
    Examples:
      bxdesk drift
      bxdesk drift --all --json
      bxdesk drift layout.yaml --group customers
    """
    from bxdesk.cli.change_output import drift_lines
    from bxdesk.cli.choosing import choose
    from bxdesk.cli.json_output import drift_json
    from bxdesk.cli.runs import PortalRun, error_lines, run_error_json, show, side_by_side
    from bxdesk.placements.drift import Drift

    found: dict[str, Drift] = {}

    def as_json(run: PortalRun) -> PortalDriftJson:
        return drift_json(run.connection.portal, found.get(run.connection.identity), run_error_json(run))

    def as_lines(run: PortalRun) -> list[str]:
        return (
            error_lines(run)
            if run.error
            else list(drift_lines(run.connection.name, found[run.connection.identity], against_layout=bool(files)))
        )

    def state(run: PortalRun) -> str:
        return "with differences" if found[run.connection.identity].changes else "without"

    files, portals = layouts_in(words)

    async def work(desk: Desk) -> int:
        expected = None
        if files:
            from bxdesk.cli.layouts import Layouts

            expected = (await Layouts.read(files)).bindings

        async def look(run: PortalRun) -> None:
            listener = console.listener(run.connection.name)
            found[run.connection.identity] = await desk.drift(run.connection, expected, listener)

        runs = [
            PortalRun(one) for one in choose(await desk.accounts.connections(), portals, everyone=everyone, group=group)
        ]
        await side_by_side(console, desk, runs, look)
        show(console, runs, as_json, as_lines, state)
        if any(run.error for run in runs):
            return FAILED
        return CHANGES if any(one.changes for one in found.values()) else DONE

    return console.run(work)
