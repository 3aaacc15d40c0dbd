"""From the review to the outcome, and what can be done about it afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog

from bxdesk.placements.history import Recovery
from bxdesk.portal.errors import portal_error
from tests.builders import DEAL, HANDLER, LEAD, TILE
from tests.gui.fake_desk import FakeDesk
from tests.gui.person import Person
from tests.scenes.portals import CONTACT, VACANCY, cut_off, empty, not_installed, used, with_history
from tests.scenes.stage import Scene, Sight, Stage, tick, write, write_texts


def _review(stage: Stage) -> Iterator[Sight]:
    desk = used()
    person = stage.open_ready(desk)
    review = _to_review(person)
    yield Sight("review", review)
    desk.hold("apply")
    person.click("applyButton")
    person.wait(lambda: "apply" in desk.calls)
    yield Sight("review-running", review)
    person.click("cancelButton")
    yield Sight("review-stopping", review)
    person.program.session.tasks.in_loop(lambda _: desk.release("apply"))
    person.wait(lambda: person.sees("applyResult"))
    yield Sight("review-stopped", review)


def _everything_said(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(empty())
    person.type("handlerEdit", HANDLER)
    for language, title, description in (
        ("en", "Send contract", "Opens the contract of this deal and sends it"),
        ("de", "Vertrag senden", "Zeigt den Vertrag des Auftrags"),
        ("es", "Enviar contrato", ""),
    ):
        person.choose("languagesButton", f"language-{language}")
        write_texts(person, language, title, description, "Contracts")
    tick(person, LEAD, DEAL, TILE)
    person.click("optionsButton")
    box = person.see(QComboBox, "option-useBuiltInInterface")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    person.click("reviewButton")
    person.wait(lambda: person.sees("applyButton"))
    yield Sight("review-everything-said", person.see(QDialog, "reviewDialog"))


def _outcomes(stage: Stage) -> Iterator[Sight]:
    desk = empty()
    desk.refused[LEAD] = portal_error("ERROR_PLACEMENT_MAX_COUNT").problem
    person = stage.open_ready(desk)
    write(person, HANDLER, "Send contract")
    tick(person, DEAL, LEAD, CONTACT)
    person.click("reviewButton")
    review = person.see(QDialog, "reviewDialog")
    yield Sight("review-failed", _applied(person, review))
    desk.refused.clear()
    person.click("retryButton")
    yield Sight("review-done", _applied(person, review))
    person.click("undoButton")
    person.wait(lambda: person.sees("applyButton"))
    yield Sight("review-undo", person.see(QDialog, "reviewDialog"))


def _warnings(stage: Stage) -> Iterator[Sight]:
    desk = not_installed()
    person = stage.open_ready(desk)
    review = _to_review(person, "http://widgets.example.com/bitrix24", LEAD, VACANCY)
    yield Sight("review-warnings", review)
    desk.errors["apply refused"] = [portal_error("INVALID_GRANT")]
    yield Sight("review-session-ended", _applied(person, review))


def _history(stage: Stage) -> Iterator[Sight]:
    desk = with_history()
    person = stage.open_ready(desk)
    person.click("historyButton")
    person.wait(lambda: bool(person.table("historyTable")))
    history = person.see(QDialog, "historyDialog")
    yield Sight("history", history)
    person.press(Qt.Key.Key_Down, "historyTable")
    yield Sight("history-detail", history)
    person.click("allPortalsCheck")
    person.wait(lambda: bool(person.table("historyTable")))
    yield Sight("history-all-portals", history)


def _empty_history(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(FakeDesk())
    person.click("historyButton")
    person.wait(lambda: bool(person.text("historyEmpty")))
    yield Sight("history-empty", person.see(QDialog, "historyDialog"))


def _unfinished(stage: Stage) -> Iterator[Sight]:
    desk = cut_off()
    person = stage.open_ready(desk)
    person.wait(lambda: person.sees("problemActionButton"))
    person.click("problemActionButton")
    unfinished = person.see(QDialog, "unfinishedDialog")
    yield Sight("unfinished", unfinished)
    person.click("putBackButton")
    person.wait(lambda: desk.recovered == [Recovery.PUT_BACK] and person.sees("recoverResult"))
    yield Sight("unfinished-recovered", unfinished)


def _to_review(person: Person, handler: str = HANDLER, *codes: str) -> QDialog:
    write(person, handler, "Send the contract")
    tick(person, *(codes or (LEAD, VACANCY, TILE)))
    tick(person, CONTACT, ticked=False)
    person.click("reviewButton")
    person.wait(lambda: person.sees("applyButton"))
    return person.see(QDialog, "reviewDialog")


def _applied(person: Person, review: QDialog) -> QDialog:
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    return review


DOING: tuple[Scene, ...] = (_review, _everything_said, _outcomes, _warnings, _history, _empty_history, _unfinished)
