"""The drafts on the disk: one file for each window, taken up by the next, and never in anybody's way."""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from bxdesk.errors import BxdeskError
from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.widgets import Layout, Widget
from bxdesk.storage.drafts import DraftFiles
from tests.builders import DEAL, HANDLER, LEAD

ACME, BETA = "local.1@a", "local.1@b"


def draft_for(*codes: str, title: str = "") -> Draft:
    """A draft with one new widget at these places."""
    content = Content.of(title) if title else Content()
    return Draft(Layout(), Layout({"new-1": Widget(HANDLER, content, dict.fromkeys(codes))}))


ONE = draft_for(DEAL, title="Send contract")
OTHER = draft_for(LEAD)

pytestmark = pytest.mark.anyio
Window = Callable[[], DraftFiles]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "config" / "drafts"


@pytest.fixture
def window(tmp_path: Path, folder: Path) -> Iterator[Window]:
    """Another window on this computer."""
    opened: list[DraftFiles] = []

    def open_one() -> DraftFiles:
        opened.append(DraftFiles(folder, tmp_path / "locks"))
        return opened[-1]

    yield open_one
    for files in opened:
        files.close()


def the_file(folder: Path) -> Path:
    """The only one there is."""
    (path,) = folder.iterdir()
    return path


def files_in(folder: Path) -> set[Path]:
    """All there are, hidden ones as well."""
    return set(folder.iterdir()) if folder.exists() else set()


