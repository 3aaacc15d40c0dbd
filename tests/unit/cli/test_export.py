"""``export --output``: the file as it is read again, and what is said where it cannot be written."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from bxdesk.cli.console import Wiring
from bxdesk.cli.main import run
from bxdesk.composition import demo_desk

WIRING = Wiring(usual_desk=demo_desk, demo_desk=demo_desk, open_window=lambda _: 0)


def test_the_file_is_the_layout_and_nothing_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "saved.yaml"
    path.write_text("old")
    assert run(["export", "--demo", "--output", str(path)], WIRING) == 0
    assert capsys.readouterr().out == ""
    assert path.read_text(encoding="utf-8").startswith("# The widgets of http://127.0.0.1:")
    assert [*tmp_path.glob("*saved*"), *tmp_path.glob(".*saved*")] == [path]
    assert run(["plan", "--demo", "--prune", str(path)], WIRING) == 0
    assert "Nothing to change." in capsys.readouterr().out


def test_programs_get_the_object_besides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "saved.yaml"
    assert run(["export", "--demo", "--json", "--output", str(path)], WIRING) == 0
    assert json.loads(capsys.readouterr().out)["bxdesk"] == 1
    assert path.exists()


def test_a_shell_that_writes_utf_16_is_read_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--demo"], WIRING) == 0
    path = tmp_path / "saved.yaml"
    path.write_text(capsys.readouterr().out, encoding="utf-16")
    assert run(["plan", "--demo", str(path)], WIRING) == 0


@pytest.mark.parametrize("name", [".", "missing/saved.yaml"])
def test_what_cannot_be_written_is_one_sentence(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    assert run(["export", "--demo", "--output", str(path)], WIRING) == 1
    told = capsys.readouterr().err
    assert f"The layout cannot be written to {path}." in told
    assert "unexpected" not in told
    assert not (tmp_path / "missing").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links and rights are another matter there")
def test_a_link_stays_one_and_others_may_read_what_is_no_secret(tmp_path: Path) -> None:
    target, link = tmp_path / "shared.yaml", tmp_path / "link.yaml"
    link.symlink_to(target)
    assert run(["export", "--demo", "--output", str(link)], WIRING) == 0
    assert link.is_symlink()
    (tmp_path / "any").touch()
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE((tmp_path / "any").stat().st_mode)


def test_a_layout_without_end_is_not_read_to_its_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "endless.yaml"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # a terabyte of nothing, which takes no room on the disk
    assert run(["plan", "--demo", str(path)], WIRING) == 1
    assert "512 KB at most are read" in capsys.readouterr().err
