"""Texts in several languages, different texts at single places, and options."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from bxdesk.gui.parts.links import ElidedLink
from bxdesk.placements.bindings import Binding, Texts
from bxdesk.placements.snapshot import CustomType
from tests.builders import DEAL, HANDLER, LEAD, PURCHASE, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, everything, portal_snapshot
from tests.gui.person import Person
from tests.scenes.stage import come_to_rest

BOTH = {"en": Texts("Send"), "de": Texts("Senden", "Sendet es", "Verträge")}
CONTACT = "CRM_CONTACT_DETAIL_ACTIVITY"
CTRL = Qt.KeyboardModifier.ControlModifier
WORKER = "PAGE_BACKGROUND_WORKER"
TEXTAREA = "Chat: above the message field"


def _apply(person: Person) -> dict[str, Binding]:
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    assert person.text("applyResult").endswith("read back.")
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    assert person.text("planSummary") == "Nothing to change"
    snapshot = person.program.window.make_portal_page()._workspace.snapshot
    assert snapshot is not None
    return {row.placement: row for row in snapshot.bindings}


def test_a_title_in_two_languages_and_what_is_missing(person: Person) -> None:
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    person.tick("Deal")
    person.choose("languagesButton", "language-en")
    assert person.languages() == ["en"]
    assert person.text("titleEdit") == "Send"
    person.choose("languagesButton", "language-de")
    assert person.languages() == ["en", "de"]
    assert person.title == "missing", "whoever adds a language goes on with its title"
    assert person.text("planSummary").startswith("1 to bind. First: The title in German is missing.")
    assert person.text("textMessage").startswith("The title in German is missing.")
    assert [row[:2] for row in person.table("textsGrid")] == [["English (en)", "Send"], ["German (de)", "missing"]]
    assert not person.see(QAbstractButton, "reviewButton").isEnabled()
    person.type_text("de", "Title", "Senden")
    person.type_text("de", "Group", "Briefe")
    assert not person.sees("textMessage")
    assert person.table("textsGrid") == [["English (en)", "Send", "", ""], ["German (de)", "Senden", "", "Briefe"]]
    row = _apply(person)[DEAL]
    assert row.texts == {"en": Texts("Send"), "de": Texts("Senden", "", "Briefe")}


def test_a_language_without_texts_is_no_mistake_while_nothing_is_to_change(person: Person) -> None:
    person.type("titleEdit", "Send")
    for language in ("en", "de"):
        person.choose("languagesButton", f"language-{language}")
    message = person.see(QLabel, "textMessage")
    calm = message.palette().color(QPalette.ColorRole.WindowText)
    assert person.text("planSummary").startswith("Nothing to change")
    person.type("handlerEdit", HANDLER)
    person.tick("Deal")
    assert person.text("planSummary").startswith("1 to bind. First: The title in German is missing.")
    assert message.palette().color(QPalette.ColorRole.WindowText) != calm


def test_one_text_for_all_takes_the_languages_away(person: Person) -> None:
    person.type("titleEdit", "Send")
    person.choose("languagesButton", "language-fr")
    person.choose("languagesButton", "oneTextAction")
    assert person.languages() == []
    assert person.text("titleEdit") == "Send"


def test_a_place_with_languages_of_its_own_keeps_them_until_told_otherwise(start: Start) -> None:
    sent = [binding(code, title="Old", language="en") for code in (LEAD, PURCHASE)]
    person = start(FakeDesk(portal_snapshot(binding(DEAL, texts=BOTH), *sent)))
    person.ready()
    assert person.text("scopeText") == "Text for 2 of 3 places. The rest have different texts."
    person.type("titleEdit", "New")
    assert person.text("planSummary") == "2 to replace"
    assert (person.state("Deal"), person.state("Lead")) == ("bound, different text", "to replace")
    person.click_row("Deal")
    assert "“Send”" in person.text("placementDetails")
    person.press(Qt.Key.Key_D, "placementTree", CTRL)
    assert person.state("Deal") == "to replace"
    assert person.text("planSummary") == "3 to replace"
    assert person.text("titleEdit") == "New"
    person.press(Qt.Key.Key_Z, "placementTree", CTRL)
    assert person.text("planSummary") == "2 to replace"
    assert person.state("Deal") == "bound, different text"


def test_different_texts_at_different_places_in_one_go(start: Start) -> None:
    sent = [binding(code, title="Send", language="en") for code in (LEAD, PURCHASE)]
    person = start(FakeDesk(portal_snapshot(binding(DEAL, texts=BOTH), *sent)))
    person.ready()
    person.tick("Contact")
    person.click_row("Deal")
    assert person.text("scopeText") == "Text only for CRM timeline button: Deal"
    assert person.languages() == ["en", "de"]
    assert person.go_to_text("de", "Group") == "Verträge"
    person.type_text("de", "Title", "Abschicken")
    person.click_row("Contact")
    assert (person.text("titleEdit"), person.languages()) == ("Send", ["en"])
    person.click("ownTextsButton")
    person.type("titleEdit", "Call")
    person.click_row("Lead")
    assert person.text("titleEdit") == "Send"
    assert person.text("scopeText") == "Text for 2 of 4 places. The rest have different texts."
    assert person.state("Contact") == "to bind, different text"
    assert person.state("Deal") == "to replace, different text"
    assert person.text("planSummary") == "1 to bind, 1 to replace"
    person.click("reviewButton")
    assert person.table("planTable")[0][1] == "Title (de): “Senden” → “Abschicken”"
    person.click("cancelButton")
    rows = _apply(person)
    assert rows["CRM_CONTACT_DETAIL_ACTIVITY"].title == "Call"
    assert rows[DEAL].texts == {**BOTH, "de": Texts("Abschicken", "Sendet es", "Verträge")}
    assert rows[LEAD].title == "Send"


def test_letters_of_other_keyboards_are_typed_as_any_others(person: Person) -> None:
    person.type("titleEdit", "Envíe más: ä ß ÿ, Отправить, 送信")
    assert person.text("titleEdit") == "Envíe más: ä ß ÿ, Отправить, 送信"
    assert person.widgets()[0][0] == "Envíe más: ä ß ÿ, Отправить, 送信"


def test_one_reads_above_the_fields_whose_text_one_types(person: Person) -> None:
    person.type("handlerEdit", HANDLER)
    assert not person.sees("scopeText"), "it is nowhere yet"
    for place in ("Lead", "Deal"):
        person.tick(place)
    person.click_row("Deal")
    assert person.text("scopeText") == "Text for all 2 places"
    person.click("ownTextsButton")
    assert person.text("scopeText") == "Text only for CRM timeline button: Deal"
    person.click_row("Lead")
    person.click("ownTextsButton")
    person.click_row("Contact")
    assert person.text("scopeText") == "Text for further places. All 2 places have different texts."


def test_different_texts_are_listed_below_the_drawing_each_a_way_to_it(person: Person) -> None:
    person.type("titleEdit", "Send")
    for place in ("Lead", "Deal"):
        person.tick(place)
    assert not person.sees(f"exception-{DEAL}")
    person.click_row("Deal")
    person.click("ownTextsButton")
    person.type("titleEdit", "Other")
    assert person.text(f"exception-{DEAL}") == "CRM timeline button: Deal: “Other”"
    person.click_row("Lead")
    assert person.text("titleEdit") == "Send"
    person.click(f"exception-{DEAL}")
    assert person.text("scopeText") == "Text only for CRM timeline button: Deal"
    assert person.see(QLineEdit, "titleEdit").hasFocus()
    assert person.text("titleEdit") == "Other"


def test_a_different_text_of_another_script_stays_between_its_own_quotation_marks(start: Start) -> None:
    """Without isolation the quotation marks and the colon would be taken for a part of it, and turned around."""
    rows = [binding(DEAL, language="en"), binding(PURCHASE, title="إرسال", language="en")]
    person = start(FakeDesk(portal_snapshot(*rows, types=(CustomType(183, "רכש"),))))
    person.ready()
    assert "“\u2068إرسال\u2069”" in person.text(f"exception-{PURCHASE}")


def test_a_different_text_is_cut_off_only_where_there_is_no_room_for_it(person: Person) -> None:
    for place in ("Lead", "Deal"):
        person.tick(place)
    person.click_row("Deal")
    person.click("ownTextsButton")
    person.type("titleEdit", "Send the contract & ask for the signature")
    link = person.see(ElidedLink, f"exception-{DEAL}")
    assert (link.shown, link.toolTip()) == (link.text(), "")
    assert link.width() == link.sizeHint().width(), "the room beside it is no link"
    person.window.resize(427, 600)
    person.wait(lambda: "…" in link.shown)
    assert "Send the contract &amp; ask" in link.toolTip()


def test_of_many_different_texts_a_few_are_listed(start: Start) -> None:
    codes = [f"CRM_{name}_DETAIL_ACTIVITY" for name in ("LEAD", "DEAL", "CONTACT", "COMPANY", "QUOTE", "SMART_INVOICE")]
    rows = [binding(code, title=code, language="en") for code in (*codes, TILE, PURCHASE)]
    person = start(FakeDesk(portal_snapshot(*rows)))
    person.ready()
    assert person.text("moreExceptions") == "1 more"


def test_the_drawing_is_larger_where_there_is_room(person: Person) -> None:
    heights = []
    for height in (560, 660, 760, 1000):
        person.window.resize(1280, height)
        come_to_rest()
        heights.append(person.see(QWidget, "placePicture").height())
    assert heights[0] < heights[1] < heights[2] == heights[3], "but not larger than is of use"


def test_several_places_get_one_different_text_together(person: Person) -> None:
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    for place in ("Lead", "Deal", "Contact"):
        person.tick(place)
    person.click_row("Lead")
    person.click_row("Contact", CTRL)
    person.click("ownTextsButton")
    person.type("titleEdit", "Other")
    assert person.text("scopeText") == "Text only for CRM timeline button: Lead, CRM timeline button: Contact"
    rows = _apply(person)
    assert [rows[code].title for code in (LEAD, DEAL, CONTACT)] == ["Other", "Send", "Other"]


def test_a_different_text_is_given_up_for_the_widget_s(person: Person) -> None:
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    person.tick("Deal")
    person.click_row("Deal")
    person.click("ownTextsButton")
    person.type("titleEdit", "Other")
    assert person.text("scopeText") == "Text only for CRM timeline button: Deal"
    assert person.text("ownTextsButton") == "Use the widget's te&xt here"
    person.click("ownTextsButton")
    assert person.text("titleEdit") == "Send"
    assert person.text("scopeText") == "Text for its one place"
    assert _apply(person)[DEAL].title == "Send"


def test_unticking_a_place_and_ticking_it_again_keeps_the_text_that_stands_there(start: Start) -> None:
    sent = [binding(code, title="Send", language="en") for code in (LEAD, PURCHASE)]
    person = start(FakeDesk(portal_snapshot(binding(DEAL, texts=BOTH), *sent)))
    person.ready()
    person.tick("Deal")
    assert person.text("planSummary") == "1 to unbind"
    person.tick("Deal")
    assert person.text("planSummary") == "Nothing to change"
    assert person.state("Deal") == "bound, different text"


def test_discard_forgets_own_texts_too(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL, title="Send", language="en"))))
    person.ready()
    person.click_row("Deal")
    person.click("ownTextsButton")
    assert person.text("planSummary") == "Nothing to change"
    person.type("titleEdit", "Other")
    assert person.text("planSummary") == "1 to replace"
    person.click("discardButton")
    assert person.text("planSummary") == "Nothing to change"
    assert person.text("titleEdit") == "Send"


def test_options_are_asked_for_with_the_required_ones_first(start: Start) -> None:
    person = start(FakeDesk(everything(types=(CustomType(183, "Purchase"),))))
    person.ready()
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    assert not person.sees("optionsButton")
    person.tick(TEXTAREA)
    assert person.text("planSummary").startswith(
        "1 to bind. First: IM_TEXTAREA needs the option “Icon name” (iconName)."
    )
    assert person.see(QWidget, "option-iconName").accessibleName() == "Icon name (required)"
    person.type("option-iconName", "fa-paper-plane")
    assert person.text("planSummary") == "1 to bind"
    person.pick("option-color", "Light blue")
    person.pick("option-extranet", "Yes")
    person.choose("option-context", "Group chats")
    person.choose("option-context", "Open Channels")
    person.type("option-width", "abc")
    assert person.text("option-width") == ""
    person.type("option-width", "420")
    row = _apply(person)["IM_TEXTAREA"]
    assert row.options == {
        "iconName": "fa-paper-plane",
        "extranet": "Y",
        "context": "CHAT;LINES",
        "color": "LIGHT_BLUE",
        "width": "420",
    }


def test_the_background_worker_takes_a_user_and_an_address(start: Start) -> None:
    person = start(FakeDesk(everything()))
    person.ready()
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    person.tick("Background worker")
    person.type("option-errorHandlerUrl", "nonsense")
    assert person.text("planSummary").endswith("“Address that is told of errors” (errorHandlerUrl).")
    summary = person.see(QWidget, "planSummary")
    assert summary.height() < 2 * summary.fontMetrics().lineSpacing(), "it says what is wrong in one line"
    assert "http" in summary.toolTip(), "and the rest in its tooltip"
    person.type("option-errorHandlerUrl", "https://widgets.example.com/errors")
    person.type("option-user_id", "7")
    row = _apply(person)[WORKER]
    assert (row.key.user_id, row.options["errorHandlerUrl"]) == (7, "https://widgets.example.com/errors")


def test_a_background_worker_for_one_user_is_edited_as_any_other_widget(start: Start) -> None:
    told = {"errorHandlerUrl": "https://widgets.example.com/errors"}
    worker = binding(WORKER, title="Send", language="en", user_id=7, options=told)
    person = start(FakeDesk(everything(worker)))
    person.ready()
    assert person.text("scopeText") == "Text for its one place", "it is the whole widget, and no exception in one"
    person.type("titleEdit", "Sent")
    assert person.text("planSummary") == "1 to replace"
    assert person.text("option-user_id") == "7"
    row = _apply(person)[WORKER]
    assert (row.title, row.key.user_id) == ("Sent", 7)


def test_an_option_alone_changes_rows_that_are_bound(start: Start) -> None:
    held = binding(
        DEAL, title="Send", language="en", options={"useBuiltInInterface": "N", "newUserNotificationText": "x"}
    )
    person = start(FakeDesk(portal_snapshot(held)))
    person.ready()
    person.click("optionsButton")
    person.pick("option-useBuiltInInterface", "Yes")
    assert person.text("planSummary") == "1 to replace"
    row = _apply(person)[DEAL]
    assert row.options == {"useBuiltInInterface": "Y", "newUserNotificationText": "x"}
    assert row.texts == {"en": Texts("Send")}


def test_what_the_built_in_interface_means_is_said_beside_it_and_in_the_review(person: Person) -> None:
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    person.tick("Deal")
    person.click("optionsButton")
    assert not person.sees("optionNote-useBuiltInInterface")
    person.pick("option-useBuiltInInterface", "Yes")
    assert "an ordinary page shows nothing" in person.text("optionNote-useBuiltInInterface")
    person.click("reviewButton")
    assert "Deal: With the built-in interface an ordinary page shows nothing." in person.text("reviewCaution")
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    person.pick("option-useBuiltInInterface", "No")
    assert not person.sees("optionNote-useBuiltInInterface")
    person.type("option-newUserNotificationTitle", "New here")
    assert "no effect without the other" in person.text("optionNote-newUserNotificationText")
    person.type("option-newUserNotificationText", "Look")
    assert not person.sees("optionNote-newUserNotificationText")


def test_a_place_that_its_type_hides_says_why(start: Start) -> None:
    off = frozenset(("isAutomationEnabled",))
    here = everything(types=(CustomType(183, "Purchase"), CustomType(190, "Purchase", off)))
    person = start(FakeDesk(here))
    person.ready()
    person.type("placementFilter", "robot designer purchase")
    assert person.state("Purchase (183)") == "not bound"
    assert person.state("Purchase (190)") == "not bound, hidden by the type"
    person.click_row("Purchase (190)")
    assert "Switch its automation rules on" in person.text("placementDetails")
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    person.tick("Purchase (190)")
    person.click("reviewButton")
    assert person.text("reviewCaution").startswith("Robot designer: Purchase (190): Nobody sees it there")
