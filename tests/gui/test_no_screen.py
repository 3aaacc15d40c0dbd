"""A window where there is no screen: a sentence, and no core dump."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.linux
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "(could not connect to display)"),
        ({"DISPLAY": ":77"}, "(could not connect to display :77)"),
        ({"QT_QPA_PLATFORM": "wayland"}, "QT_QPA_PLATFORM=wayland asks for it"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "could not be opened"),
    ],
)
def test_without_a_screen_the_window_says_so_and_ends(environment: dict[str, str], words: str, tmp_path: Path) -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "bxdesk", "--demo"],
        capture_output=True,
        env=bare | {"XDG_RUNTIME_DIR": str(tmp_path)} | environment,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
