"""A file of the window's arrangement that was damaged or forged: a window opens that can be worked with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.fuzz.bounds import Bounds, fuzzed
from tests.fuzz.corpus import FILES
from tests.fuzz.inputs import damaged, spoilt
from tests.gui.windows import Windows, splitters

USUAL = QSize(1280, 760)
KEPT = {
    "parts": {
        "window": [10, 10, 790, 650, 0],
        "mainSplitter": [180, 300, 260],
        "bindingsTable:6": [1, 1, 120, 200, 90, 60, 60, 0],
        "placementTree:2": [0, 0, 333, 100],
    },
    "folded": {"timeline": True, "more": False},
}
NUMBER = st.integers() | st.integers(-40_000, 40_000) | st.floats() | st.booleans() | st.none() | st.text(max_size=9)
FILE = (
    damaged(json.dumps(KEPT).encode())
    | spoilt(KEPT, NUMBER | st.lists(NUMBER, max_size=9)).map(lambda kept: json.dumps(kept).encode())
)  # fmt: skip


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


def open_with(text: bytes, file: Path, windows: Windows, bounds: Bounds) -> None:
    """Opens a window where this is what the last one left, and works with it."""
    windows.close()
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text)
    with bounds.one():
        person = windows.open()
        screen = QGuiApplication.primaryScreen().availableGeometry()
        assert screen.contains(person.window.geometry()) or person.window.size() == USUAL
        assert all(size > 100 for sizes in splitters(person).values() for size in sizes)
        person.tick("Contact Center tile")
        assert person.state("Contact Center tile") == "to unbind"


@pytest.mark.parametrize("name", FILES)
def test_what_failed_once(alone: Bounds, file: Path, windows: Windows, name: str) -> None:
    open_with(FILES[name], file, windows, alone)


@fuzzed(25)
@given(FILE)
def test_any_arrangement(alone: Bounds, file: Path, windows: Windows, text: bytes) -> None:
    open_with(text, file, windows, alone)
