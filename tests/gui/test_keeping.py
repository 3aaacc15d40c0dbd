"""Ticks and texts stay through everything that happens while the window is open; keeping them is in nobody's way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.kept_draft import KeptDraft
from bxdesk.placements.widgets import Widget
from tests.builders import DEAL, HANDLER, LEAD, binding
from tests.gui.conftest import Start
from tests.gui.connecting import fill_in
from tests.gui.fake_desk import FakeDesk, connection, error, portal_snapshot, problem
from tests.gui.person import Person

ACME = connection("acme", "b")


def typed(*codes: str) -> Draft:
    """A draft with one new widget, ticked at these places."""
    return Draft().with_widget("new-1", Widget(HANDLER, Content.of("Send contract"), dict.fromkeys(codes)))


def work(person: Person) -> None:
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send contract")
    person.tick("Deal")


def assert_all_is_there(person: Person) -> None:
    assert person.text("planSummary") == "1 to bind"
    assert (person.text("handlerEdit"), person.text("titleEdit")) == (HANDLER, "Send contract")
    assert not person.sees("resumedNote")


def test_a_refresh_keeps_what_was_done(person: Person) -> None:
    work(person)
    person.click("refreshButton")
    person.ready()
    assert_all_is_there(person)


def test_signing_out_and_in_again_keeps_what_was_done(start: Start) -> None:
    desk = FakeDesk(None, ACME)
    person = start(desk)
    person.ready()
    work(person)
    next(action for action in person.window.findChildren(QAction) if action.objectName() == "signOutAction").trigger()
    person.click("signOutButton")
    person.wait(lambda: person.text("stateTitle") == "Put your widgets into Bitrix24")
    person.click("stateButton")
    fill_in(person, "https://acme.bitrix24.com")
    person.click("signInButton")
    person.wait(lambda: person.sees("placementTree"))
    assert desk.accounts.known == [ACME]
    assert_all_is_there(person)


def test_a_draft_is_kept_once_and_forgotten_when_it_is_taken_back(start: Start) -> None:
    desk = FakeDesk(None, ACME)
    person = start(desk)
    person.ready()
    work(person)
    wanted = typed(DEAL)
    person.wait(lambda: ACME.identity in desk.drafts.kept and desk.drafts.kept[ACME.identity].draft == wanted)
    person.click("discardButton")
    person.wait(lambda: desk.drafts.kept == {})


def test_that_nothing_can_be_kept_is_said_once(start: Start) -> None:
    desk = FakeDesk()
    desk.drafts.errors = [error("draft_unwritable", "It could not be saved.") for _ in range(2)]
    person = start(desk)
    person.ready()
    person.tick("Deal")
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemTitle") == "It could not be saved."
    person.click("problemActionButton")
    person.tick("Lead")
    person.wait(lambda: desk.drafts.writes == 2)
    person.pause(20)
    assert not person.sees("problemBanner")
    person.tick("Contact")
    person.wait(lambda: len(desk.drafts.kept) == 1)


def test_what_could_not_be_kept_at_once_is_kept_at_the_end(start: Start) -> None:
    desk = FakeDesk()
    desk.drafts.errors = [error("draft_unwritable", "It could not be saved.")]
    person = start(desk)
    person.ready()
    person.tick("Deal")
    person.wait(lambda: person.sees("problemBanner"))
    assert desk.drafts.kept == {}
    person.program.close()
    assert [change.placement for change in desk.drafts.kept[connection().identity].draft.changes] == [DEAL]


def test_what_is_wrong_with_a_kept_draft_is_said_once(start: Start) -> None:
    desk = FakeDesk()
    desk.drafts.problems = (problem("draft_newer", "A newer bxdesk kept it."),)
    person = start(desk)
    person.ready()
    assert person.text("problemTitle") == "A newer bxdesk kept it."
    person.click("problemActionButton")
    person.click("refreshButton")
    person.ready()
    assert not person.sees("problemBanner")


@pytest.mark.parametrize(
    ("days", "words"), [(0, "still here from today, "), (1, "still here from yesterday, "), (40, "still here from ")]
)
def test_the_note_says_since_when_and_goes_when_somebody_goes_on(start: Start, days: int, words: str) -> None:
    desk = FakeDesk()
    then = datetime.now(UTC) - timedelta(days=days)
    desk.drafts.kept[connection().identity] = KeptDraft(typed(DEAL, LEAD), then)
    person = start(desk)
    person.ready()
    assert words in person.text("resumedText")
    assert person.sees("resumedDiscardButton")
    assert person.text("resumedKeepButton") == "Go on with them"
    assert person.see(QWidget, "resumedNote").accessibleName() == person.text("resumedText")
    person.tick("Lead")
    assert not person.sees("resumedNote")
    assert person.text("planSummary") == "1 to bind"


def test_texts_that_change_nothing_come_back_without_a_note(start: Start) -> None:
    desk = FakeDesk()
    desk.drafts.kept[connection().identity] = KeptDraft(typed(), datetime.now(UTC))
    person = start(desk)
    person.ready()
    assert person.text("titleEdit") == "Send contract"
    assert not person.sees("resumedNote")


def test_ticks_that_are_all_done_are_reported_and_forgotten(start: Start) -> None:
    desk = FakeDesk(portal_snapshot(binding(DEAL, language="en")))
    desk.drafts.kept[connection().identity] = KeptDraft(typed(DEAL), datetime.now(UTC))
    person = start(desk)
    person.ready()
    assert person.text("resumedText").startswith("What you had ticked is done by now")
    assert "cut off" in person.text("resumedText")
    person.wait(lambda: desk.drafts.kept == {})
    assert not person.sees("resumedDiscardButton")
    assert person.text("resumedKeepButton") == "OK"
    person.click("resumedKeepButton")
    assert not person.sees("resumedNote")