def be_no_folder(path: Path) -> None:
    """Puts a file where a folder is expected."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("no folder", encoding="utf-8")


async def draft_of(files: DraftFiles, identity: str = ACME) -> Draft | None:
    found = await files.read(identity)
    assert found.problems == ()
    return found.kept.draft if found.kept else None


async def test_the_next_window_takes_up_what_one_left(window: Window) -> None:
    first = window()
    assert await draft_of(first) is None
    await first.keep(ACME, ONE)
    await first.keep(BETA, OTHER)
    first.close()
    second = window()
    assert await draft_of(second) == ONE
    assert await draft_of(second, BETA) == OTHER
    await second.keep(ACME, None)
    second.close()
    assert await draft_of(window()) is None


async def test_two_windows_do_not_touch_each_other_s_drafts(window: Window) -> None:
    first, second = window(), window()
    await first.keep(ACME, ONE)
    assert await draft_of(second) is None
    await second.keep(ACME, OTHER)
    await first.keep(ACME, draft_for(DEAL, LEAD, title="Send contract"))
    await second.keep(ACME, OTHER)
    first.close()
    second.close()
    third, fourth, fifth = window(), window(), window()
    assert await draft_of(third) == OTHER  # the newest
    assert await draft_of(fourth) == draft_for(DEAL, LEAD, title="Send contract")
    assert await draft_of(fifth) is None


async def test_asking_again_tells_the_same(window: Window) -> None:
    first = window()
    await first.keep(ACME, ONE)
    first.close()
    second = window()
    found = await second.read(ACME)
    await second.keep(ACME, OTHER)
    assert await second.read(ACME) is found


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
async def test_nobody_else_may_read_a_draft(window: Window, folder: Path) -> None:
    await window().keep(ACME, ONE)
    path = the_file(folder)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b'{"version": 1, "handler": 7}'])
async def test_a_damaged_draft_is_put_aside_and_told_once(window: Window, folder: Path, damage: bytes) -> None:
    first = window()
    await first.keep(ACME, ONE)
    first.close()
    path = the_file(folder)
    path.write_bytes(damage)
    second = window()
    found = await second.read(ACME)
    assert found.kept is None
    assert [problem.code for problem in found.problems] == ["draft_damaged"]
    aside = the_file(folder)
    assert aside.name in str(found.problems[0].explanation)
    assert aside.read_bytes() == damage
    await second.keep(ACME, OTHER)
    second.close()
    assert await draft_of(window()) == OTHER
    assert aside.read_bytes() == damage


async def test_a_newer_draft_is_left_alone_and_told(window: Window, folder: Path) -> None:
    first = window()
    await first.keep(ACME, ONE)
    first.close()
    path = the_file(folder)
    newer = json.dumps({"version": 99})
    path.write_text(newer, encoding="utf-8")
    second = window()
    assert [problem.code for problem in (await second.read(ACME)).problems] == ["draft_newer"]
    await second.keep(ACME, OTHER)
    assert path.read_text(encoding="utf-8") == newer
    second.close()
    third = window()
    found = await third.read(ACME)
    assert found.kept is not None
    assert found.kept.draft == OTHER


def age(path: Path, days: int) -> None:
    """Makes a file as old as if nobody had touched it for so long."""
    then = time.time() - days * 24 * 60 * 60
    os.utime(path, (then, then))


async def test_a_draft_whose_portal_is_not_opened_for_a_year_is_deleted(window: Window, folder: Path) -> None:
    first = window()
    for identity, days in ((ACME, 366), (BETA, 364), ("local.1@c", 366)):
        before = files_in(folder)
        await first.keep(identity, ONE)
        (path,) = files_in(folder) - before
        age(path, days)
    second = window()
    assert await draft_of(second, "local.1@d") is None
    assert len(files_in(folder)) == 3, "a window still has them"
    first.close()
    assert await draft_of(window(), ACME) == ONE  # in time
    third = window()
    assert await draft_of(third, "local.1@c") is None
    assert await draft_of(third, BETA) == ONE


async def test_a_draft_that_is_taken_up_has_another_year(window: Window, folder: Path) -> None:
    first = window()
    await first.keep(ACME, ONE)
    first.close()
    age(the_file(folder), 400)
    second = window()
    assert await draft_of(second) == ONE
    second.close()
    await window().read(BETA)
    assert await draft_of(window()) == ONE


async def test_what_a_kill_left_half_written_is_deleted_unless_its_window_lives(window: Window, folder: Path) -> None:
    first = window()
    await first.keep(ACME, ONE)
    half = folder / f".{the_file(folder).name}.k2_x9"
    half.write_text('{"version": 1, "hand', encoding="utf-8")
    await window().read(BETA)
    assert half.exists()
    first.close()
    second = window()
    await second.read(BETA)
    assert not half.exists()
    assert await draft_of(second) == ONE


@pytest.mark.logs_warnings
async def test_what_cannot_be_deleted_keeps_nobody_from_a_draft(window: Window, folder: Path) -> None:
    first = window()
    await first.keep(ACME, ONE)
    (folder / f".{the_file(folder).name}.k2_x9").mkdir()
    first.close()
    assert (await window().read(BETA)).problems == ()
    assert await draft_of(window()) == ONE


async def test_where_nothing_can_be_written_the_window_opens_all_the_same(window: Window, tmp_path: Path) -> None:
    be_no_folder(tmp_path / "locks")
    files = window()
    found = await files.read(ACME)
    assert [problem.code for problem in found.problems] == ["draft_not_kept"]
    await files.keep(ACME, ONE)


async def test_a_draft_that_cannot_be_written_is_an_error_in_words(window: Window, folder: Path) -> None:
    files = window()
    await files.read(ACME)
    be_no_folder(folder)
    for draft in (ONE, None):
        with pytest.raises(BxdeskError) as caught:
            await files.keep(ACME, draft)
        assert caught.value.problem.code == "draft_unwritable"


def spoil(folder: Path, word: str) -> None:
    """Damages the draft that has this in it."""
    next(path for path in folder.iterdir() if word in path.read_text()).write_text("{")


def _numbers(waiting: Mapping[str, Sequence[object]]) -> dict[str, int]:
    return {identity: len(changes) for identity, changes in waiting.items()}


async def test_what_waits_is_known_without_taking_the_drafts(window: Window, folder: Path) -> None:
    await window().keep(ACME, draft_for(DEAL, LEAD))
    left = window()
    await left.keep(BETA, ONE)
    left.close()
    others = window()
    assert _numbers(await others.waiting((ACME, BETA, "local.1@c"))) == {ACME: 2, BETA: 1}
    assert await draft_of(others, BETA) == ONE
    spoil(folder, LEAD)
    assert _numbers(await others.waiting((ACME, BETA))) == {BETA: 1}, (
        "what is damaged is told when its portal is opened"
    )
