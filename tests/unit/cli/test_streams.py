"""What a command prints can be printed, wherever it goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bxdesk.cli.streams import accept_any_text

_LAYOUT = """\
bxdesk: 1
widgets:
- placements: [CRM_DEAL_DETAIL_TAB]
  title: Отправить договор 😀
  handler: https://widgets.example.com/
"""


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251"])
def test_a_file_gets_utf_8_whatever_the_system_writes(encoding: str, tmp_path: Path) -> None:
    """Windows gives pipes and files its code page."""
    layout = tmp_path / "договор.yaml"
    layout.write_text(_LAYOUT, encoding="utf-8")
    environment = os.environ | {"PYTHONIOENCODING": encoding, "BXDESK_HOME": str(tmp_path)}
    told = [_run(environment, "plan", *as_json, str(layout)) for as_json in ((), ("--json",))]
    assert "  Отправить договор 😀  " in told[0]
    assert json.loads(told[1])["portals"][0]["unmanaged"]
    assert YAML(typ="safe").load(_run(environment, "export"))["bxdesk"] == 1


def _run(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "bxdesk", "--demo", *arguments],
        env=environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, 2), done.stderr
    return done.stdout.decode("utf-8")


def test_half_a_character_is_printed_as_json_writes_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    printed = tmp_path / "printed"
    with printed.open("w", encoding="ascii") as stream, monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", stream)
        accept_any_text()
        stream.write(json.dumps("\ud83dя", ensure_ascii=False))
    assert json.loads(printed.read_text(encoding="utf-8")) == "\ud83dя"


@pytest.mark.linux  # no other system has a device that is always full
@pytest.mark.parametrize(
    "arguments",
    [("--demo", "status"), ("--demo", "status", "--json"), ("--demo", "export"), ("--help",), ("--version",)],
)
def test_a_full_device_ends_in_one_sentence(arguments: tuple[str, ...], tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bxdesk", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            env=os.environ | {"BXDESK_HOME": str(tmp_path)},
            check=False,
            encoding="utf-8",
        )
    assert (done.returncode, done.stderr) == (1, "The output could not be written: No space left on device.\n")


def test_a_reader_that_has_seen_enough_is_told_nothing(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "bxdesk", "--demo", "export"],
        stdout=write,
        stderr=subprocess.PIPE,
        env=os.environ | {"BXDESK_HOME": str(tmp_path)},
        check=False,
        encoding="utf-8",
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, "")
