"""What a screen reader gets to hear, asked through Qt's accessibility interface."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from bxdesk.placements.snapshot import CustomType
from tests.builders import DEAL, OTHER_HANDLER, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, everything, portal_snapshot
from tests.gui.person import Person

_NAME, _DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def _heard(person: Person, name: str) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(person.see(QWidget, name))
    assert found is not None
    return found


def _inside(above: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(above.childCount()):
        child = above.child(number)
        if child is not None:
            yield child


def _item(person: Person, start_of_name: str) -> QAccessibleInterface:
    tree = _heard(person, "placementTree")
    return next(item for item in _inside(tree) if item.text(_NAME).startswith(start_of_name))


def test_rows_of_the_tree_say_their_name_their_state_and_whether_they_are_ticked(start: Start) -> None:
    here = portal_snapshot(
        binding(DEAL, title="Send"), binding(TILE, OTHER_HANDLER), without=(DEAL.replace("DEAL", "LEAD"),)
    )
    person = start(FakeDesk(here))
    person.ready()
    deal, lead, tile = (_item(person, name) for name in ("Deal", "Lead", "Contact Center tile"))
    assert deal.text(_NAME) == "Deal, bound"
    assert deal.state().checkable
    assert deal.state().checked
    assert tile.text(_NAME) == "Contact Center tile, another widget"
    assert tile.state().checkable
    assert not tile.state().checked
    assert lead.text(_NAME).startswith("Lead, not available: The portal does not offer")
    assert "misspelt" in lead.text(_DESCRIPTION)
    assert not lead.state().checkable
    assert not lead.state().disabled  # or the keyboard would pass over the reason


def test_a_group_says_how_much_of_it_is_bound_and_whether_it_is_open(start: Start) -> None:
    person = start(FakeDesk(everything(binding("LEFT_MENU"), types=(CustomType(183, "Purchase"),))))
    person.ready()
    assert _item(person, "CRM timeline button").text(_NAME) == "CRM timeline button, 0 of 8 bound"
    assert _item(person, "CRM timeline button").state().expanded
    more = _item(person, "More placements (82)")
    assert more.state().expandable
    assert not more.state().expanded
    assert not more.state().checkable
    person.tick("CRM timeline button")
    assert _item(person, "Deal").state().checked


def test_buttons_and_fields_say_what_they_are_and_what_is_wrong(person: Person) -> None:
    for name, role, said in (
        ("reviewButton", QAccessible.Role.Button, "Review and apply"),
        ("refreshButton", QAccessible.Role.Button, "Refresh"),
        ("languagesButton", QAccessible.Role.ButtonMenu, "Languages of the texts"),
        ("handlerEdit", QAccessible.Role.EditableText, "Page address"),
        ("titleEdit", QAccessible.Role.EditableText, "Title"),
        ("handlerCallButton", QAccessible.Role.Button, "What the handler receives…"),
        ("helpButton", QAccessible.Role.Button, "Help"),
        ("placementTree", QAccessible.Role.Tree, "Places"),
    ):
        heard = _heard(person, name)
        assert (heard.role(), heard.text(_NAME)) == (role, said), name
    assert _heard(person, "reviewButton").state().disabled
    person.type("handlerEdit", "ftp://a.b")
    assert "Portals refuse ftp:// addresses." in _heard(person, "handlerEdit").text(_DESCRIPTION)
    assert _heard(person, "placePicture").text(_NAME) == "Where people will see it"
    assert _heard(person, "placePicture").text(_DESCRIPTION) == "CRM timeline button: Lead: “Your widget”"
