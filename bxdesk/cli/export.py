"""``export``: a portal's bindings as a layout file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli.console import DONE, Console, common
from bxdesk.cli.parameters import one_portal

if TYPE_CHECKING:
    from bxdesk.desk import Desk


def _import_yaml() -> None:
    from bxdesk.placements.layouts import layout_export  # noqa: F401 - for what follows


@click.command()
@one_portal
@click.option("--output", type=click.Path(), metavar="FILE", help="Write them there instead, in UTF-8.")
@common
def export(console: Console, portal: str | None, output: str | None) -> int:
    """Print PORTAL's widgets as a layout file; what no layout can name is said on standard error.

    A shell may write another encoding than UTF-8 when it leads the output into a file; --output never does.

    \b
    Examples:
      bxdesk export
      bxdesk export acme.bitrix24.com --output acme.yaml
    """
    from pathlib import Path

    import anyio.to_thread

    from bxdesk.cli.text_output import binding_line, problem_lines
    from bxdesk.storage.user_file import write_user_file

    async def work(desk: Desk) -> int:
        connection = await console.choose(desk, portal)
        found = await desk.export(connection, console.listener(connection.name, prepare=_import_yaml))
        for one in found.left_out:
            console.say(f"Left out: {binding_line(one.binding)}")
            console.say_lines(f"  {line}" for line in problem_lines(one.problem))
        if output is not None:
            await anyio.to_thread.run_sync(write_user_file, Path(output), found.text)
        if console.as_json:
            console.print_json(found.document)
        elif output is None:
            console.print_lines(found.text.rstrip("\n").split("\n"))
        return DONE

    return console.run(work)
