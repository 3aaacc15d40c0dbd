"""The drafts that outlive the window: what was ticked and typed on each portal and is not applied yet.

Each window has a file of its own for a portal, and holds a lock on it for as long as it lives: two windows never write
the same file, and what a window left behind, even one that was killed, is taken up by the next that opens the portal.
A draft whose portal is not opened for a year is deleted, and so is what a kill left half-written.
"""

from __future__ import annotations

import hashlib
import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import anyio.to_thread
import filelock

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message, verbatim
from bxdesk.placements.draft import Draft, PlaceChange
from bxdesk.placements.draft_text import NewerDraftError, NotADraftError, draft_from, draft_text
from bxdesk.placements.kept_draft import KeptDraft
from bxdesk.storage.data_file import DataFile
from bxdesk.storage.lock import try_lock

KEPT = 365 * 24 * 60 * 60
"""Seconds that a draft waits for its portal to be opened. Drafts are read once a portal was, over https: a clock that
is a year off finds no certificate valid and forgets no draft."""


@dataclass(frozen=True, slots=True)
class FoundDraft:
    """What was left of an earlier window, if anything, and what is to be told about it."""

    kept: KeptDraft | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Slot:
    """One portal's file for this window; None where there is nowhere to write."""

    file: DataFile | None
    lock: filelock.BaseFileLock | None
    found: FoundDraft


class DraftFiles:
    """The drafts of one window, by the identity of the connection they belong to."""

    def __init__(self, folder: Path, locks: Path) -> None:
        self._folder = folder
        self._locks = locks
        self._slots: dict[str, _Slot] = {}
        self._taking = threading.Lock()

    async def read(self, identity: str) -> FoundDraft:
        """What an earlier window left; asking again tells the same. Never raises: a window opens without it too."""
        return (await anyio.to_thread.run_sync(self._slot, identity)).found

    async def keep(self, identity: str, draft: Draft | None) -> None:
        """Keeps a draft, or (None) forgets what was kept. Raises BxdeskError when that is not possible."""
        await anyio.to_thread.run_sync(self._keep, identity, draft)

    async def waiting(self, identities: Iterable[str]) -> dict[str, tuple[PlaceChange, ...]]:
        """What each of these drafts changes; without those that change nothing or cannot be read.

        Takes none of them: another window may have it.
        """
        return await anyio.to_thread.run_sync(self._waiting, tuple(identities))

    def close(self) -> None:
        """Leaves the drafts to the windows to come."""
        for slot in self._slots.values():
            if slot.lock is not None:
                slot.lock.release()
        self._slots.clear()

    def _keep(self, identity: str, draft: Draft | None) -> None:
        file = self._slot(identity).file
        if file is None:
            return  # said when it was asked for
        if draft is None:
            file.remove()
        else:
            file.write(draft_text(KeptDraft(draft, datetime.now(UTC))))

    def _waiting(self, identities: tuple[str, ...]) -> dict[str, tuple[PlaceChange, ...]]:
        newest: dict[str, Path] = {}
        for path in self._left("*"):
            newest.setdefault(path.stem.partition("-")[0], path)
        found = ((identity, _changes(newest.get(_stem(identity)))) for identity in identities)
        return {identity: changes for identity, changes in found if changes}

    def _slot(self, identity: str) -> _Slot:
        with self._taking:
            known = self._slots.get(identity)
            if known is None:
                try:
                    known = self._take(_stem(identity))
                    clear_away(self._folder, self._lock)
                except OSError as error:
                    known = _Slot(None, None, FoundDraft(problems=(_not_kept(error),)))
                self._slots[identity] = known
            return known

    def _take(self, stem: str) -> _Slot:
        """A file that no other window has: the newest that can be read, or else a new one."""
        problems: list[Problem] = []
        for path in self._left(stem):
            lock = self._lock(path)
            if lock is None:
                continue
            file = _file(path)
            try:
                text = file.read()
                if text is not None:
                    _touch(path)
                    return _Slot(file, lock, FoundDraft(draft_from(text), tuple(problems)))
            except NewerDraftError:
                problems.append(_newer(path))
            except (BxdeskError, NotADraftError):
                problems.append(_damaged(_put_aside(path)))
            lock.release()
        free = ((path, self._lock(path)) for path in self._free(stem))
        path, lock = next((path, lock) for path, lock in free if lock is not None)
        return _Slot(_file(path), lock, FoundDraft(problems=tuple(problems)))

    def _left(self, stem: str) -> list[Path]:
        """The files that windows left or have, newest first."""
        return sorted(self._folder.glob(f"{stem}-*.json"), key=_age)

    def _free(self, stem: str) -> Iterator[Path]:
        paths = (self._folder / f"{stem}-{number}.json" for number in count(1))
        return (path for path in paths if not path.exists())

    def _lock(self, path: Path) -> filelock.BaseFileLock | None:
        """The lock on a draft's file, None while another window has it."""
        return try_lock(self._locks / f"draft-{path.stem}.lock")


def _file(path: Path) -> DataFile:
    return DataFile(path, "draft", message("What was ticked and typed"))


def _stem(identity: str) -> str:
    """What the names of a portal's drafts begin with."""
    return hashlib.sha256(identity.encode()).hexdigest()[:16]


def _changes(path: Path | None) -> tuple[PlaceChange, ...]:
    """What a draft changes. What cannot be read is told when its portal is opened."""
    try:
        text = _file(path).read() if path is not None else None
        return draft_from(text).draft.changes if text is not None else ()
    except (BxdeskError, NotADraftError, NewerDraftError):
        return ()


def _age(path: Path) -> float:
    try:
        return -path.stat().st_mtime
    except OSError:  # its window has just applied or discarded it
        return 0.0


def _touch(path: Path) -> None:
    """Notes that its portal is still opened."""
    with suppress(OSError):
        os.utime(path)


def _put_aside(path: Path) -> Path:
    """Renames a file that cannot be read, so that nothing of it is lost and nobody stumbles over it again."""
    names = (path.with_name(f"{path.stem}.damaged-{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    path.rename(aside)
    return aside


def _damaged(aside: Path) -> Problem:
    return Problem(
        "draft_damaged",
        message("What was ticked and typed here last time cannot be read."),
        message("The file is damaged. It was put aside: {path}", path=aside),
        message("Nothing has changed on the portal. Tick and type again what you had not applied yet."),
    )


def _newer(path: Path) -> Problem:
    return Problem(
        "draft_newer",
        message("What was ticked and typed here last time was kept by a newer bxdesk."),
        message("This one leaves it as it is: {path}", path=path),
        message("Use the newer bxdesk to go on with it."),
    )


def _not_kept(error: Exception) -> Problem:
    return Problem(
        "draft_not_kept",
        message("What you tick and type is not kept when bxdesk is closed."),
        verbatim(str(error)),
        message("Check that the folder can be written and that the disk has room."),
    )


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
