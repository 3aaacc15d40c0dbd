"""A thousand portals: read, looked into, checked, moved to another server, while the window goes on answering."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QTableView

from bxdesk.placements.codes import timeline_code
from bxdesk.placements.snapshot import CustomType
from tests.builders import binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, portal_snapshot
from tests.gui.heartbeat import Heartbeat
from tests.gui.person import Person

MANY = 1000
TYPES = tuple(CustomType(1000 + number, f"Type {number}") for number in range(20))


def _desk() -> FakeDesk:
    rows = (binding(timeline_code(one.entity_type_id), "https://old.example.com/send") for one in TYPES)
    here = portal_snapshot(*rows, types=TYPES)
    return FakeDesk(here, *(connection(f"p{number:04}", f"{number:04}") for number in range(MANY)))


def _all(start: Start) -> Person:
    person = start(_desk())
    person.ready()
    person.click("portalsButton")
    person.see(QTableView, "portalsTable").selectAll()
    return person


def test_the_window_answers_while_a_thousand_are_worked_on(start: Start, tell: Callable[[str], None]) -> None:
    person = _all(start)
    stalls = []
    for doing, action in (("reading", "readPortalsAction"), ("checking", "checkPortalsAction")):
        heart = Heartbeat()
        person.choose("portalsMenuButton", action)
        person.wait(lambda: person.sees("portalsStatus") and not person.sees("portalsProgress"), 60)
        assert person.text("portalsStatus").startswith(f"{MANY} of {MANY}")
        stalls.append(f"{doing} {heart.longest:.0f} ms")
        heart.deleteLater()
    heart = Heartbeat()
    person.choose("portalsMenuButton", "movePortalsAction")
    person.wait(lambda: person.sees("serverMoveDialog") and not person.sees("serverMoveProgress"), 60)
    person.type("moveAfterEdit", "https://new.example.com")
    person.wait(lambda: person.see(QPushButton, "reviewMoveButton").isEnabled(), 60)
    assert person.text("moveMessage").startswith(f"{MANY * len(TYPES)} widgets")
    stalls.append(f"moving {heart.longest:.0f} ms")
    heart.deleteLater()
    tell(f"longest stall with {MANY} portals of {len(TYPES)} widgets each: {', '.join(stalls)}")
