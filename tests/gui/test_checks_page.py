"""The page of checks: what keeps widgets from being seen stands first, with what to do about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListView, QPushButton, QTreeView

from bxdesk.checks.check import Check, CheckCode, CheckState, verdicts
from bxdesk.errors import BxdeskError, RemedyKind, remedy
from bxdesk.gui.checks.checks_model import ChecksModel
from bxdesk.messages import message
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, portal_snapshot, problem
from tests.gui.person import Person

FRAMED = Check(CheckCode.HANDLER_FRAMING, CheckState.OK, message("The portal may show the page."), handler=HANDLER)
REFUSED = Check(
    CheckCode.HANDLER_FRAMING,
    CheckState.BLOCKED,
    message("The page forbids it."),
    message("It sends X-Frame-Options: DENY."),
    message("Take the header away."),
    OTHER_HANDLER,
)
ANSWERED = Check(CheckCode.HANDLER_POST, CheckState.OK, message("The page answers."), handler=OTHER_HANDLER)
INSTALLED = Check(CheckCode.INSTALLATION, CheckState.OK, message("The app is fully installed."))
HALF = Check(
    CheckCode.INSTALLATION,
    CheckState.BLOCKED,
    message("The app is not fully installed."),
    remedy=remedy(RemedyKind.COMPLETE_INSTALLATION),
)


@pytest.fixture
def desk() -> FakeDesk:
    desk = FakeDesk(portal_snapshot(binding(DEAL, HANDLER, "Send"), binding(LEAD, OTHER_HANDLER, "Score")))
    desk.found = (INSTALLED, FRAMED, ANSWERED, REFUSED)
    return desk


@pytest.fixture
def person(start: Start, desk: FakeDesk) -> Person:
    somebody = start(desk)
    somebody.ready()
    return somebody


def _check(person: Person) -> None:
    person.click("checksButton")
    person.wait(lambda: person.sees("checksTree"))


def _rows(person: Person) -> list[tuple[str, str]]:
    """Every row that is in sight, with its answer; those inside of another are indented."""
    model = person.see(QTreeView, "checksTree").model()

    def inside(parent: QModelIndex, indent: str) -> list[tuple[str, str]]:
        found = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found.append((f"{indent}{index.data()}", str(model.index(row, 1, parent).data())))
            if person.see(QTreeView, "checksTree").isExpanded(index):
                found += inside(index, f"{indent}  ")
        return found

    return inside(QModelIndex(), "")


def _turn_to(person: Person, row: int) -> None:
    """Opens another portal, and waits for its checks."""
    box = person.see(QComboBox, "connectionBox")
    box.setCurrentIndex(row)
    box.activated.emit(row)
    person.wait(lambda: person.sees("checksTree"))


def _select(person: Person, title: str) -> None:
    tree = person.see(QTreeView, "checksTree")
    rows = [tree.model().index(row, 0) for row in range(tree.model().rowCount())]
    tree.setCurrentIndex(next(index for index in rows if str(index.data()).startswith(title)))


def test_what_is_in_the_way_stands_first_and_says_what_to_do(person: Person) -> None:
    _check(person)
    assert person.text("checksVerdict") == "One widget is hidden from everybody."
    assert _rows(person) == [
        (f"Score ({OTHER_HANDLER})", "not seen"),
        ("  The page forbids it.", "problem"),
        ("  The page answers.", "good"),
        ("The app and its places", "good"),
        (f"Send ({HANDLER})", "shows"),
    ]
    assert person.text("checkQuestion") == "May the portal show the page in a frame?"
    assert person.text("checkFound") == "The page forbids it."
    assert person.text("checkWhy") == "It sends X-Frame-Options: DENY.\nTake the header away."
    assert not person.sees("checkCureButton"), "bxdesk can do nothing about it"


def test_a_widget_is_listed_by_the_title_that_people_see_on_the_portal(person: Person) -> None:
    person.type_title("Renamed")
    QTest.keyClick(person.see(QListView, "widgetList"), Qt.Key.Key_Down)
    QTest.keyClick(person.see(QListView, "widgetList"), Qt.Key.Key_Delete)
    _check(person)
    widgets = [title for title, _ in _rows(person) if title.endswith(")")]
    assert widgets == [f"Score ({OTHER_HANDLER})", f"Send ({HANDLER})"]


def test_nothing_is_asked_twice_until_it_is_asked_for(person: Person, desk: FakeDesk) -> None:
    _check(person)
    person.click("backToWidgetsButton")
    assert person.sees("widgetList")
    assert not person.see(QPushButton, "checksButton").isChecked()
    _check(person)
    assert desk.checked == [None]
    desk.found = (INSTALLED, FRAMED)
    person.click("checkAgainButton")
    person.wait(lambda: person.text("checksVerdict").startswith("Nothing was found"))
    assert desk.checked == [None, None]


def test_a_run_can_be_stopped_and_says_how_far_it_is(person: Person, desk: FakeDesk) -> None:
    desk.hold("check")
    person.click("checksButton")
    person.wait(lambda: person.text("checksStatus").startswith("Calling the pages"))
    assert person.sees("checksProgress")
    person.click("stopChecksButton")
    assert not person.sees("checksProgress")
    assert person.sees("checkAgainButton")


def test_what_could_not_be_asked_is_said(person: Person, desk: FakeDesk) -> None:
    desk.errors["check"] = [BxdeskError(problem())]
    person.click("checksButton")
    person.wait(lambda: person.sees("checksStatus") and person.text("checksStatus").startswith("The portal does not"))
    assert person.sees("noChecks")


def test_nobody_is_told_that_it_ended_before_it_is_known_how(person: Person, desk: FakeDesk) -> None:
    _check(person)
    checking = person.program.window._the_checking()
    ends: list[bool] = []

    def look() -> None:
        if not checking.runs:
            ends.append(checking.problem is not None)

    checking.changed.connect(look)
    desk.errors["check"] = [BxdeskError(problem())]
    person.click("checkAgainButton")
    person.wait(lambda: bool(ends))
    assert ends == [True]


def test_what_bxdesk_can_do_is_a_button(person: Person, desk: FakeDesk) -> None:
    desk.found = (HALF, FRAMED)
    _check(person)
    assert person.text("checksVerdict") == "Something about the app or its places keeps widgets from being seen."
    assert person.text("checkCureButton") == "Move to a new application…"
    person.click("checkCureButton")
    person.wait(lambda: person.sees("moveAppDialog"))


def test_who_is_no_administrator_is_led_to_the_sign_in(person: Person, desk: FakeDesk) -> None:
    lacks_rights = message("Helen Marsh is not an administrator of the portal.")
    desk.found = (Check(CheckCode.ADMINISTRATOR, CheckState.BLOCKED, lacks_rights), FRAMED)
    _check(person)
    assert person.text("checkFound") == "Helen Marsh is not an administrator of the portal."
    assert person.text("checkCureButton") == "Sign in again…"
    person.click("checkCureButton")
    person.wait(lambda: person.sees("signInButton"))


def test_a_permission_that_is_missing_leads_to_the_card(person: Person, desk: FakeDesk) -> None:
    desk.found = (replace(HALF, code=CheckCode.PERMISSION, remedy=remedy(RemedyKind.GRANT_PERMISSION)), FRAMED)
    _check(person)
    person.click("checkCureButton")
    assert person.opened == ["https://acme.bitrix24.com/devops/section/standard/"]


def test_what_is_amiss_with_a_widget_leads_to_it(person: Person) -> None:
    _check(person)
    person.click("openCheckedButton")
    assert person.sees("widgetList")
    assert person.text("handlerEdit") == OTHER_HANDLER
    _check(person)
    _select(person, "Send")
    assert not person.sees("openCheckedButton"), "nothing is to be changed there"


def test_what_nothing_hides_can_be_proven(person: Person) -> None:
    _check(person)
    assert not person.sees("proveCheckedButton"), "nobody can see what the page itself forbids"
    _select(person, "Send")
    assert person.text("proveCheckedButton") == "Prove that it shows…"
    person.click("proveCheckedButton")
    person.wait(lambda: person.sees("proofDialog"))
    assert person.table("proofTable") == [["CRM timeline button: Deal", ""]]
    person.press(Qt.Key.Key_Escape, "proofTable")
    _select(person, "The app")
    assert not person.sees("proveCheckedButton"), "the app stands nowhere"


def test_another_portal_is_checked_as_soon_as_it_is_shown(start: Start, desk: FakeDesk) -> None:
    desk.accounts.known = [connection("acme", "a"), connection("beta", "b")]
    person = start(desk)
    person.ready()
    _check(person)
    assert desk.checked == [None]
    for row, asked in ((1, 2), (0, 2)):
        _turn_to(person, row)
        assert person.see(QPushButton, "checksButton").isChecked()
        assert len(desk.checked) == asked, "what was found before is kept"


def test_a_check_that_two_portals_share_leads_to_the_places_of_the_one_that_is_open(
    start: Start, desk: FakeDesk
) -> None:
    beta = connection("beta", "b")
    desk.accounts.known = [connection("acme", "a"), beta]
    desk.others[beta.identity] = portal_snapshot(binding(LEAD, HANDLER, "Offer"))
    desk.found = (INSTALLED, replace(FRAMED, state=CheckState.WARNING))
    person = start(desk)
    person.ready()
    _check(person)
    for row in (1, 0, 1):
        _turn_to(person, row)
    assert _rows(person)[0][0] == f"Offer ({HANDLER})"
    person.click("proveCheckedButton")
    person.wait(lambda: person.sees("proofDialog"))
    assert person.table("proofTable") == [["CRM timeline button: Lead", ""]]


def test_a_widget_in_the_list_wears_its_verdict(person: Person) -> None:
    _check(person)
    person.click("backToWidgetsButton")
    model = person.see(QListView, "widgetList").model()
    signs = [model.index(row, 0).data(Qt.ItemDataRole.DecorationRole) for row in range(2)]
    assert [sign is not None for sign in signs] == [False, True]
    assert "Checks: not seen" in str(model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_after_an_apply_one_line_says_whether_people_will_see_it(person: Person, desk: FakeDesk) -> None:
    person.open_widget("Score")
    person.tick("Deal")
    desk.found = (INSTALLED, ANSWERED, REFUSED)
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: person.sees("seenLine") and "Checking" not in person.text("seenLine"))
    assert person.text("seenLine") == "People will not see it: The page forbids it."
    assert desk.checked == [(OTHER_HANDLER,)], "only what was changed is asked about"
    assert desk.checked_on == [desk.here], "what was read back is not read once more"


def test_what_was_asked_after_an_apply_is_not_taken_for_all(person: Person, desk: FakeDesk) -> None:
    person.open_widget("Score")
    person.tick("Deal")
    desk.found = (INSTALLED, ANSWERED)
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: person.sees("seenLine") and "Checking" not in person.text("seenLine"))
    person.click("cancelButton")
    desk.found = (INSTALLED, ANSWERED, replace(FRAMED, state=CheckState.BLOCKED))
    _check(person)
    person.wait(lambda: person.text("checksVerdict") == "One widget is hidden from everybody.")
    assert desk.checked == [(OTHER_HANDLER,), None]


def test_it_is_a_proper_model(qtmodeltester: Any) -> None:
    model = ChecksModel()
    model.show(verdicts((INSTALLED, FRAMED, ANSWERED, REFUSED)), {HANDLER: "Send"})
    qtmodeltester.check(model)
