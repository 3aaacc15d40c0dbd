"""``try``: a page in a frame, as the portal would show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bxdesk.cli.console import DONE, Console, common
from bxdesk.cli.parameters import one_portal, placement

if TYPE_CHECKING:
    from bxdesk.checks.check import Check
    from bxdesk.checks.try_out import TryOut
    from bxdesk.desk import Desk


@click.command("try")
@placement
@one_portal
@click.option("--handler", required=True, metavar="URL", help="The page to be shown.")
@click.option("--item", default="", metavar="ID", help="The number of the CRM item that it is opened on.")
@click.option("--language", default="en", show_default=True, metavar="XX", help="The language of who opens it.")
@click.option("--no-browser", is_flag=True, help="Only print the address to open.")
@common
def try_(
    console: Console, code: str, portal: str | None, handler: str, item: str, language: str, no_browser: bool
) -> int:
    """Show a handler's page in a frame by the portal's own call, inside a drawing of the place with this CODE.

    The browser opens a page on this computer, so what browsers refuse is refused there too. Worthless values stand in
    place of tokens; nothing is changed on the portal. It ends when the page was closed for a minute and a half, or with
    Ctrl+C.

    \b
    Examples:
      bxdesk try CRM_DEAL_DETAIL_TAB --handler https://widgets.example.com/bitrix24
      bxdesk try CONTACT_CENTER acme.bitrix24.com --handler https://widgets.example.com/channel --language de
    """
    from bxdesk.checks.check import CheckState
    from bxdesk.checks.try_out import Choice
    from bxdesk.cli.browser import open_in_browser
    from bxdesk.cli.check_output import check_lines
    from bxdesk.cli.json_output import try_out_json
    from bxdesk.cli.remedies import with_advice
    from bxdesk.placements.codes import normalise

    choice = Choice(normalise(code), handler, language, item)

    async def work(desk: Desk) -> int:
        connection = await console.choose(desk, portal)

        def show(shown: TryOut) -> None:
            if console.as_json:
                console.print_json(try_out_json(connection.portal, choice, shown))
            else:
                in_the_way = (check for check in shown.checks if check.state is not CheckState.OK)
                console.say_lines(check_lines(connection.name, in_the_way))
                console.say("The page, until it is closed or you press Ctrl+C:")
                console.print_lines((shown.address,))
            if not no_browser:
                open_in_browser(shown.address)

        def word(check: Check) -> Check:
            return with_advice(check, connection)

        with console.stopping() as stop:
            await desk.checks.try_out(connection, choice, show, word, console.listener(connection.name, stop))
        return DONE

    return console.run(work)
