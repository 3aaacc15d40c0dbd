"""What the command line tells about itself, as Debian wants it: the man page, and completion for three shells."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from inspect import cleandoc
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bxdesk.cli import COMPLETION  # noqa: E402
from bxdesk.cli.commands import COMMANDS, load  # noqa: E402
from bxdesk.cli.main import bxdesk  # noqa: E402

COMPLETIONS: Mapping[str, str] = {
    "bash": "bash-completion/completions/bxdesk",
    "zsh": "zsh/vendor-completions/_bxdesk",
    "fish": "fish/vendor_completions.d/bxdesk.fish",
}
"""Where each shell looks below ``/usr/share``."""
EVERYWHERE = frozenset({"--json", "--demo", "--vault", "--help"})
"""Options that every command takes."""
_VARIABLE = re.compile(r"^\| `(\w+)` \| (.+) \|$", re.MULTILINE)
"""A line of the documentation's table of variables."""


def completion(shell: str) -> str:
    """The script that has a shell complete bxdesk's commands."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise LookupError(shell)
    return kind(bxdesk, {}, "bxdesk", COMPLETION).source()


def man_page(version: str, seconds: int) -> str:
    """The manual, in the language of ``man``; ``seconds`` since 1970 are its date."""
    return "\n".join(_page(version, f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}")) + "\n"


def _page(version: str, date: str) -> Iterator[str]:
    top = click.Context(bxdesk, info_name="bxdesk")
    yield f'.TH BXDESK 1 "{date}" "bxdesk {version}" "User Commands"'
    yield from (".SH NAME", _text("bxdesk - put an application's widgets into a Bitrix24 portal"))
    yield from (".SH SYNOPSIS", r"\fBbxdesk\fR [\fIOPTIONS\fR] [\fICOMMAND\fR [\fIARGUMENTS\fR]]")
    yield from (".SH DESCRIPTION", _text(bxdesk.help or ""))
    yield ".SH OPTIONS"
    yield from _options(bxdesk, top)
    yield from (
        ".SH COMMANDS",
        _text("Every command takes --json, --demo and --vault FILE, and tells more with --help."),
    )
    for name in COMMANDS:
        yield from _command(load(name), click.Context(load(name), info_name=name, parent=top))
    yield ".SH ENVIRONMENT"
    _, _, variables = (ROOT / "docs/command-line.md").read_text(encoding="utf-8").partition("## Variables")
    for variable, words in _VARIABLE.findall(variables):
        yield from (".TP", rf"\fB{_text(variable)}\fR", _text(words.replace("`", "")))
    yield from (".SH EXIT STATUS", _text((bxdesk.epilog or "").removeprefix("Exit codes: ")))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield rf".SS \fB{_text(f'bxdesk {command.name}')}\fR {_text(usage)}"
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        if paragraph.startswith("\b\n"):
            yield from (".PP", ".nf", *map(_text, paragraph.removeprefix("\b\n").splitlines()), ".fi")
        else:
            yield from (".PP", _text(" ".join(paragraph.split())))
    yield from _options(command, context, besides=EVERYWHERE)


def _options(command: click.Command, context: click.Context, besides: frozenset[str] = frozenset()) -> Iterator[str]:
    options = (
        one for one in command.get_params(context) if isinstance(one, click.Option) and besides.isdisjoint(one.opts)
    )
    for words, meaning in filter(None, (option.get_help_record(context) for option in options)):
        yield from (".TP", rf"\fB{_text(words)}\fR", _text(meaning))


def _text(text: str) -> str:
    """Text that stays what it is: no hyphen becomes a dash, and no line a request."""
    shown = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{shown}" if shown.startswith((".", "'")) else shown
