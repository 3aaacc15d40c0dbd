"""The one door to bxdesk's own files.

Only regular files are read, and no more of them than fits; a file is either the old or the new one, never something in
between; folders and files are for their owner alone, whatever the umask. All functions raise OSError.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

MAX_BYTES = 16 * 1024 * 1024
"""More than the largest plan that fits a portal. Nothing longer is written, so whatever was written can be read."""

_FLAGS = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
"""Opening a pipe must not wait for whoever writes to it."""


def private_folder(path: Path) -> None:
    """Makes a folder, and those above it that are missing, for the owner alone; one that others may enter is closed."""
    if not path.is_dir():
        if path.parent != path and not path.parent.is_dir():
            private_folder(path.parent)
        path.mkdir(mode=stat.S_IRWXU, exist_ok=True)
        with suppress(OSError):  # one that may be entered and not read
            _sync_folder(path.parent)
    elif os.name != "nt" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        with suppress(OSError):  # somebody else's, or a file system without permissions
            path.chmod(stat.S_IRWXU)


def read_file(path: Path, limit: int = MAX_BYTES) -> bytes:
    """All of a regular file; one that is longer than ``limit`` bytes is none of bxdesk's."""
    with _regular(path) as file:
        data = file.read(limit + 1)
    check_size(data, limit)
    return data


def read_end(path: Path, count: int) -> bytes:
    """The last ``count`` bytes of a regular file, or all of a shorter one."""
    with _regular(path) as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - count))
        return file.read(count)


def write_atomically(path: Path, text: str, *, private: bool = True, in_own_folder: bool = True) -> None:
    """Replaces the file by ``text`` (UTF-8), synced to the disk; a link stays, and what it leads to is replaced.

    Only the owner may read a ``private`` file, and enter its folder if it is bxdesk's own; any other file gets the
    rights that a new file gets there, and its folder is the person's own affair.
    """
    data = text.encode()
    if private:
        check_size(data, MAX_BYTES)
        if in_own_folder:
            private_folder(path.parent)
    target = Path(os.path.realpath(path))
    if target.is_symlink() or (target.exists() and not target.is_file()):  # a link is left where links lead around
        raise _not_regular()
    beside = target.with_name(f".{target.name}.{os.urandom(6).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(beside, flags, 0o600 if private else 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def append(path: Path, data: bytes) -> None:
    """Adds lines to a regular file and syncs it; a line that was cut off before stays apart."""
    with _regular(path, writing=True) as file:
        end = file.seek(0, os.SEEK_END)
        if end:
            file.seek(end - 1)
            data = data if file.read(1) == b"\n" else b"\n" + data
        if end + len(data) > MAX_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        file.seek(0, os.SEEK_END)
        while data:
            data = data[file.write(data) :]
        os.fsync(file.fileno())


@contextmanager
def _regular(path: Path, *, writing: bool = False) -> Iterator[BinaryIO]:
    handle = os.open(path, _FLAGS | (os.O_RDWR if writing else os.O_RDONLY))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise _not_regular()
    # Unbuffered: what a full disk refuses must not be tried again on closing.
    with os.fdopen(handle, "r+b", buffering=0) if writing else os.fdopen(handle, "rb") as file:
        yield file


def check_size(data: bytes, limit: int) -> None:
    """Refuses what is longer than ``limit`` bytes."""
    if len(data) > limit:
        raise OSError(errno.EFBIG, "it is larger than any file of bxdesk's")


def _not_regular() -> OSError:
    return OSError(errno.EINVAL, "it is not a regular file")


def _sync_folder(folder: Path) -> None:
    """Brings names that are new in the folder to the disk. Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
