"""List and keyring are changed together or not at all: eight at once, killed at every write, on a full disk."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import anyio
import pytest

from bxdesk.accounts import saved_connections
from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionList
from bxdesk.accounts.secret_store import KeyringError
from bxdesk.errors import BxdeskError
from bxdesk.messages import message
from bxdesk.storage.files import write_atomically
from tests.builders import RecordingListener
from tests.unit.accounts.ended import FileKeyring, connection, names_in, saved_in, use_vault

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(sys.platform == "win32", reason="kills forks")]

KEYS = Keys("secret", "access", "refresh")
ONE, OTHER = connection(1), connection(2)
Job = dict[str, Any]
Run = Callable[..., list[str]]


@pytest.fixture(scope="module")
def program() -> Iterator[subprocess.Popen[str]]:
    """Does jobs in forks: imports are paid once."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.unit.accounts.ended"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=Path(__file__).parents[3],
    ) as running:
        yield running
        assert running.stdin is not None
        running.stdin.close()


@pytest.fixture
def at_once(program: subprocess.Popen[str], tmp_path: Path) -> Run:
    """Does jobs on this computer side by side; how each ended."""

    def run(*jobs: Job) -> list[str]:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write(json.dumps([{"folder": str(tmp_path), **job} for job in jobs]) + "\n")
        program.stdin.flush()
        ended: list[str] = json.loads(program.stdout.readline())
        return ended

    return run


async def computer(folder: Path, *connections: Connection) -> None:
    """Starts with these connections and their keys."""
    for one in connections:
        await saved_in(folder).add(one, KEYS)


async def next_start(folder: Path) -> set[str]:
    """What is connected once bxdesk was started again; a connection and its keys are there together."""
    saved = saved_in(folder)
    listed = {known.identity for known in await saved.all()}
    await saved.check()
    assert await saved.remove_leftovers() == ()
    assert names_in(folder) == listed, "nothing is lost and nothing is left"
    assert saved._file.read().leftovers == ()
    return listed


