"""Objects of Qt that are garbage are destroyed in the GUI thread, whatever the worker thread does meanwhile."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QTimer

from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk
from tests.gui.person import Person


def _lose_a_timer(destroyed_in: list[int]) -> None:
    """A timer that runs, which nothing but itself refers to."""
    timer = QTimer()
    timer.destroyed.connect(lambda: destroyed_in.append(threading.get_ident()))
    timer.start(10_000)
    timer.me = timer  # type: ignore[attr-defined]


async def _allocate() -> None:
    """Makes more objects than Python lets pass without a look."""
    for _ in range(1_000):
        assert len([[] for _ in range(100)]) == 100


def test_garbage_of_qt_is_destroyed_in_the_gui_thread(start: Start) -> None:
    person: Person = start(FakeDesk())
    person.ready()
    destroyed_in: list[int] = []
    before = gc.get_threshold()
    gc.set_threshold(50, 1, 1)
    try:
        _lose_a_timer(destroyed_in)
        done: list[object] = []
        task = person.program.session.task()
        task.succeeded.connect(done.append)
        task.start(_allocate)
        person.wait(lambda: bool(done))
        person.wait(lambda: bool(destroyed_in))
    finally:
        gc.set_threshold(*before)
    assert destroyed_in == [threading.get_ident()]


def test_python_collects_again_once_the_window_is_closed(start: Start) -> None:
    gc.enable()
    person = start(FakeDesk())
    person.ready()
    assert not gc.isenabled()
    person.program.close()
    assert gc.isenabled()
