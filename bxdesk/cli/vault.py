"""``vault-key``, ``export-connection`` and ``import-connection``: connections for computers without a keyring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli.console import DONE, FAILED, Console, common
from bxdesk.cli.parameters import many_portals, several_portals

if TYPE_CHECKING:
    from bxdesk.cli.json_shapes import ImportedJson
    from bxdesk.cli.runs import PortalRun
    from bxdesk.desk import Desk


@click.command("vault-key")
@common
def vault_key(console: Console) -> int:
    """Print a new key for a vault. It is kept nowhere: whoever loses it cannot open the vault any more.

    \b
    Examples:
      bxdesk vault-key
    """
    from bxdesk.accounts.sealing import new_key

    key = new_key()
    if console.as_json:
        console.print_json({"key": key})
    else:
        console.print_lines([key])
    return DONE


@click.command("export-connection")
@several_portals
@many_portals
@common
def export_connection(console: Console, portals: tuple[str, ...], everyone: bool, group: str | None) -> int:
    """Print the connection to each PORTAL with its keys, encrypted with the key in BXDESK_VAULT_KEY.

    What is printed is a vault. “bxdesk import-connection” takes it over on another computer; from then on this one has
    to sign in anew, because a session goes on at one place alone.

    \b
    Examples:
      bxdesk export-connection acme.bitrix24.com > acme.vault
      bxdesk export-connection --group customers > customers.vault
      bxdesk export-connection acme.bitrix24.com | ssh runner bxdesk import-connection --vault bxdesk.vault
    """
    import json

    from bxdesk.cli.choosing import choose

    key = console.vault_key()

    async def work(desk: Desk) -> int:
        chosen = choose(await desk.accounts.connections(), portals, everyone=everyone, group=group)
        exported = await desk.accounts.export_connections(chosen, key, "to be exported")
        if console.as_json:
            console.print_json(json.loads(exported))
        else:
            console.print_lines([exported.rstrip("\n")])
        for one in chosen:
            console.say(f"{one.name}: once it is imported elsewhere, sign in anew here, or forget it here.")
        return DONE

    return console.run(work)


@click.command("import-connection")
@common
def import_connection(console: Console) -> int:
    """Take over the connections that “bxdesk export-connection” printed, from standard input.

    New tokens are made for each: whoever exported it has to sign in anew. With --vault they go into that file, which
    is made where there is none, otherwise into this computer's keyring.

    \b
    Examples:
      bxdesk import-connection --vault bxdesk.vault < acme.vault
      bxdesk import-connection < acme.vault
    """
    from bxdesk.accounts.sealing import Seal
    from bxdesk.accounts.transfer import read_export
    from bxdesk.cli.json_output import connection_json
    from bxdesk.cli.runs import PortalRun, error_lines, run_error_json, show, side_by_side

    key = console.vault_key()
    given = "\n".join(iter(console.stdin.line, None))

    def as_json(run: PortalRun) -> ImportedJson:
        return {**connection_json(run.connection), "error": run_error_json(run)}

    def as_lines(run: PortalRun) -> list[str]:
        return error_lines(run) if run.error else [f"{run.connection.name}: taken over."]

    async def work(desk: Desk) -> int:
        exported = {found[0]: found for found in read_export(given, Seal(key, "on standard input"))}
        runs = [PortalRun(connection) for connection in exported]

        async def one(run: PortalRun) -> None:
            run.connection = await desk.accounts.import_connection(
                exported[run.connection], console.listener(run.connection.name)
            )

        await side_by_side(console, desk, runs, one)
        show(console, runs, as_json, as_lines)
        return DONE if all(run.error is None for run in runs) else FAILED

    return console.run(work)
