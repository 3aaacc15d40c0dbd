"""``history``: what was applied to a portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli.session import DONE, Session, common

if TYPE_CHECKING:
    from bxdesk.desk import Desk


@click.command()
@click.argument("portal", required=False)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the newest N.")
@common
def history(session: Session, portal: str | None, limit: int | None) -> int:
    """Show what was applied to PORTAL and taken back, newest first. Nothing is asked of the portal."""
    from bxdesk.cli.json_output import history_json
    from bxdesk.cli.text_output import history_lines, problem_lines

    async def work(desk: Desk) -> int:
        connection = await session.choose(desk, portal)
        found = await desk.history(connection)
        entries = found.entries[:limit]
        for problem in found.problems:
            session.say_lines(problem_lines(problem))
        if session.as_json:
            session.print_json(history_json(connection.portal, entries, found.problems))
        else:
            session.print_lines(history_lines(entries))
            if not entries:
                session.say(f"{connection.name}: nothing was applied yet.")
        return DONE

    return session.run(work)
