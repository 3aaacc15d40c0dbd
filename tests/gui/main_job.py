"""The main job, done by a person at a window on the demo portal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.gui.person import Person

HANDLER = "https://widgets.example.com/bitrix24"
TITLE = "Send contract"
PLACES = ("Deal", "Purchase (183)", "Contact Center tile")


def fill_and_tick(person: Person, step: Callable[[str], None] = lambda _: None, widget: str = "") -> None:
    """Makes a new widget (or opens the one of this title), ticks three places, types address and title key by key."""
    step("opening a widget")
    if widget:
        person.open_widget(widget)
    else:
        person.click("newWidgetButton")
    for place in PLACES:
        step(f"ticking {place}")
        person.tick(place)
        person.pause(5)
    for name, text in (("handlerEdit", HANDLER), ("titleEdit", TITLE)):
        field = person.see(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        for key in text:
            step(f"typing in {name}")
            QTest.keyClicks(field, key)
            person.pause(3)


def review_and_apply(person: Person, step: Callable[[str], None] = lambda _: None) -> str:
    """Reviews, applies, closes the review; returns the sentence that said how it went."""
    step("reviewing")
    person.click("reviewButton")
    person.wait(lambda: person.sees("applyButton"))
    step("applying")
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    result = person.text("applyResult")
    step("closing the review")
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    return result


def bound(person: Person) -> list[str]:
    """Which of the places the tree calls bound, for the widget that is open."""
    return [place for place in PLACES if person.state(place) == "bound"]
