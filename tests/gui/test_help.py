"""Help, About, and the report about a fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QWidget

from bxdesk import __version__
from bxdesk.gui.app import Program
from bxdesk.gui.help.help_model import HelpModel
from bxdesk.gui.help.help_topics import HOW, topics
from bxdesk.placements.catalogue import FAMILIES
from bxdesk.storage.folders import under
from bxdesk.storage.settings import SettingsFile
from bxdesk.support.resources import resource
from tests.builders import DEAL, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, error, everything, portal_snapshot
from tests.gui.person import Person

TOKEN = "1bf49f6600631fcd00005a4b00000001f0f107e9a9ddb6de2bd5f7856ac587b492adb4"
SECRET = "kG4nZqV7bT1rXw9cYh2JmPd8sLf3AaEuQi5oRtWyUvBxNzMk60"
CODE = "0123456789abcdef0123456789abcdef"
PASSWORD = "proxy-pass-7"


def said(person: Person, dialog: str) -> list[str]:
    """All that a dialog says in labels, from top to bottom."""
    return [label.text() for label in person.see(QWidget, dialog).findChildren(QLabel) if label.text()]


def ask_for_help(person: Person) -> None:
    person.press(Qt.Key.Key_F1, "placementTree")
    person.wait(lambda: person.sees("helpDialog"))


def topic(person: Person) -> str:
    return str(person.see(QListView, "helpTopics").currentIndex().data())


@pytest.fixture
def visitor(start: Start) -> Person:
    """The window on a portal that offers everything, and something nobody knows."""
    somebody = start(FakeDesk(everything(unknown=("NEW_PLACE",))))
    somebody.ready()
    return somebody


def test_the_topics_are_a_proper_model(qapp: object, qtmodeltester: Any) -> None:
    del qapp
    model = HelpModel(topics())
    qtmodeltester.check(model)
    assert model.rowCount() == len(FAMILIES) + 5
    model.filter("chat message")
    qtmodeltester.check(model)
    assert 0 < model.rowCount() < 6
    model.filter("there is no such thing")
    assert model.rowCount() == 0
    assert not model.find(HOW).isValid()


def test_help_without_a_selection_says_how_it_works(visitor: Person) -> None:
    visitor.click("helpButton")
    visitor.wait(lambda: visitor.sees("helpDialog"))
    assert (topic(visitor), visitor.text("helpHeading")) == ("How it works", "How it works")
    assert any("Every change is shown in a sentence" in text for text in said(visitor, "helpDialog"))


def test_f1_is_about_the_place_that_is_selected_and_links_to_its_page(visitor: Person) -> None:
    visitor.click_row("Contact Center tile")
    ask_for_help(visitor)
    assert (topic(visitor), visitor.text("helpHeading")) == ("Contact Center tile", "Contact Center tile")
    assert visitor.text("helpText").startswith("A tile at the bottom of the Contact Center")
    assert "App Embedding (placement), Contact Center (contact_center)" in said(visitor, "helpDialog")
    visitor.click("helpDocumentationButton")
    assert visitor.opened == ["https://apidocs.bitrix24.com/api-reference/widgets/contact-center.html"]
    visitor.click_row("Deal")  # the help stays open beside the window
    ask_for_help(visitor)
    assert topic(visitor) == "CRM timeline button"
    assert "Lead, Deal, Contact, Company, Estimate, Invoice, Order, Custom types" in said(visitor, "helpDialog")
    visitor.click("helpCloseButton")
    visitor.wait(lambda: not visitor.sees("helpDialog"))


def test_a_page_for_the_built_in_interface_is_there_to_copy(visitor: Person) -> None:
    visitor.click_row("Deal")
    ask_for_help(visitor)
    QGuiApplication.clipboard().clear()
    visitor.click("copySampleButton")
    copied = QGuiApplication.clipboard().text()
    assert copied == resource("pages", "built-in-interface.html").read_text(encoding="utf-8")
    assert '"setLayout"' in copied


def test_f1_follows_what_was_just_ticked_by_mouse(visitor: Person) -> None:
    visitor.click_row("Deal")
    visitor.tick("Contact Center tile")
    ask_for_help(visitor)
    assert topic(visitor) == "Contact Center tile"
    visitor.tick("Lead")
    visitor.press(Qt.Key.Key_F1, "titleEdit")
    visitor.wait(lambda: topic(visitor) == "CRM timeline button")


def test_of_several_places_the_selected_one_comes_first(visitor: Person) -> None:
    visitor.type("placementFilter", "TASK_GROUP_LIST_TOOLBAR")
    visitor.click_row("Menu above a workgroup's tasks")
    ask_for_help(visitor)
    assert topic(visitor) == "Tasks: menus and panels"
    assert visitor.text("helpPlace") == "Menu above a workgroup's tasks"
    visitor.click("helpDocumentationButton")
    assert visitor.opened == ["https://apidocs.bitrix24.com/api-reference/widgets/task/list-toolbar.html"]


def test_a_place_that_nobody_documented_has_help_too(visitor: Person) -> None:
    visitor.type("placementFilter", "NEW_PLACE")
    visitor.click_row("NEW_PLACE")
    ask_for_help(visitor)
    assert topic(visitor) == "Other placements"
    visitor.click("helpDocumentationButton")
    assert visitor.opened == ["https://apidocs.bitrix24.com/api-reference/widgets/placements.html"]


def test_topics_are_searched_and_chosen_by_keyboard(visitor: Person) -> None:
    visitor.click("helpButton")
    visitor.type("helpFilter", "message field")
    assert topic(visitor) == "Chat: above the message field"
    assert "Icon name (needed)" in " ".join(said(visitor, "helpDialog"))
    visitor.type("helpFilter", "")
    assert topic(visitor) == "Chat: above the message field"
    QTest.keyClick(visitor.see(QListView, "helpTopics"), Qt.Key.Key_Home)
    QTest.keyClick(visitor.see(QListView, "helpTopics"), Qt.Key.Key_Down)
    assert visitor.text("helpHeading") == "The application's card"
    QTest.keyClick(visitor.see(QListView, "helpTopics"), Qt.Key.Key_Down)
    assert visitor.text("helpHeading") == "Several portals"
    QTest.keyClick(visitor.see(QListView, "helpTopics"), Qt.Key.Key_Down)
    assert visitor.text("helpHeading") == "Keyboard"
    assert {"Everywhere", "The table of bindings", "The page of portals"} <= set(said(visitor, "helpDialog"))
    assert {"F1", "Find a place", "Ctrl+I"} <= set(said(visitor, "helpDialog"))


def test_a_permission_that_the_app_lacks_is_named(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(scopes=frozenset(("placement", "crm")))))
    person.ready()
    person.click_row("Contact Center tile")
    ask_for_help(person)
    assert "Your app lacks Contact Center (contact_center)" in " ".join(said(person, "helpDialog"))


def test_a_help_that_stays_open_knows_the_permissions_on_the_portal_that_is_shown(start: Start) -> None:
    desk = FakeDesk(portal_snapshot(scopes=frozenset(("placement", "crm"))), connection(), connection("beta", "b"))
    person = start(desk)
    person.ready()
    person.click_row("Contact Center tile")
    ask_for_help(person)
    lacks = "Your app lacks Contact Center (contact_center)"
    assert lacks in " ".join(said(person, "helpDialog"))
    desk.here = portal_snapshot()
    person.pick("connectionBox", "beta.bitrix24.com")
    person.wait(lambda: lacks not in " ".join(said(person, "helpDialog")))
    person.ready()
    assert topic(person) == "Contact Center tile"


def test_help_is_there_before_anything_is_connected(start: Start) -> None:
    desk = FakeDesk()
    desk.accounts.known = []
    person = start(desk)
    person.wait(lambda: person.sees("stateButton"))
    person.click("helpButton")
    person.wait(lambda: person.sees("helpDialog"))
    assert topic(person) == "How it works"


class Reported:
    """The window over folders and settings of its own, with secrets wherever one could be."""

    def __init__(self, base: Path, desk: FakeDesk) -> None:
        self.folders = under(base)
        self.folders.log.mkdir(parents=True)
        (self.folders.log / "bxdesk.log").write_text(
            f"INFO bxdesk.portal.rest: acme.bitrix24.com placement.get?auth={TOKEN}\n"
            f"WARNING other: client_secret={SECRET} code={CODE} http://helen:{PASSWORD}@proxy.example.com:3128\n",
            encoding="utf-8",
        )
        file = SettingsFile(self.folders.config / "settings.json")
        file.change(proxy=f"http://helen:{PASSWORD}@proxy.example.com:3128", theme="light")
        self.program = Program(lambda: desk, lambda _: True, file, folders=self.folders)  # type: ignore[arg-type,return-value]


@pytest.fixture
def desk() -> FakeDesk:
    handler = f"https://widgets.example.com/h?key={SECRET}"
    return FakeDesk(portal_snapshot(binding(DEAL, handler, TOKEN), binding(TILE, handler, "Chat")))


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path, desk: FakeDesk) -> Iterator[Person]:
    """The window of somebody who has something to report."""
    program = Reported(tmp_path, desk).program
    program.start()
    somebody = Person(program)
    somebody.ready()
    yield somebody
    program.close()
    program.deleteLater()
    qapp.processEvents()


def copied(person: Person, note: str) -> str:
    QGuiApplication.clipboard().clear()
    person.click("copyDiagnosticsButton")
    person.wait(lambda: person.text(note).startswith("Copied"))
    return QGuiApplication.clipboard().text()


def test_about_says_what_it_is_made_of_and_where_things_are(person: Person, tmp_path: Path) -> None:
    person.click("helpButton")
    person.click("aboutButton")
    person.wait(lambda: person.sees("aboutDialog") and person.text("aboutPython") != "Looking…")
    assert person.text("aboutTitle") == f"bxdesk {__version__}"
    assert "PySide6" in person.text("aboutQt")
    for library in ("httpx", "keyring", "pydantic"):
        assert library in person.text("aboutLibraries")
    assert person.text("keyringText") == "Secret Service"
    assert person.text("aboutSettings") == str(tmp_path / "config")
    assert person.text("aboutLog") == str(tmp_path / "log")
    assert "MIT licence" in person.text("aboutLicence")
    assert "Lesser General Public License" in person.text("aboutLicence")
    person.click("aboutCloseButton")
    person.wait(lambda: not person.sees("aboutDialog"))
    assert person.sees("helpDialog")


def test_diagnostics_tell_what_happened_and_nothing_secret(person: Person, desk: FakeDesk) -> None:
    desk.errors["snapshot"] = [error("offline", f"No answer from https://acme.bitrix24.com/rest/?auth={TOKEN}.")]
    person.click("refreshButton")
    person.wait(lambda: person.sees("problemBanner"))
    person.click("helpButton")
    text = copied(person, "helpNote")
    for told in (
        f"bxdesk: {__version__}",
        "keyring: Secret Service",
        "theme: light",
        "proxy: http://proxy.example.com:3128",
        "open: https://acme.bitrix24.com",
        "widgets: 2 at 2 placements",
        "[offline] No answer from https://acme.bitrix24.com/rest/",
        "INFO bxdesk.portal.rest: acme.bitrix24.com placement.get?…",
    ):
        assert told in text
    assert [secret for secret in (TOKEN, SECRET, CODE, PASSWORD) if secret in text or secret[:12] in text] == []
    assert "helen" not in text


def test_diagnostics_come_without_a_keyring_and_without_a_history(person: Person, desk: FakeDesk) -> None:
    person.click("helpButton")
    person.click("aboutButton")
    person.wait(lambda: person.sees("aboutDialog") and person.text("keyringText") == "Secret Service")
    desk.errors["keyring"] = [error("keyring", "Your keyring is locked.")]
    desk.errors["history"] = [error("journal", "The journal cannot be read.")]
    assert "keyring: FAILED: Your keyring is locked." in copied(person, "aboutNote")


def test_the_card_is_told_in_both_forms_and_found_by_its_words(visitor: Person) -> None:
    visitor.click("helpButton")
    visitor.type("helpFilter", "initial installation")
    assert topic(visitor) == "The application's card"
    told = said(visitor, "helpDialog")
    line = told.index("Your handler path")
    assert told[line + 1] == "http://127.0.0.1:8917/callback\nOn a Russian portal: “Путь вашего обработчика”."
    assert told[told.index("Menu item text") + 1].startswith("Leave it empty, in every language.")
    assert told.index("Menu item text") < told.index("Script only (no user interface)")
    assert any("Settings > Security > Bitrix24 integrations" in text for text in told)
