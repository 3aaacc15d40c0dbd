"""A look inside one portal on the page of all of them, and what checks of several find."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QTableView, QTreeView, QWidget

from bxdesk.accounts.connection import Connection
from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.gui.parts.theme import Tone
from bxdesk.gui.portals.portal_details_model import PortalDetailsModel
from bxdesk.gui.portals.portal_sections import DetailLine, Section
from bxdesk.gui.portals.portals_model import Column
from bxdesk.gui.session import unfinished_work
from bxdesk.messages import message
from bxdesk.placements.bindings import Change
from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.drift import Drift, Drifted, DriftKind
from bxdesk.placements.history import HistoryEntry
from bxdesk.placements.kept_draft import KeptDraft
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Step
from bxdesk.placements.widgets import Layout, Widget
from bxdesk.storage.portal_looks import PortalLook
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import SINCE, FakeDesk, connection, error, portal_snapshot, unfinished, unread_snapshot
from tests.gui.main_job import review_and_apply
from tests.gui.person import Person

ACME, BETA, GAMMA = connection("acme", "a"), connection("beta", "b"), connection("gamma", "c")
BLOCKED = Check(
    CheckCode.HANDLER_CONNECT,
    CheckState.BLOCKED,
    message("Nobody answers at this address."),
    remedy=message("Start the server."),
    handler=HANDLER,
)


DRIFTED = [
    ("“Stranger” appeared at CRM timeline button: Lead", HANDLER),
    ("“Offer” changed at CRM timeline button: Deal", "Title: “Send” → “Offer”"),
    ("“Chat” vanished from Contact Center tile", HANDLER),
]


@pytest.fixture
def desk() -> FakeDesk:
    desk = FakeDesk(
        portal_snapshot(binding(DEAL), binding(LEAD), binding(TILE, OTHER_HANDLER, "Chat")), ACME, BETA, GAMMA
    )
    desk.others[GAMMA.identity] = portal_snapshot(binding(DEAL, title="Offer"))
    draft = Draft(Layout(), Layout({"new-1": Widget(HANDLER, Content.of("Send"), {DEAL: None})}))
    desk.drafts.kept[BETA.identity] = KeptDraft(draft, datetime.now(UTC))
    desk.drifts[GAMMA.identity] = Drift(
        (
            Drifted(DriftKind.APPEARED, binding(LEAD, title="Stranger")),
            Drifted(DriftKind.CHANGED, binding(DEAL, title="Offer"), (Change("title", "Send", "Offer"),)),
            Drifted(DriftKind.VANISHED, binding(TILE, title="Chat")),
        ),
        SINCE,
    )
    return desk


@pytest.fixture
def person(start: Start, desk: FakeDesk) -> Person:
    somebody = start(desk)
    somebody.ready()
    somebody.click("portalsButton")
    somebody.wait(lambda: somebody.sees("portalsTable"))
    return somebody


def _go_to(person: Person, name: str) -> None:
    table = person.see(QTableView, "portalsTable")
    rows = [row[Column.PORTAL] for row in person.table("portalsTable")]
    table.selectRow(next(number for number, shown in enumerate(rows) if shown.startswith(name)))


def _known(person: Person) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """What the details say: each section with its verdict, and its lines."""
    model = person.see(QTreeView, "portalDetailsTree").model()
    found = {}
    for row in range(model.rowCount(QModelIndex())):
        section = model.index(row, 0)
        lines = [
            (str(model.index(line, 0, section).data()), str(model.index(line, 1, section).data()))
            for line in range(model.rowCount(section))
        ]
        found[str(section.data())] = str(model.index(row, 1).data()), lines
    return found


def _read_all(person: Person) -> None:
    person.click("readAllButton")
    person.wait(lambda: not person.sees("portalsProgress"))


def test_the_open_portal_is_known_without_reading_it_again(person: Person, desk: FakeDesk) -> None:
    assert person.text("portalDetailsHeading") == "acme.bitrix24.com"
    assert person.text("portalDetailsState").startswith("signed in, last read ")
    assert _known(person) == {
        "Widgets": (
            "2",
            [
                ("Send contract: 2 places", f"{HANDLER} · CRM timeline button: Deal · CRM timeline button: Lead"),
                ("Chat: 1 place", f"{OTHER_HANDLER} · Contact Center tile"),
            ],
        )
    }
    assert desk.read == []


def test_what_nobody_may_read_is_not_said_to_be_nothing_and_what_was_read_stays(start: Start, desk: FakeDesk) -> None:
    person, here = start(desk), desk.here
    person.ready()
    person.click("portalsButton")
    _read_all(person)
    widgets = _known(person)["Widgets"]
    desk.here = unread_snapshot(here, error("ACCESS_DENIED", "Only an administrator may read it.").problem)
    person.program.session.refresh()
    person.wait(lambda: person.table("portalsTable")[0][Column.STATE] == "no rights")
    assert _known(person)["Widgets"] == widgets
    assert any(heading.startswith("Drift since") for heading in _known(person))
    other = start(FakeDesk(desk.here, ACME, BETA))
    other.ready()
    other.click("portalsButton")
    assert other.text("portalDetailsProblem").startswith("Only an administrator may read it.")
    assert not other.sees("portalDetailsTree")


def test_each_binding_that_drifted_is_shown_before_and_after(person: Person) -> None:
    _read_all(person)
    _go_to(person, "gamma")
    (drift,) = (heading for heading in _known(person) if heading.startswith("Drift since "))
    assert _known(person)[drift] == ("3", DRIFTED)
    _go_to(person, "acme")
    (drift,) = (heading for heading in _known(person) if heading.startswith("Drift since "))
    assert _known(person)[drift] == ("Nothing differs.", [])


def test_what_waits_in_a_draft_is_shown_of_a_portal_that_nobody_has_read(person: Person) -> None:
    _go_to(person, "beta")
    person.wait(lambda: bool(_known(person)))
    assert person.text("portalDetailsState") == "not read yet"
    assert person.text("portalDetailsProblem") == "It has not been read in this window yet."
    assert _known(person) == {"Waits in your draft": ("1", [("Bind “Send” to CRM timeline button: Deal", HANDLER)])}


async def _nothing_is_known(_: Iterable[Connection]) -> dict[str, HistoryEntry | None]:
    """What a look at the journals comes to while somebody changes the portals."""
    return {}


def test_what_was_cut_off_is_shown_though_no_portal_was_read(start: Start, desk: FakeDesk) -> None:
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(GAMMA, desk.others[GAMMA.identity], (step,) * 3)
    person = start(desk)
    person.ready()
    person.click("portalsButton")
    person.wait(lambda: [row[Column.STATE] for row in person.table("portalsTable")][1:] == ["not read yet", "cut off"])
    assert desk.read == []
    person.see(QTableView, "portalsTable").sortByColumn(Column.STATE, Qt.SortOrder.AscendingOrder)
    assert person.table("portalsTable")[0][Column.PORTAL] == GAMMA.name
    desk.cut_off = None
    person.click("leavePortalsButton")
    person.click("portalsButton")
    person.wait(lambda: "cut off" not in [row[Column.STATE] for row in person.table("portalsTable")])


def test_the_open_portal_says_as_well_what_other_windows_have_cut_off_or_settled(
    person: Person, desk: FakeDesk
) -> None:
    person.click("leavePortalsButton")
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(ACME, desk.here, (step,) * 3)
    person.click("portalsButton")
    person.wait(lambda: person.table("portalsTable")[0][Column.STATE] == "cut off")
    person.wait(lambda: person.sees("problemBanner"))
    desk.cut_off = None
    person.click("leavePortalsButton")
    person.click("portalsButton")
    person.wait(lambda: not person.sees("problemBanner"))
    assert desk.calls.count("snapshot") == 1


def test_what_journals_say_was_cut_off_stays_where_the_open_portal_does_not_answer(
    person: Person, desk: FakeDesk
) -> None:
    person.click("leavePortalsButton")
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(ACME, desk.here, (step,) * 3)
    desk.errors["unfinished"] = [error("unreachable", "acme does not answer.")]
    person.click("portalsButton")
    person.wait(lambda: not desk.errors["unfinished"] and person.sees("problemBanner"))
    assert person.text("problemTitle") == "acme does not answer."
    person.pause(100)
    assert person.table("portalsTable")[0][Column.STATE] == "cut off"


def test_what_is_cut_off_by_a_portal_that_stopped_answering_is_known(person: Person, desk: FakeDesk) -> None:
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(GAMMA, desk.others[GAMMA.identity], (step,) * 3)
    desk.errors[f"read {GAMMA.name}"] = [error("unreachable", "gamma does not answer.")]
    _read_all(person)
    person.wait(lambda: person.table("portalsTable")[2][Column.STATE] == "cut off")


def test_what_was_cut_off_is_said_of_the_portal_and_settled_there(person: Person, desk: FakeDesk) -> None:
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(GAMMA, desk.others[GAMMA.identity], (step,) * 3)
    _read_all(person)
    assert [row[Column.STATE] for row in person.table("portalsTable")] == ["signed in", "signed in", "cut off"]
    _go_to(person, "gamma")
    said = "An apply of 3 changes was cut off here before its end."
    assert person.text("portalDetailsProblem").startswith(said)
    person.click("portalDetailsRemedyButton")
    person.wait(lambda: person.sees("problemBanner") and person.text("problemTitle") == said)
    desk.cut_off = None
    person.click("refreshButton")
    person.wait(lambda: not person.sees("problemBanner"))
    person.click("portalsButton")
    person.wait(lambda: person.table("portalsTable")[2][Column.STATE] == "signed in")


@pytest.mark.parametrize("why", ["unfinished", f"read {GAMMA.name}"])
def test_what_was_cut_off_stays_known_where_nobody_could_look_again(
    person: Person, desk: FakeDesk, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "cut_off_applies", _nothing_is_known)
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(GAMMA, desk.others[GAMMA.identity], (step,) * 3)
    _read_all(person)
    desk.errors[why] = [error("unreachable", "gamma does not answer.") for _ in range(3)]
    _read_all(person)
    assert person.table("portalsTable")[2][Column.STATE] == "cut off"
    _go_to(person, "gamma")
    said = person.text("portalDetailsProblem")
    assert said.startswith("An apply of 3 changes was cut off here before its end.")
    assert ("gamma does not answer." in said) is (why != "unfinished")


def test_what_was_cut_off_stays_known_while_somebody_changes_the_portal(
    person: Person, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unfinished_work, "_PATIENCE", 0.05)
    monkeypatch.setattr(desk, "cut_off_applies", _nothing_is_known)
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(GAMMA, desk.others[GAMMA.identity], (step,) * 3)
    _read_all(person)
    desk.hold("unfinished")
    _read_all(person)
    assert person.table("portalsTable")[2][Column.STATE] == "cut off"


def test_one_that_was_cut_off_and_has_to_be_signed_in_to_offers_that_first(person: Person, desk: FakeDesk) -> None:
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(BETA, desk.here, (step,) * 3)
    _read_all(person)
    desk.errors[f"read {BETA.name}"] = [error("session_ended", "The session has ended.")]
    _read_all(person)
    _go_to(person, "beta")
    assert person.text("portalDetailsRemedyButton") == "Sign in again…"


def test_what_was_cut_off_since_the_open_portal_was_read_is_settled_there(person: Person, desk: FakeDesk) -> None:
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(ACME, desk.here, (step,) * 3)
    _read_all(person)
    _go_to(person, "acme")
    person.click("portalDetailsRemedyButton")
    said = "An apply of 3 changes was cut off here before its end."
    person.wait(lambda: person.sees("problemBanner") and person.text("problemTitle") == said)


def test_what_was_cut_off_is_not_forgotten_by_what_the_open_portal_knew_before(person: Person, desk: FakeDesk) -> None:
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(ACME, desk.here, (step,) * 3)
    _read_all(person)
    desk.errors["snapshot"] = [error()]
    person.program.session.refresh()
    person.wait(lambda: person.program.session.portal.problem is not None)
    person.pause(100)
    assert person.table("portalsTable")[0][Column.STATE] == "cut off"


def test_what_the_portals_that_were_opened_hold_is_known_to_the_page_of_all_of_them(
    start: Start, desk: FakeDesk
) -> None:
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(ACME, desk.here, (step,) * 3)
    person = start(desk)
    person.wait(lambda: person.sees("problemBanner"))
    person.program.session.choose(GAMMA)
    person.ready()
    person.click("portalsButton")
    assert [row[Column.STATE] for row in person.table("portalsTable")] == ["cut off", "not read yet", "signed in"]
    _go_to(person, "acme")
    assert _known(person)["Widgets"][0] == "2"


def test_what_was_cut_off_is_known_though_another_portal_is_shown_by_then(person: Person, desk: FakeDesk) -> None:
    session, step = person.program.session, StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(ACME, desk.here, (step,) * 3)
    desk.hold("unfinished")
    session.refresh()
    person.wait(lambda: desk.calls.count("unfinished") == 2)
    session.choose(BETA)
    session.tasks.in_loop(lambda _: desk.release("unfinished"))
    person.ready()
    person.click("portalsButton")
    person.wait(lambda: person.table("portalsTable")[0][Column.STATE] == "cut off")


def test_what_drifted_is_known_until_the_portal_is_read_again(person: Person, desk: FakeDesk) -> None:
    desk.drifts[ACME.identity] = desk.drifts[GAMMA.identity]
    _read_all(person)
    session = person.program.session
    session.choose(BETA)
    person.ready()
    desk.errors["snapshot"] = [error()]
    session.choose(ACME)
    person.wait(lambda: person.sees("problemBanner"))
    person.click("portalsButton")
    _go_to(person, "acme")
    drift = next(name for name in _known(person) if name.startswith("Drift"))
    assert _known(person)[drift] == ("3", DRIFTED)


def test_a_line_is_to_be_read_whole(person: Person) -> None:
    _read_all(person)
    _go_to(person, "gamma")
    assert not person.sees("portalDetailsRow")
    for _ in range(3):
        person.press(Qt.Key.Key_Down, "portalDetailsTree")
    assert person.text("portalDetailsRow") == " · ".join(DRIFTED[2])
    _go_to(person, "acme")
    assert not person.sees("portalDetailsRow")


def test_one_that_was_not_read_yet_is_read_from_there(person: Person, desk: FakeDesk) -> None:
    _go_to(person, "gamma")
    assert person.text("portalDetailsRemedyButton") == "Read it"
    person.click("portalDetailsRemedyButton")
    person.wait(lambda: "Widgets" in _known(person))
    assert desk.read == [GAMMA.name]
    assert not person.sees("portalDetailsProblem")


def test_how_each_binding_differs_from_the_layout_is_shown(person: Person, tmp_path: Path) -> None:
    layout = tmp_path / "contracts.yaml"
    layout.write_text(f"bxdesk: 1\nhandler: {HANDLER}\nwidgets:\n  - placements: [{DEAL}]\n    title: Send\n")
    person.click("compareLayoutButton")
    person.see(QLineEdit, "fileNameEdit").setText(str(layout))
    person.press(Qt.Key.Key_Return, "fileNameEdit")
    person.wait(lambda: person.sees("portalsStatus") and not person.sees("portalsProgress"))
    _go_to(person, "gamma")
    assert _known(person)["Against contracts.yaml"] == (
        "1",
        [("Replace the texts at CRM timeline button: Deal", "Title: “Offer” → “Send”")],
    )
    person.click("leaveLayoutButton")
    person.wait(lambda: "Against contracts.yaml" not in _known(person))


def test_a_problem_stands_there_with_its_remedy(person: Person, desk: FakeDesk) -> None:
    desk.errors[f"read {BETA.name}"] = [error("unreachable", "beta does not answer.")]
    _read_all(person)
    _go_to(person, "beta")
    assert person.text("portalDetailsProblem").startswith("beta does not answer.")
    person.window.resize(1000, 560)
    person.settle()
    assert not any(
        area.verticalScrollBar().maximum()
        for area in person.see(QWidget, "portalsPage").findChildren(QScrollArea)
        if area.isAncestorOf(person.see(QWidget, "portalDetails"))
    ), "there is room for all of it"
    desk.read.clear()
    person.click("portalDetailsRemedyButton")
    person.wait(lambda: not person.sees("portalDetailsProblem"))
    assert desk.read == [BETA.name]
    assert "Widgets" in _known(person)


def test_signing_in_again_from_there_opens_no_other_portal_and_reads_it(person: Person, desk: FakeDesk) -> None:
    desk.errors[f"read {BETA.name}"] = [error("session_ended", "The session has ended.")]
    _read_all(person)
    _go_to(person, "beta")
    desk.read.clear()
    person.click("portalDetailsRemedyButton")
    person.click("signInButton")
    person.wait(lambda: desk.read == [BETA.name] and not person.sees("portalDetailsProblem"))
    assert [one.identity for one in desk.accounts.again] == [BETA.identity]
    assert person.text("connectionBox").startswith("acme")
    assert person.sees("portalsTable")


def test_the_portal_is_read_that_was_signed_in_to_whichever_is_shown_by_then(person: Person, desk: FakeDesk) -> None:
    desk.errors[f"read {BETA.name}"] = [error("session_ended", "The session has ended.")]
    _read_all(person)
    _go_to(person, "beta")
    desk.read.clear()
    person.click("portalDetailsRemedyButton")
    person.see(QWidget, "signInButton")
    _go_to(person, "gamma")
    person.click("signInButton")
    person.wait(lambda: bool(desk.read))
    assert desk.read == [BETA.name]


def test_several_are_checked_side_by_side_and_say_what_was_found(person: Person, desk: FakeDesk) -> None:
    table = person.see(QTableView, "portalsTable")
    assert table.isColumnHidden(Column.CHECKS)
    desk.found = (BLOCKED, *desk.found)
    table.selectAll()
    assert person.text("portalDetailsHeading") == "acme.bitrix24.com (1 of 3 selected)"
    person.choose("portalsMenuButton", "checkPortalsAction")
    person.wait(lambda: person.text("portalsStatus") == "3 of 3 checked")
    assert not table.isColumnHidden(Column.CHECKS)
    assert [row[Column.CHECKS] for row in person.table("portalsTable")] == ["problem"] * 3
    _go_to(person, "gamma")
    assert person.text("portalDetailsHeading") == "gamma.bitrix24.com"
    assert _known(person)["Checks"] == (
        "1",
        [("Nobody answers at this address.", f"{HANDLER} · Start the server.")],
    )
    person.click("checksButton")
    assert person.text("checksVerdict") == "One widget is hidden from everybody."
    assert len(desk.checked) == 3, "what was found of the open portal is not asked again"


def test_neither_a_check_nor_a_proof_is_a_reading(person: Person) -> None:
    connections = person.program.session.connections
    _read_all(person)
    read = [connections.known(one).read for one in (ACME, BETA, GAMMA)]
    person.see(QTableView, "portalsTable").selectAll()
    person.choose("portalsMenuButton", "checkPortalsAction")
    person.wait(lambda: person.text("portalsStatus") == "3 of 3 checked")
    _go_to(person, "gamma")
    person.choose("portalsMenuButton", "provePortalsAction")
    person.click("proveButton")
    person.wait(lambda: person.sees("proofResult"))
    person.click("closeProofButton")
    assert [connections.known(one).read for one in (ACME, BETA, GAMMA)] == read, "what is shown is from then"


def test_what_is_read_back_after_an_apply_is_a_reading(person: Person, desk: FakeDesk) -> None:
    connections = person.program.session.connections
    desk.drifts[ACME.identity] = desk.drifts[GAMMA.identity]
    _read_all(person)
    before = connections.known(ACME).read
    person.click("leavePortalsButton")
    person.open_widget("Chat")
    person.tick("Company")
    review_and_apply(person)
    after = connections.known(ACME).read
    assert before is not None
    assert after is not None
    assert after > before
    person.wait(lambda: desk.looks.kept[ACME.identity] == PortalLook(after))  # and its drift is not known any more


def test_checks_of_one_that_hangs_hold_up_nobody_and_can_be_cancelled(person: Person, desk: FakeDesk) -> None:
    desk.hold(f"check {BETA.name}")
    desk.errors[f"check {GAMMA.name}"] = [error("unreachable", "gamma does not answer.")]
    person.see(QTableView, "portalsTable").selectAll()
    person.choose("portalsMenuButton", "checkPortalsAction")
    person.wait(lambda: person.text("portalsStatus") == "1 of 3 checked, 1 failed")
    person.click("cancelReadingButton")
    assert person.text("portalsStatus") == "Stopped: 1 of 3 checked, 1 failed"
    assert [row[Column.CHECKS] for row in person.table("portalsTable")] == ["good", "", ""]
    person.click("readFailedButton")
    person.wait(lambda: person.text("portalsStatus") == "1 of 1 checked")
    assert [row[Column.CHECKS] for row in person.table("portalsTable")] == ["good", "", "good"]


def test_what_was_read_is_known_to_the_next_window(start: Start, person: Person, desk: FakeDesk) -> None:
    desk.errors[f"read {BETA.name}"] = [error("unreachable", "beta does not answer.")]
    _read_all(person)
    person.wait(lambda: set(desk.looks.kept) == {ACME.identity, GAMMA.identity})
    next_one = FakeDesk(desk.here, ACME, BETA, GAMMA)
    next_one.looks.kept = desk.looks.kept
    other = start(next_one)
    other.ready()
    other.click("portalsButton")
    other.wait(lambda: other.sees("portalsTable") and other.table("portalsTable")[2][Column.DRIFT] == "3")
    states = [(row[Column.STATE], bool(row[Column.READ])) for row in other.table("portalsTable")]
    assert states == [("signed in", True), ("not read yet", False), ("read earlier", True)]
    _go_to(other, "gamma")
    assert other.text("portalDetailsState").startswith("read earlier, last read ")
    assert _known(other) == {"Drift": ("3 when it was last read", DRIFTED)}
    assert next_one.read == [], "what is known is not asked again"
    other.program.session.refresh()
    other.ready()
    other.wait(lambda: next_one.looks.kept[ACME.identity] != desk.looks.kept[ACME.identity])
    assert next_one.looks.kept[GAMMA.identity] == desk.looks.kept[GAMMA.identity], "it is known to the one after, too"


def test_what_an_earlier_window_knew_is_not_said_of_a_portal_that_was_read_since(start: Start) -> None:
    desk = FakeDesk(None, ACME, BETA)
    earlier = PortalLook(SINCE, Drift((Drifted(DriftKind.APPEARED, binding()),) * 2, SINCE))
    desk.looks.kept = {one.identity: earlier for one in (ACME, BETA)}
    person = start(desk)
    person.ready()
    person.click("portalsButton")
    person.wait(lambda: person.sees("portalsTable") and person.table("portalsTable")[1][Column.DRIFT] == "2")
    assert person.table("portalsTable")[0][Column.DRIFT] == ""
    person.wait(lambda: desk.looks.kept[ACME.identity].read > SINCE)
    assert desk.looks.kept[BETA.identity] == earlier


def test_it_is_a_proper_model(qtmodeltester: Any) -> None:
    model = PortalDetailsModel()
    line = DetailLine("Send", HANDLER, "bound", Tone.GOOD)
    model.show([Section("Checks", "good"), Section("Widgets", "1", (lambda: line,))])
    qtmodeltester.check(model)
