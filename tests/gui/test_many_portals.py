"""A thousand portals: read, checked, moved to another server, while the window goes on answering."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QTableView

from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection
from tests.gui.fleet_job import many_portals, work_on_all
from tests.gui.heartbeat import Heartbeat
from tests.gui.person import Person

MANY = 1000


def test_the_window_answers_while_a_thousand_are_worked_on(start: Start, tell: Callable[[str], None]) -> None:
    desk = many_portals(MANY, places=2)
    person = start(desk)
    person.ready()
    heart = Heartbeat()
    work_on_all(person, lambda what: setattr(heart, "doing", what))
    assert person.text("portalsStatus") == f"{MANY} of {MANY} read"
    assert {one.handler for one in desk.here.bindings} == {"https://new.example.com/send"}
    tell(f"longest stall with {MANY} portals: {heart.longest:.0f} ms, {heart.at}")


def _counted(person: Person) -> Counter[str]:
    """How often what is shown of many portals is shown anew, from now on."""
    shown: Counter[str] = Counter()
    table, box = person.see(QTableView, "portalsTable"), person.see(QComboBox, "connectionBox")
    for name, model in (("table", table.model()), ("box", box.model())):
        model.modelReset.connect(lambda name=name: shown.update([f"{name} filled"]))
        model.dataChanged.connect(lambda *_, name=name: shown.update([f"{name} refreshed"]))
    return shown


def test_a_thousand_answers_at_once_are_shown_together(start: Start) -> None:
    person = start(FakeDesk(None, *(connection(f"p{number:04}", f"{number:04}") for number in range(MANY))))
    person.ready()
    person.click("portalsButton")
    shown = _counted(person)
    began = time.monotonic()
    person.click("readAllButton")
    person.wait(lambda: not person.sees("portalsProgress"))
    person.pause(100)
    stretches = (time.monotonic() - began) / 0.01
    assert 0 < shown["table refreshed"] <= stretches
    assert shown["table filled"] == 1, "sorted once, at the end"
    assert (shown["box refreshed"], shown["box filled"]) == (1, 0)
