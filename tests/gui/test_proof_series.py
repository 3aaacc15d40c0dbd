"""Proofs on several portals, one after the other, with a person in front of each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QDialog, QTableView, QTreeView

from tests.builders import DEAL, LEAD, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, error, portal_snapshot
from tests.gui.person import Person

ACME, BETA, GAMMA = connection("acme", "a"), connection("beta", "b"), connection("gamma", "c")


@pytest.fixture
def desk() -> FakeDesk:
    desk = FakeDesk(portal_snapshot(binding(DEAL), binding(LEAD)), ACME, BETA, GAMMA)
    desk.others[BETA.identity] = portal_snapshot()
    desk.others[GAMMA.identity] = portal_snapshot(binding(TILE))
    return desk


@pytest.fixture
def person(start: Start, desk: FakeDesk) -> Person:
    somebody = start(desk)
    somebody.ready()
    somebody.click("portalsButton")
    somebody.wait(lambda: somebody.sees("portalsTable"))
    somebody.see(QTableView, "portalsTable").selectAll()
    return somebody


def _begin(person: Person) -> None:
    person.choose("portalsMenuButton", "provePortalsAction")
    person.wait(lambda: person.sees("proofDialog"))


def _known(person: Person, heading: str) -> tuple[str, list[tuple[str, str]]] | None:
    model = person.see(QTreeView, "portalDetailsTree").model()
    for row in range(model.rowCount(QModelIndex())):
        section = model.index(row, 0)
        if section.data() == heading:
            lines = range(model.rowCount(section))
            found = [(str(model.index(n, 0, section).data()), str(model.index(n, 1, section).data())) for n in lines]
            return str(model.index(row, 1).data()), found
    return None


def _prove(person: Person) -> None:
    person.click("proveButton")
    person.wait(lambda: person.sees("proofResult"))


def test_portals_are_proven_one_after_the_other(person: Person, desk: FakeDesk) -> None:
    _begin(person)
    assert sorted(desk.read) == [BETA.name, GAMMA.name], "the open one is known"
    assert person.text("proofPortal") == "Prove that it shows on acme.bitrix24.com (1 of 2)", "on beta nothing stands"
    assert [row[0] for row in person.table("proofTable")] == ["CRM timeline button: Deal", "CRM timeline button: Lead"]
    _prove(person)
    assert person.text("proofResult").startswith("2 of 2 proven.")
    person.click("nextPortalButton")
    person.wait(lambda: person.text("proofPortal") == "Prove that it shows on gamma.bitrix24.com (2 of 2)")
    assert not person.sees("nextPortalButton")
    _prove(person)
    person.click("closeProofButton")
    person.wait(lambda: not person.sees("proofDialog"))
    assert all(any(address.startswith(one.portal) for address in person.opened) for one in (ACME, GAMMA))
    table = person.see(QTableView, "portalsTable")
    proven = "proven: it was opened, and the call came"
    table.selectRow(2)
    assert _known(person, "Proof that it shows") == ("1 of 1 proven.", [("Contact Center tile", proven)])
    table.selectRow(1)
    assert _known(person, "Proof that it shows") is None


def test_cancel_takes_the_widget_away_and_ends_the_series(person: Person, desk: FakeDesk) -> None:
    desk.hold("prove")
    _begin(person)
    person.click("proveButton")
    person.wait(lambda: person.text("closeProofButton") == "&Take it away")
    assert not person.sees("nextPortalButton"), "not while a widget stands there"
    person.click("closeProofButton")
    person.wait(lambda: person.sees("proofResult"))
    assert person.text("proofResult").startswith("0 of 2 proven.")
    assert person.text("closeProofButton") == "&End here"
    person.click("closeProofButton")
    person.wait(lambda: not person.sees("proofDialog"))
    person.pause(50)
    assert not person.sees("proofDialog")
    person.see(QTableView, "portalsTable").selectRow(0)
    assert _known(person, "Proof that it shows") == (
        "0 of 2 proven.",
        [("CRM timeline button: Deal", "was not opened"), ("CRM timeline button: Lead", "was not opened")],
    )


def test_a_portal_can_be_passed_over(person: Person) -> None:
    _begin(person)
    person.click("nextPortalButton")
    person.wait(lambda: "(2 of 2)" in person.see(QDialog, "proofDialog").windowTitle())


def test_one_that_cannot_be_read_is_passed_over_and_says_why(person: Person, desk: FakeDesk) -> None:
    desk.errors[f"read {GAMMA.name}"] = [error("unreachable", "gamma does not answer.")]
    _begin(person)
    assert person.see(QDialog, "proofDialog").windowTitle() == "Prove that it shows", "it is the only one"
    person.click("closeProofButton")
    person.wait(lambda: not person.sees("proofDialog"))
    person.see(QTableView, "portalsTable").selectRow(2)
    assert person.text("portalDetailsProblem").startswith("gamma does not answer.")


def test_a_proof_on_the_portal_s_own_page_is_known_here(person: Person) -> None:
    person.click("leavePortalsButton")
    person.open_widget("Send contract")
    person.click("proofButton")
    _prove(person)
    person.click("closeProofButton")
    person.click("portalsButton")
    person.see(QTableView, "portalsTable").selectRow(0)
    proven = _known(person, "Proof that it shows")
    assert proven is not None
    assert proven[0] == "2 of 2 proven."


def test_cancelling_the_reading_begins_no_proof(person: Person, desk: FakeDesk) -> None:
    desk.hold(f"read {GAMMA.name}")
    person.choose("portalsMenuButton", "provePortalsAction")
    person.wait(lambda: person.text("portalsStatus") == "1 of 2 read")
    person.click("cancelReadingButton")
    person.pause(50)
    assert not person.sees("proofDialog")


def test_where_no_widget_stands_that_is_said(person: Person) -> None:
    table = person.see(QTableView, "portalsTable")
    table.clearSelection()
    table.selectRow(1)
    person.choose("portalsMenuButton", "provePortalsAction")
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemTitle") == "There is nothing to prove."
