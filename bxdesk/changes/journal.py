"""The journal: before anything is sent, the plan and the bindings it touches are on the disk, synced.

One file for each plan that is carried out, ``KEY/KEY-NUMBER-CHANCE.jsonl``, a line for each thing that happened; the
first appears whole or not at all. Files are ordered by their number, so a clock that jumps does no harm. A line that
was cut off in the middle is passed over: what the first line says is enough to compare the plan with the portal.

Each portal and app has a folder of its own: the journals of a thousand portals in one would be gone through for every
change. Those of an earlier bxdesk lie in the folder above and stay there.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import anyio.to_thread

from bxdesk.accounts.connection import Connection
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message, verbatim
from bxdesk.storage.files import append, private_folder, read_end, write_atomically

if TYPE_CHECKING:
    from bxdesk.changes.journal_records import Begin, Record

CLOSED = b'{"kind":"closed"}\n'
"""What the file of a journal that needs no recovery ends with."""
_NAME = re.compile(r"(?P<key>[0-9a-f]{16})-(?P<number>[0-9]{6,})-[0-9a-f]+\.jsonl")
_log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")


class JournalError(BxdeskError):
    """The journal cannot be written."""


class Journal:
    """One journal that is being written. Every line is on the disk when its call returns."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def id(self) -> str:
        """What the history knows it by."""
        return self.path.stem

    async def add(self, record: Record) -> None:
        """Adds a line. Raises JournalError."""
        await self._append(_line(record))

    async def close(self, record: Record) -> None:
        """Adds the last line and says that nothing of this journal needs recovery. Raises JournalError."""
        await self._append(_line(record) + CLOSED)

    async def _append(self, data: bytes) -> None:
        try:
            await _off_the_loop(append, self.path, data)
        except OSError as error:
            _log.warning("the journal cannot be written: %s", error.strerror or type(error).__name__)
            raise _broke_off(self.path, error) from None


class JournalFolder:
    """All journals of this computer's user."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self._earlier: tuple[int, dict[str, list[Path]]] = (-1, {})
        """When the folder was last changed, and the journals that an earlier bxdesk left in it, by their key."""
        self._looking = threading.Lock()

    async def begin(self, connection: Connection, begin: Begin) -> Journal:
        """A new journal with its first line on the disk. Raises JournalError; then nothing may be sent.

        Only whoever has the portal's turn may call this.
        """
        try:
            return Journal(await _off_the_loop(self._create, connection, _line(begin)))
        except OSError as error:
            raise unwritable(self.path, error) from None

    async def files(self, connection: Connection | None = None) -> list[Path]:
        """Every journal (of one portal and app), oldest first. Raises JournalError when the folder cannot be read."""
        return await self._list(self._files, connection)

    async def open_files(self, connection: Connection) -> list[Path]:
        """The journals of one portal and app that are not closed, oldest first."""
        return await self._list(lambda: [path for path in self._files(connection) if not is_closed(path)])

    async def unrecognised_files(self) -> list[Path]:
        """Files that lie here under a name that no journal has."""
        files = await self.files()
        return [path for path in files if _NAME.fullmatch(path.name) is None]

    async def _list(self, look: Callable[P, list[Path]], *args: P.args, **kwargs: P.kwargs) -> list[Path]:
        try:
            return await _off_the_loop(look, *args, **kwargs)
        except OSError as error:
            raise _unreadable(self.path, error) from None

    def _create(self, connection: Connection, first: bytes) -> Path:
        folder = self._make_own_folder(connection.digest)
        for rest in folder.glob(f".{connection.digest}-*"):
            rest.unlink(missing_ok=True)  # a first line that was cut off: nothing was sent after it
        number = max((number_of(path) for path in self._files(connection)), default=0) + 1
        path = folder / f"{connection.digest}-{number:06}-{secrets.token_hex(3)}.jsonl"
        create(path, first)
        return path

    def _files(self, connection: Connection | None) -> list[Path]:
        if connection is None:
            found = [*_journals_in(self.path), *(path for one in _folders_in(self.path) for path in _journals_in(one))]
        else:
            key = connection.digest
            found = [*self._left_by_an_earlier_bxdesk().get(key, ()), *_journals_in(own_folder(self.path, key))]
        return sorted(found, key=lambda one: (number_of(one), one.name))

    def _make_own_folder(self, key: str) -> Path:
        """Makes it where it is missing. That changes the folder above, but leaves no journal in it to look for."""
        folder = own_folder(self.path, key)
        with self._looking:
            was_current = self._last_changed() == self._earlier[0]
            private_folder(folder)
            if was_current:
                self._earlier = self._last_changed(), self._earlier[1]
        return folder

    def _left_by_an_earlier_bxdesk(self) -> Mapping[str, list[Path]]:
        with self._looking:
            changed = self._last_changed()
            if changed != self._earlier[0]:
                by_key: dict[str, list[Path]] = defaultdict(list)
                for path in _journals_in(self.path):
                    by_key[key_of(path)].append(path)
                self._earlier = changed, by_key
            return self._earlier[1]

    def _last_changed(self) -> int:
        """Nanoseconds of the folder's clock; 0 before there is one."""
        try:
            return self.path.stat().st_mtime_ns
        except FileNotFoundError:
            return 0


def _line(record: Record) -> bytes:
    from bxdesk.changes.journal_records import line  # which a look for journals that are not closed does without

    return line(record)


def own_folder(folder: Path, key: str) -> Path:
    """Where the journals of one portal and app lie, and its baseline."""
    return folder / key


def _journals_in(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except FileNotFoundError:
        return []
    return [folder / name for name in names if name.endswith(".jsonl") and not name.startswith(".")]


def _folders_in(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [folder / entry.name for entry in entries if entry.is_dir()]
    except FileNotFoundError:
        return []


def create(path: Path, data: bytes) -> None:
    """The file with its first line, whole or not at all, synced with its folder. Raises OSError."""
    write_atomically(path, data.decode())


def key_of(path: Path) -> str:
    """The part of the file's name that stands for portal and app."""
    found = _NAME.fullmatch(path.name)
    return found["key"] if found else ""


async def _off_the_loop(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    return await anyio.to_thread.run_sync(lambda: function(*args, **kwargs))


def number_of(path: Path) -> int:
    """The part of the file's name that puts journals in order; 0 where it is none of a journal."""
    found = _NAME.fullmatch(path.name)
    return int(found["number"]) if found else 0


def is_closed(path: Path) -> bool:
    """Whether nothing of a journal needs recovery."""
    try:
        return read_end(path, len(CLOSED)) == CLOSED
    except OSError:
        return False  # reading it will say what is wrong


def unwritable(path: Path, error: OSError) -> JournalError:
    """The journal cannot be begun: nothing was sent."""
    return JournalError(
        Problem(
            "journal_unwritable",
            message("What is to be changed cannot be written down first: {path}", path=path),
            verbatim(error.strerror or str(error)),
            message("Nothing was sent. Check that the folder can be written and that the disk has room."),
        )
    )


def _unreadable(path: Path, error: OSError) -> JournalError:
    return JournalError(
        Problem(
            "journal_unreadable",
            message("The folder of what was applied cannot be read: {path}", path=path),
            verbatim(error.strerror or str(error)),
            message("Nothing was sent. Check the folder and who may read it."),
        )
    )


def _broke_off(path: Path, error: OSError) -> JournalError:
    return JournalError(
        Problem(
            "journal_broke_off",
            message("What is being changed can no longer be written down: {path}", path=path),
            verbatim(error.strerror or str(error)),
            message("No more was sent. Make room on the disk, then apply again: what was begun is recovered first."),
        )
    )
