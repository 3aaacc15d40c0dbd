"""The executable beside an empty PySide6 window that was built the same way: folder, start, memory.

    python -m tests.benchmarks.executable

Both run on a real X screen, in turns, so that a busy moment hits both. Start is from the first process until the window
is on the screen, the least of all rounds (whatever else the computer does only adds to it); memory is the median peak
until some seconds later.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.processes import bare_environment, started
from tests.e2e.screen import Screen, running_screen

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "build/dist/bxdesk"
EMPTY = ROOT / "build/empty/dist/empty_window"
ROUNDS = 7
SETTLED = 2.0
"""Seconds after which a window has read all that it reads by itself."""
FOLDER_BUDGET, START_BUDGET, MEMORY_BUDGET = 1.25, 1.5, 1.6


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    ours: float
    theirs: float
    unit: str
    budget: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs

    def __str__(self) -> str:
        said = (
            ""
            if self.budget is None
            else f"budget {self.budget:.2f}, {'kept' if self.ratio <= self.budget else 'OVER'}"
        )
        return f"{self.name:<44} {self.ours:7.0f} {self.theirs:7.0f} {self.unit:<3} {self.ratio:6.2f}x  {said}"


@dataclass(slots=True)
class Runs:
    """What was measured of one program."""

    start: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def build() -> None:
    """Brings both up to date."""
    subprocess.run(["make", "--silent", "executable"], cwd=ROOT, check=True)
    folder = Path(__file__).parent / "empty_window"
    command = [ROOT / "build/venv/bin/python", "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--workpath", ROOT / "build/empty/work", "--distpath", EMPTY.parent]
    environment = os.environ | {"PYINSTALLER_CONFIG_DIR": str(ROOT / "build/cache")}
    subprocess.run([*command, *places, folder / "empty_window.spec"], env=environment, check=True)


def folder_size(folder: Path) -> float:
    """In megabytes, as it lies on the disk; a link is its own few bytes."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6


def run_once(command: list[str], title: str, screen: Screen, environment: Mapping[str, str], into: Runs) -> None:
    """Starts a program, waits for its window and lets it settle."""
    begin = time.monotonic()
    with started(command, environment) as process:
        screen.window(title)
        into.start.append((time.monotonic() - begin) * 1000)
        time.sleep(SETTLED)
        into.memory.append(peak_memory(process.pid))


def peak_memory(pid: int) -> float:
    """In megabytes."""
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path(f"/proc/{pid}/status").read_text(encoding="ascii"), re.MULTILINE)
    if found is None:
        raise LookupError(f"process {pid} has no peak")
    return int(found[1]) / 1000


def measure(tell: Callable[[str], object] = lambda _: None) -> list[Row]:
    """All rows; takes about a minute and a half besides building."""
    empty, bare, demo = Runs(), Runs(), Runs()
    with tempfile.TemporaryDirectory(prefix="bxdesk-benchmark-") as home:
        environment = bare_environment(Path(home), BXDESK_HOME=f"{home}/bxdesk")
        with running_screen(environment) as screen:
            for number in range(ROUNDS + 1):
                for command, title, runs in (
                    ([str(EMPTY / "empty_window")], "^empty window$", empty),
                    ([str(BUILT / "bxdesk")], "^bxdesk$", bare),
                    ([str(BUILT / "bxdesk"), "--demo"], "bxdesk$", demo),
                ):
                    # The first round fills the system's caches.
                    run_once(command, title, screen, screen.environment, runs if number else Runs())
                tell(f"round {number} of {ROUNDS}")
    median = statistics.median
    return [
        Row("folder", folder_size(BUILT), folder_size(EMPTY), "MB", FOLDER_BUDGET),
        Row("start to the window, nothing connected", min(bare.start), min(empty.start), "ms", START_BUDGET),
        Row("start to the window, demo portal", min(demo.start), min(empty.start), "ms", START_BUDGET),
        Row("peak memory, nothing connected", median(bare.memory), median(empty.memory), "MB", MEMORY_BUDGET),
        Row("peak memory, demo portal open and inside", median(demo.memory), median(empty.memory), "MB"),
    ]


def main() -> None:
    """Builds, measures and prints."""
    build()
    rows = measure(lambda text: sys.stderr.write(f"{text}\n"))
    sys.stdout.write(f"{'':<44} {'bxdesk':>7} {'empty':>7}\n" + "".join(f"{row}\n" for row in rows))


if __name__ == "__main__":
    main()
