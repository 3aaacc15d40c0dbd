"""The widgets of several portals moved to another server: what comes of it for each, one review over all."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QPushButton, QTableView, QTreeView

from bxdesk.gui.background.tasks import Tasks
from bxdesk.gui.portals.server_move_model import ServerMoveModel
from bxdesk.gui.session.server_move import FoundMoves, ServerMove
from bxdesk.gui.session.session import Session
from bxdesk.placements.bindings import Texts
from bxdesk.placements.moving import by_widget, moves
from tests.builders import DEAL, LEAD, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, error, portal_snapshot, problem
from tests.gui.person import Person

ACME, BETA, GAMMA = connection("acme", "a"), connection("beta", "b"), connection("gamma", "c")
OLD, NEW = "https://old.example.com", "https://new.example.com"
CHAT = "https://chat.example.com/window"
SEND = {"en": Texts("Send")}


@pytest.fixture
def desk() -> FakeDesk:
    desk = FakeDesk(
        portal_snapshot(
            *(binding(code, f"{OLD}/send", texts=SEND) for code in (DEAL, LEAD)), binding(TILE, CHAT, "Chat")
        ),
        ACME,
        BETA,
        GAMMA,
    )
    both = (binding(DEAL, f"{OLD}/send", texts=SEND), binding(DEAL, f"{NEW}/send", texts=SEND))
    desk.others[BETA.identity] = portal_snapshot(*both)
    desk.others[GAMMA.identity] = portal_snapshot(binding(TILE, CHAT, "Chat"))
    return desk


@pytest.fixture
def person(start: Start, desk: FakeDesk) -> Person:
    somebody = start(desk)
    somebody.ready()
    somebody.click("portalsButton")
    somebody.wait(lambda: somebody.sees("portalsTable"))
    somebody.see(QTableView, "portalsTable").selectAll()
    desk.calls.clear()
    return somebody


def _begin(person: Person) -> None:
    person.choose("portalsMenuButton", "movePortalsAction")
    person.wait(lambda: person.sees("serverMoveDialog") and not person.sees("serverMoveProgress"))


def _move_to(person: Person, address: str) -> None:
    person.type("moveAfterEdit", address)
    person.wait(lambda: _rows(person)[0][2] not in ("", "Nothing would change."))


def _rows(person: Person, tree_name: str = "serverMoveTree") -> list[tuple[str, ...]]:
    tree = person.see(QTreeView, tree_name)
    model = tree.model()

    def inside(parent: QModelIndex, indent: str) -> list[tuple[str, ...]]:
        found = []
        for row in range(model.rowCount(parent)):
            cells = [str(model.index(row, column, parent).data()) for column in range(3)]
            found.append((f"{indent}{cells[0]}", *cells[1:]))
            found += inside(model.index(row, 0, parent), "  ")
        return found

    return inside(QModelIndex(), "")


def test_the_hosts_of_all_chosen_portals_are_offered_and_the_result_shown(person: Person, desk: FakeDesk) -> None:
    _begin(person)
    hosts = person.see(QComboBox, "moveHostsBox")
    assert [hosts.itemText(row) for row in range(hosts.count())] == [OLD, "https://chat.example.com", NEW]
    assert desk.calls.count("snapshot") == 3, "one request a portal"
    assert not person.see(QPushButton, "reviewMoveButton").isEnabled()
    _move_to(person, NEW)
    assert _rows(person) == [
        ("acme.bitrix24.com", "", "2 places"),
        ("  Send: 2 places", f"{OLD}/send", f"{NEW}/send"),
        ("beta.bitrix24.com", "", "1 place"),
        ("  Send: 1 place", f"{OLD}/send", f"{NEW}/send (is there already; this one goes)"),
        ("gamma.bitrix24.com", "", "Nothing would change."),
    ]
    assert person.text("moveMessage") == "3 bindings get another address."
    assert desk.calls.count("snapshot") == 3, "what comes of it is found out without the portals"


def test_another_shape_of_the_host_is_warned_of(person: Person) -> None:
    _begin(person)
    _move_to(person, f"{NEW}/")
    assert "Only one of the two ends with a slash." in person.text("moveMessage")


def test_one_review_over_all_is_applied_side_by_side(person: Person, desk: FakeDesk) -> None:
    _begin(person)
    _move_to(person, NEW)
    person.click("reviewMoveButton")
    person.wait(lambda: person.sees("rolloutDialog") and not person.sees("rolloutProgress"))
    assert not person.sees("pruneBox"), "there is no layout"
    assert [row[:2] for row in _rows(person, "rolloutTree")] == [
        ("acme.bitrix24.com", "2 to move"),
        (
            "  Give “Send” at CRM timeline button: Deal another page address",
            "old.example.com → new.example.com",
        ),
        (
            "  Give “Send” at CRM timeline button: Lead another page address",
            "old.example.com → new.example.com",
        ),
        ("beta.bitrix24.com", "1 to unbind"),
        ("  Unbind “Send” from CRM timeline button: Deal", f"It stands at the new address already. · {OLD}/send"),
        ("gamma.bitrix24.com", "Nothing to change"),
    ]
    assert desk.calls.count("snapshot") == 3, "they were read a moment ago"
    person.click("applyButton")
    person.wait(lambda: person.text("rolloutHeading") == "Done on 2 portals")
    person.click("cancelButton")
    addresses = {one.handler for here in (desk.here, *desk.others.values()) for one in here.bindings}
    assert addresses == {f"{NEW}/send", CHAT}
    person.wait(lambda: sorted(desk.read) == [ACME.name, BETA.name])


def test_what_was_changed_is_read_again_once_the_reading_that_runs_is_over(person: Person, desk: FakeDesk) -> None:
    desk.hold(f"read {GAMMA.name}")
    person.click("readAllButton")
    person.wait(lambda: len(desk.read) == 3)
    desk.read.clear()
    _begin(person)
    _move_to(person, NEW)
    person.click("reviewMoveButton")
    person.wait(lambda: person.sees("rolloutDialog") and not person.sees("rolloutProgress"))
    person.click("applyButton")
    person.wait(lambda: person.text("rolloutHeading") == "Done on 2 portals")
    person.click("cancelButton")
    assert desk.read == []
    person.program.session.tasks.in_loop(lambda _: desk.release(f"read {GAMMA.name}"))
    person.wait(lambda: sorted(desk.read) == [ACME.name, BETA.name])


def test_a_portal_that_cannot_be_read_holds_up_nobody(person: Person, desk: FakeDesk) -> None:
    desk.others[BETA.identity] = portal_snapshot(problems=(problem("not_admin", "Helen Marsh is no administrator."),))
    _begin(person)
    _move_to(person, NEW)
    assert next(row for row in _rows(person) if row[0] == BETA.name)[2].startswith("Helen Marsh is no administrator.")
    person.click("reviewMoveButton")
    person.wait(lambda: person.sees("rolloutDialog") and not person.sees("rolloutProgress"))
    assert person.text("rolloutHeading") == "2 to move on 1 portal; 1 failed"


def test_one_that_hangs_is_left_by_cancel(person: Person, desk: FakeDesk) -> None:
    desk.hold("snapshot")
    person.choose("portalsMenuButton", "movePortalsAction")
    person.wait(lambda: desk.calls.count("snapshot") == 3)
    assert {row[2] for row in _rows(person)} == {"reading…"}
    person.click("cancelButton")
    person.wait(lambda: not person.sees("serverMoveDialog"))
    assert "apply" not in desk.calls


def test_it_is_a_proper_model(qtmodeltester: Any) -> None:
    session = Session(Tasks(), FakeDesk)  # type: ignore[arg-type]
    move = ServerMove(session, (ACME, BETA), session)
    here = move.read[ACME.identity] = portal_snapshot(binding(DEAL, f"{OLD}/a"), binding(LEAD, f"{OLD}/b"))
    move.problems[BETA.identity] = error().problem
    model = ServerMoveModel(move, session)
    model.show(FoundMoves({ACME.identity: by_widget(moves(here.bindings, OLD, NEW, here))}))
    qtmodeltester.check(model)
