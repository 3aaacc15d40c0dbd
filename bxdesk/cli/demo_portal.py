"""``demo-portal``: the embedded portal in the foreground."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, Literal

import click

from bxdesk.accounts.request import DEFAULT_REDIRECT
from bxdesk.cli.console import DONE, Console, common
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message, verbatim

if TYPE_CHECKING:
    from bxdesk.demo import DemoPortal


def _known_permissions(context: click.Context, option: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    del context, option
    if names:
        from bxdesk.demo import PERMISSIONS

        for name in names:
            if name not in PERMISSIONS:
                raise click.BadParameter(f"“{name}” is no permission; these are: {', '.join(PERMISSIONS)}.")
    return names


@click.command("demo-portal")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The portal's port; 0 takes any.")
@click.option(
    "--redirect",
    default=DEFAULT_REDIRECT,
    show_default=True,
    metavar="URL",
    help="“Your handler path” on the app's card.",
)
@click.option("--older-card", is_flag=True, help="The app's card has the form before today's.")
@click.option("--menu-item", default="", metavar="TEXT", help="“Menu item text” on the card: an app with an interface.")
@click.option(
    "--completes-itself",
    is_flag=True,
    help="“Application completes the installation itself” is on (on the older card: “Script only” is off).",
)
@click.option("--install-path", default="", metavar="URL", help="“Initial installation path” on the card.")
@click.option(
    "--not-installed", is_flag=True, help="The app's installation is not complete, although its card is right by now."
)
@click.option("--not-admin", is_flag=True, help="The person is not an administrator.")
@click.option("--may-not-create-apps", is_flag=True, help="The person has no right to create applications.")
@click.option(
    "--without-permission",
    multiple=True,
    metavar="NAME",
    callback=_known_permissions,
    help="A permission the card lacks, e.g. crm.",
)
@click.option(
    "--permissions-arrive",
    type=click.Choice(("refresh", "sign_in", "reinstall")),
    default="refresh",
    show_default=True,
    help="What brings a permission into the tokens that was ticked after signing in.",
)
@common
def demo_portal(
    console: Console,
    port: int,
    redirect: str,
    not_installed: bool,
    not_admin: bool,
    may_not_create_apps: bool,
    without_permission: tuple[str, ...],
    older_card: bool,
    menu_item: str,
    completes_itself: bool,
    install_path: str,
    permissions_arrive: Literal["refresh", "sign_in", "reinstall"],
) -> int:
    """Run an embedded demo portal until Ctrl+C, and print its address and keys.

    \b
    Examples:
      bxdesk demo-portal
      bxdesk demo-portal --port 8080 --without-permission crm
    """
    from bxdesk.demo import DemoPortal, DemoSettings

    settings = DemoSettings(
        portal_port=port,
        handler_path=redirect,
        installed=False if not_installed else None,
        admin=not not_admin,
        may_create_apps=not may_not_create_apps,
        missing_scopes=frozenset(without_permission),
        older_card=older_card,
        menu_text=menu_item,
        completes_itself=completes_itself,
        install_path=install_path,
        permissions_arrive=permissions_arrive,
    )
    portal = DemoPortal(settings)
    try:
        portal.start()
    except OSError as error:
        return console.fail(
            BxdeskError(
                Problem(
                    "port_taken",
                    message("Port {port} cannot be used.", port=port),
                    verbatim(error.strerror or str(error)),
                    message("Choose another one with --port."),
                )
            )
        )
    try:
        stopped = _stopped_by_signal()  # before the keys: whoever reads them may stop it the next moment
        _print_keys(console, portal, redirect)
        while not stopped.wait(0.2):  # a bare wait would not see Ctrl+C on Windows
            pass
    finally:
        portal.stop()
    return DONE


def _print_keys(console: Console, portal: DemoPortal, redirect: str) -> None:
    if console.as_json:
        console.print_json(
            {
                "portal": portal.address,
                "authorization_server": portal.authorization_server,
                "client_id": portal.client_id,
                "client_secret": portal.client_secret,
            }
        )
        return
    from bxdesk.cli.remedies import connect_command

    sign_in = connect_command(portal.address, portal.client_id, redirect, portal.authorization_server)
    console.print_lines(
        (
            f"Portal                {portal.address}",
            f"Authorization server  {portal.authorization_server}",
            f"Client ID             {portal.client_id}",
            f"Client secret         {portal.client_secret}",
            "",
            "Sign in to it from another terminal:",
            f"  {sign_in}",
            "",
            f"The app's card is at {portal.address}/devops/section/standard/",
            f"A handler that shows what it receives is at {portal.sample_handler}",
            "",
            "Ctrl+C stops it.",
        )
    )


def _stopped_by_signal() -> threading.Event:
    """What is set once somebody wants the program to end."""
    stopped = threading.Event()

    def handler(*_: object) -> None:
        stopped.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, handler)
    return stopped
