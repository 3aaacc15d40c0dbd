"""The command line's entry: ``bxdesk [--demo] COMMAND``."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import click

from bxdesk import __version__
from bxdesk.cli import VAULT
from bxdesk.cli.commands import LazyGroup
from bxdesk.cli.console import DONE, FAILED, USAGE, Console, Wiring, vault_option
from bxdesk.cli.streams import OutputLostError

_EXIT_CODES = (
    "Exit codes: 0 done, or nothing to change; 1 failed, or not done because of a no or Ctrl+C; 2 from plan: there are "
    "changes, from check: something keeps a widget from being seen, from drift: something differs; 64 usage error."
)


@click.group(cls=LazyGroup, invoke_without_command=True, epilog=_EXIT_CODES)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on standard output.")
@click.option("--demo", is_flag=True, help="Use a fresh embedded demo portal, already signed in.")
@click.option("--self-check", "checks_itself", is_flag=True, help="Show what bxdesk is made of, and whether it works.")
@vault_option(envvar=VAULT)
@click.version_option(__version__, prog_name="bxdesk")
@click.pass_context
def bxdesk(context: click.Context, as_json: bool, demo: bool, checks_itself: bool, vault: str | None) -> int | None:
    """Put an application's widgets into a Bitrix24 portal. Without a command, the window opens."""
    console = context.ensure_object(Console)
    console.as_json, console.demo, console.vault = as_json, demo, vault
    if checks_itself:
        from bxdesk.cli.self_check import self_check

        # The code is handed on as any command's is; a command that was named beside it is not run.
        context.exit(self_check(console, console.wiring.find_facts()))
    if context.invoked_subcommand is None:
        if context.get_parameter_source("vault") is click.core.ParameterSource.COMMANDLINE:
            raise click.UsageError("--vault is for commands. The window takes the file's name from BXDESK_VAULT.")
        return console.wiring.open_window(demo)
    return None


def _without_output(console: Console, error: OSError) -> int:
    """Says that what was to be printed is lost. A reader that has gone, as ``head`` does, wanted no more."""
    if not isinstance(error, BrokenPipeError):
        with suppress(OSError):  # standard error may lead to the same place
            console.say(f"The output could not be written: {error.strerror}.")
    return FAILED


def run(arguments: Sequence[str], wiring: Wiring) -> int:
    """Runs one command line (without the program's name) and returns its exit code."""
    console = Console(wiring)
    try:
        code = bxdesk.main(list(arguments), prog_name="bxdesk", standalone_mode=False, obj=console)
    except click.ClickException as error:
        console.say_lines(_usage_lines(error))
        code, kind, said = USAGE, "usage", error.format_message()
    except (click.Abort, KeyboardInterrupt):
        code, kind, said = FAILED, "cancelled", "Cancelled."
        console.say(said)
    except OutputLostError as error:
        return _without_output(console, error.reason)
    except Exception as error:  # noqa: BLE001 - logged and told as a problem
        from bxdesk.errors import as_bxdesk_error

        return console.fail(as_bxdesk_error(error))
    else:
        return code if isinstance(code, int) else DONE
    # A usage error may keep the option itself from being read.
    if (console.as_json or "--json" in arguments) and not console.has_printed:
        from bxdesk.cli.json_output import problem_json
        from bxdesk.errors import Problem
        from bxdesk.messages import verbatim

        console.print_json({"error": problem_json(Problem(kind, verbatim(said)))})
    return code


def _usage_lines(error: click.ClickException) -> list[str]:
    import io

    usage = io.StringIO()
    error.show(usage)
    return usage.getvalue().splitlines()
