"""The drawing of the place: one for every family, inside its frame, live, in light and dark."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from bxdesk.gui.drawing.drawings import ANYWHERE, DRAWINGS
from bxdesk.gui.drawing.preview import Picture
from bxdesk.gui.drawing.shapes import HEIGHT, WIDTH, Drawing, Kind
from bxdesk.placements.bindings import Texts
from bxdesk.placements.catalogue import FAMILIES
from bxdesk.placements.snapshot import CustomType
from tests.builders import DEAL, HANDLER, LEAD, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, everything, portal_snapshot
from tests.gui.person import Person
from tests.gui.theming import darken

PURCHASES = (CustomType(183, "Purchase"),)


def _shown(person: Person) -> tuple[str, str]:
    picture = person.see(Picture, "placePicture")
    assert person.text("placeCaption") in picture.accessibleDescription()
    assert picture.title in picture.accessibleDescription()
    return person.text("placeCaption"), picture.title


def test_every_family_has_a_drawing_and_no_other() -> None:
    assert set(DRAWINGS) == {family.key for family in FAMILIES}


@pytest.mark.parametrize("drawing", [*DRAWINGS.values(), ANYWHERE])
def test_nothing_stands_outside_the_frame(drawing: Drawing) -> None:
    for part in (*drawing.shapes, drawing.spot):
        assert part.x >= 0
        assert part.y >= 0
        assert part.x + part.w <= WIDTH
        assert part.y + part.h <= HEIGHT


@pytest.mark.parametrize("drawing", [*DRAWINGS.values(), ANYWHERE])
def test_a_title_stands_in_one_area_and_not_across_two(drawing: Drawing) -> None:
    spot = drawing.spot
    for area in reversed(drawing.shapes):
        across = area.x < spot.x + spot.w and spot.x < area.x + area.w
        down = area.y < spot.y + spot.h and spot.y < area.y + area.h
        if area.kind in (Kind.PANEL, Kind.MENU, Kind.PAGE) and across and down:
            assert area.x <= spot.x
            assert area.y <= spot.y
            assert spot.x + spot.w <= area.x + area.w
            assert spot.y + spot.h <= area.y + area.h
            break
    else:
        pytest.fail("the title stands nowhere")


def test_the_title_is_seen_while_it_is_typed_where_it_will_be(start: Start) -> None:
    person = start(FakeDesk(everything(types=PURCHASES, unknown=("CRM_NEW_SPOT",))))
    person.ready()
    assert _shown(person) == ("CRM timeline button: Lead", "Your widget")
    person.type("handlerEdit", HANDLER)
    person.tick("Contact Center tile")
    person.type("titleEdit", "Se")
    assert _shown(person) == ("Contact Center tile", "Se")
    person.type("titleEdit", "Send")
    person.click_row("Purchase (183)")
    assert _shown(person) == ("CRM timeline button: Purchase (183)", "Send")
    person.type("placementFilter", "CRM_NEW")
    person.tree.expandAll()
    person.click_row("CRM_NEW_SPOT")
    assert _shown(person) == ("CRM_NEW_SPOT", "Send")


def test_a_row_that_keeps_its_texts_is_shown_with_them(start: Start) -> None:
    rows = (binding(DEAL, texts={"en": Texts("Two"), "de": Texts("Zwei")}), binding(LEAD, title="One", language="en"))
    person = start(FakeDesk(portal_snapshot(*rows)))
    person.ready()
    person.type("titleEdit", "New")
    person.click_row("Deal")
    assert _shown(person)[1] == "Two"
    person.click_row("Lead")
    assert _shown(person)[1] == "New"


@pytest.mark.usefixtures("palette")
def test_the_picture_shows_its_title_in_light_and_dark(qapp: QApplication) -> None:
    grounds = []
    picture = Picture()
    picture.resize(2 * WIDTH, 2 * HEIGHT)
    for wear in (lambda: None, lambda: darken(qapp)):
        wear()
        qapp.processEvents()
        picture.show_place(DRAWINGS["timeline"], "")
        empty = picture.grab().toImage()
        picture.show_place(DRAWINGS["timeline"], "Send contract")
        full = picture.grab().toImage()
        assert empty != full
        grounds.append(full.pixelColor(20, 180).lightness())
    assert grounds[0] > 200
    assert grounds[1] < 80


def test_in_a_narrow_window_the_preview_makes_room(person: Person) -> None:
    assert person.sees("placePicture")
    person.window.resize(760, 600)
    person.wait(lambda: not person.sees("placePicture"))
    person.window.resize(1280, 760)
    person.wait(lambda: person.sees("placePicture"))
