"""``prove``: whether people see a widget at a place, by one of bxdesk's own that stands there for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli.console import DONE, FAILED, Console, common
from bxdesk.cli.parameters import placements_and_portal, placements_in

if TYPE_CHECKING:
    from bxdesk.checks.proof import Proof
    from bxdesk.desk import Desk


@click.command()
@placements_and_portal
@click.option("--no-browser", is_flag=True, help="Do not open the portal.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=300.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait until the widget is opened.",
)
@common
def prove(console: Console, words: tuple[str, ...], no_browser: bool, timeout: float) -> int:
    """Prove that people see a widget at each placement CODE: bind one of bxdesk's own there for a moment.

    The portal opens in the browser of this computer, at one place after the other; press “bxdesk proof” there. The call
    that arrives is shown field by field, without its tokens, and the widget is taken away again, whatever happens.
    Exits with 1 when a place is not proven.

    \b
    Examples:
      bxdesk prove CRM_DEAL_DETAIL_ACTIVITY
      bxdesk prove CONTACT_CENTER LEFT_MENU acme.bitrix24.com --json
    """
    from bxdesk.cli.browser import open_in_browser
    from bxdesk.cli.json_output import proof_json
    from bxdesk.cli.proof_output import proof_lines, standing_lines

    placements, portal = placements_in(words)

    async def work(desk: Desk) -> int:
        connection = await console.choose(desk, portal)
        opened: str | None = None

        def tell(proof: Proof) -> None:
            nonlocal opened
            page = proof.next_page(connection.user_id, connection.portal)
            if page is None or page == opened:
                return
            if opened is None:
                console.say_lines(standing_lines(connection, proof))
            opened = page
            if not no_browser:
                open_in_browser(page)

        with console.stopping() as stop:
            listener = console.listener(connection.name, stop)
            proof = await desk.checks.prove(connection, placements, tell, listener, timeout)
        if console.as_json:
            console.print_json(proof_json(connection.portal, proof))
        else:
            console.print_lines(proof_lines(connection.name, proof))
        return DONE if proof.is_proven else FAILED

    return console.run(work)
