"""The one door to bxdesk's own files: what lies in a file's place, links, sizes, and who may read what it makes."""

from __future__ import annotations

import json
import os
import re
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

import bxdesk
from bxdesk.errors import BxdeskError
from bxdesk.messages import message
from bxdesk.storage import files
from bxdesk.storage.data_file import DataFile
from bxdesk.storage.files import append, private_folder, read_end, read_file, write_atomically
from bxdesk.storage.lock import try_lock
from bxdesk.storage.settings import SettingsFile

PACKAGE = Path(bxdesk.__file__).parent

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes, links and permissions of a Unix")


def socket_at(path: Path) -> None:
    """A file that is a socket; its name must be short."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(here)


def link_to_pipe(path: Path) -> None:
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    path.symlink_to(pipe)


IN_PLACE: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "socket": socket_at,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "link to a pipe": link_to_pipe,
    "link that leads around": lambda path: path.symlink_to(path),
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("kind", IN_PLACE)
def test_only_regular_files_are_read_and_nothing_else_is_replaced(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "file.json"
    IN_PLACE[kind](path)
    before = path.lstat().st_mode
    file = DataFile(path, "thing", message("The thing"))
    with pytest.raises(BxdeskError, match=r"The thing cannot be read: .*file\.json") as caught:
        file.read()
    assert caught.value.problem.explanation
    with pytest.raises(BxdeskError, match="The thing could not be saved"):
        file.write("{}")
    for attempt in (lambda: read_end(path, 5), lambda: append(path, b"x\n")):
        with pytest.raises(OSError, match=r"not a regular file|[Ii]s a directory|symbolic links|No such device"):
            attempt()
    assert path.lstat().st_mode == before


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "settings.json"
    kept.parent.mkdir()
    link = tmp_path / "config" / "settings.json"
    link.parent.mkdir()
    link.symlink_to(kept)
    for _ in range(2):  # what it leads to is not there yet, and then it is
        SettingsFile(link).change(theme="dark")
        assert link.is_symlink()
        assert SettingsFile(link).read().theme == json.loads(kept.read_text())["theme"] == "dark"


def test_nothing_is_read_or_written_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    assert read_file(path, 10) == b"0123456789"
    with pytest.raises(OSError, match="larger"):
        read_file(path, 9)
    with pytest.raises(OSError, match="large"):
        append(path, b"x\n")
    with pytest.raises(OSError, match="larger"):
        write_atomically(path, "01234567890")
    assert path.read_bytes() == b"0123456789"


@pytest.mark.parametrize("umask", [0, 0o022, 0o077])
def test_a_lock_is_for_its_owner_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        lock = try_lock(tmp_path / "locks" / "one.lock")
    finally:
        os.umask(before)
    assert lock is not None
    mode = stat.S_IMODE((tmp_path / "locks" / "one.lock").stat().st_mode)
    lock.release()
    assert mode & 0o077 == 0


@pytest.mark.parametrize("umask", [0, 0o022, 0o077])
def test_what_is_made_is_for_its_owner_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_atomically(tmp_path / "bxdesk" / "a" / "file", "x")
        private_folder(tmp_path / "bxdesk" / "b")
    finally:
        os.umask(before)
    made = tmp_path / "bxdesk"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (made, *made.rglob("*"))}
    assert modes == {"bxdesk": 0o700, "a": 0o700, "b": 0o700, "file": 0o600}


def test_a_folder_that_others_may_enter_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "made by an earlier bxdesk"
    folder.mkdir()
    folder.chmod(0o777)
    write_atomically(folder / "file", "x")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_end_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"one\ntwo")
    append(path, b"three\n")
    assert path.read_bytes() == b"one\ntwo\nthree\n"
    assert (read_end(path, 6), read_end(path, 99)) == (b"three\n", b"one\ntwo\nthree\n")


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "9" * 5_000, '{"theme": ' + "[" * 100_000])
def test_depth_and_digits_are_one_clear_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text)
    with pytest.raises(BxdeskError, match="The settings cannot be read"):
        SettingsFile(tmp_path / "settings.json").read()


def test_nobody_else_opens_files_of_bxdesks_own() -> None:
    """What is allowed comes with bxdesk, is the person's own, or is the log. The demo portal has no files."""
    opens = re.compile(r"\.(?:open|read_text|read_bytes|write_text|write_bytes|mkdir)\(")
    rooms = ("accounts", "changes", "checks", "cli", "portal", "placements", "storage", "support")
    found = {
        path.relative_to(PACKAGE).as_posix(): lines
        for room in rooms
        for path in (*sorted((PACKAGE / room).rglob("*.py")), PACKAGE / "loopback.py")
        if (lines := [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if opens.search(line)])
    }
    allowed = {
        "storage/files.py": None,
        "storage/window_state.py": "os.close(os.open(self._mark",
        "support/log.py": None,
        "loopback.py": "resource(",
        "checks/try_out_page.py": "resource(",
        "support/drawings.py": "resource(",
        "storage/user_file.py": "path.open(",  # what a person named
        "cli/streams.py": "os.devnull",
    }
    assert found.keys() <= allowed.keys()
    for name, part in allowed.items():
        assert part is None or all(part in line for line in found.get(name, ()))
