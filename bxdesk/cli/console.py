"""What all commands share: their common options, running on the core, and how errors become words and exit codes.

What a command needs to be found, helped and completed is imported at the top of its module, what it needs to work
inside it: ``--help`` and a completion are felt on every Tab.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from bxdesk.accounts.saved_names import SavedNames
from bxdesk.cli.stdin import StdinLines
from bxdesk.cli.terminal import Coloured, begin_line, print_lines, print_table
from bxdesk.support.process import VAULT_KEY

if TYPE_CHECKING:
    from types import FrameType

    from bxdesk.accounts.connection import Connection
    from bxdesk.cli.status_line import StatusLine
    from bxdesk.desk import Desk
    from bxdesk.errors import BxdeskError
    from bxdesk.listener import Listener
    from bxdesk.support.self_check import Fact

DONE, FAILED, CHANGES, USAGE = 0, 1, 2, 64
"""Exit codes: done or nothing to change; failed; there is something to know (changes, what hides a widget); usage."""

_STOPPING = b"\nStopping after what is on its way. Ctrl+C once more stops at once.\n"
_HISTORY = b"What is applied until then is listed by: bxdesk history\n"

OpenDesk = Callable[[], "Desk"]
P = ParamSpec("P")
T = TypeVar("T")


def _no_desk(path: str, key: str) -> AbstractContextManager[OpenDesk]:
    raise LookupError((path, len(key)))


@dataclass(eq=False, repr=False)  # what else it would have costs a millisecond on every Tab
class Wiring:
    """What the composition root hands to the commands."""

    usual_desk: Callable[[], AbstractContextManager[OpenDesk]]
    demo_desk: Callable[[], AbstractContextManager[OpenDesk]]
    open_window: Callable[[bool], int]
    """Takes whether the window shows the embedded portal; returns an exit code."""
    find_facts: Callable[[], Iterable[Fact]] = tuple
    """What the program is made of here, and whether all of it works."""
    saved_names: Callable[[str | None], SavedNames] = lambda _: SavedNames()
    """What the saved connections (in a vault, if one is named) and their groups are called, for completion."""
    vault_desk: Callable[[str, str], AbstractContextManager[OpenDesk]] = field(default=_no_desk)
    """Takes the path of a vault and its key, and opens a desk on what is in it."""
    secrets: Mapping[str, str] = field(default_factory=dict)
    """What was taken out of the environment, by the name of the variable."""


@dataclass(eq=False, repr=False)
class Console:
    """One run of the command line."""

    wiring: Wiring
    demo: bool = False
    as_json: bool = False
    vault: str | None = None
    """The file that keeps connections and keys, where one was named."""
    stdin: StdinLines = field(default_factory=StdinLines)
    meant: Connection | None = None
    """The one portal that the command is about."""
    asking: bool = False
    """Whether a question waits for its answer."""
    has_printed: bool = False
    """Whether the one object stands on standard output: what goes wrong later is told in words alone."""

    @cached_property
    def status(self) -> StatusLine:
        """The line on standard error that says what is being done."""
        from bxdesk.cli.status_line import StatusLine

        return StatusLine()

    def run(self, work: Callable[[Desk], Awaitable[int]]) -> int:
        """Opens the core, does the work on it and returns its exit code; errors are printed and end with 1."""
        import anyio

        from bxdesk.cli.text_output import problem_lines
        from bxdesk.errors import BxdeskError
        from bxdesk.support.signals import woken_by_signals

        async def on_desk() -> int:
            with woken_by_signals():
                desk = open_desk()
                for notice in desk.notices:
                    self.say_lines(problem_lines(notice))
                try:
                    return await work(desk)
                finally:
                    await desk.aclose()

        try:
            with self._desk() as open_desk:
                return anyio.run(on_desk)
        except BxdeskError as error:
            return self.fail(error)

    def _desk(self) -> AbstractContextManager[OpenDesk]:
        if self.demo:
            return self.wiring.demo_desk()
        if self.vault:
            return self.wiring.vault_desk(self.vault, self.vault_key())
        return self.wiring.usual_desk()

    def vault_key(self) -> str:
        """The key of a vault, from the environment or a prompt; empty where there is nobody to ask."""
        given = self.wiring.secrets.get(VAULT_KEY, "")
        return given if given or not sys.stdin.isatty() else _hidden("Vault key")

    def fail(self, error: BxdeskError) -> int:
        """Prints the error and returns the exit code for it."""
        from bxdesk.cli.json_output import error_json
        from bxdesk.cli.remedies import worded
        from bxdesk.cli.text_output import problem_lines

        error = worded(error, self.meant)
        if self.as_json and not self.has_printed:
            self.print_json({"error": error_json(error)})
        else:
            title, *rest = problem_lines(error.problem)
            self.say_lines((Coloured("red", title), *rest))
        return FAILED

    async def choose(self, desk: Desk, portal: str | None) -> Connection:
        """The connection that a PORTAL argument means, the only one without it; errors are about it from now on."""
        from bxdesk.cli.choosing import choose

        self.meant = choose(await desk.accounts.connections(), [portal] if portal else [])[0]
        return self.meant

    def print_json(self, value: object) -> None:
        """The one object on standard output."""
        import json

        self.status.clear()
        print_lines(json.dumps(value, ensure_ascii=False, indent=2).split("\n"))
        self.has_printed = True

    def print_lines(self, lines: Iterable[str]) -> None:
        """Results in words, on standard output."""
        self.status.clear()
        print_lines(lines)

    def print_table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Results in columns, on standard output."""
        self.status.clear()
        print_table(head, rows)

    def say(self, text: str) -> None:
        """One line of what people should know besides, on standard error."""
        self.status.clear()
        print_lines((text,), err=True)

    def say_lines(self, lines: Iterable[str]) -> None:
        """Several lines on standard error."""
        for line in lines:
            self.say(line)

    def listener(
        self,
        portal: str,
        is_cancelled: Callable[[], bool] = lambda: False,
        prepare: Callable[[], None] = lambda: None,
    ) -> Listener:
        """Shows on the status line how far the work on a portal is, and what it waits for.

        While an answer is waited for, ``prepare`` is called: it imports what shows the answer.
        """
        from bxdesk.cli.status_line import StatusListener

        return StatusListener(self.status, portal, is_cancelled, prepare)

    def ask(self, question: str) -> bool:
        """A yes-or-no question on standard error; no answer is a no."""
        self.status.clear()
        begin_line(f"{question} [y/N] ")
        self.asking = True
        try:
            answer = self.stdin.line()
        finally:
            self.asking = False
        if answer is None:
            self.say_lines(("", "Nobody is there to answer; --yes goes on without asking."))
        return (answer or "").strip().lower() in ("y", "yes")

    @contextmanager
    def stopping(self, *, applies: bool = False) -> Iterator[Callable[[], bool]]:
        """Gives what to ask whether Ctrl+C was pressed in the block. Pressed once more, it ends the program at once.

        The batch on its way is finished and read back, the rest is left. Where the block ``applies`` something, it is
        said where to find what was done: an end at once prints no results.
        """
        pressed = threading.Event()
        if threading.current_thread() is not threading.main_thread():
            yield pressed.is_set
            return
        import signal

        from bxdesk.support.signals import handled

        usual = signal.getsignal(signal.SIGINT)

        def on_press(number: int, frame: FrameType | None) -> None:
            del number, frame
            signal.signal(signal.SIGINT, usual)
            if self.asking:
                raise KeyboardInterrupt
            pressed.set()
            # Past Python's own buffers: what is interrupted may be in the middle of printing, or of a line.
            with suppress(OSError):
                os.write(2, _STOPPING + (_HISTORY if applies else b""))

        with handled(on_press, signal.SIGINT):
            yield pressed.is_set

    def secret(self, prompt: str, *, from_stdin: bool, option: str, variable: str) -> str:
        """A secret from standard input's first line, the environment, or a prompt that does not show it.

        Raises click.UsageError where there is nobody to ask; it names the ``option`` for standard input.
        """
        if from_stdin:
            return self.stdin.line() or ""
        given = self.wiring.secrets.get(variable)
        if given:
            return given
        if not sys.stdin.isatty():
            raise click.UsageError(f"There is no {prompt.lower()}: give it with {option} or in {variable}.")
        return _hidden(prompt)


def _hidden(prompt: str) -> str:
    return str(click.prompt(prompt, hide_input=True, err=True, default="", show_default=False))


def vault_option(envvar: str | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """``--vault``, which is never chosen by itself."""
    words = "Keep connections and keys in this encrypted file, and in no keyring."
    return click.option("--vault", type=click.Path(), metavar="FILE", help=words, envvar=envvar, show_envvar=True)


def common(command: Callable[Concatenate[Console, P], int]) -> Callable[P, int]:
    """Gives a command ``--json``, ``--demo`` and ``--vault`` and hands it the console."""

    @click.option("--json", "as_json", is_flag=True, help="Print one JSON object on standard output.")
    @click.option("--demo", is_flag=True, help="Use a fresh embedded demo portal.")
    @vault_option()
    @click.pass_obj
    @wraps(command)
    def wrapped(console: Console, /, *args: P.args, **kwargs: P.kwargs) -> int:
        console.as_json = bool(kwargs.pop("as_json")) or console.as_json
        console.demo = bool(kwargs.pop("demo")) or console.demo
        vault = kwargs.pop("vault")
        console.vault = str(vault) if vault else console.vault
        return command(console, *args, **kwargs)

    return wrapped
