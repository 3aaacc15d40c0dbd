"""The folder of all journals: each portal has its own in it, and those of an earlier bxdesk lie beside them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import anyio
import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.changes.journal import JournalFolder
from bxdesk.changes.journal_records import Begin
from bxdesk.placements.history import Purpose

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def connections(count: int) -> list[Connection]:
    return [
        Connection(f"{number:032x}", "https://acme.bitrix24.com", "https://acme.bitrix24.com/rest/", "local.1", "")
        for number in range(count)
    ]


def begin(connection: Connection) -> Begin:
    return Begin(
        Purpose.APPLY, None, connection.portal, connection.member_id, connection.client_id, 1, "Helen", NOW, ()
    )


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every folder whose entries were gone through."""
    found: list[Path] = []
    scandir = os.scandir

    def scan(path: Any) -> Any:
        found.append(Path(path))
        return scandir(path)

    monkeypatch.setattr("bxdesk.changes.journal.os.scandir", scan)
    return found


async def begin_all(folder: JournalFolder, those: list[Connection]) -> None:
    async with anyio.create_task_group() as tasks:
        for one in those:
            tasks.start_soon(folder.begin, one, begin(one))


async def test_the_folders_of_many_portals_are_not_gone_through_for_each(tmp_path: Path, listed: list[Path]) -> None:
    folder = JournalFolder(tmp_path / "journal")
    those = connections(50)
    await begin_all(folder, those)
    assert listed.count(folder.path) <= 2, "once before it was there, once after"
    assert [len(await folder.files(one)) for one in those] == [1] * 50


async def test_a_journal_that_an_earlier_bxdesk_leaves_meanwhile_is_found(tmp_path: Path) -> None:
    folder = JournalFolder(tmp_path / "journal")
    first, *others = connections(5)
    await begin_all(folder, others[:2])
    assert await folder.files(first) == []
    left = folder.path / f"{first.digest}-000007-abcdef.jsonl"
    left.write_text("")
    os.utime(folder.path)  # the clock of a folder may be coarse
    await begin_all(folder, others[2:])
    assert await folder.files(first) == [left]
    assert (await folder.begin(first, begin(first))).id.split("-")[1] == "000008"
