"""``check``: what would keep widgets from being seen, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli.console import CHANGES, DONE, FAILED, Console, common
from bxdesk.cli.parameters import many_portals, several_portals

if TYPE_CHECKING:
    from bxdesk.checks.check import Check
    from bxdesk.cli.json_shapes import PortalChecksJson
    from bxdesk.cli.runs import PortalRun
    from bxdesk.desk import Desk


@click.command()
@several_portals
@many_portals
@click.option("--handler", metavar="URL", help="Only the widgets of this address, bound or not.")
@common
def check(console: Console, portals: tuple[str, ...], everyone: bool, group: str | None, handler: str | None) -> int:
    """Say what would keep widgets from being seen on each PORTAL, and what to do.

    Each widget's page is called once, as the portal calls it, with worthless tokens. Exits with 2 when something keeps
    a widget from being seen, with 1 when a question could not be answered.

    \b
    Examples:
      bxdesk check
      bxdesk check --all --json
      bxdesk check acme.bitrix24.com --handler https://widgets.example.com/bitrix24
    """
    from bxdesk.checks.check import CheckState
    from bxdesk.cli.check_output import check_lines
    from bxdesk.cli.choosing import choose
    from bxdesk.cli.json_output import checks_json
    from bxdesk.cli.remedies import with_advice
    from bxdesk.cli.runs import PortalRun, error_lines, run_error_json, show, side_by_side

    async def work(desk: Desk) -> int:
        runs = [
            PortalRun(one) for one in choose(await desk.accounts.connections(), portals, everyone=everyone, group=group)
        ]
        found: dict[str, tuple[Check, ...]] = {}
        handlers = None if handler is None else (handler,)

        async def one(run: PortalRun) -> None:
            connection = run.connection
            listener = console.listener(connection.name, stop)
            answers = await desk.checks.run(connection, listener, handlers=handlers)
            found[connection.identity] = tuple(with_advice(answer, connection) for answer in answers)

        def as_json(run: PortalRun) -> PortalChecksJson:
            checks = found.get(run.connection.identity, ())
            return checks_json(run.connection.portal, checks, run_error_json(run))

        def as_lines(run: PortalRun) -> list[str]:
            checks = found.get(run.connection.identity)
            return error_lines(run) if checks is None else list(check_lines(run.connection.name, checks))

        def state(run: PortalRun) -> str:
            states = {check.state for check in found.get(run.connection.identity, ())}
            if CheckState.BLOCKED in states:
                return "with widgets that nobody sees"
            return "not found out" if CheckState.UNKNOWN in states else "without"

        with console.stopping() as stop:
            await side_by_side(console, desk, runs, one)
        show(console, runs, as_json, as_lines, state)
        states = {check.state for checks in found.values() for check in checks}
        if any(run.error for run in runs):
            return FAILED
        return CHANGES if CheckState.BLOCKED in states else FAILED if CheckState.UNKNOWN in states else DONE

    return console.run(work)
