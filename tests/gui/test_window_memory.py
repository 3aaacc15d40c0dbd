"""How the window was left is how the next one opens."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSplitter, QTableView

from bxdesk.storage.window_state import WindowStateFile
from tests.gui.person import Person
from tests.gui.windows import Windows, splitters

Open = Callable[..., Person]
USUAL = QSize(1280, 760)
SMALL = QSize(1040, 650)
"""A size that fits the screen of the tests, where no window is as large as it wants to be."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "window.json"


@pytest.fixture
def windows(qapp: QApplication, file: Path) -> Iterator[Windows]:
    """The windows of one computer, one after the other."""
    windows = Windows(file)
    yield windows
    windows.close()
    qapp.processEvents()


@pytest.fixture
def close(windows: Windows) -> Callable[[], None]:
    """Closes the window that is open."""
    return windows.close


@pytest.fixture
def opened(windows: Windows) -> Open:
    """Closes the window that is open, and opens the next."""
    return windows.open


def alike(sizes: list[int], others: list[int]) -> bool:
    """Whether they are the same but for what is rounded while a window finds its size."""
    return sum(sizes) == sum(others) and all(abs(size - other) <= 2 for size, other in zip(sizes, others, strict=True))


def test_sizes_widths_order_and_folding_are_as_they_were_left(opened: Open) -> None:
    person = opened()
    assert person.window.size() == USUAL
    usual = splitters(person)
    person.window.resize(SMALL)
    person.settle()
    person.see(QSplitter, "mainSplitter").setSizes([240, 420, 332])
    table = person.show_bindings()
    table.setColumnWidth(1, 200)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    person.show_widgets()
    person.tree.header().resizeSection(0, 333)
    person.tree.collapse(person.placement("CRM timeline button"))
    person.tree.expand(person.tree.model().index(3, 0))
    person.settle()
    labels, left = person.labels(), splitters(person)
    assert left != usual
    assert "Lead" not in labels[:3]

    person = opened()
    assert person.window.size() == SMALL
    person.wait(lambda: all(map(alike, splitters(person).values(), left.values())))
    assert person.tree.header().sectionSize(0) == 333
    assert person.labels() == labels
    table = person.show_bindings()
    assert table.columnWidth(1) == 200
    assert [row[1] for row in person.table()] == ["C", "B", "A"]


def test_the_page_of_portals_is_as_it_was_left(opened: Open) -> None:
    person = opened()
    person.click("portalsButton")
    table = person.see(QTableView, "portalsTable")
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    table.setColumnWidth(1, 210)
    person.see(QSplitter, "portalsSplitter").setSizes([200, 400])
    person.settle()
    left = person.see(QSplitter, "portalsSplitter").sizes()
    assert left[0] < left[1]

    person = opened()
    person.click("portalsButton")
    table = person.see(QTableView, "portalsTable")
    assert table.columnWidth(1) == 210
    header = table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (2, Qt.SortOrder.DescendingOrder)
    person.wait(lambda: alike(person.see(QSplitter, "portalsSplitter").sizes(), left))


def test_a_window_that_showed_no_portal_keeps_nothing_of_the_page_for_one(
    opened: Open, close: Callable[[], None], file: Path
) -> None:
    """The page was made and never seen: sizes that it had there would be those of the next window."""
    opened(connected=False)
    close()
    assert set(json.loads(file.read_text(encoding="utf-8"))["parts"]) == {"window"}


def test_a_maximised_window_opens_maximised(opened: Open) -> None:
    opened().window.showMaximized()
    assert opened().window.isMaximized()


def test_a_window_that_was_on_another_screen_is_in_sight(opened: Open) -> None:
    opened().window.move(20_000, 20_000)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.intersects(opened().window.frameGeometry())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"parts": {"window": "nonsense", "mainSplitter": ""}, "folded": {}}',
        '{"parts": {"window": [1, 2], "mainSplitter": [0, 0, 0]}, "folded": {}}',
        '{"parts": {"mainSplitter": [-5, 9, 9], "bindingsTable:6": [99, 7, -5, 9, 9, 9, 9, 9]}, "folded": {}}',
        '{"parts": {"mainSplitter": [true, 1, 1]}, "folded": 7}',
        '{"parts": {"mainSplitter": [1e9, 400000, 400000]}, "folded": 7}',
        r'{"parts": {"window": "half \ud800 a character", "\udc00": "A"}, "folded": {"\ud800": true}}',
    ],
)
def test_what_cannot_be_read_was_never_arranged(opened: Open, file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    person = opened()
    assert person.window.size() == USUAL
    assert all(size > 100 for sizes in splitters(person).values() for size in sizes)
    person.window.resize(SMALL)
    assert opened().window.size() == SMALL


def test_where_it_cannot_be_kept_the_window_closes_all_the_same(opened: Open, file: Path) -> None:
    opened().window.resize(SMALL)
    shutil.rmtree(file.parent)
    file.parent.write_text("no folder", encoding="utf-8")
    assert opened().window.size() == USUAL


def test_what_was_restored_before_a_start_that_did_not_finish_is_not_restored_again(
    opened: Open, close: Callable[[], None], file: Path
) -> None:
    opened().window.resize(SMALL)
    close()
    mark = file.with_suffix(".opening")
    mark.touch()  # a window that began with this state, and hung
    person = opened()
    assert person.window.size() == USUAL
    person.wait(lambda: not mark.exists())
    assert opened().window.size() == USUAL


def test_a_window_that_was_killed_after_it_had_opened_is_arranged_as_before(
    opened: Open, close: Callable[[], None], file: Path
) -> None:
    opened().window.resize(SMALL)
    close()
    person = opened()
    mark = file.with_suffix(".opening")
    assert mark.exists()
    person.wait(lambda: not mark.exists())
    assert WindowStateFile(file).begin().parts["window"][2:4] == (SMALL.width(), SMALL.height())
