"""Every command's help: what it does, with examples that are words the command takes."""

from __future__ import annotations

import re
import shlex

import click
import pytest

from bxdesk.cli.commands import COMMANDS, load
from bxdesk.cli.console import Console, Wiring
from bxdesk.cli.main import bxdesk, run
from bxdesk.composition import demo_desk

WIRING = Wiring(demo_desk, demo_desk, lambda _: 0)


def examples(help_text: str) -> list[str]:
    """The lines below “Examples:”, up to the options."""
    return [line.strip() for line in help_text.partition("Examples:\n")[2].partition("\n\n")[0].splitlines()]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_examples_that_can_be_typed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"], WIRING) == 0
    shown = examples(capsys.readouterr().out)
    assert shown
    about_it = 0
    for example in shown:
        words = re.search(r"\bbxdesk ([^<>|)]*)", example)
        assert words, example
        command, *arguments = shlex.split(words[1])
        about_it += command == name
        try:
            with load(command).make_context(command, arguments, parent=click.Context(bxdesk, obj=Console(WIRING))):
                pass
        except click.UsageError as error:
            raise AssertionError(f"{example}: {error.format_message()}") from None
    assert about_it, shown
