"""Completion in real shells: a person types a part of a word and presses Tab."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.connections import ConnectionFile, ConnectionList

pytestmark = pytest.mark.linux

BIN = Path(sys.executable).parent
SHELLS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
LOAD = {
    "bash": "source <(bxdesk completion bash)",
    "zsh": "autoload -U compinit; compinit -u -D; source <(bxdesk completion zsh)",
    "fish": "bxdesk completion fish | source",
}
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?>=]*[A-Za-z]|\][^\x07]*\x07|[()][A-Z0-9]|[=>])")


class Shell:
    """A shell on a terminal of its own."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._seen = ""

    def type(self, text: str) -> None:
        """Presses keys."""
        self._seen = ""
        os.write(self._terminal, text.encode())

    def reads(self, text: str, seconds: float = 30.0) -> None:
        """Waits until a person reads the text there."""
        end = time.monotonic() + seconds
        while text not in self._seen:
            if not select.select([self._terminal], [], [], max(0.0, end - time.monotonic()))[0]:
                raise AssertionError(f"not there: {text!r} in {self._seen!r}")
            raw = os.read(self._terminal, 4096).decode(errors="replace")
            if "\x1b[c" in raw or "\x1b[0c" in raw:  # fish asks what terminal it is on
                os.write(self._terminal, b"\x1b[?62c")
            self._seen += _ESCAPES.sub("", raw).replace("\r", "")


@contextmanager
def shell(name: str, folder: Path) -> Iterator[Shell]:
    """The shell, with the completion loaded, in a folder with two layouts."""
    environment = os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}", "TERM": "vt100", "PS1": "$ ", "COLUMNS": "200"}
    child, terminal = pty.fork()
    if child == 0:
        try:
            os.chdir(folder)
            os.execvpe(SHELLS[name][0], SHELLS[name], environment)  # noqa: S606 - a shell is what is tried here
        finally:
            os._exit(127)
    try:
        typed = Shell(terminal)
        typed.type(f"{LOAD[name]}; echo lo''aded\n")
        typed.reads("loaded\n")
        yield typed
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


@pytest.fixture
def folder(tmp_path: Path, own_home: Path) -> Path:
    """Where the person works; two portals are connected, one of them in a group."""
    connections = tuple(
        Connection(f"{index:032x}", f"https://{host}", f"https://{host}/rest/", "local.1", "https://oauth.bitrix.info")
        for index, host in enumerate(("acme.bitrix24.com", "globex.bitrix24.de"))
    )
    file = ConnectionFile(own_home / "bxdesk" / "config" / "connections.json")
    file.write(ConnectionList(connections=connections))
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "layout.yaml").touch()
    (tmp_path / "work" / "notes.txt").touch()
    return tmp_path / "work"


@pytest.mark.parametrize("name", SHELLS)
def test_tab_completes_commands_options_layouts_and_portals(name: str, folder: Path) -> None:
    assert shutil.which(name), f"{name} is not installed"
    with shell(name, folder) as typed:
        for begun, whole in (
            ("bxdesk hist\t", "bxdesk history"),
            ("bxdesk plan --pru\t", "--prune"),
            ("bxdesk status gl\t", "globex.bitrix24.de"),
            ("bxdesk plan lay\t", "layout.yaml"),
            ("bxdesk plan layout.yaml ac\t", "acme.bitrix24.com"),
        ):
            typed.type(begun)
            typed.reads(whole)
            typed.type("\x15")  # the line is taken back
