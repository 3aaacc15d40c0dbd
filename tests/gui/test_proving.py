"""Proving that widgets show, and trying handlers out, in the window: on the embedded portal with all that is real."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QWidget

from bxdesk.checks.proof import PlaceProof, Proof
from bxdesk.composition import demo_desk
from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.errors import Problem
from bxdesk.gui.app import Program
from bxdesk.gui.checks.arrival_model import ArrivalModel
from bxdesk.gui.checks.proof_model import Column, ProofModel
from bxdesk.gui.parts.language import install_language, remove_language
from bxdesk.gui.parts.theme import GAP
from bxdesk.gui.parts.wording import translated
from bxdesk.messages import message
from bxdesk.placements.call_fields import example_call
from bxdesk.portal.http import system_trust
from tests.builders import DEAL, HANDLER, LEAD, TILE, snapshot
from tests.gui.computer import Computer
from tests.gui.person import Person
from tests.portal.checks.page_browser import PageBrowser

Browse = Callable[[str], object]
Open = Callable[..., Person]


@pytest.fixture
def open_demo(qapp: QApplication) -> Iterator[Open]:
    """Opens the window as ``bxdesk --demo`` does; ``browse`` is what the browser does with an address."""
    with ExitStack() as ends:

        def open_on(browse: Browse = lambda _: None, **settings: Any) -> Person:
            opened: list[str] = []

            def browser(address: str) -> bool:
                opened.append(address)
                browse(address)
                return True

            program = Program(ends.enter_context(demo_desk(DemoSettings(**settings))), browser)
            ends.callback(program.close)
            program.start()
            somebody = Person(program, opened)
            somebody.ready()
            return somebody

        yield open_on
    qapp.processEvents()


def ask_for_proof(person: Person) -> None:
    """Opens the dialog for the widget that stands in the Contact Center."""
    person.open_widget("Help desk chat")
    person.click("proofButton")
    person.wait(lambda: person.sees("proofDialog"))


def results(person: Person) -> list[str]:
    return [row[Column.RESULT] for row in person.table("proofTable")]


def test_a_widget_that_is_pressed_in_the_portal_is_proven(open_demo: Open) -> None:
    browser = PageBrowser()
    person = open_demo(browser.open)
    ask_for_proof(person)
    assert [row[Column.PLACE] for row in person.table("proofTable")] == ["Contact Center tile"]
    assert "waits until you have pressed it in the portal" in person.text("proofIntro")
    dialog, table, begin = (person.see(QWidget, name) for name in ("proofDialog", "proofTable", "proveButton"))
    nothing_between = begin.mapTo(dialog, QPoint()).y() - table.mapTo(dialog, table.rect().bottomLeft()).y() < 3 * GAP
    assert nothing_between, "the dialog is as high as what it says"
    low = dialog.height()

    person.click("proveButton")
    person.wait(lambda: person.sees("proofResult"))

    portal = person.program.session.portal.connection
    assert portal is not None
    assert person.opened == [f"{portal.portal}/contact_center/"]
    assert results(person) == ["proven: it was opened, and the call came"]
    assert person.text("proofResult") == "1 of 1 proven.\nNothing of it is left on the portal."
    assert person.text("proofMeaning").startswith("Everything up to the handler works")
    call = {row[0]: row[2] for row in person.table("proofCallTable")}
    assert (call["PLACEMENT"], call["AUTH_ID"], call["member_id"]) == (TILE, "…", portal.member_id)
    person.click("copyProofButton")
    report = QGuiApplication.clipboard().text()
    assert f"{TILE}: proven" in report
    assert browser.posted["AUTH_ID"] not in report
    assert dialog.height() > 2 * low
    person.click("closeProofButton")
    person.wait(lambda: not person.sees("proofDialog"))


def test_the_browser_is_led_from_one_place_to_the_next(open_demo: Open) -> None:
    browser = PageBrowser()
    person = open_demo(browser.open)
    person.open_widget("Help desk chat")
    person.tick("Deal")
    person.click("proofButton")
    person.wait(lambda: person.sees("proofDialog"))
    person.click("proveButton")
    person.wait(lambda: person.sees("proofResult"))
    assert person.text("proofResult").startswith("2 of 2 proven.")
    assert browser.pages == ["/contact_center/", "/crm/deal/"]


def test_the_portal_is_opened_at_the_place_in_the_current_row(open_demo: Open) -> None:
    person = open_demo()
    person.open_widget("Help desk chat")
    person.tick("Deal")
    person.click("proofButton")
    person.wait(lambda: person.sees("proofDialog"))
    person.click("proveButton")
    person.wait(lambda: results(person) == ["stands there: press it in the portal"] * 2)
    person.see(QTableView, "proofTable").selectRow(1)
    person.click("openPortalButton")
    assert [address.partition("/crm/")[2] for address in person.opened] == ["", "deal/"]
    person.press(Qt.Key.Key_Escape, "proofTable")
    person.wait(lambda: person.sees("proofResult"))


@pytest.mark.parametrize("language", ["de", "es", "ru"])
def test_pages_in_the_browser_speak_the_windows_language(open_demo: Open, language: str) -> None:
    browser = PageBrowser()
    person = open_demo(browser.open)
    worn = install_language(language)
    try:
        ask_for_proof(person)
        person.click("proveButton")
        person.wait(lambda: person.sees("proofResult"))
        (answer,) = browser.answers
        assert f'<html lang="{language}">' in answer
        assert html.escape(translated(message("It works"))) in answer
        assert "It works" not in answer
        person.click("closeProofButton")
        person.click("tryOutButton")
        person.wait(lambda: len(person.opened) == 2)
        with httpx.Client(trust_env=False, verify=system_trust()) as http:
            tried = http.get(person.opened[1]).text
        assert f'<html lang="{language}">' in tried
        assert html.escape(translated(message("Open again"))) in tried
        assert "Open again" not in tried
    finally:
        remove_language(worn)


def test_what_is_not_pressed_is_taken_away_and_says_what_can_be_the_reason(open_demo: Open) -> None:
    person = open_demo(installed=False)
    ask_for_proof(person)
    person.click("proveButton")
    person.wait(lambda: results(person) == ["stands there: press it in the portal"])
    assert person.text("proofIntro") == "Press “bxdesk proof” in the portal, in a browser on this computer."
    assert "not fully installed" in person.text("proofMeaning")

    person.press(Qt.Key.Key_Escape, "proofTable")
    person.wait(lambda: person.sees("proofResult"))

    assert results(person) == ["was not opened"]
    assert "If it is not to be seen on the portal:" in person.text("proofResult")
    assert person.text("proofResult").endswith("Nothing of it is left on the portal.")
    person.press(Qt.Key.Key_Escape, "proofTable")
    person.wait(lambda: not person.sees("proofDialog"))
    assert "bxdesk proof" not in str(person.bindings())


def test_a_window_that_is_closed_takes_it_away_first(qapp: QApplication, tmp_path: Path) -> None:
    with DemoPortal(DemoSettings()) as portal:
        before = portal.bindings()
        computer = Computer.signed_in(portal, tmp_path)
        person = computer.open()
        ask_for_proof(person)
        person.click("proveButton")
        person.wait(lambda: results(person) == ["stands there: press it in the portal"])
        assert len(portal.bindings()) == len(before) + 1
        computer.close()
        qapp.processEvents()
        assert portal.bindings() == before


def test_nothing_that_is_ticked_is_nothing_to_prove(open_demo: Open) -> None:
    person = open_demo()
    ask_for_proof(person)
    table = person.see(QTableView, "proofTable")
    index = table.model().index(0, Column.PLACE)
    assert table.model().setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert not person.see(QPushButton, "proveButton").isEnabled()


def test_a_handler_is_tried_out_in_the_browser(open_demo: Open) -> None:
    seen: list[str] = []

    def look(address: str) -> None:
        with httpx.Client(trust_env=False, verify=system_trust()) as http:
            seen.append(http.get(address).text)

    person = open_demo(look)
    person.open_widget("Help desk chat")
    connection = person.program.session.portal.connection
    assert connection is not None
    person.type("handlerEdit", f"{connection.portal}/sample-handler/")
    person.click("tryOutButton")
    person.wait(lambda: bool(seen))
    assert "People will see this page in the portal." in seen[0]


def test_they_are_proper_models(qtmodeltester: Any) -> None:
    model = ProofModel({DEAL: "Deal", LEAD: "Lead", TILE: "Tile"}, [DEAL])
    qtmodeltester.check(model)
    refused = PlaceProof(LEAD, Problem("x", message("No.")))
    model.show_proof(Proof((PlaceProof(DEAL), refused)), runs=True)
    qtmodeltester.check(model)
    assert model.chosen == (DEAL,)
    assert not model.setData(model.index(1, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    fields = ArrivalModel()
    fields.show_fields(example_call(DEAL, HANDLER, snapshot(), "https://oauth.bitrix.info").fields)
    qtmodeltester.check(fields)
