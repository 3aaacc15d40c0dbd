"""``history``: what was applied to a portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli.console import DONE, Console, common
from bxdesk.cli.parameters import one_portal

if TYPE_CHECKING:
    from bxdesk.desk import Desk


@click.command()
@one_portal
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the newest N.")
@common
def history(console: Console, portal: str | None, limit: int | None) -> int:
    """Show what was applied to PORTAL and taken back, newest first. Nothing is asked of the portal.

    \b
    Examples:
      bxdesk history
      bxdesk history acme.bitrix24.com --limit 5
    """
    from bxdesk.cli.change_output import history_lines
    from bxdesk.cli.json_output import history_json
    from bxdesk.cli.text_output import problem_lines

    async def work(desk: Desk) -> int:
        connection = await console.choose(desk, portal)
        found = await desk.history(connection)
        entries = found.entries[:limit]
        for problem in found.problems:
            console.say_lines(problem_lines(problem))
        if console.as_json:
            console.print_json(history_json(connection.portal, entries, found.problems))
        else:
            console.print_lines(history_lines(entries))
            if not entries:
                console.say(f"{connection.name}: nothing was applied yet.")
        return DONE

    return console.run(work)
