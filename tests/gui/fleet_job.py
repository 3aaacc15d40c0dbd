"""The job of whoever looks after many portals, as one person does it: read all, check all, move all to a new server."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QTableView

from bxdesk.placements.codes import timeline_code
from bxdesk.placements.snapshot import CustomType
from tests.builders import binding
from tests.gui.fake_desk import FakeDesk, connection, portal_snapshot
from tests.gui.person import Person

_PATIENCE = 60
"""Seconds."""


def many_portals(number: int, places: int) -> FakeDesk:
    """As many portals, each with a widget at so many places."""
    types = tuple(CustomType(1000 + at, f"Type {at}") for at in range(places))
    rows = (binding(timeline_code(one.entity_type_id), "https://old.example.com/send") for one in types)
    here = portal_snapshot(*rows, types=types)
    return FakeDesk(here, *(connection(f"p{at:04}", f"{at:04}") for at in range(number)))


def work_on_all(person: Person, doing: Callable[[str], None]) -> None:
    """``doing`` is told what is done next."""
    doing("opening the page")
    person.ready()
    person.click("portalsButton")
    person.see(QTableView, "portalsTable").selectAll()
    for what, action in (("reading", "readPortalsAction"), ("checking", "checkPortalsAction")):
        doing(what)
        person.choose("portalsMenuButton", action)
        person.wait(lambda: person.sees("portalsStatus") and not person.sees("portalsProgress"), _PATIENCE)
    doing("looking at a move")
    person.choose("portalsMenuButton", "movePortalsAction")
    person.wait(lambda: person.sees("serverMoveDialog") and not person.sees("serverMoveProgress"), _PATIENCE)
    person.type("moveAfterEdit", "https://new.example.com")
    person.wait(lambda: person.see(QPushButton, "reviewMoveButton").isEnabled(), _PATIENCE)
    doing("reviewing it")
    person.click("reviewMoveButton")
    person.wait(lambda: person.sees("rolloutDialog") and not person.sees("rolloutProgress"), _PATIENCE)
    doing("applying it")
    person.click("applyButton")
    person.wait(lambda: person.text("cancelButton") == "&Close", _PATIENCE)
    doing("reading all again")
    person.click("cancelButton")
    person.wait(lambda: not person.sees("portalsProgress"), _PATIENCE)
