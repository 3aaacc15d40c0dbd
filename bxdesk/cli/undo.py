"""``undo``: takes back the last apply, as a plan of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli.console import DONE, FAILED, Console, common
from bxdesk.cli.parameters import one_portal

if TYPE_CHECKING:
    from bxdesk.desk import Desk


@click.command()
@one_portal
@click.option("--yes", is_flag=True, help="Do not ask.")
@common
def undo(console: Console, portal: str | None, yes: bool) -> int:
    """Take back the last apply on PORTAL: show what that changes, do it, and read back.

    Only what still stands as that apply left it is touched. Taken back once more, the apply before it goes. An undo
    that was cut off is recovered first; if it had done its work, that was it.

    \b
    Examples:
      bxdesk undo
      bxdesk undo acme.bitrix24.com --yes
    """
    from bxdesk.cli.runs import PortalRun, run_json, run_lines, show
    from bxdesk.cli.undo_run import take_back

    async def work(desk: Desk) -> int:
        run = PortalRun(await console.choose(desk, portal))
        with console.stopping(applies=True) as stop:
            await take_back(console, desk, run, stop, yes=yes)
        if run.undoes is None:
            console.say(f"{run.connection.name}: there is nothing to take back.")
        if run.plan is not None or console.as_json:
            show(console, [run], run_json, run_lines)
        return DONE if run.is_good() else FAILED

    return console.run(work)
