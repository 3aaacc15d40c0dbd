"""The main job on real parts: the window, the core, and the demo portal over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from PySide6.QtWidgets import QApplication

from bxdesk.composition import demo_desk, usual_desk
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.gui.app import Program
from bxdesk.storage.folders import under
from tests.gui.connecting import go_to_keys
from tests.gui.heartbeat import Heartbeat
from tests.gui.main_job import PLACES, TITLE, bound, fill_and_tick, review_and_apply
from tests.gui.person import Person
from tests.portal.demo.forms import form_token

Open = Callable[[DemoSettings], Person]


@pytest.fixture
def open_demo(qapp: QApplication) -> Iterator[Open]:
    """Opens the window as ``bxdesk --demo`` does."""
    ends: list[Callable[[], object]] = []

    def open_on(settings: DemoSettings) -> Person:
        made = demo_desk(settings)
        program = Program(made.__enter__(), lambda _: True)
        ends.append(lambda: made.__exit__(None, None, None))
        ends.append(program.close)
        program.start()
        somebody = Person(program)
        somebody.ready()
        return somebody

    yield open_on
    for end in reversed(ends):
        end()
    qapp.processEvents()


def test_what_was_applied_is_taken_back_at_once_or_from_the_history(open_demo: Open) -> None:
    person = open_demo(DemoSettings())
    before = person.bindings()
    fill_and_tick(person)
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: person.sees("undoButton"))
    person.click("undoButton")
    person.wait(lambda: person.sees("applyButton"))
    assert person.text("reviewHeading") == "3 to unbind"
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    assert person.text("applyResult") == "All 3 changes are done and read back."
    person.click("cancelButton")
    assert person.bindings() == before
    assert TITLE not in [widget[0] for widget in person.widgets()]
    person.click("historyButton")
    person.wait(lambda: len(person.table("historyTable")) == 2)
    assert [row[3:] for row in person.table("historyTable")] == [
        ["Undo: 3 unbound", "done"],
        ["3 bound", "taken back"],
    ]
    person.click("historyUndoButton")
    person.wait(lambda: person.sees("applyButton"))
    assert person.text("reviewHeading") == "3 to bind"
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    person.click("cancelButton")
    person.click("historyCloseButton")
    person.open_widget(TITLE)
    assert bound(person) == list(PLACES)


def test_tick_review_apply_see_untick_apply_again(open_demo: Open) -> None:
    person = open_demo(DemoSettings())
    before = len(person.bindings())
    fill_and_tick(person)
    assert person.text("planSummary") == "3 to bind"
    assert review_and_apply(person) == "All 3 changes are done and read back."
    assert bound(person) == list(PLACES)
    assert person.text("planSummary") == "Nothing to change"
    assert len(person.bindings()) == before + 3
    assert person.opened_widget == TITLE
    person.tick("Deal")
    assert person.text("planSummary") == "1 to unbind"
    assert review_and_apply(person) == "The change is done and read back."
    assert bound(person) == list(PLACES[1:])
    person.click("refreshButton")
    person.ready()
    assert bound(person) == list(PLACES[1:])
    assert person.text("planSummary") == "Nothing to change"


def test_a_change_of_title_replaces_and_leaves_nothing_to_change(open_demo: Open) -> None:
    person = open_demo(DemoSettings())
    fill_and_tick(person)
    review_and_apply(person)
    person.type("titleEdit", "Sign contract")
    assert person.text("planSummary") == "3 to replace"
    assert review_and_apply(person) == "All 3 changes are done and read back."
    assert person.text("planSummary") == "Nothing to change"


@pytest.mark.parametrize(
    "settings",
    [
        DemoSettings(installed=False),
        DemoSettings(admin=False),
        DemoSettings(missing_scopes=frozenset({"contact_center"})),
    ],
)
def test_what_stands_in_the_way_is_said_with_what_to_do(open_demo: Open, settings: DemoSettings) -> None:
    person = open_demo(settings)
    assert person.text("problemTitle")
    person.click("whatToDoButton")
    assert person.text("problemCure")


def test_a_missing_permission_makes_its_placement_unavailable_and_says_which(open_demo: Open) -> None:
    person = open_demo(DemoSettings(missing_scopes=frozenset({"contact_center"})))
    assert person.state("Contact Center tile") == (
        "not available: The app lacks the permission “Contact Center (contact_center)”."
    )
    person.tick("Contact Center tile")
    assert person.text("planSummary") == "Nothing to change"


def test_the_longest_stall_through_the_main_job(open_demo: Open, tell: Callable[[str], None]) -> None:
    """The number is printed; that the job was done while it was taken is asserted."""
    for types in (0, 1000):
        person = open_demo(DemoSettings(types=types, latency=0.05))
        heart = Heartbeat()

        def now(doing: str, heart: Heartbeat = heart) -> None:
            heart.doing = doing

        now("refreshing")
        person.click("refreshButton")
        person.ready()
        fill_and_tick(person, now)
        review_and_apply(person, now)
        assert bound(person) == list(PLACES)
        now("searching")
        person.type("placementFilter", "Type 0999")
        tell(f"longest stall of the window, main job, {types} more types: {heart.longest:.0f} ms ({heart.at})")
        heart.deleteLater()


def test_signing_in_from_the_window_through_the_browser(qapp: QApplication, tmp_path: Path, free_port: int) -> None:
    """There is no keyring here, so the person goes on for this session; the browser is one that presses Allow."""
    callback = f"http://127.0.0.1:{free_port}/callback"
    pages: list[str] = []

    def press_allow(address: str) -> bool:
        asked = httpx.URL(address)
        with httpx.Client(follow_redirects=True, trust_env=False) as browser:
            form = {**form_token(browser.get(asked).text), **asked.params, "answer": "allow"}
            pages.append(browser.post(asked.copy_with(query=None), data=form).text)
        return True

    def browse(address: str) -> bool:
        threading.Thread(target=press_allow, args=(address,)).start()
        return True

    with DemoPortal(DemoSettings(handler_path=callback)) as portal, usual_desk(under(tmp_path)) as open_desk:
        program = Program(open_desk, browse)
        program.start()
        person = Person(program)
        person.wait(lambda: person.sees("stateButton"))
        person.click("stateButton")
        go_to_keys(person, portal.address)
        person.click("advancedButton")
        for name, text in (
            ("clientIdEdit", portal.client_id),
            ("clientSecretEdit", portal.client_secret),
            ("redirectEdit", callback),
            ("authorizationServerEdit", portal.authorization_server),
        ):
            person.type(name, text)
        person.click("signInButton")
        person.wait(lambda: person.sees("sessionOnlyButton"))
        person.click("sessionOnlyButton")
        person.ready()
        assert person.labels()[1] == "Lead"
        assert "bxdesk is connected" in pages[0]
        program.close()
    qapp.processEvents()
