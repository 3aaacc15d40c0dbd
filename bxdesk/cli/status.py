"""``status``: what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli.session import DONE, Session, common

if TYPE_CHECKING:
    from bxdesk.desk import Desk


@click.command()
@click.argument("portal", required=False)
@common
def status(session: Session, portal: str | None) -> int:
    """Show what is there: the app, its permissions and widgets, custom types, and what stands in the way."""
    from bxdesk.cli.json_output import snapshot_json
    from bxdesk.cli.text_output import snapshot_lines

    async def work(desk: Desk) -> int:
        connection = await session.choose(desk, portal)
        snapshot = await desk.snapshot(connection, session.waiting(connection.name))
        if session.as_json:
            session.print_json(snapshot_json(snapshot))
        else:
            session.print_lines([f"Keyring      {await desk.keyring()}", *snapshot_lines(snapshot)])
        return DONE

    return session.run(work)
