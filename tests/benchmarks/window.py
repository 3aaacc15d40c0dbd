"""The window: start to first frame and peak of memory beside an empty one, and the longest stall of the main job."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.built import PYTHON, ROOT, environment_with, need
from tests.benchmarks.portal_process import portal_process
from tests.benchmarks.table import Row

if TYPE_CHECKING:
    from bxdesk.desk import Desk
    from tests.gui.heartbeat import Heartbeat
    from tests.gui.person import Person

_ROUNDS = 9
_STALL = 50.0
_TYPES = 45
"""With the five that are always there, 50."""
_PORTALS, _PLACES = 1000, 20


def measure(tell: Callable[[str], None]) -> Iterator[Row]:
    """First frame, memory, stall."""
    need(PYTHON)
    frames: dict[str, list[float]] = {"ours": [], "empty": []}
    tell(f"{_ROUNDS} windows of each kind, in turn")
    for _ in range(_ROUNDS):
        for kind, seen in frames.items():
            seen.append(_window(kind)["first_frame"])
    yield Row("start to first frame, beside an empty window", median(frames["ours"]), median(frames["empty"]), "s", 1.5)
    with portal_process(types=_TYPES) as portal:
        peaks = [_window("open", json.dumps(portal))["peak"] for _ in range(3)]
    empty = [_window("empty")["peak"] for _ in range(3)]
    yield Row("peak memory with 50 types open, beside the same", median(peaks), median(empty), "MB", 1.9)
    for types in (0, 1000):
        tell(f"the main job with {types} more types")
        yield Row(f"longest stall, main job, {types} more types", _stall(types), _STALL, "ms", 1.0)
    tell(f"{_PORTALS} portals read, checked, moved")
    yield Row(f"longest stall, {_PORTALS} portals worked on", _fleet_stall(), _STALL, "ms", 1.0)


def _window(kind: str, *more: str) -> dict[str, float]:
    command = [str(PYTHON), "-m", "tests.benchmarks.window_process", kind, str(time.monotonic()), *more]
    environment = environment_with(PYTHONPATH=str(ROOT))
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _stall(types: int) -> float:
    from bxdesk.composition import demo_desk
    from bxdesk.demo import DemoSettings
    from tests.gui.main_job import fill_and_tick, review_and_apply

    def work(person: Person, heart: Heartbeat) -> None:
        del heart
        fill_and_tick(person)
        review_and_apply(person)

    with demo_desk(DemoSettings(types=types)) as open_desk:
        return _longest_stall(open_desk, work)


def _fleet_stall() -> float:
    from tests.gui.fleet_job import many_portals, work_on_all

    def work(person: Person, heart: Heartbeat) -> None:
        work_on_all(person, lambda what: setattr(heart, "doing", what))

    return _longest_stall(lambda: many_portals(_PORTALS, _PLACES), work)  # type: ignore[arg-type,return-value]


def _longest_stall(open_desk: Callable[[], Desk], work: Callable[[Person, Heartbeat], None]) -> float:
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from bxdesk.gui.app import Program
    from tests.gui.heartbeat import Heartbeat
    from tests.gui.person import Person
    from tests.offscreen import go_offscreen

    go_offscreen()
    qInstallMessageHandler(lambda *_: None)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    program = Program(open_desk, lambda _: True)
    program.start()
    person = Person(program)
    person.ready()
    heart = Heartbeat()
    work(person, heart)
    program.close()
    application.processEvents()
    return heart.longest
