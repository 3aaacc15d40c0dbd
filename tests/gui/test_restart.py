"""Ticks and texts outlive the window, on real files and a real portal; one window never takes another's."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTableView

from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.gui.session.draft_keeper import DELAY
from tests.gui.computer import Computer
from tests.gui.main_job import HANDLER, PLACES, TITLE, bound, fill_and_tick, review_and_apply
from tests.gui.person import Person

LEAD, OLD = "CRM_LEAD_DETAIL_ACTIVITY", "https://old.example.com/app"


@pytest.fixture
def portal() -> Iterator[DemoPortal]:
    with DemoPortal(DemoSettings()) as running:
        running.clear_bindings()
        yield running


@pytest.fixture
def computer(qapp: QApplication, portal: DemoPortal, tmp_path: Path) -> Iterator[Computer]:
    made = Computer.signed_in(portal, tmp_path)
    yield made
    made.close()
    qapp.processEvents()


def review(person: Person) -> list[list[str]]:
    """The plan to the letter, as the review shows it."""
    person.click("reviewButton")
    steps = person.table("planTable")
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    return steps


def test_a_restart_finds_everything_that_was_ticked_typed_and_decided(computer: Computer, portal: DemoPortal) -> None:
    for code in (LEAD, "CRM_CONTACT_DETAIL_ACTIVITY"):
        portal.add_binding(code, OLD, texts={"en": {"TITLE": "Old"}})
    person = computer.open()
    person.click("newWidgetButton")
    fill_and_tick(person)
    person.choose("languagesButton", "language-en")
    person.choose("languagesButton", "language-de")
    person.type_text("de", "Title", "Vertrag senden")
    person.click("optionsButton")
    person.pick("option-useBuiltInInterface", "Yes")
    person.click_row("Deal")
    person.click("ownTextsButton")
    person.type_text("de", "Title", "Only here")
    person.show_bindings()
    for place, act in (("Lead", "moveHereAction"), ("Contact", "removeAction")):
        person.see(QTableView, "bindingsTable").selectRow(person.binding(f"CRM timeline button: {place}"))
        person.choose("bindingsMenuButton", act)
    summary, steps, fates, widgets = person.text("planSummary"), review(person), person.bindings(), None
    person.show_widgets()
    widgets = person.widgets()
    assert summary == "3 to bind, 1 to move, 1 to unbind"

    again = computer.restart()
    assert again.text("planSummary") == summary
    assert review(again) == steps
    assert again.bindings() == fates
    assert again.widgets() == widgets
    again.open_widget(TITLE)
    assert again.text("handlerEdit") == HANDLER
    assert again.languages() == ["en", "de"]
    assert again.table("textsGrid")[1][1] == "Vertrag senden"
    again.click_row("Deal")
    assert again.table("textsGrid")[1][1] == "Only here"
    assert again.text("resumedText").startswith("Your ticks and texts are still here from today, ")
    assert again.text("resumedText").endswith(f": {summary}.")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills so hard there")
def test_a_crash_takes_no_more_than_the_last_second(computer: Computer) -> None:
    assert DELAY < 1000
    killed = subprocess.run(
        [sys.executable, "-m", "tests.gui.killed", "typing"], input=computer.description(), text=True, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    person = computer.open()
    assert person.text("planSummary") == "3 to bind"
    assert person.text("titleEdit") == TITLE
    assert review_and_apply(person) == "All 3 changes are done and read back."


def test_typing_without_a_pause_does_not_put_the_writing_off(computer: Computer) -> None:
    person = computer.open()
    person.tick("Deal")
    typed = 0
    while not computer.drafts:
        typed += 1
        assert typed < 500
        person.type("titleEdit", f"Title {typed}")
        person.pause(10)
    assert typed > 2


def test_what_was_applied_or_discarded_is_not_there_again(computer: Computer) -> None:
    person = computer.open()
    fill_and_tick(person)
    person.wait(lambda: bool(computer.drafts))
    review_and_apply(person)
    person.wait(lambda: not computer.drafts)
    person.tick("Lead")
    person.wait(lambda: bool(computer.drafts))

    person = computer.restart()
    assert person.text("resumedText").endswith(": 1 to bind.")
    person.click("resumedDiscardButton")
    assert not person.sees("resumedNote")
    assert person.text("planSummary") == "Nothing to change"

    person = computer.restart()
    assert not person.sees("resumedNote")
    assert person.text("planSummary") == "Nothing to change"
    assert bound(person) == list(PLACES)
    assert computer.drafts == []


def test_what_the_portal_has_by_now_or_refuses_is_said(computer: Computer, portal: DemoPortal) -> None:
    person = computer.open()
    fill_and_tick(person)
    person.tick("Lead")
    computer.close()
    portal.add_binding("CRM_DEAL_DETAIL_ACTIVITY", HANDLER, texts={"en": {"TITLE": TITLE}})
    portal.change(missing_scopes=frozenset({"contact_center"}))

    person = computer.open()
    assert person.text("resumedText").partition(": ")[2] == (
        "2 to bind. 1 of them is done already. 1 waits: the portal does not offer its place at the moment."
    )
    assert person.state("Deal") == "bound"
    assert person.state("Contact Center tile") == "waits for its place"
    person.click("resumedKeepButton")
    assert not person.sees("resumedNote")
    assert person.text("planSummary") == "2 to bind"
    computer.close()

    portal.change(missing_scopes=frozenset())
    person = computer.open()
    assert person.text("planSummary") == "3 to bind"


def test_two_windows_at_once_keep_their_drafts_apart(computer: Computer) -> None:
    one, other = computer.open(), computer.open()
    fill_and_tick(one)
    other.type("handlerEdit", OLD)
    other.type("titleEdit", "Other")
    other.tick("Lead")
    assert other.text("planSummary") == "1 to bind"
    computer.close()
    assert len(computer.drafts) == 2
    first, second = computer.open(), computer.open()
    found = {person.text("handlerEdit"): person.text("planSummary") for person in (first, second)}
    assert found == {HANDLER: "3 to bind", OLD: "1 to bind"}


def test_a_damaged_draft_does_not_keep_the_window_from_opening(computer: Computer) -> None:
    person = computer.open()
    fill_and_tick(person)
    computer.close()
    (path,) = computer.drafts
    path.write_text('{"version": 1, "handl', encoding="utf-8")

    person = computer.open()
    assert person.text("problemTitle") == "What was ticked and typed here last time cannot be read."
    person.click("whatToDoButton")
    (aside,) = computer.drafts
    assert str(aside) in person.text("problemCure")
    assert aside.read_text(encoding="utf-8") == '{"version": 1, "handl'
    person.click("problemActionButton")
    fill_and_tick(person)
    person = computer.restart()
    assert not person.sees("problemBanner")
    assert person.text("planSummary") == "3 to bind"
