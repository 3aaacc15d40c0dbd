"""Every fault with every kind of step: whatever happens, the portal ends as it was or as it was wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import anyio.to_thread
import pytest

from bxdesk.changes import journal, journal_log
from bxdesk.errors import BxdeskError
from bxdesk.placements.outcome import Outcome, OutcomeState
from tests.builders import RecordingListener
from tests.portal.changes.cases import CASES
from tests.portal.changes.conftest import Bench
from tests.portal.changes.matrix import BOTH, OLD, WANTED, Killer, Matrix, Table

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(300)]

COMMANDS = {
    "bind": ("bind",),
    "unbind": ("unbind",),
    "replace": ("unbind", "bind"),
    "move": ("bind", "unbind"),
    "move of the only one": ("unbind", "bind"),
}
"""What each kind of step sends, in order."""
KINDS = tuple(COMMANDS)
STRUCK = [
    pytest.param(kind, f"placement.{command}", id=f"{kind}-{command}")
    for kind, commands in COMMANDS.items()
    for command in (commands if kind == "move" else commands[-1:])
]
"""The kinds with the command that a fault strikes: the last one; of a move, which takes two requests, each."""
DOCUMENT = Path(__file__).parents[3] / "docs" / "safety.md"
TABLE = Table()
TESTS = 140
"""With fewer, only a part of them was chosen."""
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forks of one process")


@pytest.fixture(scope="module", autouse=True)
def table_in_the_documentation(request: pytest.FixtureRequest) -> Iterator[None]:
    """After the last test, in whichever order they ran: what came of them all is what docs/safety.md says."""
    yield
    chosen = [item for item in request.session.items if item.path == Path(__file__)]
    if len(chosen) < TESTS or request.session.testsfailed:
        return
    table = TABLE.markdown()
    sys.stdout.write(table)
    text = DOCUMENT.read_text(encoding="utf-8")
    head, _, rest = text.partition("<!-- table -->\n")
    stands, _, tail = rest.partition("<!-- end of table -->")
    if os.environ.get("BXDESK_WRITE_DOCS"):
        DOCUMENT.write_text(f"{head}<!-- table -->\n{table}<!-- end of table -->{tail}", encoding="utf-8")
        return
    assert stands == table


@pytest.fixture
def matrix(bench: Bench) -> Matrix:
    """The matrix on a fresh portal."""
    return Matrix(bench, TABLE)


@pytest.fixture(scope="module")
def killers() -> Iterator[tuple[Killer, Killer]]:
    """Two programs that run jobs side by side, and kill them."""
    both = Killer(), Killer()
    yield both
    for killer in both:
        killer.close()


@pytest.fixture
def killer(killers: tuple[Killer, Killer]) -> Killer:
    """One of them."""
    return killers[0]


async def _killed(matrix: Matrix, killer: Killer, **job: object) -> str:
    killer.start(matrix.bench, await matrix.bench.signed_in.keys(), **job)
    return await anyio.to_thread.run_sync(killer.end)


@forks
@pytest.mark.parametrize("case", CASES)
async def test_killed_at_every_write_and_request(matrix: Matrix, killer: Killer, case: str) -> None:
    for how in BOTH:
        for point in range(100):
            await matrix.fresh(case)
            ended = await _killed(matrix, killer, case=case, kill_at=point)
            if ended == "done":
                assert point > 10
                break
            assert ended == "killed"
            await matrix.recover("killed at a write or a request", case, how)
        else:
            raise AssertionError("it never ended by itself")


@forks
@pytest.mark.parametrize(
    ("case", "commands"),
    [("bind", 1), ("unbind", 1), ("replace", 2), ("move", 1), ("move of the only one", 2), ("all three", 4)],
)
async def test_killed_while_the_portal_stopped_half_way(
    matrix: Matrix, killer: Killer, case: str, commands: int
) -> None:
    for how in BOTH:
        for command in range(1, commands + 1):
            for done in (False, True):
                await matrix.fresh(case)
                await _cut_off_half_way(matrix, killer, case, command, done=done)
                await matrix.recover("killed, and the portal stopped inside the batch", case, how)


@forks
@pytest.mark.parametrize("case", ["replace", "move", "move of the only one", "all three"])
async def test_killed_while_recovering(matrix: Matrix, killer: Killer, case: str) -> None:
    for first in BOTH:
        for point in range(100):
            await matrix.fresh(case)
            await _cut_off_half_way(matrix, killer, case, 2 if case == "all three" else 1)
            ended = await _killed(matrix, killer, do="recover", how=first.value, kill_at=point)
            await matrix.recover("killed while recovering", case, BOTH[point % 2])
            if ended == "done":
                assert point > 10
                break
        else:
            raise AssertionError("it never ended by itself")


@pytest.mark.parametrize(("case", "method"), STRUCK)
@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("kind", ["lost", "cut_off", "html", "empty"])
async def test_answers_that_are_none(matrix: Matrix, kind: str, done: bool, case: str, method: str) -> None:
    name = {"lost": "connection lost", "cut_off": "answer cut off", "html": "a web page", "empty": "no answer"}[kind]
    for how in BOTH:
        for times in (1, 40):
            await matrix.fresh(case)
            here = lambda: matrix.bench.portal.plant(kind, method=method, done=done, times=times)  # noqa: E731, B023
            await matrix.disturbed(case, here)
            await matrix.recover(f"{name} {'after' if done else 'before'} the work", case, how)


@pytest.mark.logs_warnings
@pytest.mark.parametrize(("case", "method"), STRUCK)
@pytest.mark.parametrize("done", [False, True])
async def test_the_portal_is_gone_from_the_batch_on(matrix: Matrix, case: str, done: bool, method: str) -> None:
    rows_were_read = {"bind": 0, "move": COMMANDS["move"].index(method.partition(".")[2]) + 1}.get(case, 1)
    for how in BOTH:
        await matrix.fresh(case)

        def vanish() -> None:
            matrix.bench.portal.plant("lost", method=method, done=done)  # the batch itself
            matrix.bench.portal.plant("lost", method="placement.get", skip=rows_were_read, times=None)

        outcome = await matrix.disturbed(case, vanish)
        assert isinstance(outcome, Outcome)
        assert not outcome.verified
        await matrix.recover("connection gone for good", case, how)


@pytest.mark.parametrize("case", [*KINDS, "all three"])
async def test_a_token_that_runs_out(matrix: Matrix, case: str) -> None:
    for how in BOTH:
        for command in (None, 1, 2, 3, 4)[: 5 if case == "all three" else 3]:
            await matrix.fresh(case)
            disturb = (
                matrix.bench.portal.expire_access_tokens
                if command is None
                else _planting(matrix, "expire", command=command)
            )
            await matrix.disturbed(case, disturb)
            await matrix.recover("token expired in the middle", case, how)


@pytest.mark.logs_warnings
@pytest.mark.parametrize("case", [*KINDS, "all three"])
async def test_a_token_that_was_rotated_while_the_answer_was_lost(matrix: Matrix, case: str) -> None:
    for how in BOTH:
        for command in (None, 1, 2, 3, 4)[: 5 if case == "all three" else 3]:
            await matrix.fresh(case)

            def disturb() -> None:
                matrix.bench.portal.plant("lost", method="oauth.refresh", done=True)
                if command is None:  # noqa: B023
                    matrix.bench.portal.expire_access_tokens()
                else:
                    matrix.bench.portal.plant("expire", command=command)  # noqa: B023

            await matrix.disturbed(case, disturb)
            await matrix.sign_in_again()
            matrix.bench.desk = matrix.bench.start()
            await matrix.recover("token rotated, the answer lost", case, how)


@pytest.mark.parametrize(("case", "method"), STRUCK)
async def test_limits(matrix: Matrix, case: str, method: str) -> None:
    now = {"time": {"finish": 1000, "operating_reset_at": 1000}}
    for how in BOTH:
        for fields in (
            {"code": "QUERY_LIMIT_EXCEEDED", "times": 2},
            {"code": "QUERY_LIMIT_EXCEEDED", "method": method, "times": 2},
            {"code": "ERROR_CORE", "description": "Process of binding already started", "method": method},
        ):
            await matrix.fresh(case)
            await matrix.disturbed(case, _planting(matrix, "error", **fields))
            assert await matrix.recover("limits and locks of the portal", case, how) == WANTED
    if case == "replace":  # it waits for a second
        await matrix.fresh(case)
        await matrix.disturbed(case, _planting(matrix, "error", code="OPERATION_TIME_LIMIT", method=method, extra=now))
        assert await matrix.recover("limits and locks of the portal", case, BOTH[0]) == WANTED


@pytest.mark.parametrize("case", KINDS)
async def test_a_portal_that_refuses_the_kth_command(matrix: Matrix, case: str) -> None:
    for how in BOTH:
        for command in COMMANDS[case]:
            for times in (1, None):
                await matrix.fresh(case)
                disturb = _planting(matrix, "error", code="ERROR_ARGUMENT", method=f"placement.{command}", times=times)
                await matrix.disturbed(case, disturb)
                await matrix.recover("the k-th command refused", case, how)


@pytest.mark.logs_warnings
@pytest.mark.parametrize("case", KINDS)
async def test_a_full_disk(matrix: Matrix, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    enough = 4 if case == "move" else 2  # the plan, and what each batch but the last is about and came to
    for how in BOTH:
        for write in range(enough + 2):
            await matrix.fresh(case)
            with monkeypatch.context() as patch:
                _full_after(patch, write)
                outcome = await matrix.disturbed(case, lambda: None)
                problem = outcome.problem
                assert problem is not None
                assert problem.code == ("journal_unwritable" if write == 0 else "journal_broke_off")
                if write == 0:
                    assert isinstance(outcome, BxdeskError)
                    assert "No space left" in str(problem)
            assert await matrix.recover("a full disk", case, how) == (OLD if write < enough else WANTED)


@pytest.mark.parametrize("case", KINDS)
async def test_a_folder_that_cannot_be_written(matrix: Matrix, case: str) -> None:
    await matrix.fresh(case)
    here = await matrix.bench.snapshot()
    matrix.bench.folder.mkdir(parents=True, exist_ok=True)
    matrix.bench.journal.write_text("a file where the folder should be")
    matrix.bench.portal.clear_requests()
    with pytest.raises(BxdeskError) as caught:
        await matrix.bench.carry_out(here, CASES[case].plan(here))
    assert caught.value.problem.code == "journal_unwritable"
    assert matrix.bench.portal.requests == ()
    matrix.bench.journal.unlink()
    assert await matrix.recover("a folder that cannot be written", case, BOTH[0]) == OLD


@forks
@pytest.mark.parametrize(("case", "command"), [("replace", 1), ("all three", 1), ("all three", 2), ("all three", 3)])
@pytest.mark.parametrize("damage", ["a line torn", "a line in the middle", "a line of something else"])
async def test_a_damaged_journal_is_recovered_as_long_as_its_first_line_is_whole(
    matrix: Matrix, killer: Killer, case: str, command: int, damage: str
) -> None:
    for how in BOTH:
        await matrix.fresh(case)
        await _cut_off_half_way(matrix, killer, case, command)
        (path,) = matrix.bench.journals()
        first, sending = path.read_bytes().splitlines(keepends=True)
        if damage == "a line torn":
            rest = sending[:7] + b"\n" + sending
        elif damage == "a line in the middle":
            rest = b'\x00\xff{"kind": \n' + sending
        else:
            rest = b'{"kind": "something else"}\n[]\n'
        path.write_bytes(first + rest)
        await matrix.recover("a damaged journal", case, how)


@pytest.mark.parametrize("case", KINDS)
@pytest.mark.parametrize("jump", [-3600 * 24 * 400, 3600 * 24 * 400])
async def test_a_clock_that_jumps(matrix: Matrix, case: str, jump: int, monkeypatch: pytest.MonkeyPatch) -> None:
    await matrix.fresh(case)
    await matrix.apply(case)
    true = journal_log.now()
    for module in ("bxdesk.changes.unit_of_work.now", "bxdesk.changes.journal_log.now"):
        monkeypatch.setattr(module, lambda: true.fromtimestamp(true.timestamp() + jump, true.tzinfo))
    first = (await matrix.bench.desk.history()).entries[0].id
    await matrix.bench.take_back()
    await matrix.apply(case)
    entries = (await matrix.bench.desk.history()).entries
    assert [entry.taken_back for entry in entries] == [False, False, True]
    assert entries[2].id == first
    await matrix.bench.take_back()
    assert await matrix.recover("a clock that jumps", case, BOTH[0]) == OLD


@forks
@pytest.mark.parametrize("case", [*KINDS, "two batches"])
async def test_two_processes_on_one_portal(matrix: Matrix, killers: tuple[Killer, Killer], case: str) -> None:
    await matrix.fresh(case)
    keys = await matrix.bench.signed_in.keys()
    for killer in killers:
        killer.start(matrix.bench, keys, case=case, kill_at=1000)
    assert [await anyio.to_thread.run_sync(killer.end) for killer in killers] == ["done", "done"]
    assert await matrix.recover("two processes on one portal", case, BOTH[0]) == WANTED


@pytest.mark.parametrize("case", ["two batches", "move"])
async def test_cancel(matrix: Matrix, case: str) -> None:
    for how in BOTH:
        for asked in range(3):
            await matrix.fresh(case)
            here = await matrix.bench.snapshot()
            answers: list[None] = []

            def stop() -> bool:
                answers.append(None)  # noqa: B023
                return len(answers) > asked  # noqa: B023

            outcome = await matrix.bench.carry_out(here, CASES[case].plan(here), RecordingListener(stop))
            assert all(step.state is not OutcomeState.FAILED for step in outcome.steps)
            # What was done before Cancel is done as a whole; taken back, the portal is as it was.
            if await matrix.bench.desk.undo_plan(matrix.bench.connection):
                await matrix.bench.take_back()
            assert await matrix.recover("Cancel, then taken back", case, how) == OLD


async def _cut_off_half_way(matrix: Matrix, killer: Killer, case: str, command: int, *, done: bool = True) -> None:
    """Kills bxdesk after a batch that the portal has left at this command."""
    for method in ("placement.bind", "placement.unbind"):
        matrix.bench.portal.plant("lost", command=command, done=done, method=method)
    reading_first = 0 if case == "bind" else 2
    creating = sending = 3
    assert await _killed(matrix, killer, case=case, kill_at=reading_first + creating + sending + 1) == "killed"
    matrix.bench.portal.clear_faults()


def _planting(matrix: Matrix, kind: str, **fields: object) -> Callable[[], None]:
    return lambda: matrix.bench.portal.plant(kind, **fields)


def _full_after(patch: pytest.MonkeyPatch, writes: int) -> None:
    """The disk takes this many writes of the journal; the next gets half-way."""
    left = [writes]

    def limited(name: str) -> None:
        usual = getattr(journal, name)

        def write(path: Path, data: bytes) -> None:
            left[0] -= 1
            if left[0] < 0:
                if name == "append":
                    usual(path, data[: len(data) // 2])
                raise OSError(28, os.strerror(28))
            usual(path, data)

        patch.setattr(journal, name, write)

    limited("create")
    limited("append")
