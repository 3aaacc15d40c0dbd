"""How quickly commands start, beside the libraries that they cannot do without."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from statistics import median

from tests.benchmarks.built import PYTHON, ROOT, need
from tests.benchmarks.table import Row

_ROUNDS = 9
_CLICK = [str(PYTHON), "-c", "import click"]
_LIBRARIES = [str(PYTHON), "-c", "import httpx, keyring, pydantic"]
_COMPLETION = {"_BXDESK_COMPLETE": "bash_complete", "COMP_WORDS": "bxdesk plan --", "COMP_CWORD": "2"}


def measure(tell: Callable[[str], object]) -> Iterator[Row]:
    """Each command in turns with what it is held against, so that a busy moment hits both."""
    need(PYTHON)
    program = str(PYTHON.with_name("bxdesk"))
    tell(f"{_ROUNDS} starts of each command")
    for name, arguments, environment in (
        ("bxdesk --version", ["--version"], {}),
        ("bxdesk --help", ["--help"], {}),
        ("bxdesk plan --help", ["plan", "--help"], {}),
        ("completing an option", [], _COMPLETION),
        ("completing a portal", [], _COMPLETION | {"COMP_WORDS": "bxdesk status a"}),
    ):
        ours, theirs = _beside([program, *arguments], environment, _CLICK)
        yield Row(f"{name}, beside importing click", ours, theirs, "s", 1.5)
    ours, theirs = _beside([program, "portals"], {}, _LIBRARIES)
    yield Row("bxdesk portals, beside importing its libraries", ours, theirs)


def _beside(ours: list[str], environment: dict[str, str], theirs: list[str]) -> tuple[float, float]:
    rounds = [(_seconds(ours, environment), _seconds(theirs, {})) for _ in range(_ROUNDS)]
    first, second = zip(*rounds, strict=True)
    return median(first), median(second)


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, env=os.environ | environment, cwd=ROOT, capture_output=True, check=True, timeout=60)
    return time.perf_counter() - begin
