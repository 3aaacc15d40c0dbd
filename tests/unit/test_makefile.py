"""What the targets of the Makefile would run where nothing is installed yet."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.linux  # Windows has no make, and two lines in README instead
@pytest.mark.parametrize("target", ["demo", "test", "fuzz", "bench"])
def test_in_a_fresh_clone_nothing_is_asked_of_what_is_still_to_be_installed(tmp_path: Path, target: str) -> None:
    """GNU Make expands all lines of a recipe before it runs the first."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--dry-run", f"VENV={tmp_path / 'nowhere'}", target]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"-m venv {tmp_path / 'nowhere'}" in done.stdout
