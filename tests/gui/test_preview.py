"""The drawing of the place: one for every family, inside its frame, live, in light and dark."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication, QWidget

from bxdesk.gui.drawing.drawings import drawing_of
from bxdesk.gui.drawing.preview import Picture
from bxdesk.gui.parts.theme import GAP
from bxdesk.placements.bindings import Texts
from bxdesk.placements.catalogue import FAMILIES
from bxdesk.placements.families.crm import TIMELINE
from bxdesk.placements.families.record import Family
from bxdesk.placements.snapshot import CustomType
from bxdesk.support.drawings import HEIGHT, WIDTH
from bxdesk.support.resources import resource
from tests.builders import DEAL, HANDLER, LEAD, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, everything, portal_snapshot
from tests.gui.person import Person
from tests.gui.theming import darken
from tests.scenes.stage import come_to_rest

PURCHASES = (CustomType(183, "Purchase"),)


def _shown(person: Person) -> tuple[str, str]:
    picture = person.see(Picture, "placePicture")
    assert person.text("placeCaption") in picture.accessibleDescription()
    assert picture.title in picture.accessibleDescription()
    return person.text("placeCaption"), picture.title


SVG = "{http://www.w3.org/2000/svg}"
FILES = sorted(resource("drawings").glob("*.svg"))


def parts(file: Path) -> Iterator[tuple[str, QRectF]]:
    """Each shape from the lowest to the highest: the class of its group (the title has none), and its area."""
    for child in ET.parse(file).getroot():  # noqa: S314 - a file of this repository
        for shape in [child] if child.tag == f"{SVG}rect" else child:
            given = {name: float(value) for name, value in shape.items() if name in ("x", "y", "width", "height")}
            if shape.tag == f"{SVG}circle":
                x, y, r = (float(shape.get(name, "")) for name in ("cx", "cy", "r"))
                given = {"x": x - r, "y": y - r, "width": 2 * r, "height": 2 * r}
            yield child.get("class", ""), QRectF(given["x"], given["y"], given["width"], given["height"])


def test_every_family_has_a_drawing_and_no_other() -> None:
    assert {file.stem for file in FILES} == {*(family.key for family in FAMILIES), "anywhere"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_stands_outside_the_frame(file: Path) -> None:
    frame = QRectF(0, 0, WIDTH, HEIGHT)
    assert all(frame.contains(area) for _, area in parts(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_title_stands_in_one_area_and_not_across_two(file: Path) -> None:
    *shapes, (_, title) = parts(file)
    grounds = [area for kind, area in shapes if kind in ("panel", "menu", "page") and area.intersects(title)]
    assert grounds[-1].contains(title)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_the_title_is_painted_where_the_drawing_says(family: Family) -> None:
    *_, (_, title) = parts(resource("drawings", f"{family.key}.svg"))
    assert drawing_of(family).title == title


def test_the_drawing_shows_a_place_of_the_text_that_is_typed(start: Start) -> None:
    """The place that was ticked last has another."""
    rows = [binding(code, title=title, language="en") for code, title in ((DEAL, "Send"), (LEAD, "Other"))]
    person = start(FakeDesk(portal_snapshot(*rows)))
    person.ready()
    assert person.text("titleEdit") == _shown(person)[1]


def test_the_caption_stands_at_the_edge_of_the_drawing(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot()))
    person.ready()
    picture, caption = person.see(Picture, "placePicture"), person.see(QWidget, "placeCaption")
    for width in (1280, 427):
        person.window.resize(width, 1000)
        come_to_rest()
        painted = min(picture.width() / WIDTH, picture.height() / HEIGHT) * HEIGHT
        assert caption.y() - picture.y() - painted < 2 * GAP


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
    person.type_title("New")
    person.click_row("Lead")
    assert _shown(person)[1] == "One"
    person.click_row("Deal")
    assert _shown(person)[1] == "New"


@pytest.mark.usefixtures("palette")
def test_the_picture_shows_its_title_in_light_and_dark(qapp: QApplication) -> None:
    grounds = []
    picture = Picture()
    picture.resize(2 * WIDTH, 2 * HEIGHT)
    for dark in (False, True):
        if dark:
            darken(qapp)
        qapp.processEvents()
        picture.show_place(drawing_of(TIMELINE), "")
        empty = picture.grab().toImage()
        picture.show_place(drawing_of(TIMELINE), "Send contract")
        full = picture.grab().toImage()
        assert empty != full
        grounds.append(full.pixelColor(20, 180).lightness())
    assert grounds[0] > 200
    assert grounds[1] < 80


def test_in_a_wide_window_the_picture_is_as_wide_as_the_fields_and_the_drawing_grows(person: Person) -> None:
    picture, field = person.see(Picture, "placePicture"), person.see(QWidget, "descriptionEdit")
    person.window.resize(1900, 1000)
    person.wait(lambda: picture.width() > 700 and picture.height() > 400)
    right = [one.mapTo(person.window, one.rect().topRight()).x() for one in (picture, field)]
    assert right[0] == right[1]


def test_in_a_narrow_window_the_picture_is_smaller_and_the_fields_keep_their_room(person: Person) -> None:
    picture = person.see(Picture, "placePicture")
    usual = picture.width()
    person.window.resize(760, 600)
    person.wait(lambda: picture.width() < usual)
    assert picture.visibleRegion().boundingRect().width() == picture.width()
    for name in ("handlerEdit", "titleEdit", "languagesButton", "descriptionEdit", "groupEdit"):
        field = person.see(QWidget, name)
        assert field.visibleRegion().boundingRect() == field.rect(), name
    person.window.resize(1280, 760)
    person.wait(lambda: picture.width() == usual)
