"""Background work: results and errors come back, cancelling works, nothing outlives the window."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from bxdesk.errors import CancelledByPersonError, Problem
from bxdesk.gui.background.tasks import Task, Tasks
from tests.gui.fake_desk import error


class Receiver(QObject):
    """Remembers what arrived, and in which thread."""

    heard = Signal()

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.news: list[tuple[str, object]] = []
        self.threads: set[int] = set()
        task.succeeded.connect(self.succeeded)
        task.failed.connect(self.failed)
        task.cancelled.connect(self.cancelled)
        task.progressed.connect(self.progressed)

    def succeeded(self, value: object) -> None:
        self._hear("succeeded", value)

    def failed(self, problem: Problem) -> None:
        self._hear("failed", problem.code)

    def cancelled(self) -> None:
        self._hear("cancelled", None)

    def progressed(self, value: object) -> None:
        self._hear("progressed", value)

    def _hear(self, kind: str, value: object) -> None:
        self.news.append((kind, value))
        self.threads.add(threading.get_ident())
        self.heard.emit()


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    del qapp
    made = Tasks()
    made.start()
    yield made
    assert made.close()
    made.deleteLater()


def _ends(receiver: Receiver) -> int:
    return sum(kind != "progressed" for kind, _ in receiver.news)


def test_a_result_and_progress_arrive_in_order_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    task = Task(tasks)
    receiver = Receiver(task)

    async def add(one: int, two: int) -> int:
        task.report("half")
        await asyncio.sleep(0.01)
        return one + two

    task.start(add, 2, two=3)
    qtbot.waitUntil(lambda: _ends(receiver) == 1)
    assert receiver.news == [("progressed", "half"), ("succeeded", 5)]
    assert receiver.threads == {threading.get_ident()}


def test_an_error_for_people_arrives_as_its_problem(qtbot: QtBot, tasks: Tasks) -> None:
    task = Task(tasks)
    receiver = Receiver(task)

    async def fail() -> None:
        raise error("offline")

    task.start(fail)
    qtbot.waitUntil(lambda: _ends(receiver) == 1)
    assert receiver.news == [("failed", "offline")]


def test_a_failure_is_told_above_everything_where_nobody_listens(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[Problem] = []
    tasks.unheard.connect(told.append)

    async def fail() -> None:
        raise error("offline")

    heard, gone = Receiver(first := Task(tasks)), Receiver(second := Task(tasks))
    first.start(fail)
    second.start(fail)
    second.failed.disconnect(gone.failed)  # as when its dialog was closed
    Task(tasks).start(fail)
    qtbot.waitUntil(lambda: len(tasks.failures) == 3)
    assert [problem.code for problem in told] == ["offline"]
    assert heard.news == [("failed", "offline")]


@pytest.mark.logs_warnings
def test_any_other_error_is_logged_and_called_unexpected(qtbot: QtBot, tasks: Tasks) -> None:
    task = Task(tasks)
    receiver = Receiver(task)

    async def fail() -> None:
        raise ZeroDivisionError

    task.start(fail)
    qtbot.waitUntil(lambda: _ends(receiver) == 1)
    assert receiver.news == [("failed", "unexpected")]


def test_cancelling_ends_the_work_and_says_so_once(qtbot: QtBot, tasks: Tasks) -> None:
    task = Task(tasks)
    receiver = Receiver(task)
    ended = threading.Event()

    async def wait() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    task.start(wait)
    qtbot.wait(20)
    task.cancel()
    qtbot.waitUntil(lambda: _ends(receiver) == 1)
    assert receiver.news == [("cancelled", None)]
    assert ended.is_set()


def test_a_task_cancelled_before_its_first_step_says_so_too(qtbot: QtBot, tasks: Tasks) -> None:
    task = Task(tasks)
    receiver = Receiver(task)
    task.start(asyncio.sleep, 60)
    task.cancel()
    qtbot.waitUntil(lambda: _ends(receiver) == 1)
    assert receiver.news == [("cancelled", None)]


def test_what_a_person_stopped_in_the_core_counts_as_cancelled(qtbot: QtBot, tasks: Tasks) -> None:
    task = Task(tasks)
    receiver = Receiver(task)

    async def stop() -> None:
        raise CancelledByPersonError

    task.start(stop)
    qtbot.waitUntil(lambda: _ends(receiver) == 1)
    assert receiver.news == [("cancelled", None)]


def test_a_dropped_task_is_never_heard_of_again(qtbot: QtBot, tasks: Tasks) -> None:
    task, later = Task(tasks), Task(tasks)
    receiver, witness = Receiver(task), Receiver(later)
    task.start(asyncio.sleep, 0.01, "gone")
    task.drop()
    later.start(asyncio.sleep, 0.05, "here")
    qtbot.waitUntil(lambda: _ends(witness) == 1)
    assert receiver.news == []


def test_a_receiver_that_is_gone_does_no_harm(qtbot: QtBot, tasks: Tasks) -> None:
    task, later = Task(tasks), Task(tasks)
    receiver, witness = Receiver(task), Receiver(later)
    task.start(asyncio.sleep, 0.02, "gone")
    receiver.deleteLater()
    later.start(asyncio.sleep, 0.06, "here")
    qtbot.waitUntil(lambda: _ends(witness) == 1)
    assert receiver.news == []


def test_tasks_begun_before_the_thread_wait_for_it(qtbot: QtBot) -> None:
    tasks = Tasks()
    task = Task(tasks)
    receiver = Receiver(task)
    task.start(asyncio.sleep, 0, "early")
    tasks.start()
    qtbot.waitUntil(lambda: _ends(receiver) == 1)
    assert receiver.news == [("succeeded", "early")]
    assert tasks.close()


def test_closing_cancels_does_the_last_work_and_delivers_nothing_more(qtbot: QtBot) -> None:
    tasks = Tasks()
    tasks.start()
    task = Task(tasks)
    receiver = Receiver(task)
    order: list[str] = []

    async def wait() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            order.append("let go")

    async def last() -> None:
        order.append("closed")

    task.start(wait)
    qtbot.wait(20)
    assert tasks.close(last)
    task.report("late")
    qtbot.wait(20)
    assert order == ["let go", "closed"]
    assert receiver.news == []


def test_starting_never_waits_for_a_busy_loop(qtbot: QtBot, tasks: Tasks) -> None:
    free = threading.Event()
    busy, task = Task(tasks), Task(tasks)
    receiver = Receiver(task)

    async def block() -> None:
        free.wait(20)

    busy.start(block)
    task.start(asyncio.sleep, 0, "after")
    task.cancel()
    assert not free.is_set()  # both calls came back although the loop can do nothing
    free.set()
    qtbot.waitUntil(lambda: _ends(receiver) == 1)


def test_thousands_of_signals_and_void_calls_do_no_harm(qtbot: QtBot, tasks: Tasks) -> None:
    """PySide6 6.12.0 aborts on Python 3.11 after some hundred of these."""
    task = Task(tasks)
    receiver = Receiver(task)

    async def chatter() -> None:
        for number in range(5_000):
            task.report(number)

    task.start(chatter)
    qtbot.waitUntil(lambda: _ends(receiver) == 1, timeout=20_000)
    assert [value for kind, value in receiver.news if kind == "progressed"] == list(range(5_000))
    for _ in range(20_000):
        receiver.setObjectName("x")
    for _ in range(5_000):
        receiver.heard.emit()
