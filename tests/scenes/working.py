"""At an open portal: what stands there, ticking, typing, searching, narrow and wide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog

from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.kept_draft import KeptDraft
from bxdesk.placements.widgets import Widget
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, TILE
from tests.scenes.portals import CHAT, COMPANY, CONTACT, TITLE, VACANCY, crowded, empty, used
from tests.scenes.stage import Scene, Sight, Stage, menu, select, tick, write

_LAYOUT = f"""\
bxdesk: 1
handler: {HANDLER}
widgets:
  - placements: [{DEAL}, {LEAD}, CRM_NO_SUCH_PLACE, "CRM_DYNAMIC_{{Nobody's}}_DETAIL_ACTIVITY"]
    title: {{en: Send it, de: Abschicken}}
    options: {{useBuiltInInterfaces: Y}}
"""


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
    person.show_bindings().selectAll()
    yield Sight("bindings", person.window)
    with menu(person, "bindingsMenuButton") as opened:
        yield Sight("menu-rows", opened)
    person.type("bindingsFilter", "no such binding")
    yield Sight("bindings-nothing-found", person.window)
    person.show_widgets()
    with menu(person, "portalMenuButton") as opened:
        yield Sight("menu-portal", opened)
    person.type("handlerEdit", "widgets.mycompany.com/b24")
    yield Sight("window-without-https", person.window)
    person.type("handlerEdit", "http://localhost/widget")
    person.type("placementFilter", "no such place")
    person.type("widgetFilter", "no such widget")
    yield Sight("window-nothing-found", person.window)


def _several_widgets(stage: Stage) -> Iterator[Sight]:
    """Changes of several widgets wait side by side: more places, fewer, other words, and one that is not whole yet."""
    person = stage.open_ready(used())
    tick(person, LEAD)
    tick(person, CONTACT, ticked=False)
    person.open_widget("Contracts of this chat")
    person.type("titleEdit", "Contracts")
    person.click("newWidgetButton")
    yield Sight("window-new-widget", person.window)
    person.type("handlerEdit", "https://chat.example.com/widget")
    tick(person, TILE)
    yield Sight("window-new-widget-without-title", person.window)
    person.open_widget("Send contract")
    yield Sight("window-another-widget-waits", person.window)
    person.show_bindings()
    yield Sight("bindings-several-widgets", person.window)


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
    yield Sight("texts-own", person.window)
    select(person, CONTACT)
    tick(person, CHAT)
    options = person.see(QAbstractButton, "optionsButton")
    if not options.isChecked():
        options.click()
    yield Sight("options", person.window)


def _layouts(stage: Stage) -> Iterator[Sight]:
    """A file with lines that do not fit, and what becomes of it on the disk."""
    person = stage.open_ready(used())
    with TemporaryDirectory() as made:
        file = Path(made) / "widgets.yaml"
        file.write_text(_LAYOUT, encoding="utf-8")
        person.drop(file)
        yield Sight("layout-does-not-fit", person.see(QDialog, "leftOutDialog"))
        person.click("closeLeftOutButton")
        yield Sight("layout-opened", person.window)
        with menu(person, "layoutMenuButton") as opened:
            yield Sight("menu-layout", opened)
        file.write_text(f"{_LAYOUT}# changed\n", encoding="utf-8")
        person.wait(lambda: person.sees("readLayoutAgainButton"))
        yield Sight("layout-changed-on-disk", person.window)


def _cautioned(stage: Stage) -> Iterator[Sight]:
    """What a portal takes without a word."""
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


def _taken_up(stage: Stage) -> Iterator[Sight]:
    desk, yesterday = used(), datetime.now(UTC) - timedelta(days=1)
    draft = Draft.of(desk.here)
    more = draft.layout.widgets[HANDLER].with_places(
        {LEAD: None, COMPANY: None, "CRM_DYNAMIC_99_DETAIL_ACTIVITY": None}
    )
    draft = draft.with_widget(HANDLER, more)
    desk.drafts.kept[desk.accounts.known[0].identity] = KeptDraft(draft, yesterday)
    person = stage.open_ready(desk)
    yield Sight("window-taken-up", person.window)


def _taken_up_and_done(stage: Stage) -> Iterator[Sight]:
    desk, yesterday = used(), datetime.now(UTC) - timedelta(days=1)
    draft = Draft().with_widget("new-1", Widget(OTHER_HANDLER, Content.of("Call back"), {LEAD: None}))
    desk.drafts.kept[desk.accounts.known[0].identity] = KeptDraft(draft, yesterday)
    person = stage.open_ready(desk)
    yield Sight("window-taken-up-done", person.window)


def _sizes(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used())
    write(person, HANDLER, TITLE)
    tick(person, VACANCY)
    for name, width, height in (
        ("window-narrow", 720, 560),
        ("window-smallest", 640, 320),
        ("window-narrowest", 427, 560),
    ):
        person.window.resize(width, height)
        yield Sight(name, person.window)
        person.click("placesViewButton")
        yield Sight(f"{name}-places", person.window)
        person.click("widgetsViewButton")
    yield Sight("window-narrowest-widgets", person.window)
    person.window.resize(1900, 1000)
    yield Sight("window-large", person.window)


def _crowd(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(crowded())
    yield Sight("window-thousands", person.window)


WORKING: tuple[Scene, ...] = (
    _empty_portal,
    _main_window,
    _several_widgets,
    _texts_and_options,
    _layouts,
    _cautioned,
    _taken_up,
    _taken_up_and_done,
    _sizes,
    _crowd,
)
