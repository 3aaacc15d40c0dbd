"""Starts the built program on the system it was built for. Needs nothing but Python.

Usage: smoke_test.py CONSOLE-PROGRAM [WINDOWED-PROGRAM]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 60
WINDOW_SECONDS = 10


def said_by(program: Path, *arguments: str) -> str:
    """What it prints; an exit code other than 0, or a word on standard error, is a fault."""
    done = subprocess.run(
        [program, *arguments], capture_output=True, encoding="utf-8", timeout=PATIENCE, stdin=subprocess.DEVNULL
    )
    if done.returncode != 0 or done.stderr:
        raise SystemExit(f"{arguments}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def keep_window_open(program: Path) -> None:
    """The window on the demo portal must still be there after some seconds."""
    with subprocess.Popen([program, "--demo"], stderr=subprocess.PIPE) as process:
        time.sleep(WINDOW_SECONDS)
        code = process.poll()
        process.terminate()  # not killed: one file hands this on to what it unpacked
        said = process.communicate(timeout=PATIENCE)[1]
    if code is not None or said:
        raise SystemExit(f"the window ended with {code} and said: {said.decode(errors='replace')}")


def main(console: Path, windowed: Path) -> None:
    """Tries everything that needs no person."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["BXDESK_HOME"] = home
        report = [said_by(console, "--version"), said_by(console, "--self-check")]
        facts = json.loads(said_by(console, "--self-check", "--json"))
        status = json.loads(said_by(console, "--demo", "status", "--json"))
        keep_window_open(windowed)
    if not facts["ok"] or not status["bindings"]:
        raise SystemExit("".join(report))
    sys.stdout.write("".join([*report, "command line and window work\n"]))


if __name__ == "__main__":
    programs = [Path(argument).resolve() for argument in sys.argv[1:]]
    main(programs[0], programs[-1])
