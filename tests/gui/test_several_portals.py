"""Several connections in one window, and a session that ends in the middle of the work."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox

from bxdesk.accounts.connection import Connection
from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.gui.app import Program
from bxdesk.messages import message
from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.kept_draft import KeptDraft
from bxdesk.placements.widgets import Layout, Widget
from bxdesk.storage.settings import SettingsFile
from tests.builders import DEAL, LEAD, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, error, portal_snapshot
from tests.gui.person import Person

ACME, BETA = connection("acme", "a"), connection("beta", "b")
HANDLER = "https://widgets.example.com/x"


def choose(person: Person, row: int) -> None:
    box = person.see(QComboBox, "connectionBox")
    box.setCurrentIndex(row)
    box.activated.emit(row)


def menu(person: Person, name: str) -> None:
    next(action for action in person.window.findChildren(QAction) if action.objectName() == name).trigger()


def test_each_portal_says_how_it_is_as_far_as_is_known(start: Start) -> None:
    desk = FakeDesk(None, ACME, BETA)
    person = start(desk)
    person.ready()
    box = person.see(QComboBox, "connectionBox")
    assert [box.itemText(row) for row in range(2)] == ["acme.bitrix24.com", "beta.bitrix24.com"]
    desk.errors["snapshot"] = [error("session_ended", "The session has ended.")]
    choose(person, 1)
    person.wait(lambda: person.sees("signInAgainButton"))
    assert box.itemText(1) == "beta.bitrix24.com (session ended)"
    assert box.itemText(0) == "acme.bitrix24.com"
    person.click("signInAgainButton")
    person.click("signInButton")
    person.ready()
    assert box.itemText(1) == "beta.bitrix24.com"
    desk.errors["snapshot"] = [error()]
    person.click("refreshButton")
    person.wait(lambda: box.itemText(1) == "beta.bitrix24.com (not read)")


def test_a_portal_that_was_signed_in_to_is_opened_whatever_is_listed_meanwhile(start: Start) -> None:
    desk = FakeDesk(None, ACME, BETA)
    person = start(desk)
    person.ready()
    desk.hold("connections")
    person.program.session.reload_connections(BETA)
    person.program.session.reload_connections()  # as when another one is forgotten at the same time
    person.program.session.tasks.in_loop(lambda _: desk.release("connections"))
    person.wait(lambda: person.text("connectionBox") == "beta.bitrix24.com")
    person.ready()


def test_what_is_searched_on_a_portal_does_not_hide_anything_of_the_next(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL), binding(TILE, title="Chat")), ACME, BETA))
    person.ready()
    person.show_bindings()
    person.type("bindingsFilter", "chat")
    person.show_widgets()
    person.type("placementFilter", "quote")
    person.click("refreshButton")
    person.ready()
    assert person.text("placementFilter") == "quote", "it is the same portal"
    choose(person, 1)
    person.ready()
    assert person.text("placementFilter") == ""
    assert "Deal" in person.labels()
    assert len(person.bindings()) == 2


def test_a_plan_goes_to_its_own_portal_whichever_is_open_by_then(start: Start) -> None:
    desk = FakeDesk(portal_snapshot(binding(DEAL)), ACME, BETA)
    desk.others[BETA.identity] = portal_snapshot(binding(TILE))
    person = start(desk)
    person.ready()
    person.tick("Lead")
    person.click("reviewButton")
    person.program.session.reload_connections(BETA)  # as right after a sign-in to it
    person.wait(lambda: person.text("connectionBox") == "beta.bitrix24.com")
    person.ready()
    person.click("applyButton")
    person.wait(lambda: person.text("cancelButton") == "&Close")
    assert {one.placement for one in desk.here.bindings} == {DEAL, LEAD}
    assert [one.placement for one in desk.others[BETA.identity].bindings] == [TILE]
    person.click("cancelButton")
    assert person.text("planSummary") == "Nothing to change", "beta is shown as it is"
    choose(person, 0)
    person.ready()
    assert person.text("planSummary") == "Nothing to change", "what was applied waits no more"


def test_whoever_turns_back_to_a_portal_finds_it_as_it_was_before_it_is_read_again(start: Start) -> None:
    desk = FakeDesk(portal_snapshot(binding(DEAL)), ACME, BETA)
    desk.others[BETA.identity] = portal_snapshot(binding(TILE))
    person = start(desk)
    person.ready()
    person.tick("Lead")
    choose(person, 1)
    person.ready()
    assert person.text("planSummary") == "Nothing to change", "what waits on one portal is no change of another"
    desk.hold("snapshot")
    choose(person, 0)
    assert person.text("planSummary") == "1 to bind"
    assert person.ticked("Lead") is Qt.CheckState.Checked
    desk.here = portal_snapshot(binding(DEAL), binding(LEAD))
    person.program.session.tasks.in_loop(lambda _: desk.release("snapshot"))
    person.wait(lambda: person.text("planSummary") != "1 to bind")
    assert person.text("planSummary") == "Nothing to change", "somebody else has bound it meanwhile"


def test_what_was_applied_waits_no_more_while_another_portal_is_being_opened(start: Start) -> None:
    desk = FakeDesk(portal_snapshot(binding(DEAL)), ACME, BETA)
    person = start(desk)
    person.ready()
    person.tick("Lead")
    person.wait(lambda: ACME.identity in desk.drafts.kept)
    person.click("reviewButton")
    desk.hold("snapshot")
    person.program.session.reload_connections(BETA)
    person.wait(lambda: person.text("connectionBox") == "beta.bitrix24.com")
    person.click("applyButton")
    person.wait(lambda: person.text("cancelButton") == "&Close")
    person.wait(lambda: ACME.identity not in desk.drafts.kept)


def test_what_an_earlier_window_left_outlives_an_undo_on_a_portal_that_was_never_read(start: Start) -> None:
    desk = FakeDesk(portal_snapshot(binding(DEAL)), ACME, BETA)
    draft = Draft(Layout(), Layout({"new-1": Widget(HANDLER, Content.of("Send"), {LEAD: None})}))
    desk.drafts.kept[BETA.identity] = KeptDraft(draft, datetime.now(UTC))
    person = start(desk)
    person.ready()
    desk.errors["snapshot"] = [error()]
    choose(person, 1)
    person.wait(lambda: person.text("stateTitle") == "The portal does not answer.")
    choose(person, 0)
    person.ready()
    person.window.make_portal_page().take_outcome(BETA.identity, portal_snapshot(binding(DEAL)))
    choose(person, 1)
    person.ready()
    assert person.text("planSummary") == "1 to bind"


def test_whoever_checks_goes_on_with_checks_of_the_next_portal(start: Start) -> None:
    desk = FakeDesk(None, ACME, BETA)
    desk.found = (Check(CheckCode.INSTALLATION, CheckState.OK, message("The app is fully installed.")),)
    person = start(desk)
    person.ready()
    desk.errors["snapshot"] = [error()]
    choose(person, 1)
    person.wait(lambda: person.text("stateTitle") == "The portal does not answer.")
    choose(person, 0)
    person.ready()
    person.click("checksButton")
    person.wait(lambda: person.sees("checksTree"))
    choose(person, 1)
    person.wait(lambda: person.text("connectionBox") == "beta.bitrix24.com" and person.sees("checksTree"))
    assert len(desk.checked) == 2, "a failure of an earlier reading leads nobody to the widgets"


def test_a_portal_that_is_shown_at_once_is_checked_at_once(start: Start) -> None:
    desk = FakeDesk(None, ACME, BETA)
    desk.found = (Check(CheckCode.INSTALLATION, CheckState.OK, message("The app is fully installed.")),)
    person = start(desk)
    person.ready()
    choose(person, 1)
    person.ready()
    person.click("checksButton")
    person.wait(lambda: person.sees("checksTree"))
    choose(person, 0)
    person.wait(lambda: len(desk.checked) == 2 and person.sees("checksTree"))


def test_what_was_read_before_somebody_signed_out_is_not_shown_to_who_signs_in_next(start: Start) -> None:
    desk = FakeDesk(portal_snapshot(binding(DEAL)), ACME, BETA)
    person = start(desk)
    person.ready()
    desk.accounts.known.remove(ACME)
    person.program.session.reload_connections(BETA)
    person.wait(lambda: person.text("connectionBox") == "beta.bitrix24.com")
    person.ready()
    desk.accounts.known.append(ACME)
    desk.hold("snapshot")
    person.program.session.reload_connections(ACME)
    person.wait(lambda: person.text("connectionBox") == "acme.bitrix24.com")
    assert person.sees("stateTitle")
    assert not person.sees("placementTree")
    person.program.session.tasks.in_loop(lambda _: desk.release("snapshot"))
    person.ready()


def test_a_portal_gets_a_name_of_the_person_s_own(start: Start) -> None:
    desk = FakeDesk(None, ACME, BETA)
    person = start(desk)
    person.ready()
    menu(person, "renameAction")
    person.type("labelEdit", "Head office")
    person.click("renameButton")
    person.wait(lambda: person.text("connectionBox") == "Head office – acme.bitrix24.com")
    assert person.window.windowTitle() == "Head office – acme.bitrix24.com — bxdesk"
    assert desk.accounts.known[0].label == "Head office"
    assert desk.calls.count("snapshot") == 1


def test_a_name_that_cannot_be_kept_is_said(start: Start) -> None:
    desk = FakeDesk()
    desk.errors["rename"] = [error("connections_unwritable", "The connection could not be saved.")]
    person = start(desk)
    person.ready()
    menu(person, "renameAction")
    person.type("labelEdit", "Head office")
    person.click("renameButton")
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemTitle") == "The connection could not be saved."
    assert person.text("connectionBox") == "acme.bitrix24.com"


def test_signing_out_with_a_keyring_that_fails_still_forgets_the_portal(start: Start) -> None:
    desk = FakeDesk(None, ACME, BETA)
    person = start(desk)
    person.ready()

    async def half(connection: Connection) -> None:
        desk.accounts.known.remove(connection)
        raise error("keyring_leftover", "Its key may still be in your keyring.")

    desk.accounts.disconnect = half  # type: ignore[method-assign]
    menu(person, "signOutAction")
    person.click("signOutButton")
    person.wait(lambda: person.sees("portalsTable"))
    assert [row[0] for row in person.table("portalsTable")] == ["beta.bitrix24.com"]
    assert person.text("problemTitle") == "Its key may still be in your keyring."


def test_a_portal_that_cannot_be_signed_out_of_while_it_is_read_is_read_again(start: Start) -> None:
    desk = FakeDesk(None, ACME, BETA)
    desk.hold("snapshot")
    person = start(desk)
    person.wait(lambda: "snapshot" in desk.calls)
    desk.errors["disconnect"] = [error("connections_unwritable", "The connections could not be saved.")]
    menu(person, "signOutAction")
    person.click("signOutButton")
    person.wait(lambda: desk.calls.count("connections") == 2)
    person.program.session.tasks.in_loop(lambda _: desk.release("snapshot"))
    person.ready()
    assert person.text("connectionBox") == "acme.bitrix24.com"
    assert person.text("problemTitle") == "The connections could not be saved."


def test_the_portal_that_was_open_last_is_opened_first(start: Start, tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    program = Program(lambda: FakeDesk(None, ACME, BETA), lambda _: True, file)  # type: ignore[arg-type,return-value]
    program.start()
    person = Person(program)
    try:
        person.ready()
        choose(person, 1)
        person.wait(lambda: file.read().last_portal == BETA.identity)
    finally:
        program.close()
        program.deleteLater()
    again = Program(lambda: FakeDesk(None, ACME, BETA), lambda _: True, file)  # type: ignore[arg-type,return-value]
    again.start()
    try:
        somebody = Person(again)
        somebody.ready()
        assert somebody.text("connectionBox") == "beta.bitrix24.com"
    finally:
        again.close()
        again.deleteLater()
    del start


def test_a_session_that_ends_before_a_refresh_is_renewed_in_place(start: Start) -> None:
    desk = FakeDesk()
    person = start(desk)
    person.ready()
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    person.tick("Deal")
    desk.errors["snapshot"] = [error("session_ended", "The session has ended.")]
    person.click("refreshButton")
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemActionButton") == "Sign in again…"
    person.click("problemActionButton")
    person.click("signInButton")
    person.wait(lambda: not person.sees("connectDialog"))
    assert person.sees("placementTree")
    person.wait(lambda: not person.sees("problemBanner"))
    assert person.text("planSummary") == "1 to bind"
    assert person.text("titleEdit") == "Send"


def test_a_session_that_ends_at_the_apply_is_renewed_and_the_plan_goes_on(start: Start) -> None:
    desk = FakeDesk()
    person = start(desk)
    person.ready()
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    person.tick("Deal")
    person.click("reviewButton")
    desk.errors["apply refused"] = [error("session_ended", "The session has ended.")]
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    assert person.text("applyResult").startswith("The session has ended.")
    person.click("signInAgainButton")
    person.click("signInButton")
    person.wait(lambda: not person.sees("connectDialog"))
    assert desk.accounts.again == [connection()]
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    assert person.text("applyResult") == "The change is done and read back."
    person.click("cancelButton")
    person.ready()
    assert person.state("Deal") == "bound"


def test_a_portal_and_its_restored_copy_are_told_apart(start: Start) -> None:
    copy = connection("acme", "b")
    person = start(FakeDesk(None, ACME, copy, connection("beta", "c")))
    person.ready()
    box = person.see(QComboBox, "connectionBox")
    names = [f"local.1@{'a' * 32}", f"local.1@{'b' * 32}", "beta.bitrix24.com"]
    assert [box.itemText(row) for row in range(3)] == names
    choose(person, 1)
    menu(person, "signOutAction")
    person.wait(lambda: person.sees("signOutDialog"))
    assert names[1] in person.text("signOutQuestion")


def test_every_line_of_the_list_of_portals_begins_at_the_same_place(start: Start) -> None:
    person = start(FakeDesk(None, connection(), connection("beta", "b")))
    person.ready()
    box = person.see(QComboBox, "connectionBox")
    lines = [row for row in range(box.count()) if box.itemText(row)]
    assert len(lines) == 3
    assert not any(box.itemIcon(row).isNull() for row in lines)
