"""Ticking, reviewing, applying, and what is shown of it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget

from bxdesk.gui.plans.review_notes import Notes
from bxdesk.placements.permissions import Permission
from bxdesk.placements.plan import make_plan
from bxdesk.placements.snapshot import AppInfo, CustomType
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, error, portal_snapshot, problem
from tests.gui.person import Person
from tests.scenes.stage import come_to_rest


def _fill(person: Person, title: str = "Send contract") -> None:
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", title)


def _apply(person: Person) -> None:
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))


def test_the_handler_is_checked_while_typing(person: Person) -> None:
    for typed, answer in (
        ("ftp://a.b", "Portals refuse ftp:// addresses."),
        ("https://localhost", "The host must have a dot in it."),
        ("https://widgets.example.com/" + "x" * 260, "The page address is too long."),
        ("http://127.0.0.1/x", "Only this computer can open that address."),
        ("http://widgets.example.com", "Browsers do not show an http page inside an https portal."),
    ):
        person.type("handlerEdit", "")
        person.see(QLineEdit, "handlerEdit").insert(typed[:-1])
        QTest.keyClicks(person.see(QLineEdit, "handlerEdit"), typed[-1])
        assert answer in person.text("handlerMessage")
    person.type("handlerEdit", HANDLER)
    assert person.text("handlerMessage") == "The page that opens inside the widget (its handler)."


def test_blanks_around_a_pasted_address_are_no_mistake(person: Person) -> None:
    person.type("handlerEdit", f" {HANDLER} ")
    assert person.text("handlerMessage") == "The page that opens inside the widget (its handler)."


def test_of_an_address_that_was_typed_the_host_stays_in_sight(person: Person) -> None:
    field = person.see(QLineEdit, "handlerEdit")
    person.type("handlerEdit", HANDLER)
    assert field.cursorPosition() == len(HANDLER)
    person.see(QLineEdit, "titleEdit").setFocus()
    person.wait(lambda: field.cursorPosition() == 0)


def test_what_must_be_mended_first_is_said_and_nothing_can_be_reviewed(person: Person) -> None:
    person.tick("Deal")
    assert person.text("planSummary").startswith("1 to bind. First: There is no page address.")
    person.type("handlerEdit", HANDLER)
    assert person.text("planSummary").startswith("1 to bind. First: The widget has no title.")
    assert not person.see(QAbstractButton, "reviewButton").isEnabled()
    person.type("titleEdit", "Send")
    assert person.text("planSummary") == "1 to bind"
    assert person.see(QAbstractButton, "reviewButton").isEnabled()


def test_a_missing_https_is_put_in_front_by_mouse_or_key(person: Person) -> None:
    person.type("titleEdit", "Send contract")
    person.tick("Deal")
    ways: list[Callable[[], None]] = [
        lambda: person.click("completeHandlerButton"),
        lambda: person.press(Qt.Key.Key_Return, "handlerEdit"),
    ]
    for put in ways:
        assert not person.sees("completeHandlerButton")
        person.type("handlerEdit", "widgets.mycompany.com/b24")
        assert person.text("handlerMessage").startswith("https:// is missing")
        assert "https:// is missing" in person.text("planSummary")
        put()
        assert person.text("handlerEdit") == "https://widgets.mycompany.com/b24"
        assert person.text("planSummary") == "1 to bind"
        assert person.see(QWidget, "handlerEdit").hasFocus()


def test_bind_replace_and_unbind_in_one_plan(start: Start) -> None:
    here = portal_snapshot(binding(DEAL, title="Old", language="en"), binding(LEAD, title="Old", language="en"))
    person = start(FakeDesk(here))
    person.ready()
    person.type("titleEdit", "Send contract")
    person.tick("Lead")
    person.tick("Purchase (183)")
    person.tick("Contact Center tile")
    assert person.text("planSummary") == "2 to bind, 1 to replace, 1 to unbind"
    assert person.state("Lead") == "to unbind"
    person.click("reviewButton")
    assert [row[0] for row in person.table("planTable")] == [
        "Unbind “Old” from CRM timeline button: Lead",
        "Replace the texts at CRM timeline button: Deal",
        "Bind “Send contract” to CRM timeline button: Purchase (183)",
        "Bind “Send contract” to Contact Center tile",
    ]
    assert person.table("planTable")[1][1] == "Title (en): “Old” → “Send contract”"
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    assert person.text("planSummary") == "2 to bind, 1 to replace, 1 to unbind"


def test_the_review_is_as_high_as_what_it_shows_and_no_higher_than_it_can_be_read(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(types=tuple(CustomType(200 + n, f"Type {n}") for n in range(40)))))
    person.ready()

    def review() -> tuple[int, int]:
        """How high the dialog is, and how much of its table is scrolled."""
        person.click("reviewButton")
        come_to_rest()
        height = person.see(QWidget, "reviewDialog").height()
        scrolled = person.see(QTableView, "planTable").verticalScrollBar().maximum()
        person.click("cancelButton")
        person.wait(lambda: not person.sees("reviewDialog"))
        return height, scrolled

    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    person.tick("Deal")
    one, nothing = review()
    person.tick("Lead")
    person.tick("Contact")
    three, also_nothing = review()
    person.tick("Custom types")
    many, something = review()
    assert one < three < many <= three * 4
    assert (nothing, also_nothing) == (0, 0)
    assert something > 0


def test_the_review_shows_everything_that_a_new_widget_will_say(person: Person) -> None:
    person.type("handlerEdit", HANDLER)
    person.choose("languagesButton", "language-en")
    person.type("titleEdit", "Send contract")
    person.type("groupEdit", "Contracts")
    person.choose("languagesButton", "language-de")
    person.type_text("de", "Title", "Vertrag senden")
    person.type_text("de", "Description", "Als PDF")
    person.tick("Deal")
    person.tick("Lead")
    person.tick("Contact Center tile")
    person.click("optionsButton")
    person.pick("option-useBuiltInInterface", "Yes")
    person.click("reviewButton")
    lead, deal, tile = (row[1].splitlines() for row in person.table("planTable"))
    assert lead == [
        HANDLER,
        "Title: “Send contract” (en); “Vertrag senden” (de)",
        "Description: “Als PDF” (de)",
        "Group: “Contracts” (en)",
        "Built-in interface: Yes",
    ]
    assert deal == [HANDLER, "The same texts and options as in the row above"]
    assert tile == lead[:-1]
    tips = person.see(QTableView, "planTable").model()
    assert "Vertrag senden" in str(tips.index(1, 1).data(Qt.ItemDataRole.ToolTipRole))


def test_after_applying_everything_is_bound_and_nothing_is_left_to_change(person: Person) -> None:
    _fill(person)
    for label in ("Deal", "Purchase (183)", "Contact Center tile"):
        person.tick(label)
    _apply(person)
    assert person.text("applyResult") == "All 3 changes are done and read back."
    assert person.text("reviewHeading") == "3 bound"
    assert [row[2] for row in person.table("planTable")] == ["Done"] * 3
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    assert [person.state(label) for label in ("Deal", "Purchase (183)", "Contact Center tile")] == ["bound"] * 3
    assert person.text("planSummary") == "Nothing to change"
    assert len(person.bindings()) == 3
    person.tick("Deal")
    assert person.text("planSummary") == "1 to unbind"
    _apply(person)
    assert person.text("applyResult") == "The change is done and read back."


def test_a_failed_step_says_why_and_stays_in_the_plan(start: Start) -> None:
    desk = FakeDesk()
    desk.refused[DEAL] = problem("refused", "The portal refused it.")
    person = start(desk)
    person.ready()
    _fill(person)
    person.tick("Lead")
    person.tick("Deal")
    _apply(person)
    assert person.text("applyResult") == "1 change is done, 1 failed."
    assert person.text("reviewHeading") == "1 bound, 1 failed"
    assert person.table("planTable")[1][2] == (
        "Failed: The portal refused it. It may be offline. Look at it in the browser."
    )
    person.click("cancelButton")
    assert person.state("Lead") == "bound"
    assert person.text("planSummary") == "1 to bind"


def test_stop_lets_the_batch_on_its_way_finish_and_skips_the_rest(start: Start) -> None:
    desk = FakeDesk()
    desk.hold("apply")
    person = start(desk)
    person.ready()
    _fill(person)
    person.tick("Lead")
    person.tick("Deal")
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: "apply" in desk.calls)
    assert not person.see(QAbstractButton, "applyButton").isEnabled()
    person.wait(lambda: person.text("applyStatus") == "0 of 2: Sending changes…")
    person.click("cancelButton")
    assert person.text("applyStatus") == "Stopping after the changes that are on their way…"
    assert person.sees("reviewDialog")
    person.program.session.tasks.in_loop(lambda _: desk.release("apply"))
    person.wait(lambda: person.sees("applyResult"))
    assert person.text("applyResult") == "1 change is done, 1 was not carried out."
    person.click("cancelButton")
    assert person.text("planSummary") == "1 to bind"


def test_applying_that_breaks_off_is_said_and_the_portal_is_read_again(start: Start) -> None:
    desk = FakeDesk()
    desk.errors["apply"] = [error("offline")]
    person = start(desk)
    person.ready()
    _fill(person)
    person.tick("Deal")
    _apply(person)
    assert person.text("applyResult").startswith("The portal does not answer.")
    person.ready()
    assert desk.calls.count("snapshot") == 2
    person.click("cancelButton")
    assert person.text("planSummary") == "1 to bind"


def test_what_is_not_known_is_said_and_the_portal_is_read_again(start: Start) -> None:
    desk = FakeDesk()
    desk.refused[DEAL] = problem("outcome_unknown", "It is not known whether the portal did this.")
    person = start(desk)
    person.ready()
    _fill(person)
    person.tick("Lead")
    person.tick("Deal")
    _apply(person)
    assert person.text("applyResult") == "1 change is done, 1 is not known."
    assert person.table("planTable")[1][2].startswith("It is not known whether the portal did this.")
    assert not person.sees("retryButton")
    person.ready()
    assert desk.calls.count("snapshot") == 2, "what was begun is found and recovered then"


def test_unticking_never_touches_another_handler(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL, title="Mine"), binding(DEAL, OTHER_HANDLER, "Theirs"))))
    person.ready()
    person.type("handlerEdit", HANDLER)
    person.tick("Deal")
    assert person.text("planSummary") == "1 to unbind"
    person.click("reviewButton")
    assert [row[0] for row in person.table("planTable")] == ["Unbind “Mine” from CRM timeline button: Deal"]


def test_a_place_keeps_its_text_while_the_widget_gets_another(start: Start) -> None:
    held = [binding(code, title="Old", language="en") for code in (DEAL, LEAD)]
    person = start(FakeDesk(portal_snapshot(*held)))
    person.ready()
    person.click_row("Deal")
    person.press(Qt.Key.Key_D, "placementTree", Qt.KeyboardModifier.ControlModifier)
    assert person.state("Deal") == "bound, different text"
    person.click_row("Lead")
    person.type("titleEdit", "New")
    assert (person.state("Lead"), person.state("Deal")) == ("to replace", "bound, different text")
    assert person.text("planSummary") == "1 to replace"
    person.click_row("Deal")
    person.press(Qt.Key.Key_D, "placementTree", Qt.KeyboardModifier.ControlModifier)
    assert person.text("planSummary") == "2 to replace"


def test_a_group_ticks_what_can_be_ticked(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(without=("CRM_ORDER_DETAIL_ACTIVITY",))))
    person.ready()
    _fill(person)
    person.tick("CRM timeline button")
    assert person.text("planSummary") == "8 to bind", "custom types are in it"
    assert person.ticked("Purchase (183)") is Qt.CheckState.Checked
    assert person.ticked("CRM timeline button") is Qt.CheckState.Checked
    assert person.ticked("Order") is Qt.CheckState.Unchecked
    person.tick("Deal")
    assert person.ticked("CRM timeline button") is Qt.CheckState.PartiallyChecked
    person.tick("CRM timeline button")
    person.tick("CRM timeline button")
    assert person.text("planSummary").startswith("Nothing to change")


def test_a_group_ticks_only_what_the_search_shows(person: Person) -> None:
    _fill(person)
    person.type("placementFilter", "purchase")
    person.tick("Custom types")
    person.type("placementFilter", "")
    assert person.text("planSummary") == "1 to bind"


def test_space_ticks_every_selected_row(person: Person) -> None:
    _fill(person)
    person.click_row("Lead")
    person.press(Qt.Key.Key_Down, "placementTree", Qt.KeyboardModifier.ShiftModifier)
    person.press(Qt.Key.Key_Space, "placementTree")
    assert person.text("planSummary") == "2 to bind"
    person.press(Qt.Key.Key_Space, "placementTree")
    assert person.text("planSummary").startswith("Nothing to change")


def test_a_tick_by_mouse_marks_its_row_and_the_keys_go_on_from_there(person: Person) -> None:
    person.click_row("Lead")
    person.tick("Contact")
    tree = person.tree
    assert tree.currentIndex().data() == "Contact"
    assert [index.data() for index in tree.selectionModel().selectedRows()] == ["Contact"]
    person.press(Qt.Key.Key_Space, "placementTree")
    assert person.ticked("Contact") is Qt.CheckState.Unchecked
    person.type("placementFilter", "deal")
    person.type("placementFilter", "")
    assert tree.currentIndex().data() == "Contact"
    after = tree.indexBelow(tree.currentIndex()).data()
    person.press(Qt.Key.Key_Down, "placementTree")
    assert [index.data() for index in tree.selectionModel().selectedRows()] == [after]


def test_discard_forgets_ticks_and_texts_that_would_change_something(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(binding(DEAL, title="Old", language="en"))))
    person.ready()
    person.tick("Lead")
    person.click("discardButton")
    assert person.text("planSummary") == "Nothing to change"
    person.type("titleEdit", "New")
    assert person.text("planSummary") == "1 to replace"
    person.click("discardButton")
    assert person.text("planSummary") == "Nothing to change"
    assert person.text("titleEdit") == "Old"


def test_ticks_and_texts_survive_a_refresh(person: Person) -> None:
    _fill(person)
    person.tick("Deal")
    person.click("refreshButton")
    person.ready()
    assert person.text("planSummary") == "1 to bind"
    assert person.text("titleEdit") == "Send contract"


def test_a_refresh_brings_whatever_permission_was_ticked_meanwhile(start: Start) -> None:
    desk = FakeDesk()
    person = start(desk)
    person.ready()
    assert desk.wanted == frozenset()
    person.click("refreshButton")
    person.ready()
    assert desk.wanted == frozenset(Permission)


def test_the_review_warns_of_what_people_would_not_see(start: Start) -> None:
    here = portal_snapshot(problems=(problem("not_installed", "The application is not fully installed."),))
    here = type(here)(**{**here.__dict__, "app": AppInfo(installed=False, status="L")})
    person = start(FakeDesk(here))
    person.ready()
    person.type("handlerEdit", "http://127.0.0.1:8000/x")
    person.type("titleEdit", "Try")
    person.tick("Deal")
    person.click("reviewButton")
    cautions = [label.text() for label in person.window.findChildren(QLabel, "reviewCaution")]
    assert [text.partition(".")[0] for text in cautions] == [
        "Only this computer can open that address",
        "The application is not fully installed",
    ]


def test_the_plan_right_after_its_own_apply_is_empty_for_a_replace_too(start: Start) -> None:
    person = start(FakeDesk(portal_snapshot(binding(PURCHASE, title="Old", language="en"), binding(TILE, title="Old"))))
    person.ready()
    person.type("titleEdit", "New")
    _apply(person)
    person.click("cancelButton")
    assert person.text("planSummary") == "Nothing to change"
    assert person.state("Purchase (183)") == "bound"


def test_work_is_never_done_on_the_gui_thread(start: Start) -> None:
    desk = FakeDesk()
    threads: list[int] = []
    usual = desk.enter

    async def remember(method: str) -> None:
        threads.append(threading.get_ident())
        await usual(method)

    desk.enter = remember  # type: ignore[method-assign]
    person = start(desk)
    person.ready()
    _fill(person)
    person.tick("Deal")
    _apply(person)
    assert threads
    assert threading.get_ident() not in threads


def test_the_field_that_is_wanted_next_wears_a_sign(person: Person) -> None:
    def marked() -> list[str]:
        fields = [person.see(QLineEdit, name) for name in ("handlerEdit", "titleEdit")]
        return [field.objectName() for field in fields if any(sign.isVisible() for sign in field.actions())]

    assert marked() == [], "nothing is wanted yet"
    person.tick("Deal")
    assert marked() == ["handlerEdit"]
    person.type("handlerEdit", HANDLER)
    assert marked() == ["titleEdit"]
    person.type("titleEdit", "Send")
    assert marked() == []


def test_the_review_shows_so_many_cautions_and_counts_the_others(start: Start) -> None:
    gone = [binding(f"CRM_DYNAMIC_{number}_DETAIL_ACTIVITY") for number in range(1000, 1100)]
    person = start(FakeDesk(portal_snapshot(*gone)))
    person.ready()
    notes = Notes(person.window)
    here = portal_snapshot(*gone)
    notes.show_for(make_plan(here, (), [one.key for one in gone]), here, None)
    said = [label.text() for label in notes.findChildren(QLabel, "reviewCaution")]
    assert len(said) == 21
    assert said[-1] == "80 more"
