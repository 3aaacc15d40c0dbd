"""What `make bench` builds before it measures: the executable, and an empty window built the same way."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXECUTABLE = ROOT / "build/dist/bxdesk/bxdesk"
EMPTY = ROOT / "build/empty/dist/empty_window/empty_window"
PYTHON = ROOT / "build/venv/bin/python"
"""Holds what people have; libraries import more (trio, rich) where they find it, as beside the tests."""


def need(*paths: Path) -> None:
    """Says how to build what is missing."""
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise SystemExit(f"{', '.join(missing)}: not built yet. `make bench` builds what it measures.")


def environment_with(**variables: str) -> dict[str, str]:
    """The environment of a process that is measured: nobody compiles bxdesk anew at each start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | variables
