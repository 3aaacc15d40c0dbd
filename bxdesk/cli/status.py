"""``status``: what is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from bxdesk.cli.console import DONE, Console, common
from bxdesk.cli.parameters import one_portal

if TYPE_CHECKING:
    from bxdesk.desk import Desk


def _import_output() -> None:
    from bxdesk.cli import json_output, snapshot_output  # noqa: F401 - for what follows


@click.command()
@one_portal
@common
def status(console: Console, portal: str | None) -> int:
    """Show what is there: the app, its permissions and widgets, custom types, and what stands in the way.

    \b
    Examples:
      bxdesk status
      bxdesk status acme.bitrix24.com --json
    """

    async def work(desk: Desk) -> int:
        connection = await console.choose(desk, portal)
        here = await desk.snapshot(connection, console.listener(connection.name, prepare=_import_output))
        from bxdesk.cli.remedies import with_advice

        snapshot = replace(here, problems=tuple(with_advice(problem, connection) for problem in here.problems))
        if console.as_json:
            from bxdesk.cli.json_output import snapshot_json

            console.print_json(snapshot_json(snapshot))
        else:
            from bxdesk.cli.snapshot_output import snapshot_lines

            console.print_lines([f"Keyring      {await desk.accounts.keyring()}", *snapshot_lines(snapshot)])
        return DONE

    return console.run(work)
