"""What drafts leave behind: files that a kill left half-written, and drafts of portals that nobody opens any more."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import filelock

KEPT = 365 * 24 * 60 * 60
"""Seconds that a draft waits for its portal to be opened. Drafts are read once a portal was, over https: a clock that
is a year off finds no certificate valid and forgets no draft."""

_log = logging.getLogger(__name__)


def clear_away(folder: Path, lock: Callable[[Path], filelock.BaseFileLock | None]) -> None:
    """Deletes what no window will come back for. What fails here is no reason to stop.

    ``lock`` takes the lock on a draft's file, None while a window has it: that one's files are left alone.
    """
    try:
        for path, draft in (*_half_written(folder), *_forgotten(folder)):
            held = lock(draft)
            if held is not None:
                try:
                    path.unlink(missing_ok=True)
                finally:
                    held.release()
    except OSError as error:
        _log.warning("an old draft cannot be deleted: %s", error.strerror or type(error).__name__)


def _half_written(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Files that were to become a draft, each with that draft."""
    for path in folder.glob(".*.json.*"):
        yield path, folder / f"{path.name[1:].partition('.json.')[0]}.json"


def _forgotten(folder: Path) -> Iterator[tuple[Path, Path]]:
    oldest = time.time() - KEPT
    for path in folder.glob("*.json"):
        if path.stat().st_mtime < oldest:
            yield path, path
