"""What the window shows of a portal: states, reasons, problems, and finding a placement."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QSplitter,
    QWidget,
)

from bxdesk.placements.bindings import Texts
from bxdesk.placements.codes import timeline_code
from bxdesk.placements.snapshot import CustomType
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, everything, portal_snapshot, problem, unread_snapshot
from tests.gui.person import Person

INVOICE = "CRM_SMART_INVOICE_DETAIL_ACTIVITY"


def test_the_tree_names_the_seven_timelines_the_types_and_the_tile(person: Person) -> None:
    assert person.labels() == [
        "CRM timeline button",
        *("Lead", "Deal", "Contact", "Company", "Estimate", "Invoice", "Order"),
        "Custom types",
        *("Purchase (183)", "Vacancy (190)", "Add a type ID…"),
        "Contact Center tile",
        "More placements (0)",
    ]
    assert person.state("Lead") == "not bound"
    assert person.text("planSummary") == "Nothing to change"
    assert person.window.windowTitle() == "acme.bitrix24.com — bxdesk"


def test_each_placement_says_how_it_stands(start: Start) -> None:
    here = portal_snapshot(
        binding(LEAD, title="Send", language="en"),
        binding(PURCHASE, title="Else", language="en"),
        binding(DEAL, OTHER_HANDLER, "Theirs", language="en"),
        without=(INVOICE,),
    )
    person = start(FakeDesk(here))
    person.ready()
    assert [title for title, *_ in person.widgets()] == ["Send", "Theirs"]
    assert (person.opened_widget, person.text("handlerEdit")) == ("Send", HANDLER)
    assert (person.state("Lead"), person.ticked("Lead")) == ("bound", Qt.CheckState.Checked)
    assert person.state("Purchase (183)") == "bound, different text"
    person.type("titleEdit", "Post")
    assert person.state("Lead") == "to replace"
    assert person.state("Purchase (183)") == "bound, different text"
    assert (person.state("Deal"), person.ticked("Deal")) == ("another widget", Qt.CheckState.Unchecked)
    assert "“Theirs”" in person.placement("Deal").data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert person.state("Invoice") == f"not available: The portal does not offer {INVOICE}."
    assert "misspelt" in person.placement("Invoice").data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert person.ticked("CRM timeline button") is Qt.CheckState.PartiallyChecked
    person.tick("Invoice")
    assert person.ticked("Invoice") is Qt.CheckState.Unchecked
    assert person.text("planSummary") == "1 to replace"


def test_the_table_lists_every_binding(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL, title="Send", language="en"), binding(TILE, OTHER_HANDLER))))
    person.ready()
    person.show_bindings()
    assert [(row[0], row[2]) for row in person.table()] == [
        ("Contact Center tile", OTHER_HANDLER),
        ("CRM timeline button: Deal", HANDLER),
    ]


def test_handler_and_texts_that_all_bindings_share_are_filled_in(start: Start) -> None:
    row = {"en": Texts("Send", "Sends it")}
    person = start(FakeDesk(portal_snapshot(binding(DEAL, texts=row), binding(TILE, texts=row))))
    person.ready()
    assert person.text("handlerEdit") == HANDLER
    assert (person.text("titleEdit"), person.text("descriptionEdit")) == ("Send", "Sends it")
    assert person.text("planSummary") == "Nothing to change"


def test_texts_in_several_languages_are_filled_in_as_several(start: Start) -> None:
    row = {"en": Texts("Send"), "de": Texts("Senden")}
    person = start(FakeDesk(portal_snapshot(binding(DEAL, texts=row), binding(LEAD, texts=row))))
    person.ready()
    assert (person.text("handlerEdit"), person.title) == (HANDLER, "Send")
    assert person.languages() == ["en", "de"]
    assert person.text("planSummary") == "Nothing to change"


def test_a_different_text_is_filled_in_where_it_stands_and_nowhere_else(start: Start) -> None:
    rows = (binding(DEAL, texts={"en": Texts("Send")}), binding(LEAD, texts={"en": Texts("Post")}))
    person = start(FakeDesk(portal_snapshot(*rows)))
    person.ready()
    assert (person.text("handlerEdit"), person.text("titleEdit")) == (HANDLER, "Send")
    assert (person.state("Deal"), person.state("Lead")) == ("bound", "bound, different text")
    person.click_row("Lead")
    assert (person.text("titleEdit"), person.text("scopeText")) == ("Post", "Text only for CRM timeline button: Lead")
    person.click_row("Deal")
    assert person.text("titleEdit") == "Send"
    assert person.text("planSummary") == "Nothing to change"


def test_searching_by_name_code_type_and_number(person: Person) -> None:
    for typed, found in (
        ("dEAL button", ["CRM timeline button", "Deal", "More placements (0)", "Document button", "Deal"]),
        ("QUOTE_DETAIL_ACT", ["CRM timeline button", "Estimate"]),
        ("vac timeline_but", []),
        ("vac crm timeline", ["CRM timeline button", "Custom types", "Vacancy (190)"]),
        ("183_detail_a", ["CRM timeline button", "Custom types", "Purchase (183)"]),
        (
            "183",
            [
                *("CRM timeline button", "Custom types", "Purchase (183)", "Add a type ID…"),
                *("More placements (0)", "Tab in a card"),
            ],
        ),
        ("center tile", ["Contact Center tile"]),
        ("pipelines 190", ["More placements (0)", "Pipelines", "Vacancy (190)"]),
        ("main menu", ["More placements (0)", "Main menu"]),
    ):
        person.type("placementFilter", typed)
        assert not found or person.labels()[: len(found)] == found, typed
        assert found or person.text("nothingFound") == f"No place matches “{typed}”."
    person.type("placementFilter", "")
    assert len(person.labels()) == 14


def test_every_family_stands_under_more_placements_and_unknown_codes_by_their_code(start: Start) -> None:
    here = everything(binding("LEFT_MENU", title="Hi"), types=(CustomType(183, "Purchase"),), unknown=("CRM_NEW_SPOT",))
    person = start(FakeDesk(here))
    person.ready()
    assert "Tab in a card" not in person.labels()
    person.tree.expand(person.placement("More placements (83)"))
    families = person.labels()[person.labels().index("More placements (83)") + 1 :]
    assert families[:4] == ["Tab in a card", "Menu of a card", "Menu of a row in a list", "Menu above a list"]
    assert families[-5:] == [
        *("Background worker", "Settings of an Open Channel connector"),
        *("Custom field type", "Sites: settings and blocks", "Other placements"),
    ]
    assert person.state("Main menu") == "bound"
    assert person.ticked("Main menu") is Qt.CheckState.Checked
    assert person.state("CRM_NEW_SPOT") == "not bound"
    person.type("titleEdit", "Hi")
    person.tree.expand(person.placement("Task: tab and side panel"))
    person.tick("Task: tab and side panel")
    person.tree.expand(person.placement("Other placements"))
    person.tick("CRM_NEW_SPOT")
    assert person.text("planSummary") == "3 to bind"
    person.tick("Custom field type")
    assert person.state("Custom field type").startswith("not available")
    assert person.text("planSummary") == "3 to bind"


def test_a_family_that_needs_a_permission_says_which_and_where_to_tick_it(person: Person) -> None:
    person.tree.expand(person.placement("More placements (0)"))
    person.tree.expand(person.placement("Workgroups"))
    person.click_row("Menu of a workgroup")
    assert person.state("Menu of a workgroup") == (
        "not available: The app lacks the permission “Workgroups (sonet_group)”."
    )
    assert "Tick it under" in person.text("placementDetails")
    person.tick("Workgroups")
    assert person.text("planSummary") == "Nothing to change"


def test_a_search_shows_what_it_found_even_in_a_folded_group(start: Start) -> None:
    types = tuple(CustomType(2000 + number, f"Type {number}") for number in range(100))
    person = start(FakeDesk(portal_snapshot(types=types)))
    person.ready()
    assert not person.tree.isExpanded(person.placement("Custom types"))
    person.type("placementFilter", "Type 77")
    assert person.tree.isExpanded(person.placement("Custom types"))
    person.type("placementFilter", "")
    assert not person.tree.isExpanded(person.placement("Custom types"))


def test_problems_are_shown_one_by_one_with_what_to_do(start: Start) -> None:
    first = problem("not_installed", "The application is not fully installed.")
    person = start(FakeDesk(portal_snapshot(problems=(first, problem("not_admin", "You are not an administrator.")))))
    person.ready()
    assert person.text("problemTitle") == "The application is not fully installed."
    assert not person.sees("problemCure")
    person.click("whatToDoButton")
    assert person.text("problemCure") == "It may be offline. Look at it in the browser."
    person.click("nextProblemButton")
    assert person.text("problemTitle") == "You are not an administrator."


def test_without_problems_there_is_no_banner(person: Person) -> None:
    assert not person.sees("problemBanner")


def test_a_type_is_added_by_its_number_or_refused_with_the_reason(start: Start) -> None:
    """The number 200 is known from the list of placements alone."""
    here = portal_snapshot(types=(CustomType(183, "Purchase"),))
    here = type(here)(**{**here.__dict__, "placements": here.placements | {timeline_code(200)}})
    person = start(FakeDesk(here))
    person.ready()
    person.click_row("Add a type ID…")
    for typed, answer in (
        ("abc", "A type ID is a whole number, such as 183."),
        ("777", "The portal has no custom type with the number 777."),
    ):
        person.type("typeIdEdit", typed)
        person.click("addTypeButton")
        assert person.text("typeIdMessage").startswith(answer)
    person.type("typeIdEdit", "200")
    person.click("addTypeButton")
    person.wait(lambda: not person.sees("addTypeDialog"))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert person.window.findChild(QDialog, "addTypeDialog") is None, "nothing is left of a dialog that is closed"
    assert person.ticked("Type 200") is Qt.CheckState.Checked
    assert person.tree.currentIndex().data() == "Type 200"


def test_every_widget_that_takes_input_has_an_accessible_name(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(binding())))
    person.ready()
    for widget in person.window.findChildren(QWidget):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible() and widget.objectName():
            inside = widget.objectName().startswith("qt_") or isinstance(widget, QSplitter)
            named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
            assert inside or named, widget
    assert person.see(QWidget, "planSummary").accessibleName()


def test_portal_texts_are_shown_to_the_letter(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(problems=(problem("x", "<b>Bold</b>"),))))
    person.ready()
    assert person.see(QLabel, "problemTitle").textFormat() is Qt.TextFormat.PlainText


def test_the_tab_key_goes_through_the_window_as_one_reads_it(start: Start) -> None:
    problems = (problem("a"), problem("b"))
    person = start(FakeDesk(portal_snapshot(binding(DEAL, title="Old", language="en"), problems=problems)))
    person.ready()
    person.type("titleEdit", "New")
    first = person.see(QWidget, "connectionBox")
    order: list[str] = []
    at: QWidget | None = first
    while at is not None:
        if at.isVisible() and at.isEnabled() and at.objectName() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(at.objectName())
        at = at.nextInFocusChain()
        assert at is not None
        if at is first:
            break
    assert order == [
        *("connectionBox", "portalMenuButton", "refreshButton", "portalsButton", "checksButton"),
        *("historyButton", "settingsButton", "helpButton"),
        *("previousProblemButton", "nextProblemButton", "whatToDoButton"),
        *("widgetsViewButton", "layoutMenuButton"),  # arrows go from one segment to the other
        *("widgetFilter", "newWidgetButton", "widgetList"),
        *("handlerEdit", "handlerCallButton", "tryOutButton", "proofButton"),
        *("titleEdit", "languagesButton", "descriptionEdit", "groupEdit"),
        *("optionsButton", "placementFilter", "placementTree"),
        *("undoChangeButton", "discardButton", "reviewButton"),
    ]


def test_what_could_not_be_read_is_never_shown_as_nothing(start: Start) -> None:
    why = problem("not_admin", "You are not an administrator.")
    person = start(FakeDesk(unread_snapshot(portal_snapshot(problems=(why,)), why)))
    person.ready()
    for label in ("CRM timeline button", "Custom types", "More placements", "Lead", "Contact Center tile"):
        assert person.state(label) == "not known"
    not_read = "The app's widgets could not be read. You are not an administrator."
    assert person.text("noWidgets").startswith(not_read)
    person.click("bindingsViewButton")
    assert person.text("noBindings").startswith(not_read)
    person.click("widgetsViewButton")
    assert person.text("planSummary") == "Nothing can be changed here: You are not an administrator."
    assert not person.sees("reviewButton")
    for name in ("proofButton", "newWidgetButton", "languagesButton"):
        assert not person.see(QAbstractButton, name).isEnabled(), name
    assert "You are not an administrator." in person.see(QWidget, "newWidgetButton").toolTip()
    QTest.keySequence(person.window, "Ctrl+N")
    for name in ("handlerEdit", "titleEdit", "descriptionEdit", "groupEdit"):
        person.type(name, "Send")
        assert person.text(name) == ""
        assert "You are not an administrator." in person.see(QWidget, name).toolTip()
    person.tick("Lead")
    assert person.ticked("Lead") is Qt.CheckState.Unchecked
    assert person.text("planSummary") == "Nothing can be changed here: You are not an administrator."


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("historyButton", "Alt+Y"),
        ("settingsButton", "Alt+N"),
        ("helpButton", "F1"),
        ("refreshButton", "F5"),
        ("portalsButton", "Ctrl+P"),
        ("checksButton", "Alt+C"),
        ("widgetsViewButton", ""),
        ("bindingsViewButton", "Alt+B"),
        ("newWidgetButton", "Ctrl+N"),
        ("optionsButton", "Alt+P"),
        ("discardButton", "Alt+I"),
        ("reviewButton", "Ctrl+Return"),
    ],
)
def test_a_button_says_more_than_its_word_and_by_which_key_it_is_pressed(start: Start, name: str, keys: str) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL, title="Old", language="en"))))
    person.ready()
    said = person.see(QAbstractButton, name).toolTip()
    assert said.rpartition(" (")[2] == f"{keys})" if keys else said


@pytest.mark.parametrize("button", ["historyButton", "settingsButton", "helpButton", "reviewButton"])
def test_the_buttons_of_a_dialog_stand_in_the_systems_order(start: Start, button: str) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL, title="Old", language="en"))))
    person.ready()
    person.type("titleEdit", "New")
    person.click(button)
    person.wait(lambda: any(dialog.isVisible() for dialog in person.window.findChildren(QDialog)))
    (dialog,) = (dialog for dialog in person.window.findChildren(QDialog) if dialog.isVisible())
    (box,) = dialog.findChildren(QDialogButtonBox)
    below = [one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.y() and one.parent() is dialog]
    assert below == [], "a button beside the box"
    assert any(box.buttonRole(one) is QDialogButtonBox.ButtonRole.RejectRole for one in box.buttons())


def test_the_window_fits_a_small_screen_at_300_percent_and_everything_is_reached(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL, title="Old", language="en"))))
    person.ready()
    small = QSize(1280 // 3, 740 // 3)  # what a task bar and a frame leave
    person.window.resize(small)
    assert person.window.size() == small
    person.settle()
    person.click("contentViewButton")
    person.type("titleEdit", "New")
    for name, view in (
        ("titleEdit", "contentViewButton"),
        ("placementTree", "placesViewButton"),
        ("reviewButton", ""),
        ("helpButton", ""),
    ):
        if view:
            person.click(view)
        widget = person.see(QWidget, name)
        while not widget.hasFocus():
            QTest.keyClick(person.window.focusWidget(), Qt.Key.Key_Tab)
        seen = QRect(widget.mapTo(person.window, QPoint(0, 0)), widget.size()) & person.window.rect()
        assert seen.height() >= min(widget.height(), 50) // 2, name
        assert seen.width() >= min(widget.width(), 80) // 2, name


@pytest.mark.parametrize("width", [1280, 900, 700, 427])
def test_how_a_place_stands_is_in_sight_however_narrow_the_window_is(start: Start, width: int) -> None:
    long = CustomType(201, "Contracts with suppliers and their amendments")
    person = start(FakeDesk(portal_snapshot(binding(DEAL, HANDLER, "Send"), types=(long,))))
    person.ready()
    person.window.resize(width, 700)
    person.settle()
    if person.sees("placesViewButton"):
        person.click("placesViewButton")
    person.wait(lambda: person.tree.horizontalScrollBar().maximum() == 0)
    deal = person.placement("Deal").siblingAtColumn(1)
    person.wait(lambda: person.tree.visualRect(deal).width() >= person.tree.sizeHintForIndex(deal).width())
    assert person.tree.viewport().rect().contains(person.tree.visualRect(deal))
    cut = person.placement(f"{long.title} (201)")
    assert long.title in str(cut.data(Qt.ItemDataRole.ToolTipRole))