@pytest.fixture(params=["keyring", "vault"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A computer with a keyring, and one that keeps connections and keys in a vault."""
    if request.param == "vault":
        use_vault(tmp_path)
    return tmp_path


async def test_eight_at_once_lose_nothing(at_once: Run, place: Path) -> None:
    await computer(place, OTHER)
    numbers = range(10, 18)
    assert set(at_once(*({"do": "connect", "number": number} for number in numbers))) == {"done"}
    everybody = {connection(number).identity for number in numbers} | {OTHER.identity}
    assert await next_start(place) == everybody
    assert set(at_once(*({"do": "refresh", "number": 12 + number % 2} for number in range(8)))) == {"done"}
    assert await next_start(place) == everybody
    assert set(at_once(*({"do": "disconnect", "number": number} for number in numbers))) == {"done"}
    assert await next_start(place) == {OTHER.identity}


async def test_who_signs_out_while_others_refresh_is_signed_out(at_once: Run, place: Path) -> None:
    for _ in range(5):
        await computer(place, ONE, OTHER)
        refreshes = [{"do": "refresh", "number": 1}] * 4
        assert set(at_once(*refreshes, {"do": "disconnect", "number": 1}, *refreshes)) == {"done"}
        assert await next_start(place) == {OTHER.identity}


@pytest.mark.parametrize("do", ["connect", "connect again", "disconnect", "refresh"])
async def test_killed_at_every_write_nothing_is_lost_and_nothing_left(at_once: Run, place: Path, do: str) -> None:
    is_there = do != "connect"
    points = 0
    while True:
        await computer(place, OTHER, *([ONE] if is_there else []))
        (ended,) = at_once({"do": do.split()[0], "number": 1, "kill_at": points})
        connected = await next_start(place)
        assert OTHER.identity in connected
        if do in ("connect again", "refresh"):
            assert ONE.identity in connected, "who was signed in stays so"
        if ended == "done":
            assert (ONE.identity in connected) == (do != "disconnect")
            break
        assert ended == "killed"
        await saved_in(place).remove(ONE)
        points += 1
    assert points >= (2 if do == "refresh" else 7)


async def test_eight_at_once_some_of_which_are_killed(at_once: Run, place: Path) -> None:
    chance = random.Random(12)  # noqa: S311
    for _ in range(10):
        jobs: list[Job] = [
            {
                "do": chance.choice(("connect", "disconnect", "refresh")),
                "number": chance.randrange(4),
                "kill_at": chance.choice((None, chance.randrange(14))),
            }
            for _ in range(8)
        ]
        assert "failed" not in at_once(*jobs)
        await next_start(place)


async def test_many_are_changed_in_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await computer(tmp_path, ONE, OTHER)
    saved = saved_in(tmp_path)
    writes: list[ConnectionList] = []
    write = saved._file.write

    def counted(known: ConnectionList) -> None:
        writes.append(known)
        write(known)

    monkeypatch.setattr(saved._file, "write", counted)
    asked = [one.identity for one in (OTHER, connection(3), ONE)]
    changed = await saved.change(asked, lambda known: replace(known, group="ours"))
    assert [one.identity for one in changed] == [OTHER.identity, ONE.identity], "the third was removed meanwhile"
    assert await saved.all() == tuple(replace(one, group="ours") for one in (ONE, OTHER))
    assert len(writes) == 1


async def test_a_refresh_saves_only_over_the_keys_it_came_from(tmp_path: Path) -> None:
    await computer(tmp_path, ONE)
    saved = saved_in(tmp_path)
    old = await saved.keys(ONE)
    assert old is not None
    await saved.add(ONE, Keys("another secret", "access-2", "refresh-2"))
    now = await saved.replace_keys(ONE, old, Keys("secret", "access-3", "refresh-3"))
    assert now == await saved.keys(ONE)
    assert now is not None
    assert (now.client_secret, now.access_token) == ("another secret", "access-2")
    await saved.remove(ONE)
    assert await saved.replace_keys(ONE, now, KEYS) is None
    assert FileKeyring(tmp_path / "keyring").names() == set()


@pytest.mark.parametrize("writes", [0, 1])
async def test_a_full_disk_leaves_no_keys_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int) -> None:
    await computer(tmp_path, OTHER)
    left = [None] * writes

    def full(path: Path, text: str, **how: bool) -> None:
        if not left:
            raise OSError(28, "No space left on device")
        left.pop()
        write_atomically(path, text, **how)

    with monkeypatch.context() as patch:
        patch.setattr("bxdesk.storage.data_file.write_atomically", full)
        with pytest.raises(BxdeskError, match="No space left"):
            await saved_in(tmp_path).add(ONE, KEYS)
    assert FileKeyring(tmp_path / "keyring").names() == {OTHER.identity}
    assert await next_start(tmp_path) == {OTHER.identity}


class Failing(FileKeyring):
    """Keeps what it has."""

    def delete_password(self, service: str, username: str) -> None:  # noqa: ARG002 - a keyring's way
        raise KeyringError(message("It is locked."))


async def test_keys_that_the_keyring_does_not_give_up_are_told_and_removed_later(tmp_path: Path) -> None:
    await computer(tmp_path, ONE)
    saved = saved_in(tmp_path, Failing(tmp_path / "keyring"))
    with pytest.raises(BxdeskError, match="key may still be in your keyring") as caught:
        await saved.remove(ONE)
    assert "the next time" in str(caught.value.problem.remedy)
    assert await saved.all() == ()
    (still,) = await saved.remove_leftovers()
    assert ONE.identity in str(still.title)
    assert await next_start(tmp_path) == set()


async def test_what_the_keyring_holds_is_not_forgotten_by_who_goes_on_without_it(tmp_path: Path) -> None:
    await computer(tmp_path, ONE)
    saved = saved_in(tmp_path)
    saved.keep_in_memory()
    await saved.add(OTHER, KEYS)
    await saved.remove(ONE)
    await saved.remove(OTHER)
    assert await next_start(tmp_path) == set()


async def test_a_lock_that_cannot_be_had_changes_nothing(tmp_path: Path) -> None:
    await computer(tmp_path, ONE)
    before = (tmp_path / "connections.json").read_text(encoding="utf-8")
    (tmp_path / "no locks").write_text("in the way")
    saved = saved_connections.SavedConnections(
        saved_in(tmp_path)._file, saved_in(tmp_path).secrets, tmp_path / "no locks" / "here"
    )
    for attempt in (lambda: saved.add(OTHER, KEYS), lambda: saved.remove(ONE)):
        with pytest.raises(BxdeskError, match=r"could not be saved: .*connections\.json"):
            await attempt()
    assert (tmp_path / "connections.json").read_text(encoding="utf-8") == before
    assert FileKeyring(tmp_path / "keyring").names() == {ONE.identity}


async def test_one_who_waits_for_another_says_so(tmp_path: Path) -> None:
    told = RecordingListener()
    saved, other = saved_in(tmp_path), saved_in(tmp_path)
    async with anyio.create_task_group() as tasks, other.locked():
        tasks.start_soon(saved.add, ONE, KEYS, told)
        with anyio.fail_after(5):
            while not told.texts:  # noqa: ASYNC110
                await anyio.sleep(0.05)
    assert told.texts == ["Waiting: another bxdesk is changing the connections…"]
    assert await next_start(tmp_path) == {ONE.identity}
