"""``completion``: a script that has a shell complete commands, options, portals and layout files."""

from __future__ import annotations

import click

from bxdesk.cli import COMPLETION
from bxdesk.cli.console import DONE, Console, common

SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@common
def completion(console: Console, shell: str) -> int:
    """Print a completion script for SHELL: bash (4.4 or newer), zsh, fish or powershell.

    \b
    Examples:
      source <(bxdesk completion bash)
      bxdesk completion zsh > ~/.zfunc/_bxdesk
      bxdesk completion fish > ~/.config/fish/completions/bxdesk.fish
      bxdesk completion powershell >> $PROFILE
    """
    from click.shell_completion import get_completion_class

    from bxdesk.cli.main import bxdesk

    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - for the type checker: click knows all of SHELLS
    script = kind(bxdesk, {}, "bxdesk", COMPLETION).source()
    if console.as_json:
        console.print_json({"shell": shell, "script": script})
    else:
        console.print_lines(script.splitlines())
    return DONE
