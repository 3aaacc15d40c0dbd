"""The executable beside an empty PySide6 window that was built the same way: folder, start, memory.

Both run on a real X screen, in turns, so that a busy moment hits both. Start is from the first process until the window
is on the screen, the least of all rounds (whatever else the computer does only adds to it); memory is the median peak
until some seconds later.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.benchmarks.built import EMPTY, EXECUTABLE, need
from tests.benchmarks.table import Row
from tests.e2e.processes import bare_environment, started
from tests.e2e.screen import Screen, running_screen

ROUNDS = 7
SETTLED = 2.0
"""Seconds after which a window has read all that it reads by itself."""


@dataclass(slots=True)
class Runs:
    """What was measured of one program."""

    start: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def folder_size(folder: Path) -> float:
    """In megabytes, as it lies on the disk; a link is its own few bytes."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6


def run_once(command: list[str], title: str, screen: Screen, environment: Mapping[str, str], into: Runs) -> None:
    """Starts a program, waits for its window and lets it settle."""
    begin = time.monotonic()
    with started(command, environment) as process:
        screen.window(title)
        into.start.append(time.monotonic() - begin)
        time.sleep(SETTLED)
        into.memory.append(peak_memory(process.pid))


def peak_memory(pid: int) -> float:
    """In megabytes."""
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path(f"/proc/{pid}/status").read_text(encoding="ascii"), re.MULTILINE)
    if found is None:
        raise LookupError(f"process {pid} has no peak")
    return int(found[1]) / 1000


def measure(tell: Callable[[str], object]) -> Iterator[Row]:
    """All rows; takes about a minute and a half."""
    need(EXECUTABLE, EMPTY)
    yield Row("the executable's folder", folder_size(EXECUTABLE.parent), folder_size(EMPTY.parent), "MB", 1.25)
    empty, bare, demo = Runs(), Runs(), Runs()
    with tempfile.TemporaryDirectory(prefix="bxdesk-benchmark-") as home:
        environment = bare_environment(Path(home), BXDESK_HOME=f"{home}/bxdesk")
        with running_screen(environment) as screen:
            for number in range(ROUNDS + 1):
                for command, title, runs in (
                    ([str(EMPTY)], "^empty window$", empty),
                    ([str(EXECUTABLE)], "^bxdesk$", bare),
                    ([str(EXECUTABLE), "--demo"], "bxdesk$", demo),
                ):
                    # The first round fills the system's caches.
                    run_once(command, title, screen, screen.environment, runs if number else Runs())
                tell(f"round {number} of {ROUNDS}")
    yield Row("the executable's start to the window, no portal", min(bare.start), min(empty.start), "s", 1.5)
    yield Row("the executable's start to the window, demo portal", min(demo.start), min(empty.start), "s", 1.5)
    yield Row("the executable's peak memory, no portal", median(bare.memory), median(empty.memory), "MB", 1.9)
    yield Row("the executable's peak memory, demo portal inside", median(demo.memory), median(empty.memory), "MB")
