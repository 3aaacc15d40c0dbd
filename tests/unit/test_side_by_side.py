"""Work for many portals side by side."""

from __future__ import annotations

import anyio
import anyio.lowlevel
import pytest

from bxdesk.cli.streams import OutputLostError
from bxdesk.desk import Desk
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message

pytestmark = pytest.mark.anyio


async def test_what_goes_wrong_with_one_does_not_touch_the_others() -> None:
    done: list[int] = []
    failed: list[tuple[int, str]] = []

    async def work(number: int) -> None:
        await anyio.lowlevel.checkpoint()
        if number % 2:
            raise BxdeskError(Problem(f"odd_{number}", message("It is odd.")))
        done.append(number)

    await Desk.each(range(5), work, lambda number, error: failed.append((number, error.problem.code)))
    assert sorted(done) == [0, 2, 4]
    assert sorted(failed) == [(1, "odd_1"), (3, "odd_3")]


@pytest.mark.logs_warnings
async def test_a_fault_of_ours_with_one_does_not_touch_the_others() -> None:
    done: list[int] = []
    failed: list[tuple[int, str]] = []

    async def work(number: int) -> None:
        if number == 0:
            raise KeyError(number)
        await anyio.lowlevel.checkpoint()
        done.append(number)

    await Desk.each(range(3), work, lambda number, error: failed.append((number, error.problem.code)))
    assert sorted(done) == [1, 2]
    assert failed == [(0, "unexpected")]


async def test_what_ends_the_program_ends_all_of_it() -> None:
    async def work(number: int) -> None:
        if number == 1:
            raise OutputLostError(OSError("full"))
        await anyio.sleep_forever()

    with pytest.raises(OutputLostError, match="full"):
        await Desk.each(range(3), work, lambda *_: None)


async def test_no_more_run_at_once_than_asked_for() -> None:
    running, most = 0, 0

    async def work(_: int) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await anyio.sleep(0.001)
        running -= 1

    await Desk.each(range(20), work, lambda *_: None, 3)
    assert most == 3
