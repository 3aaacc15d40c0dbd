"""`bxdesk plan --all` or `apply --all` in a process of its own, whose time and memory are its own.

Standard input: a line of JSON: the portals' addresses, the command's words, how often. Standard output: a line of JSON,
the seconds of each round, the peak of memory in MB and the most open connections. The first round is not counted: it
imports.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio

from bxdesk.accounts.connection import Keys
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.accounts.secret_store import MemorySecrets
from bxdesk.cli.console import Wiring
from bxdesk.cli.main import run
from bxdesk.composition import OpenDesk
from bxdesk.desk import Desk
from bxdesk.portal.http import system_trust
from bxdesk.support.garbage_collection import IN_COMMAND, collect_seldom
from tests.benchmarks.bench import HANDLER, connection_to
from tests.benchmarks.peak import peak_of_this_process

LAYOUT = f"bxdesk: 1\nhandler: {HANDLER}\nwidgets: [{{placements: [LEFT_MENU], title: Send contract}}]\n"


def measured(addresses: list[str], words: list[str], rounds: int) -> dict[str, Any]:
    """What the command costs for these portals."""
    command = [sys.executable, "-m", "tests.benchmarks.fleet_process"]
    asked = json.dumps({"addresses": addresses, "words": words, "rounds": rounds})
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Runs one."""
    collect_seldom(IN_COMMAND)  # as the program's own entry does
    asked = json.loads(sys.stdin.read())
    trust = system_trust()
    seconds = []
    with _most_connections() as most:
        for _ in range(asked["rounds"] + 1):
            with tempfile.TemporaryDirectory(prefix="bxdesk-benchmark-") as folder:
                seconds.append(_seconds(Path(folder), asked["addresses"], asked["words"], trust))
            gc.collect()  # a person's command leaves nothing to the next one
    told = {"seconds": seconds[1:], "peak": peak_of_this_process(), "connections": most()}
    sys.stdout.write(json.dumps(told) + "\n")


def _seconds(folder: Path, addresses: list[str], words: list[str], trust: Any) -> float:
    layout = folder / "layout.yaml"
    layout.write_text(LAYOUT, encoding="utf-8")
    file, secrets = ConnectionFile(folder / "connections.json"), MemorySecrets()
    connections = [connection_to(address, "local.1", f"{number:032x}") for number, address in enumerate(addresses)]
    keys = Keys("secret", "access", "refresh")

    async def save() -> None:
        file.write(ConnectionList(connections=tuple(connections)))
        for connection in connections:
            await secrets.save(connection.identity, keys)

    anyio.run(save)

    @contextmanager
    def usual() -> Iterator[OpenDesk]:
        yield lambda: Desk(
            file, secrets, lambda: trust, locks=folder / "locks", journal=folder / "journal", drafts=folder / "drafts"
        )

    wiring = Wiring(usual_desk=usual, demo_desk=usual, open_window=lambda _: 0)
    command = [words[0], str(layout), *words[1:]]
    begin = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
        code = run(command, wiring)
    ended = time.perf_counter()
    if code != (2 if words[0] == "plan" else 0):
        raise RuntimeError(f"{words} ended with {code}: {said.getvalue()[-500:]}")
    return ended - begin


@contextmanager
def _most_connections() -> Iterator[Any]:
    """Counts the process's open sockets ten times a second."""
    most, over = [0], threading.Event()

    def count() -> None:
        while not over.wait(0.1):
            there = 0
            for descriptor in Path("/proc/self/fd").iterdir():
                with contextlib.suppress(OSError):
                    there += str(descriptor.readlink()).startswith("socket:")
            most[0] = max(most[0], there)

    thread = threading.Thread(target=count)
    thread.start()
    try:
        yield lambda: most[0]
    finally:
        over.set()
        thread.join()


if __name__ == "__main__":
    main()
