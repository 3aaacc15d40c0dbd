"""``export``: a portal's bindings as a layout file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli.session import DONE, Session, choose, common
from bxdesk.cli.text_output import binding_line, problem_lines

if TYPE_CHECKING:
    from bxdesk.desk import Desk


@click.command(short_help="Print a portal's widgets as a layout file.")
@click.argument("portal", required=False)
@common
def export(session: Session, portal: str | None) -> int:
    """Print PORTAL's widgets as a layout file; what no layout can name is said on standard error."""

    async def work(desk: Desk) -> int:
        connection = choose(await desk.connections(), [portal] if portal else [])[0]
        found = await desk.export(connection, session.waiting(connection.name))
        for one in found.left_out:
            session.say(f"Left out: {binding_line(one.binding)}")
            session.say_lines(f"  {line}" for line in problem_lines(one.problem))
        if session.as_json:
            session.print_json(found.document)
        else:
            session.print_lines(found.text.rstrip("\n").split("\n"))
        return DONE

    return session.run(work)
