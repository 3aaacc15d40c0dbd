"""A window that reads from right to left is the mirror image of one that reads from left to right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from bxdesk.gui.drawing.drawings import drawing_of
from bxdesk.gui.drawing.preview import Picture
from bxdesk.gui.parts.icons import icon
from bxdesk.placements.families.crm import CONTACT_CENTER_TILE
from tests.builders import TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, portal_snapshot, problem
from tests.gui.person import Person
from tests.scenes.clipped import clipped_in
from tests.scenes.dialogs import DIALOGS
from tests.scenes.doing import DOING
from tests.scenes.stage import visit
from tests.scenes.wearing import mirrored
from tests.scenes.working import WORKING

_ROUNDING = 2
_PLACES = (
    *("connectionBox", "refreshButton", "settingsButton", "whatToDoButton", "nextProblemButton"),
    *("newWidgetButton", "widgetFilter", "widgetList", "handlerEdit", "titleEdit", "languagesButton", "placePicture"),
    *("placementFilter", "placementTree", "placementDetails", "widgetsViewButton", "bindingsViewButton"),
    *("layoutMenuButton", "planSummary", "reviewButton"),
)
_PLACES_OF_BINDINGS = ("bindingsFilter", "bindingsTable", "bindingsMenuButton")


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    with mirrored(qapp):
        yield


def _open(start: Start) -> Person:
    person = start(FakeDesk(portal_snapshot(binding(TILE), problems=(problem("a"), problem("b")))))
    person.ready()
    return person


def _places(person: Person) -> dict[str, QRect]:
    found = {name: _place(person, name) for name in _PLACES}
    person.show_bindings()
    person.settle()
    return {**found, **{name: _place(person, name) for name in _PLACES_OF_BINDINGS}}


def _place(person: Person, name: str) -> QRect:
    widget = person.see(QWidget, name)
    return QRect(widget.mapTo(person.window, QPoint()), widget.size())


def test_every_part_of_the_window_has_its_mirrored_place(start: Start, qapp: QApplication) -> None:
    before = _places(_open(start))
    with mirrored(qapp):
        person = _open(start)
        after = _places(person)
        width = person.window.width()
    for name in before:
        expected = width - before[name].x() - before[name].width()
        assert abs(after[name].x() - expected) <= _ROUNDING, name
        assert after[name].size() == before[name].size(), name


@pytest.mark.usefixtures("right_to_left")
@pytest.mark.parametrize("name", ["widgetList", "widgetFilter", "placementTree", "placementFilter"])
def test_the_outer_border_of_a_panel_is_on_the_screen(start: Start, name: str) -> None:
    part = _open(start).see(QWidget, name)
    assert part.visibleRegion().boundingRect() == part.rect()


@pytest.mark.usefixtures("right_to_left")
def test_nothing_is_cut_off_or_sticks_out() -> None:
    found = {
        text: sight.name for sight in visit((WORKING[1], DOING[0], *DIALOGS[:2])) for text in clipped_in(sight.widget)
    }
    assert found == {}


@pytest.mark.usefixtures("right_to_left")
def test_addresses_keep_their_own_direction(start: Start) -> None:
    person = _open(start)
    address = person.show_bindings().model().index(0, 2).data()
    assert address == "\u2068https://widgets.example.com/bitrix24\u2069"


@pytest.mark.usefixtures("right_to_left")
def test_the_page_of_portals_begins_at_the_open_portal(start: Start) -> None:
    person = start(FakeDesk(None, connection("acme", "a"), connection("beta", "b")))
    person.ready()
    person.click("portalsButton")
    table = person.see(QTableView, "portalsTable")
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_the_drawing_of_the_place_is_mirrored(qapp: QApplication) -> None:
    before = _painted()
    with mirrored(qapp):
        after = _painted()
    assert _difference(before, after) > 0.05
    assert _difference(before.flipped(Qt.Orientation.Horizontal), after) < 0.01


@pytest.mark.parametrize(("name", "directed"), [("next", True), ("previous", True), ("search", False)])
def test_icons_that_point_somewhere_point_the_other_way(qapp: QApplication, name: str, directed: bool) -> None:
    before = icon(name).pixmap(QSize(32, 32)).toImage()
    with mirrored(qapp):
        after = icon(name).pixmap(QSize(32, 32)).toImage()
    assert after == (before.flipped(Qt.Orientation.Horizontal) if directed else before)


def _painted() -> QImage:
    picture = Picture()
    picture.resize(400, 200)  # wider than the drawing, which then stands where one begins to read
    picture.show_place(drawing_of(CONTACT_CENTER_TILE), "")
    return picture.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def _difference(one: QImage, other: QImage) -> float:
    """The share of points that differ clearly."""
    points = [
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 24
        for x in range(0, one.width(), 2)
        for y in range(0, one.height(), 2)
    ]
    return sum(points) / len(points)
