"""How quickly commands start, beside the libraries that they cannot do without."""

from __future__ import annotations

import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.built import PYTHON, ROOT, environment_with, need
from tests.benchmarks.portal_process import portal_process
from tests.benchmarks.table import Row
from tests.e2e.secret_service import running_secret_service

_ROUNDS = 9
_LATENCY = 0.15
_PROGRAM = [str(PYTHON), "-c", "import sys; sys.argv[0] = 'bxdesk'; from bxdesk.__main__ import main; main()"]
"""As the console script has it; the built environment holds bxdesk's libraries and not bxdesk."""
_CLICK = [str(PYTHON), "-c", "import click"]
_LIBRARIES = [str(PYTHON), "-c", "import httpx, keyring, pydantic"]
_COMPLETION = {"_BXDESK_COMPLETE": "bash_complete", "COMP_WORDS": "bxdesk plan --", "COMP_CWORD": "2"}


def measure(tell: Callable[[str], object]) -> Iterator[Row]:
    """Each command in turns with what it is held against, so that a busy moment hits both."""
    need(PYTHON)
    tell(f"{_ROUNDS} starts of each command")
    commands: tuple[tuple[str, list[str], dict[str, str]], ...] = (
        ("bxdesk --version", ["--version"], {}),
        ("bxdesk --help", ["--help"], {}),
        ("bxdesk plan --help", ["plan", "--help"], {}),
        ("completing an option", [], _COMPLETION),
        ("completing a portal", [], _COMPLETION | {"COMP_WORDS": "bxdesk status a"}),
        ("completing a placement", [], _COMPLETION | {"COMP_WORDS": "bxdesk prove C"}),
    )
    for name, arguments, environment in commands:
        ours, theirs = _beside([*_PROGRAM, *arguments], environment, _CLICK)
        yield Row(f"{name}, beside importing click", ours, theirs, "s", 1.5)
    with _connected() as (home, answer):
        ours, theirs = _beside([*_PROGRAM, "portals"], home, _LIBRARIES)
        yield Row("bxdesk portals, beside importing the libraries", ours, theirs)
        ours, theirs = _beside([*_PROGRAM, "status"], home, _LIBRARIES)
        yield Row("bxdesk status, beside the same and the portal's answer", ours, theirs + answer, budget=1.3)


@contextmanager
def _connected() -> Iterator[tuple[Mapping[str, str], float]]:
    """The environment of a person who is signed in to a portal; and the seconds that this takes to answer anybody."""
    with (
        TemporaryDirectory(prefix="bxdesk-benchmark-") as home,
        running_secret_service() as keyring,
        portal_process(latency=_LATENCY) as portal,
    ):
        environment = keyring.environment | {"HOME": home, "BXDESK_HOME": str(Path(home) / "bxdesk")}
        options = ["--client-id", portal["client_id"], "--auth-server", portal["authorization_server"]]
        subprocess.run(
            [*_PROGRAM, "connect", portal["address"], *options, "--redirect", "", "--no-browser"],
            env=environment | {"BXDESK_CLIENT_SECRET": portal["client_secret"]},
            cwd=ROOT,
            input=f"{portal['code']}\n",
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=60,
        )
        yield environment, median(_answer(portal["address"], portal["access_token"]) for _ in range(_ROUNDS))


def _answer(address: str, token: str) -> float:
    begin = time.perf_counter()
    request = urllib.request.Request(  # noqa: S310 - the demo portal's own address
        f"{address}/rest/profile", data=b"{}", headers={"Authorization": f"Bearer {token}"}
    )
    with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
        response.read()
    return time.perf_counter() - begin


def _beside(ours: list[str], environment: Mapping[str, str], theirs: list[str]) -> tuple[float, float]:
    rounds = [(_seconds(ours, environment), _seconds(theirs, {})) for _ in range(_ROUNDS)]
    first, second = zip(*rounds, strict=True)
    return median(first), median(second)


def _seconds(command: list[str], environment: Mapping[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, env=environment_with(**environment), cwd=ROOT, capture_output=True, check=True, timeout=60)
    return time.perf_counter() - begin
