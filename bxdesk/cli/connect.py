"""``connect``: signing in to a portal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from bxdesk.accounts.request import DEFAULT_REDIRECT, DEFAULT_TIMEOUT, SignInRequest
from bxdesk.cli.console import DONE, Console, common
from bxdesk.errors import BxdeskError
from bxdesk.listener import Listener, Progress
from bxdesk.support.process import CLIENT_SECRET

if TYPE_CHECKING:
    from bxdesk.accounts.connection import Connection
    from bxdesk.desk import Desk

SECRET_OPTION = "--client-secret-stdin"  # noqa: S105 - the name of an option


@click.command()
@click.argument("portal")
@click.option("--client-id", metavar="ID", help="“Application ID (client_id)” on the app's card.")
@click.option(SECRET_OPTION, is_flag=True, help="Read the client secret from the first line of stdin.")
@click.option(
    "--redirect",
    default=DEFAULT_REDIRECT,
    show_default=True,
    metavar="URL",
    help="“Your handler path” on the app's card.",
)
@click.option("--auth-server", metavar="URL", help="Authorization server of a portal of your own.")
@click.option("--no-browser", is_flag=True, help="Print the address to open; take a pasted answer on stdin.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=DEFAULT_TIMEOUT,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for somebody to press Allow.",
)
@common
def connect(
    console: Console,
    portal: str,
    client_id: str | None,
    client_secret_stdin: bool,
    redirect: str,
    auth_server: str | None,
    no_browser: bool,
    timeout: float,
) -> int:
    """Sign in to PORTAL, an address such as acme.bitrix24.com.

    Without --client-id it says how the application is added there, field by field.

    The client secret comes from a prompt, from --client-secret-stdin or from BXDESK_CLIENT_SECRET.

    \b
    Examples:
      bxdesk connect acme.bitrix24.com
      bxdesk connect acme.bitrix24.com --client-id local.0123abcd.456789
      bxdesk connect acme.bitrix24.com --client-id local.0123abcd.456789 --no-browser
    """
    if console.demo:
        return console.run(lambda desk: _show_connected(console, desk))
    from bxdesk.accounts.guide import WEBHOOK, typed_portal
    from bxdesk.cli.card_guide import card_guide
    from bxdesk.cli.text_output import problem_lines

    try:
        typed = typed_portal(portal)
    except BxdeskError as error:
        return console.fail(error)
    if typed.webhook:
        portal = typed.address.origin
        console.say(f"{WEBHOOK} It stands in this shell's history now: delete it there, and renew it on the portal.")
    if not client_id:
        console.say_lines(card_guide(typed, redirect, auth_server))
        raise click.UsageError("There is no --client-id: it stands on the application's card.")
    secret = console.secret(
        "Client secret", from_stdin=client_secret_stdin, option=SECRET_OPTION, variable=CLIENT_SECRET
    )
    request = SignInRequest(portal, client_id, secret, redirect, auth_server, timeout)

    async def work(desk: Desk) -> int:
        connection = await desk.accounts.sign_in(
            request,
            partial(_announce, console, no_browser),
            console.stdin.next_line if no_browser else None,
            lambda problem: console.say_lines(problem_lines(problem)),
            _LineListener(console),
        )
        return _show(console, connection)

    return console.run(work)


def _announce(console: Console, no_browser: bool, address: str) -> None:
    if not no_browser:
        from bxdesk.cli.browser import open_in_browser

        console.say_lines(("Opening the portal's sign-in page. If nothing opens, open it yourself:", address))
        open_in_browser(address)
        return
    console.say("Open this address in a browser and press Allow. You may also paste here what it ends at:")
    # With --json standard output is for the one object alone.
    (console.say_lines if console.as_json else console.print_lines)((address,))


class _LineListener(Listener):
    """Says what is waited for on a line of its own: the address to open must stay where it is."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def progress(self, progress: Progress) -> None:
        """Prints it on standard error."""
        self._console.say(str(progress.text))


async def _show_connected(console: Console, desk: Desk) -> int:
    return _show(console, (await desk.accounts.connections())[0])


def _show(console: Console, connection: Connection) -> int:
    from bxdesk.cli.json_output import connection_json

    if console.as_json:
        console.print_json(connection_json(connection))
    else:
        console.print_lines([f"Connected to {connection.name} as {connection.user_name}."])
    return DONE
