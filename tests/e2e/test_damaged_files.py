"""A file of bxdesk's own that is damaged, or is no file at all, is named and holds nothing else up."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bxdesk.demo import DemoPortal

from .processes import Bxdesk

STRAY: dict[str, Callable[[Path], object]] = {
    "deep JSON": lambda path: path.write_text("[" * 200_000),
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "half a file": lambda path: path.write_text('{"kind": "begin", "vers'),
}


@pytest.mark.parametrize("kind", STRAY)
def test_each_trouble_is_its_own(connected: Bxdesk, portal: DemoPortal, kind: str) -> None:
    folders = {name: connected.home / name for name in ("config", "state/journal", "log")}
    connected.run("status")
    folders["state/journal"].mkdir(parents=True)
    log = folders["log"] / "bxdesk.log"
    log.unlink()
    for path in (
        folders["config"] / "settings.json",
        folders["config"] / "window.json",
        folders["state/journal"] / "0123456789abcdef-000001-abcdef.jsonl",
        log,
    ):
        STRAY[kind](path)

    told = connected.run("status", "--json")
    assert told.json["portal"] == portal.address
    assert "The settings cannot be read" in told.err
    assert "settings.json" in told.err
    assert "Mend the file or move it away" in told.err
    assert connected.run("undo").code == 0
