"""Moving the widgets of an app that is not installed to a new application."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from bxdesk.errors import Problem
from bxdesk.gui.app_move import AppMove
from bxdesk.messages import message
from bxdesk.placements.snapshot import AppInfo
from tests.builders import DEAL, LEAD, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, error, portal_snapshot
from tests.gui.person import Person

NOT_INSTALLED = Problem("not_installed", message("The application is not fully installed."))
OLD = replace(connection(), client_id="local.old")


@pytest.fixture
def desk() -> FakeDesk:
    """A portal with two widgets that nobody sees."""
    return FakeDesk(portal_snapshot(binding(DEAL), binding(LEAD), problems=(NOT_INSTALLED,)), OLD)


@pytest.fixture
def person(start: Start, desk: FakeDesk) -> Person:
    """Somebody who reads what to do about it."""
    somebody = start(desk)
    somebody.ready()
    somebody.click("problemActionButton")
    return somebody


def save(person: Person, path: Path) -> None:
    person.type("moveAppFileEdit", str(path))
    person.click("moveAppButton")
    person.wait(lambda: person.sees("connectDialog"))


def sign_in_with_new_keys(
    person: Person, desk: FakeDesk, client_id: str = "local.new", *, installed: bool = True
) -> None:
    """The new application is there, and has no widget yet."""
    assert person.text("connectTitle") == "The application's card"
    person.click("nextButton")
    person.type("clientIdEdit", client_id)
    person.type("clientSecretEdit", "s3cret")
    desk.accounts.member_id = OLD.member_id
    desk.here = replace(portal_snapshot(), app=AppInfo(installed=installed, status="L"))
    person.click("signInButton")


def test_the_widgets_come_along_and_the_old_connection_goes_last(
    person: Person, desk: FakeDesk, tmp_path: Path
) -> None:
    save(person, tmp_path / "saved.yaml")
    assert (tmp_path / "saved.yaml").read_text(encoding="utf-8") == "# acme.bitrix24.com\nbxdesk: 1\n"
    sign_in_with_new_keys(person, desk)
    person.wait(lambda: person.sees("reviewDialog"))
    assert [known.client_id for known in desk.accounts.known] == ["local.old", "local.new"]
    person.click("applyButton")
    person.wait(lambda: [known.client_id for known in desk.accounts.known] == ["local.new"])
    assert {row.placement for row in desk.here.bindings} == {DEAL, LEAD}


def test_a_list_that_cannot_be_read_after_the_sign_in_only_puts_the_move_off(
    person: Person, desk: FakeDesk, tmp_path: Path
) -> None:
    save(person, tmp_path / "saved.yaml")
    desk.errors["connections"] = [error("connections_unreadable", "The list cannot be read.") for _ in range(2)]
    sign_in_with_new_keys(person, desk)
    said = "You are signed in, but the portals cannot be listed."
    person.wait(lambda: person.sees("problemTitle") and person.text("problemTitle") == said)
    person.click("whatToDoButton")
    assert person.text("problemCure").startswith("The list cannot be read.")
    person.click("problemActionButton")
    person.wait(lambda: not desk.errors["connections"])
    person.ready()
    assert person.text("problemTitle") == said, "and it stands there again"
    person.click("problemActionButton")
    person.wait(lambda: person.sees("reviewDialog"))
    person.click("applyButton")
    person.wait(lambda: [known.client_id for known in desk.accounts.known] == ["local.new"])
    assert not person.sees("problemTitle") or person.text("problemTitle") != said


def test_whoever_opens_another_portal_meanwhile_stays_there_once_they_can_be_listed(
    start: Start, desk: FakeDesk, tmp_path: Path
) -> None:
    other = connection("beta", "b")
    desk.accounts.known.append(other)
    person = start(desk)
    person.ready()
    person.click("problemActionButton")
    save(person, tmp_path / "saved.yaml")
    desk.errors["connections"] = [error("connections_unreadable", "The list cannot be read.")]
    sign_in_with_new_keys(person, desk)
    person.wait(lambda: person.sees("problemTitle") and person.text("problemTitle").startswith("You are signed in"))
    _chooses(person, other.identity)
    person.ready()
    person.click("refreshButton")
    person.wait(lambda: len(person.program.session.connections.all) == 3)
    person.ready()
    assert person.program.session.portal.identity == other.identity


def test_what_was_not_applied_as_a_whole_keeps_the_old_connection(
    person: Person, desk: FakeDesk, tmp_path: Path
) -> None:
    save(person, tmp_path / "saved.yaml")
    desk.refused[LEAD] = Problem("refused", message("The portal refuses it."))
    sign_in_with_new_keys(person, desk)
    person.wait(lambda: person.sees("applyButton"))
    person.click("applyButton")
    person.wait(lambda: {row.placement for row in desk.here.bindings} == {DEAL})
    person.pause(50)
    assert [known.client_id for known in desk.accounts.known] == ["local.old", "local.new"]


def test_a_new_application_that_is_not_installed_either_keeps_the_old_connection(
    person: Person, desk: FakeDesk, tmp_path: Path
) -> None:
    save(person, tmp_path / "saved.yaml")
    sign_in_with_new_keys(person, desk, installed=False)
    person.wait(lambda: person.sees("applyButton"))
    person.click("applyButton")
    person.wait(lambda: {row.placement for row in desk.here.bindings} == {DEAL, LEAD})
    person.wait(lambda: person.text("problemTitle") == "The new application is not fully installed either.")
    assert [known.client_id for known in desk.accounts.known] == ["local.old", "local.new"]


def test_the_old_keys_are_no_new_application(person: Person, desk: FakeDesk, tmp_path: Path) -> None:
    save(person, tmp_path / "saved.yaml")
    sign_in_with_new_keys(person, desk, "local.old")
    person.wait(lambda: person.sees("problemTitle") and "local.old" in person.text("problemTitle"))
    assert not person.sees("reviewDialog")
    assert [known.client_id for known in desk.accounts.known] == ["local.old"]


def test_what_cannot_be_saved_is_said_and_nothing_goes_on(person: Person, desk: FakeDesk, tmp_path: Path) -> None:
    person.type("moveAppFileEdit", str(tmp_path / "no" / "saved.yaml"))
    person.click("moveAppButton")
    person.wait(lambda: person.sees("moveAppFileNote"))
    assert "There is no such folder." in person.text("moveAppFileNote")
    desk.errors["export"] = [error("refused", "The portal hides its widgets.")]
    person.click("moveAppButton")
    person.wait(lambda: person.text("moveAppFileNote").startswith("The portal hides its widgets."))
    assert not person.sees("connectDialog")


def _chooses(person: Person, identity: str) -> None:
    session = person.program.session
    session.choose(next(one for one in session.connections.all if one.identity == identity))


def test_whoever_turns_to_another_portal_has_left_the_move(start: Start, desk: FakeDesk, tmp_path: Path) -> None:
    other = connection("beta", "b")
    desk.accounts.known.append(other)
    person = start(desk)
    person.ready()
    person.click("problemActionButton")
    save(person, tmp_path / "saved.yaml")
    desk.hold("snapshot")
    sign_in_with_new_keys(person, desk)
    person.wait(lambda: not person.sees("connectDialog") and person.program.session.portal.busy)
    _chooses(person, other.identity)
    person.program.session.tasks.in_loop(lambda _: desk.release("snapshot"))
    person.ready()
    _chooses(person, f"local.new@{OLD.member_id}")
    person.ready()
    person.pause(50)
    assert not person.sees("reviewDialog")


def test_nothing_is_left_of_a_move_that_was_cancelled(person: Person, tmp_path: Path) -> None:
    person.click("cancelButton")
    person.pause(20)
    assert not person.window.findChildren(AppMove)
    person.click("problemActionButton")
    save(person, tmp_path / "saved.yaml")
    person.see(QDialog, "connectDialog").reject()
    person.pause(20)
    assert not person.window.findChildren(AppMove)
