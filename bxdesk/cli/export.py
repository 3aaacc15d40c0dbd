"""``export``: a portal's bindings as a layout file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import anyio.to_thread
import click

from bxdesk.cli.session import DONE, Session, choose, common
from bxdesk.cli.text_output import binding_line, problem_lines
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message, verbatim
from bxdesk.storage.files import write_atomically

if TYPE_CHECKING:
    from bxdesk.desk import Desk


@click.command(short_help="Print a portal's widgets as a layout file.")
@click.argument("portal", required=False)
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write them there instead, in UTF-8.")
@common
def export(session: Session, portal: str | None, output: Path | None) -> int:
    """Print PORTAL's widgets as a layout file; what no layout can name is said on standard error.

    A shell may write another encoding than UTF-8 when it leads the output into a file; --output never does.
    """

    async def work(desk: Desk) -> int:
        connection = choose(await desk.connections(), [portal] if portal else [])[0]
        found = await desk.export(connection, session.waiting(connection.name))
        for one in found.left_out:
            session.say(f"Left out: {binding_line(one.binding)}")
            session.say_lines(f"  {line}" for line in problem_lines(one.problem))
        if output is not None:
            await anyio.to_thread.run_sync(_write, output, found.text)
        if session.as_json:
            session.print_json(found.document)
        elif output is None:
            session.print_lines(found.text.rstrip("\n").split("\n"))
        return DONE

    return session.run(work)


def _write(path: Path, text: str) -> None:
    """Replaces the file, or what a link leads to. Raises BxdeskError; the old file is whole then."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise _unwritable(path, message("There is something else than a file."))
        if not target.parent.is_dir():
            raise _unwritable(path, message("There is no such folder."))
        write_atomically(target, text, private=False)
    except OSError as error:
        raise _unwritable(path, verbatim(error.strerror or str(error))) from None


def _unwritable(path: Path, why: Message) -> BxdeskError:
    title = message("The layout cannot be written to {path}.", path=path)
    return BxdeskError(
        Problem("layout_unwritable", title, why, message("Name another file, or make room on the disk."))
    )
