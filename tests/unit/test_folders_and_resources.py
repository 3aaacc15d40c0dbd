"""Where things are kept and found."""

from __future__ import annotations

import logging
import os
import stat
import sys
from pathlib import Path

import pytest

import bxdesk.support.resources
from bxdesk.errors import BxdeskError
from bxdesk.storage.files import write_atomically
from bxdesk.storage.folders import find_folders
from bxdesk.storage.settings import Settings, SettingsFile
from bxdesk.support.log import start_log
from bxdesk.support.resources import resource


def test_one_variable_moves_every_folder(tmp_path: Path) -> None:
    folders = find_folders({"BXDESK_HOME": str(tmp_path)})
    assert {folders.config.parent, folders.state.parent, folders.log.parent} == {tmp_path}
    usual = find_folders({})
    assert all("bxdesk" in str(folder) for folder in (usual.config, usual.state, usual.log))
    assert len({usual.config, usual.state, usual.log}) >= 2


def test_a_tilde_that_no_shell_has_read_is_the_persons_folder(own_home: Path) -> None:
    assert find_folders({"BXDESK_HOME": "~/x"}).config == own_home / "x" / "config"
    assert find_folders({"BXDESK_HOME": "~nobody-of-that-name/x"}).log == Path("~nobody-of-that-name/x/log")


def test_resources_are_found_in_a_checkout() -> None:
    assert "$title" in resource("pages", "message.html").read_text(encoding="utf-8")


def test_resources_are_found_in_an_installed_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bxdesk" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(bxdesk.support.resources, "__file__", str(tmp_path / "bxdesk" / "support" / "resources.py"))
    assert resource("x") == (tmp_path / "bxdesk" / "_resources" / "x").resolve()


def test_resources_are_found_in_the_executable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("x") == tmp_path / "resources" / "x"


def test_a_file_is_the_old_or_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deep" / "file.json"
    write_atomically(path, "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bxdesk.storage.files.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert list(path.parent.iterdir()) == [path], "nothing is left lying about"


def test_choices_come_back_and_a_broken_file_is_named(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "deep" / "settings.json")
    assert file.read() == Settings()
    file.write(Settings("de", "dark", "http://proxy:3128"))
    assert file.read() == Settings("de", "dark", "http://proxy:3128")
    for broken in ("", "[]", '{"theme": "pink"}', '{"proxy": 5}', "\xff"):
        (tmp_path / "deep" / "settings.json").write_text(broken, encoding="latin-1")
        with pytest.raises(BxdeskError, match=r"settings\.json"):
            file.read()
    (tmp_path / "deep" / "settings.json").write_text('{"language": "ru", "from_the_future": 1}')
    assert file.read().language == "ru"


def test_the_log_is_written_and_hosts_do_not_need_a_folder(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = list(root.handlers)
    (tmp_path / "file").write_text("in the way")
    try:
        start_log(tmp_path / "log")
        start_log(tmp_path / "file" / "log")
        logging.getLogger("bxdesk.portal").info("acme.bitrix24.com batch")
        logging.getLogger("httpx").info("HTTP Request: GET https://acme.bitrix24.com/?auth=secret")
    finally:
        for handler in [handler for handler in root.handlers if handler not in before]:
            root.removeHandler(handler)
            handler.close()
    written = (tmp_path / "log" / "bxdesk.log").read_text()
    assert "acme.bitrix24.com batch" in written
    assert "secret" not in written


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder to its owner by itself")
def test_only_the_owner_may_read_the_log_and_what_was_rotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bxdesk.support.log._BYTES", 200)
    folder = tmp_path / "log"
    folder.mkdir(mode=0o755)
    (folder / "bxdesk.log").write_text("written by an earlier bxdesk\n")
    (folder / "bxdesk.log").chmod(0o644)
    root = logging.getLogger()
    before = list(root.handlers)
    try:
        start_log(folder)
        for number in range(9):
            logging.getLogger("bxdesk.portal").info("acme%s.bitrix24.com batch", number)
    finally:
        for handler in [handler for handler in root.handlers if handler not in before]:
            root.removeHandler(handler)
            handler.close()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
    assert modes.pop("log") == 0o700
    assert len(modes) > 2
    assert set(modes.values()) == {0o600}
