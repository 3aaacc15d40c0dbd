"""The list of widgets: what waits is marked there, and looking at one of them never moves or loses what waits."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QWidget

from bxdesk.gui.widgets.widget_model import WidgetRole
from bxdesk.placements.bindings import Binding, Texts
from bxdesk.placements.snapshot import Snapshot
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, portal_snapshot
from tests.gui.person import Person

CTRL = Qt.KeyboardModifier.ControlModifier
CONTACT = "CRM_CONTACT_DETAIL_ACTIVITY"
SCORE = "https://score.example.org/b24"
CHAT = binding(TILE, OTHER_HANDLER, texts={"en": Texts("Chat"), "de": Texts("Plaudern")})
SEND = tuple(binding(code, HANDLER, "Send", language="en") for code in (DEAL, LEAD))
PLACES = {"Lead": LEAD, "Deal": DEAL, "Purchase (183)": PURCHASE, "Contact Center tile": TILE}


def _open(start: Start, *rows: Binding) -> tuple[Person, FakeDesk]:
    desk = FakeDesk(portal_snapshot(*(rows or (*SEND, CHAT))))
    person = start(desk)
    person.ready()
    return person, desk


def _marks(person: Person) -> dict[str, str]:
    return {title: waiting for title, _, _, waiting in person.widgets()}


def _apply(person: Person) -> Snapshot:
    person.click("reviewButton")
    person.click("applyButton")
    person.wait(lambda: person.sees("applyResult"))
    assert person.text("applyResult").endswith("read back.")
    person.click("cancelButton")
    person.wait(lambda: not person.sees("reviewDialog"))
    assert person.text("planSummary") == "Nothing to change"
    snapshot = person.program.window.make_portal_page().snapshot
    assert snapshot is not None
    return snapshot


def _write(person: Person, language: str, title: str) -> None:
    person.choose("languagesButton", f"language-{language}")
    if person.sees("textsGrid"):
        person.type_text(language, "Title", title)
    else:
        person.type("titleEdit", title)


def test_the_list_says_title_host_and_places_and_the_first_widget_is_open(start: Start) -> None:
    person, _ = _open(start)
    assert person.widgets() == [("Send", "widgets.example.com", 2, ""), ("Chat", "widgets.example.com", 1, "")]
    assert person.opened_widget == "Send"
    assert (person.text("handlerEdit"), person.text("titleEdit")) == (HANDLER, "Send")
    assert [person.state(place) for place in PLACES] == ["bound", "bound", "not bound", "another widget"]
    person.open_widget("Chat")
    assert [person.state(place) for place in PLACES] == ["another widget", "another widget", "not bound", "bound"]


def test_a_portal_without_widgets_offers_an_empty_one_that_need_not_be_made_first(start: Start) -> None:
    person = start(FakeDesk())
    person.ready()
    assert person.widgets() == [("New widget", "no page address yet", 0, "")]
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    person.tick("Deal")
    assert person.widgets() == [("Send", "widgets.example.com", 1, "+1")]
    assert [row.handler for row in _apply(person).bindings] == [HANDLER]
    assert person.widgets() == [("Send", "widgets.example.com", 1, "")]


def test_a_widget_that_stands_nowhere_is_told_to_be_ticked_somewhere(start: Start) -> None:
    person, _ = _open(start)
    person.click("newWidgetButton")
    person.type("handlerEdit", SCORE)
    assert person.text("planSummary") == "Nothing to change yet: tick where the widget should be"
    person.type("titleEdit", "Score")
    person.tick("Purchase (183)")
    assert person.text("planSummary") == "1 to bind"
    person.click("discardButton")
    assert person.text("planSummary") == "Nothing to change"


def test_marks_count_what_is_to_come_and_to_go_and_point_at_what_only_changes(start: Start) -> None:
    person, _ = _open(start)
    person.tick("Purchase (183)")
    assert _marks(person) == {"Send": "+1", "Chat": ""}
    person.tick("Deal")
    assert _marks(person) == {"Send": "+1 −1", "Chat": ""}
    person.open_widget("Chat")
    person.type_text("en", "Title", "Talk")
    assert _marks(person) == {"Send": "+1 −1", "Talk": "●"}
    assert person.text("planSummary") == "1 to bind, 1 to replace, 1 to unbind"
    person.click("discardButton")
    assert _marks(person) == {"Send": "", "Chat": ""}


def test_a_widget_that_is_not_whole_wears_a_sign_and_the_bar_names_it(start: Start) -> None:
    person, _ = _open(start)
    person.open_widget("Chat")
    person.type_text("en", "Title", "")
    model = person.see(QListView, "widgetList").model()
    assert [model.index(row, 0).data(Qt.ItemDataRole.DecorationRole) is not None for row in range(2)] == [False, True]
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "The title in English is missing." in said
    person.open_widget("Send")
    assert "First: Plaudern: The title in English is missing." in person.text("planSummary")


def test_three_widgets_on_four_places_with_exceptions_in_three_languages(start: Start) -> None:
    person, _ = _open(start, CHAT)
    person.type_text("en", "Title", "Write to us")
    _new(person, HANDLER)
    for language, title in (("en", "Send"), ("de", "Senden"), ("ru", "Отправить")):
        _write(person, language, title)
    for place in PLACES:
        person.tick(place)
    person.click_row("Deal")
    person.click("ownTextsButton")
    for language, title in (("en", "Send contract"), ("de", "Vertrag senden"), ("ru", "Отправить договор")):
        person.type_text(language, "Title", title)
    _new(person, SCORE)
    person.type("titleEdit", "Score")
    for place in ("Lead", "Deal"):
        person.tick(place)
    person.click_row("Lead")
    person.click("ownTextsButton")
    for language, title in (("en", "Lead score"), ("de", "Bewertung")):
        _write(person, language, title)
    assert _marks(person) == {"Write to us": "●", "Send": "+4", "Score": "+2"}
    person.open_widget("Send")
    assert person.text("scopeText") == "Text for 3 of 4 places. The rest have different texts."
    assert person.state("Deal") == "to bind, different text"
    assert person.text("planSummary") == "6 to bind, 1 to replace"
    person.click("reviewButton")
    headings = [row[0] for row in person.table("planTable") if row[0].startswith("https://")]
    assert headings == [OTHER_HANDLER, HANDLER, SCORE], "each widget has its steps below its address"
    person.click("cancelButton")
    texts = {(row.handler, row.placement): row.texts for row in _apply(person).bindings}
    three = {"en": Texts("Send"), "de": Texts("Senden"), "ru": Texts("Отправить")}
    at_deals = {"en": Texts("Send contract"), "de": Texts("Vertrag senden"), "ru": Texts("Отправить договор")}
    assert texts == {
        (OTHER_HANDLER, TILE): {"en": Texts("Write to us"), "de": Texts("Plaudern")},
        **{(HANDLER, code): three for code in (LEAD, PURCHASE, TILE)},
        (HANDLER, DEAL): at_deals,
        (SCORE, DEAL): {"en": Texts("Score")},
        (SCORE, LEAD): {"en": Texts("Lead score"), "de": Texts("Bewertung")},
    }
    assert _marks(person) == {"Write to us": "", "Send": "", "Score": ""}
    person.open_widget("Send")
    assert (person.text("scopeText"), person.state("Deal")) == (
        "Text for 3 of 4 places. The rest have different texts.",
        "bound, different text",
    )


def test_an_exception_is_not_typed_into_any_more_once_its_place_is_unticked(start: Start) -> None:
    person, _ = _open(start)
    person.click_row("Deal")
    person.click("ownTextsButton")
    person.type("titleEdit", "Only here")
    person.press(Qt.Key.Key_Space, "placementTree")
    assert person.ticked("Deal") is Qt.CheckState.Unchecked
    assert person.text("titleEdit") == "Send", "what is typed now is the widget's"


def test_a_row_can_be_selected_for_each_widget_in_turn(start: Start) -> None:
    person, _ = _open(start, *SEND, *(binding(code, OTHER_HANDLER, "Chat") for code in (DEAL, LEAD)))
    for widget in ("Send", "Chat", "Send"):
        person.open_widget(widget)
        assert not person.tree.selectionModel().hasSelection(), "it was selected for another widget"
        assert not person.sees("ownTextsButton")
        person.click_row("Deal")
        assert person.sees("ownTextsButton")


def test_a_widget_goes_from_all_its_places_and_comes_back(start: Start) -> None:
    person, _ = _open(start)
    person.press(Qt.Key.Key_Delete, "widgetList")
    assert _marks(person) == {"Send": "−2", "Chat": ""}
    assert person.text("planSummary") == "2 to unbind"
    assert person.see(QWidget, "undoChangeButton").toolTip() == "Undo: removal of the widget (Ctrl+Z)"
    person.press(Qt.Key.Key_Z, "widgetList", CTRL)
    assert person.text("planSummary") == "Nothing to change"
    person.press(Qt.Key.Key_Delete, "widgetList")
    assert [row.handler for row in _apply(person).bindings] == [OTHER_HANDLER]
    assert person.widgets() == [("Chat", "widgets.example.com", 1, "")]
    assert person.text("handlerEdit") == OTHER_HANDLER


def test_a_widget_that_was_never_applied_goes_for_good(start: Start) -> None:
    person, _ = _open(start)
    _new(person, SCORE)
    person.tick("Contact")
    person.press(Qt.Key.Key_Delete, "widgetList")
    assert _marks(person) == {"Send": "", "Chat": ""}
    assert person.text("planSummary") == "Nothing to change"
    assert person.text("handlerEdit") == HANDLER
    person.press(Qt.Key.Key_Z, "widgetList", CTRL)
    assert person.text("handlerEdit") == SCORE


def test_the_menu_of_a_widget_says_that_it_goes_from_all_places(start: Start) -> None:
    person, _ = _open(start)
    view = person.see(QListView, "widgetList")
    at = view.visualRect(view.model().index(0, 0)).center()
    view.customContextMenuRequested.emit(at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (entry,) = menu.actions()
    assert entry.text() == "&Remove from all places"
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
    assert person.text("planSummary") == "2 to unbind"


def test_a_search_finds_titles_and_addresses_and_keeps_the_open_one_in_sight(start: Start) -> None:
    person, _ = _open(start, *SEND, CHAT, binding(CONTACT, SCORE, "Score", language="en"))
    for typed, found in (
        ("chat", ["Send", "Chat"]),
        ("score.example", ["Send", "Score"]),
        ("b24 score", ["Send", "Score"]),
    ):
        person.type("widgetFilter", typed)
        assert [title for title, *_ in person.widgets()] == found, typed
    person.open_widget("Score")
    person.type("widgetFilter", "chat")
    assert [title for title, *_ in person.widgets()] == ["Chat", "Score"]
    assert person.opened_widget == "Score"
    person.type("widgetFilter", "")
    assert len(person.widgets()) == 3
    assert person.text("planSummary") == "Nothing to change"


def test_the_keyboard_makes_finds_opens_and_goes_on(start: Start) -> None:
    person, _ = _open(start)
    person.press(Qt.Key.Key_Down, "widgetList")
    assert person.opened_widget == "Chat"
    person.type("widgetFilter", "s")
    person.press(Qt.Key.Key_Down, "widgetFilter")
    person.wait(person.see(QWidget, "widgetList").hasFocus)
    person.press(Qt.Key.Key_Up, "widgetList")
    assert person.opened_widget == "Send"
    person.press(Qt.Key.Key_N, "placementTree", CTRL)
    assert person.opened_widget == "New widget"
    assert person.text("handlerEdit") == ""
    person.wait(person.see(QWidget, "handlerEdit").hasFocus)


def test_esc_clears_a_search_and_the_list_is_whole_again(start: Start) -> None:
    person, _ = _open(start)
    person.type("widgetFilter", "no such widget")
    assert [title for title, *_ in person.widgets()] == ["Send"], "the open one, whatever is searched"
    assert person.text("noWidgetFound") == "No widget matches “no such widget”."
    person.press(Qt.Key.Key_Escape, "widgetFilter")
    assert not person.sees("noWidgetFound")
    assert person.text("widgetFilter") == ""
    assert len(person.widgets()) == 2


def test_a_refresh_leaves_what_waits_and_takes_what_others_did(start: Start) -> None:
    """Meanwhile somebody else spoke German at one place, bound another, took one away and made a widget."""
    person, desk = _open(start, *SEND, CHAT)
    person.tick("Purchase (183)")
    person.open_widget("Chat")
    person.type_text("de", "Title", "Schreiben")
    theirs = (
        binding(LEAD, HANDLER, "Send", language="en"),
        binding(CONTACT, HANDLER, "Send", language="en"),
        binding(TILE, OTHER_HANDLER, texts={"en": Texts("Talk"), "de": Texts("Plaudern")}),
        binding(DEAL, SCORE, "Score", language="en"),
    )
    desk.here = portal_snapshot(*theirs)
    person.click("refreshButton")
    person.ready()
    assert person.opened_widget == "Talk"
    assert person.table("textsGrid")[1][1] == "Schreiben"
    assert person.widgets() == [
        ("Send", "widgets.example.com", 3, "+1"),
        ("Talk", "widgets.example.com", 1, "●"),
        ("Score", "score.example.org", 1, ""),
    ]
    assert person.text("planSummary") == "1 to bind, 1 to replace"
    rows = {(row.handler, row.placement): row for row in _apply(person).bindings}
    assert rows.keys() == {(row.handler, row.placement) for row in theirs} | {(HANDLER, PURCHASE)}
    assert rows[OTHER_HANDLER, TILE].texts == {"en": Texts("Talk"), "de": Texts("Schreiben")}


def test_titles_and_hosts_are_drawn_whole_or_said_in_the_tooltip(start: Start) -> None:
    long = "A title that is as long as titles are where people mean it well"
    person, _ = _open(start, binding(DEAL, HANDLER, long, language="en"))
    index = person.see(QListView, "widgetList").model().index(0, 0)
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert long in tip
    assert HANDLER in tip
    assert "1 place" in tip


def test_each_row_is_as_high_as_its_two_lines_and_shows_its_mark(start: Start) -> None:
    """What the delegate paints is looked at: the mark at the end of the second line changes some of its pixels."""
    person, _ = _open(start)
    view = person.see(QListView, "widgetList")
    index = view.model().index(1, 0)
    before = _painted(view, index)
    person.open_widget("Chat")
    person.tick("Contact")
    person.open_widget("Send")
    assert index.data(WidgetRole.WAITING) == "+1"
    after = _painted(view, index)
    changed = {
        (x > after.width() // 2, y > after.height() // 2)
        for x in range(after.width())
        for y in range(after.height())
        if before.pixel(x, y) != after.pixel(x, y)
    }
    assert changed == {(True, False), (True, True)}, "the number of places above, the mark below, both at the end"
    assert view.visualRect(index).height() > 1.9 * view.fontMetrics().height()


def _painted(view: QListView, index: QModelIndex) -> Any:
    QApplication.processEvents()
    return view.viewport().grab(view.visualRect(index)).toImage()


def _new(person: Person, address: str) -> None:
    person.click("newWidgetButton")
    person.type("handlerEdit", address)


def test_the_view_of_bindings_shows_all_widgets_at_once_and_a_row_leads_to_its_own(start: Start) -> None:
    person, _ = _open(start)
    table = person.show_bindings()
    assert [row[1] for row in person.table()] == ["Chat", "Send", "Send"]
    at = table.visualRect(table.model().index(person.binding("Chat"), 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert person.opened_widget == "Chat"
    assert person.tree.currentIndex().data() == "Contact Center tile"
    assert person.text("textCellEdit") == "Chat", "its title can be typed at once"
