"""Which commands there are, and what each does in a line. A command's module is imported when the command runs."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

COMMANDS = {
    "connect": ("connect", "Sign in to a portal."),
    "portals": ("portals", "List the portals that are connected."),
    "group": ("portals", "Put portals into a group of yours."),
    "disconnect": ("portals", "Forget a portal and its keys."),
    "status": ("status", "Show what is there, and what stands in the way."),
    "plan": ("change", "Show what a layout would change."),
    "apply": ("change", "Make portals hold what a layout says, and read back."),
    "export": ("export", "Print a portal's widgets as a layout file."),
    "undo": ("undo", "Take back the last apply."),
    "history": ("history", "Show what was applied, newest first."),
    "check": ("check", "Say what would keep widgets from being seen."),
    "try": ("try_out", "Show a page in a frame as the portal would."),
    "prove": ("prove", "Prove that people see a widget at a place."),
    "drift": ("drift", "Show what somebody else has changed since the last apply."),
    "vault-key": ("vault", "Make the key for a new vault."),
    "export-connection": ("vault", "Print connections with their keys, encrypted."),
    "import-connection": ("vault", "Take over connections that were exported."),
    "completion": ("completion", "Print a script that has a shell complete commands and portals."),
    "demo-portal": ("demo_portal", "Run an embedded demo portal until Ctrl+C."),
}
"""For each command, in the help's order, the module of ``bxdesk.cli`` that holds it, and what it does in a line."""


def load(name: str) -> click.Command:
    """The command of this name, with its options."""
    module, _ = COMMANDS[name]
    function = name.replace("-", "_") + "_" * iskeyword(name)
    command: click.Command = getattr(import_module(f"bxdesk.cli.{module}"), function)
    return command


class LazyGroup(click.Group):
    """A group that knows all commands by name and summary, and imports the one that is run, helped or completed."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - whatever a group of click takes
        listed = {name: click.Command(name, short_help=summary) for name, (_, summary) in COMMANDS.items()}
        super().__init__(commands=listed, **settings)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the help's order, not in the alphabet's."""
        del ctx
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, and the words after it."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command if name is None else load(name), rest
