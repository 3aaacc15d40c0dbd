"""``portals``, ``group`` and ``disconnect``: the portals that are connected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli import completing
from bxdesk.cli.console import DONE, Console, common
from bxdesk.cli.parameters import group_option

if TYPE_CHECKING:
    from bxdesk.desk import Desk


@click.command()
@group_option
@common
def portals(console: Console, group: str | None) -> int:
    """List the portals that are connected, with their groups.

    \b
    Examples:
      bxdesk portals
      bxdesk portals --group customers --json
    """
    from bxdesk.accounts.connection import names_apart
    from bxdesk.cli.choosing import choose
    from bxdesk.cli.json_output import connection_json
    from bxdesk.cli.text_output import problem_lines

    async def work(desk: Desk) -> int:
        connections = await desk.accounts.connections()
        names = names_apart(connections)
        shown = choose(connections, (), group=group) if group else list(connections)
        for left in await desk.accounts.remove_leftovers():
            console.say_lines(problem_lines(left))
        if console.as_json:
            console.print_json({"portals": [{**connection_json(one), "name": names[one.identity]} for one in shown]})
            return DONE
        rows = [(names[one.identity], one.group, one.user_name, one.client_id) for one in shown]
        console.print_table(("Portal", "Group", "User", "Application ID"), rows)
        if not connections:
            console.say("No portal is connected.")
        return DONE

    return console.run(work)


@click.command()
@click.argument("name", metavar="NAME", shell_complete=completing.groups)
@click.argument("portals", nargs=-1, metavar="[PORTAL]...", shell_complete=completing.portals)
@click.option("--all", "everyone", is_flag=True, help="Every connected portal.")
@common
def group(console: Console, name: str, portals: tuple[str, ...], everyone: bool) -> int:
    """Put each PORTAL into the group NAME, out of any other; with "" for NAME, into none.

    Other commands take --group NAME in place of the portals' names.

    \b
    Examples:
      bxdesk group customers acme.bitrix24.com globex.bitrix24.de
      bxdesk group "" acme.bitrix24.com
      bxdesk apply layout.yaml --group customers
    """
    from bxdesk.accounts.connection import names_apart
    from bxdesk.cli.choosing import choose
    from bxdesk.cli.json_output import connection_json

    async def work(desk: Desk) -> int:
        connections = await desk.accounts.connections()
        names = names_apart(connections)
        chosen = choose(connections, portals, everyone=everyone)
        changed = await desk.accounts.put_into_group(chosen, name)
        if console.as_json:
            console.print_json({"portals": [{**connection_json(one), "name": names[one.identity]} for one in changed]})
        else:
            console.print_lines(f"{names[one.identity]}: {one.group or 'in no group'}" for one in changed)
        return DONE

    return console.run(work)


@click.command()
@click.argument("portal", shell_complete=completing.portals)
@common
def disconnect(console: Console, portal: str) -> int:
    """Forget PORTAL and its keys. The widgets on the portal stay as they are.

    \b
    Examples:
      bxdesk disconnect acme.bitrix24.com
    """
    from bxdesk.accounts.connection import names_apart
    from bxdesk.cli.choosing import choose
    from bxdesk.cli.json_output import connection_json

    async def work(desk: Desk) -> int:
        connections = await desk.accounts.connections()
        connection = choose(connections, [portal])[0]
        await desk.accounts.disconnect(connection)
        if console.as_json:
            console.print_json({**connection_json(connection), "disconnected": True})
        else:
            console.print_lines([f"Disconnected from {names_apart(connections)[connection.identity]}."])
        return DONE

    return console.run(work)
