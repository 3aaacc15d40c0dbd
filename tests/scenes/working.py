"""At an open portal: what stands there, ticking, typing, searching, narrow and wide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView

from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.resuming import KeptDraft
from bxdesk.placements.saying import Saying
from tests.builders import DEAL, HANDLER, LEAD, TILE
from tests.scenes.portals import CHAT, CONTACT, TITLE, VACANCY, crowded, empty, used
from tests.scenes.stage import Scene, Sight, Stage, menu, select, tick, write


def _empty_portal(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(empty())
    yield Sight("portal-empty", person.window)
    tick(person, DEAL, LEAD)
    yield Sight("portal-empty-ticked", person.window)


def _main_window(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used())
    yield Sight("window", person.window)
    write(person, HANDLER, TITLE)
    tick(person, LEAD, VACANCY, TILE)
    tick(person, DEAL, ticked=False)
    select(person, TILE)
    yield Sight("window-ticks", person.window)
    person.see(QTableView, "bindingsTable").selectAll()
    yield Sight("window-rows-selected", person.window)
    with menu(person, "bindingsMenuButton") as opened:
        yield Sight("menu-rows", opened)
    with menu(person, "portalMenuButton") as opened:
        yield Sight("menu-portal", opened)
    person.type("handlerEdit", "widgets.mycompany.com/b24")
    yield Sight("window-without-https", person.window)
    person.type("handlerEdit", "http://localhost/widget")
    person.type("placementFilter", "no such place")
    person.type("bindingsFilter", "no such widget")
    yield Sight("window-nothing-found", person.window)


def _texts_and_options(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used())
    write(person, HANDLER, TITLE)
    tick(person, CONTACT, VACANCY)
    for language in ("de", "ru"):
        person.choose("languagesButton", f"language-{language}")
    yield Sight("texts-languages", person.window)
    with menu(person, "languagesButton") as opened:
        yield Sight("menu-languages", opened)
    select(person, VACANCY)
    person.click("ownTextsButton")
    person.see(QLineEdit, "titleEdit").setFocus()
    yield Sight("texts-own", person.window)
    select(person, CONTACT)
    tick(person, CHAT)
    options = person.see(QAbstractButton, "optionsButton")
    if not options.isChecked():
        options.click()
    yield Sight("options", person.window)


def _cautioned(stage: Stage) -> Iterator[Sight]:
    """What a portal takes without a word; and what waits for another address than the one that is shown."""
    person = stage.open_ready(used())
    write(person, "https://new.example.com/widget", TITLE)
    tick(person, CONTACT, "CRM_DYNAMIC_190_ROBOT_DESIGNER_TOOLBAR")
    person.click("optionsButton")
    box = person.see(QComboBox, "option-useBuiltInInterface")
    box.setCurrentIndex(box.findData("Y"))
    box.activated.emit(box.currentIndex())
    person.type("option-newUserNotificationTitle", TITLE)
    select(person, "CRM_DYNAMIC_190_ROBOT_DESIGNER_TOOLBAR")
    yield Sight("options-cautioned", person.window)
    table = person.see(QTableView, "bindingsTable")
    table.selectRow(0)
    person.press(Qt.Key.Key_Return, "bindingsTable")
    select(person, CONTACT)
    yield Sight("window-another-widget-waits", person.window)


def _taken_up(stage: Stage) -> Iterator[Sight]:
    desk, yesterday = used(), datetime.now(UTC) - timedelta(days=1)
    draft = Draft(HANDLER, Saying.of(TITLE)).marked((LEAD, CONTACT, "CRM_DYNAMIC_99_DETAIL_ACTIVITY"), Mark.WANTED)
    desk.drafts.kept[desk.known[0].identity] = KeptDraft(draft, yesterday)
    person = stage.open_ready(desk)
    yield Sight("window-taken-up", person.window)


def _taken_up_and_done(stage: Stage) -> Iterator[Sight]:
    desk, yesterday = used(), datetime.now(UTC) - timedelta(days=1)
    draft = Draft(HANDLER, Saying.of(TITLE)).marked((DEAL,), Mark.WANTED)
    desk.drafts.kept[desk.known[0].identity] = KeptDraft(draft, yesterday)
    person = stage.open_ready(desk)
    yield Sight("window-taken-up-done", person.window)


def _sizes(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used())
    write(person, HANDLER, TITLE)
    tick(person, VACANCY)
    for name, width, height in (
        ("window-narrow", 720, 560),
        ("window-smallest", 640, 320),
        ("window-large", 1900, 1000),
    ):
        person.window.resize(width, height)
        yield Sight(name, person.window)


def _crowd(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(crowded())
    yield Sight("window-thousands", person.window)


WORKING: tuple[Scene, ...] = (
    _empty_portal,
    _main_window,
    _texts_and_options,
    _cautioned,
    _taken_up,
    _taken_up_and_done,
    _sizes,
    _crowd,
)
