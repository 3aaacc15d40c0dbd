"""The window, driven as a person drives it: by what it shows, with mouse and keyboard."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from bxdesk.gui.app import Program
from bxdesk.gui.background.garbage_collector import collect_if_due
from tests.conftest import MEASURED
from tests.gui.fake_desk import FakeDesk
from tests.gui.person import Person
from tests.offscreen import go_offscreen

go_offscreen()

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform complains of what it cannot do: sizes of windows, raising, grabbing the keyboard."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def collect_in_this_thread() -> Iterator[None]:
    """Keeps other threads, such as a demo portal's, from destroying widgets that a test has left."""
    gc.disable()
    yield
    collect_if_due()
    gc.enable()


Start = Callable[[FakeDesk], Person]


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Start]:
    """Opens the window on a desk; closes it afterwards in the right order."""
    programs: list[Program] = []

    def open_on(desk: FakeDesk) -> Person:
        opened: list[str] = []

        def browse(address: str) -> bool:
            opened.append(address)
            return True

        program = Program(lambda: desk, browse)  # type: ignore[arg-type,return-value]
        programs.append(program)
        program.start()
        return Person(program, opened)

    yield open_on
    for program in programs:
        program.close()
        program.deleteLater()
    qapp.sendPostedEvents()
    qapp.processEvents()


@pytest.fixture
def palette(qapp: QApplication) -> Iterator[None]:
    """Gives the palette back after the test."""
    before = QPalette(qapp.palette())
    yield
    qapp.setPalette(before)


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Keeps a measurement for the end of the run, where it is printed whether or not the test passes."""
    return lambda line: record_property(MEASURED, line)


@pytest.fixture
def person(start: Start) -> Person:
    """The window on a portal that has no widgets yet."""
    somebody = start(FakeDesk())
    somebody.ready()
    return somebody
