"""A narrow window shows fewer parts beside each other, each with room enough, and the others are one click away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QTableView,
    QTreeView,
    QWidget,
)

from bxdesk.gui.portals.portals_model import Column
from tests.builders import DEAL, LEAD, OTHER_HANDLER, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, portal_snapshot
from tests.gui.person import Person
from tests.scenes.beginning import FIRST_MINUTES
from tests.scenes.fleet import against_layout
from tests.scenes.portals import restricted
from tests.scenes.stage import SMALLEST, come_to_rest, visit
from tests.scenes.trouble import TROUBLE
from tests.scenes.wearing import language_worn

_PARTS = {"widgetList": "widgets", "handlerEdit": "content", "placementTree": "places", "bindingsTable": "bindings"}
_BAR = ("refreshButton", "portalsButton", "checksButton", "historyButton", "settingsButton", "helpButton")
_WIDE, _NARROW, _NARROWEST = 1280, 720, 427


@pytest.fixture
def somebody(start: Start) -> Person:
    person = start(FakeDesk(portal_snapshot(binding(DEAL), binding(LEAD, OTHER_HANDLER, title="Call back"))))
    person.ready()
    return person


def _make(person: Person, width: int, height: int = 560) -> None:
    person.window.resize(width, height)
    come_to_rest()


def _in_sight(person: Person) -> list[str]:
    return [part for name, part in _PARTS.items() if person.sees(name)]


def test_parts_that_have_no_room_are_turned_to(somebody: Person) -> None:
    assert _in_sight(somebody) == ["widgets", "content", "places"]
    assert not somebody.sees("placesViewButton")
    _make(somebody, _NARROW)
    assert _in_sight(somebody) == ["widgets", "content"]
    somebody.click("placesViewButton")
    assert _in_sight(somebody) == ["widgets", "places"]
    _make(somebody, _NARROWEST)
    assert _in_sight(somebody) == ["places"]
    for button, part in (("widgets", "widgets"), ("content", "content"), ("bindings", "bindings")):
        somebody.click(f"{button}ViewButton")
        assert _in_sight(somebody) == [part]


def test_a_window_is_made_narrow_while_the_bindings_are_shown(somebody: Person) -> None:
    somebody.click("bindingsViewButton")
    for width in (640, _NARROWEST):
        _make(somebody, width)
        whole = somebody.window.centralWidget()
        assert isinstance(whole, QScrollArea)
        assert whole.horizontalScrollBar().maximum() == 0
        assert somebody.sees("placesViewButton")


def test_what_is_said_above_the_page_is_narrow_in_a_language_of_long_words(qapp: QApplication) -> None:
    """The banner and the notes: their buttons stand below the text."""
    seen = []
    with language_worn(qapp, "de"):
        for sight in visit((*TROUBLE, *FIRST_MINUTES)):
            if isinstance(sight.widget, QMainWindow):
                seen.append(sight.name)
                whole = sight.widget.centralWidget()
                assert isinstance(whole, QScrollArea)
                sight.widget.resize(_NARROWEST, 560)
                come_to_rest()
                assert whole.horizontalScrollBar().maximum() == 0, sight.name
    assert {"banner-not-installed", "banner-offline", "demo-note-1"} <= {*seen}


def test_portals_held_against_a_layout_do_not_scroll_in_a_language_of_long_words(qapp: QApplication) -> None:
    with language_worn(qapp, "de"):
        sights = visit((against_layout,))
        window = next(sights).widget
        window.resize(_NARROWEST, 700)
        come_to_rest()
        table = window.findChild(QTableView, "portalsTable")
        whole = window.centralWidget() if isinstance(window, QMainWindow) else None
        assert isinstance(whole, QScrollArea)
        assert whole.horizontalScrollBar().maximum() == 0
        assert table is not None
        assert table.columnWidth(Column.PORTAL) > _NARROWEST / 4, "a portal's name comes first"
        assert len([*sights]) > 1, "the window is closed again"


def test_the_plan_is_read_whole_in_the_narrowest_window(somebody: Person) -> None:
    summary, button = somebody.see(QLabel, "planSummary"), somebody.see(QWidget, "reviewButton")
    assert button.y() < summary.geometry().bottom(), "one line where there is room"
    somebody.tick("Contact")
    somebody.tick("Deal")
    somebody.open_widget("Call back")
    somebody.tick("Company")
    _make(somebody, _NARROWEST)
    assert somebody.text("planSummary") == "2 to bind, 1 to unbind"
    assert summary.width() >= summary.fontMetrics().horizontalAdvance(summary.text())
    assert button.y() > summary.geometry().bottom()


def test_the_banners_buttons_stand_beside_its_text_where_there_is_room(start: Start) -> None:
    person = start(restricted())
    person.wait(lambda: person.sees("problemBanner"))
    title, button = person.see(QLabel, "problemTitle"), person.see(QWidget, "whatToDoButton")
    assert button.y() < title.geometry().bottom()
    assert button.x() > title.geometry().right()
    _make(person, _NARROWEST)
    assert button.y() > title.geometry().bottom()
    assert title.width() > _NARROWEST * 0.8


def test_what_has_the_focus_stays_in_sight(somebody: Person) -> None:
    somebody.see(QWidget, "titleEdit").setFocus()
    _make(somebody, _NARROWEST)
    assert _in_sight(somebody) == ["content"]


def test_searching_placements_brings_them_into_sight(somebody: Person) -> None:
    _make(somebody, _NARROW)
    QTest.keySequence(somebody.window, "Ctrl+F")
    assert _in_sight(somebody) == ["widgets", "places"]
    assert somebody.see(QWidget, "placementFilter").hasFocus()


def test_whoever_chooses_a_widget_goes_on_to_its_content(somebody: Person) -> None:
    _make(somebody, _NARROWEST)
    somebody.click("widgetsViewButton")
    somebody.open_widget("Call back")
    assert _in_sight(somebody) == ["content"]
    assert somebody.text("titleEdit") == "Call back"
    assert somebody.see(QLineEdit, "handlerEdit").cursorPosition() == 0, "of a long address the host is in sight"
    QTest.keySequence(somebody.window, "Ctrl+N")
    assert somebody.see(QWidget, "handlerEdit").hasFocus()


def test_a_window_that_is_wide_again_has_its_parts_as_they_were(somebody: Person) -> None:
    before = [somebody.see(QWidget, name).width() for name in ("widgetList", "placementTree")]
    for width in (_NARROW, _NARROWEST, _NARROW, _WIDE):
        _make(somebody, width, somebody.window.height())
    assert [somebody.see(QWidget, name).width() for name in ("widgetList", "placementTree")] == before


@pytest.mark.parametrize("width", [900, _NARROW, 640, 560, _NARROWEST])
def test_the_window_as_a_whole_does_not_scroll(somebody: Person, width: int) -> None:
    _make(somebody, width, SMALLEST[1])
    for view in ("widgets", "content", "places", "bindings"):
        if not somebody.sees(f"{view}ViewButton"):
            continue
        somebody.click(f"{view}ViewButton")
        come_to_rest()
        whole = somebody.window.centralWidget()
        assert isinstance(whole, QScrollArea)
        assert whole.horizontalScrollBar().maximum() == 0, view
        assert whole.verticalScrollBar().maximum() == 0 or width < SMALLEST[0], view
        if view == "places":
            assert somebody.see(QTreeView, "placementTree").horizontalScrollBar().maximum() == 0


def test_the_bar_s_buttons_have_words_only_where_all_of_them_fit(somebody: Person) -> None:
    history = somebody.see(QPushButton, "historyButton")
    wide = history.width()
    assert "History" not in history.toolTip()
    _make(somebody, 640)
    assert history.width() < wide / 2
    assert history.toolTip().startswith("<qt>History<br>")
    assert len({somebody.see(QWidget, name).mapTo(somebody.window, QPoint()).y() for name in _BAR}) == 1
    somebody.click("historyButton")
    assert somebody.sees("historyDialog")
    somebody.click("historyCloseButton")
    _make(somebody, _WIDE)
    assert history.width() == wide
    assert "History" not in history.toolTip()


def test_who_is_signed_in_takes_no_room_from_the_buttons(somebody: Person) -> None:
    for width in (_NARROW, 800, 880, 960, 1040, _WIDE):
        _make(somebody, width)
        assert len({somebody.see(QWidget, name).mapTo(somebody.window, QPoint()).y() for name in _BAR}) == 1, width
