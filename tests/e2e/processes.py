"""Processes as a person would start them: with an environment of their own, and never left behind."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

BXDESK = Path(sys.executable).with_name("bxdesk")
PATIENCE = 40.0
"""Seconds that anything may take on a busy machine before it counts as stuck."""


def wait_until(condition: Callable[[], bool], within: float = PATIENCE) -> None:
    """For what nobody announces: looks again and again until it is so."""
    end = time.monotonic() + within
    while not condition():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.02)


def files_with(folder: Path, secrets: set[str]) -> list[Path]:
    """The files that hold one of the secrets."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and any(secret.encode() in path.read_bytes() for secret in secrets)
    ]


def bare_environment(home: Path, **more: str) -> dict[str, str]:
    """What a process needs to start, and nothing of the environment the tests run in."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "TMPDIR": str(home),
        "LANG": "C.UTF-8",
        # A socket or file that was left open is said on standard error, where every test looks.
        "PYTHONWARNINGS": "default::ResourceWarning",
        **more,
    }


@dataclass(frozen=True, slots=True)
class Finished:
    """How a process ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output; anything beside it is an error."""
        return json.loads(self.out)


class Running:
    """A process whose output can be waited for line by line."""

    def __init__(self, arguments: list[str], environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            arguments,
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        self.pid = self._process.pid
        self._changed = threading.Condition()
        self._lines: dict[str, list[str]] = {"out": [], "err": []}
        self._open_streams = 2
        self._readers = [
            threading.Thread(target=self._read, args=(name, stream), daemon=True)
            for name, stream in (("out", self._process.stdout), ("err", self._process.stderr))
            if stream is not None
        ]
        for reader in self._readers:
            reader.start()

    def _read(self, name: str, stream: IO[str]) -> None:
        with stream:
            for line in stream:
                with self._changed:
                    self._lines[name].append(line)
                    self._changed.notify_all()
        with self._changed:
            self._open_streams -= 1
            self._changed.notify_all()

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def line(self, pattern: str, stream: str = "out", within: float = PATIENCE) -> str:
        """The first whole line that matches, as soon as it is printed."""
        found: list[str] = []

        def look() -> bool:
            found.extend(line for line in self._lines[stream] if re.fullmatch(pattern, line.rstrip("\n")))
            return bool(found) or self._open_streams == 0

        with self._changed:
            self._changed.wait_for(look, within)
            assert found, f"no line like {pattern!r}; printed so far: {self._lines}"
            return found[0].rstrip("\n")

    def printed(self, stream: str = "out") -> str:
        """All that came so far."""
        with self._changed:
            return "".join(self._lines[stream])

    def write(self, text: str) -> None:
        """Types something."""
        assert self._process.stdin is not None
        self._process.stdin.write(text)
        self._process.stdin.flush()

    def finish(self, within: float = PATIENCE) -> Finished:
        """Waits for the end."""
        code = self._process.wait(within)
        return self._ended(code)

    def stop(self) -> Finished:
        """Ends it the way a session manager does."""
        if self.is_running:
            self._process.terminate()
        try:
            return self.finish()
        except subprocess.TimeoutExpired:
            self._process.kill()
            self.finish()
            raise

    def interrupt(self) -> Finished:
        """Presses Ctrl+C."""
        self._process.send_signal(signal.SIGINT)
        return self.finish()

    def _ended(self, code: int) -> Finished:
        for reader in self._readers:
            reader.join(PATIENCE)
        if self._process.stdin is not None and not self._process.stdin.closed:
            self._process.stdin.close()
        return Finished(code, "".join(self._lines["out"]), "".join(self._lines["err"]))


@contextmanager
def started(arguments: list[str], environment: Mapping[str, str]) -> Iterator[Running]:
    """A process that does not outlive the block."""
    process = Running(arguments, environment)
    try:
        yield process
    finally:
        process.stop()


@dataclass(slots=True)
class Bxdesk:
    """One person's bxdesk on one computer: every command is a process of its own."""

    home: Path
    environment: dict[str, str]
    printed: list[str] = field(default_factory=list)
    """All that its commands said, on either stream."""
    program: Path = BXDESK

    def run(self, *arguments: str, stdin: str = "", code: int = 0) -> Finished:
        """Runs a command to its end; any other exit code than the expected one is an error."""
        done = subprocess.run(
            [str(self.program), *arguments],
            env=self.environment,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        return self.checked(Finished(done.returncode, done.stdout, done.stderr), code)

    @contextmanager
    def start(self, *arguments: str, **environment: str) -> Iterator[Running]:
        """A command that goes on while the test does something else."""
        with started([str(self.program), *arguments], self.environment | environment) as process:
            yield process

    def checked(self, done: Finished, code: int = 0) -> Finished:
        """What every end of a command has in common."""
        self.printed += [done.out, done.err]
        assert done.code == code, f"exit code {done.code}\n{done.out}\n{done.err}\n{self.log()}"
        for sign in ("Traceback", "Warning", "unexpected"):
            assert sign not in done.err, f"{done.err}\n{self.log()}"
        return done

    def log(self) -> str:
        """What its log says."""
        path = self.home / "log" / "bxdesk.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""
