"""`placement.bind`, `placement.get` and `placement.unbind`, rule by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from bxdesk.demo import DemoPortal

HANDLER = "https://widgets.example.com/a"
DEAL = "CRM_DEAL_DETAIL_ACTIVITY"
UNSET = {"useBuiltInInterface": "", "newUserNotificationTitle": "", "newUserNotificationText": ""}


@pytest.fixture(autouse=True)
def _bare(portal: DemoPortal) -> None:
    portal.clear_bindings()


def test_what_stands_there_at_the_start(portal: DemoPortal, app: Any) -> None:
    fresh = type(portal)()
    rows = fresh.bindings()
    assert [row["placement"] for row in rows] == [DEAL, "CONTACT_CENTER", "CRM_LEAD_DETAIL_TAB"]
    assert len({row["handler"] for row in rows}) == 3
    assert set(rows[2]["langAll"]) == {"en", "de", "ru"}
    assert app.call("placement.get") == []


def test_a_title_alone_goes_under_the_default_language(app: Any) -> None:
    given = {
        "PLACEMENT": DEAL.lower(),
        "HANDLER": HANDLER,
        "TITLE": "  Send \t",
        "DESCRIPTION": " d ",
        "GROUP_NAME": "",
    }
    assert app.call("placement.bind", **given) is True
    (row,) = app.call("placement.get")
    assert isinstance(row.pop("id"), int)
    assert row == {
        "placement": DEAL,
        "userId": 0,
        "handler": HANDLER,
        "options": UNSET,
        "title": "Send",
        "description": "d",
        "langAll": {"en": {"TITLE": "Send", "DESCRIPTION": "d", "GROUP_NAME": None}},
    }


def test_names_of_arguments_are_read_in_any_case(app: Any) -> None:
    assert app.call("placement.bind", placement=DEAL, Handler=HANDLER, title="Send") is True


@pytest.mark.parametrize("given", [{}, {"TITLE": ""}, {"TITLE": None, "LANG_ALL": {}}, {"LANG_ALL": []}])
def test_with_no_text_at_all_the_apps_name_is_the_title(app: Any, given: dict[str, Any]) -> None:
    app.call("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, **given)
    (row,) = app.call("placement.get")
    assert row["langAll"] == {"en": {"TITLE": "bxdesk demo", "DESCRIPTION": None, "GROUP_NAME": None}}


def test_lang_all_makes_the_texts_outside_it_ignored(app: Any) -> None:
    texts = {"de": {"TITLE": " Senden "}, "ru": {"TITLE": "Отправить", "GROUP_NAME": "Г", "OTHER": "x"}}
    app.call("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, TITLE="no", DESCRIPTION="no", LANG_ALL=texts)
    (row,) = app.call("placement.get")
    assert row["langAll"] == {
        "de": {"TITLE": "Senden", "DESCRIPTION": "", "GROUP_NAME": ""},
        "ru": {"TITLE": "Отправить", "DESCRIPTION": "", "GROUP_NAME": "Г"},
    }
    # Without the default language among them, the first stands in.
    assert (row["title"], row["description"]) == ("Senden", "")


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        ({"en": {"TITLE": "ok"}, "eng": {"TITLE": "three letters"}}, ["en"]),
        ({"en": {"TITLE": "ok"}, "de": {"TITLE": " \t"}, "ru": {"TITLE": "never reached"}}, ["en"]),
        ({"en": {"TITLE": "ok"}, "de": {"DESCRIPTION": "no title"}}, ["en"]),
        ({"en": {"TITLE": "ok"}, "de": {"TITLE": "x" * 256}}, ["en"]),
        ({"en": {"TITLE": "ok"}, "de": {"TITLE": "x", "GROUP_NAME": "y" * 256}}, ["en"]),
        ({"en": "text"}, []),
        ([""], []),
    ],
)
def test_a_bad_language_is_an_error_and_the_row_stays(app: Any, texts: Any, kept: list[str]) -> None:
    refusal = app.refused("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, LANG_ALL=texts)
    assert (refusal["status"], refusal["error"]) == (400, "ERROR_CORE")
    assert refusal["error_description"].startswith("Unable to set placements language: ")
    (row,) = app.call("placement.get")
    assert list(row["langAll"]) == kept
    again = app.refused("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, LANG_ALL={"en": {"TITLE": "ok"}})
    assert again["error_description"] == "Unable to set placement handler: Handler already binded"


@pytest.mark.parametrize("given", [{"TITLE": "  "}, {"DESCRIPTION": "alone"}])
def test_a_text_without_a_title_leaves_such_a_row_as_well(app: Any, given: dict[str, str]) -> None:
    refusal = app.refused("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, **given)
    assert "Unable to set placements language" in refusal["error_description"]
    assert app.call("placement.get")[0]["langAll"] == []


def test_255_characters_pass_and_no_more(app: Any, portal: DemoPortal) -> None:
    handler = "https://a.example/".ljust(255, "я")
    app.call("placement.bind", PLACEMENT=DEAL, HANDLER=handler, TITLE="я" * 255)
    for given in ({"HANDLER": handler + "x"}, {"HANDLER": HANDLER, "TITLE": "x" * 256}):
        refusal = app.refused("placement.bind", **({"PLACEMENT": DEAL, "TITLE": "x"} | given))
        assert refusal["error_description"].startswith("Unable to set placement handler: ")
    assert len(portal.bindings()) == 1


def test_a_placement_and_a_handler_are_bound_once(app: Any, portal: DemoPortal) -> None:
    app.call("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, TITLE="Send")
    refusal = app.refused("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, TITLE="Other")
    assert (refusal["status"], refusal["error"]) == (400, "ERROR_CORE")
    assert refusal["error_description"] == "Unable to set placement handler: Handler already binded"
    # The address is compared to the letter.
    for other in (f"{HANDLER}/", HANDLER.upper().replace("HTTPS", "https"), f"{HANDLER}?"):
        app.call("placement.bind", PLACEMENT=DEAL, HANDLER=other, TITLE="Send")
    app.call("placement.bind", PLACEMENT="LEFT_MENU", HANDLER=HANDLER, TITLE="Send")
    assert len(portal.bindings()) == 5


@pytest.mark.parametrize(
    ("handler", "code"),
    [
        ("https://localhost/x", "ERROR_WRONG_HANDLER_URL"),
        ("https://.example/x", "ERROR_WRONG_HANDLER_URL"),
        ("/only/a/path", "ERROR_WRONG_HANDLER_URL"),
        (" https://a.example/", "ERROR_WRONG_HANDLER_URL"),
        ("https://", "ERROR_WRONG_HANDLER_URL"),
        ("https://a.example:99999/", "ERROR_WRONG_HANDLER_URL"),
        ("ftp://a.example/x", "ERROR_UNSUPPORTED_PROTOCOL"),
        ("HTTPS://a.example/x", "ERROR_UNSUPPORTED_PROTOCOL"),
        ("//a.example/x", "ERROR_UNSUPPORTED_PROTOCOL"),
        ("a.example:8080", "ERROR_UNSUPPORTED_PROTOCOL"),
        ("", "ERROR_ARGUMENT"),
        (None, "ERROR_ARGUMENT"),
    ],
)
def test_handlers_that_are_refused(app: Any, portal: DemoPortal, handler: str | None, code: str) -> None:
    assert app.refused("placement.bind", PLACEMENT=DEAL, HANDLER=handler, TITLE="x")["error"] == code
    assert portal.bindings() == []


@pytest.mark.parametrize(
    "handler", ["http://127.0.0.1:8080/x", "https://user@a.example:443?x=1#y", "http://a.b", "https://пример.рф/"]
)
def test_handlers_that_pass_are_kept_as_they_are(app: Any, handler: str) -> None:
    app.call("placement.bind", PLACEMENT=DEAL, HANDLER=handler, TITLE="x")
    assert app.call("placement.get")[0]["handler"] == handler


def test_an_older_box_wants_the_apps_own_host(app: Any, portal: DemoPortal) -> None:
    portal.change(own_host_only="own.example")
    assert app.refused("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER)["error"] == "ERROR_HANDLER_URL_MATCH"
    assert app.call("placement.bind", PLACEMENT=DEAL, HANDLER="https://own.example/x", TITLE="x")


@pytest.mark.parametrize("value", ["", None, "default"])
def test_a_missing_placement_is_named(app: Any, value: str | None) -> None:
    for method in ("placement.bind", "placement.unbind"):
        refusal = app.refused(method, PLACEMENT=value, HANDLER=HANDLER)
        assert (refusal["status"], refusal["error"], refusal["argument"]) == (400, "ERROR_ARGUMENT", "PLACEMENT")


def test_a_missing_handler_is_named(app: Any) -> None:
    assert app.refused("placement.bind", PLACEMENT=DEAL)["argument"] == "HANDLER"


def test_a_placement_is_a_string(app: Any) -> None:
    assert app.refused("placement.bind", PLACEMENT=[DEAL], HANDLER=HANDLER)["argument"] == "PLACEMENT"


@pytest.mark.parametrize("code", ["NOWHERE", "CRM_DYNAMIC_99_DETAIL_ACTIVITY", "CRM_DYNAMIC_0183_DETAIL_ACTIVITY"])
def test_unknown_codes(app: Any, code: str) -> None:
    assert app.refused("placement.bind", PLACEMENT=code, HANDLER=HANDLER)["error"] == "ERROR_PLACEMENT_NOT_FOUND"


def test_options_are_filtered_cast_and_filled_up(app: Any) -> None:
    given = {"useBuiltInInterface": True, "newUserNotificationTitle": 7, "unknown": "x", "usebuiltininterface": "Y"}
    app.call("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, TITLE="x", OPTIONS=given)
    (row,) = app.call("placement.get")
    assert row["options"] == UNSET | {"useBuiltInInterface": "1", "newUserNotificationTitle": "7"}


def test_a_false_option_is_empty(app: Any) -> None:
    app.call("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, TITLE="x", OPTIONS={"useBuiltInInterface": False})
    assert app.call("placement.get")[0]["options"] == UNSET


@pytest.mark.parametrize("code", ["CONTACT_CENTER", "CRM_LEAD_DETAIL_TAB", "LEFT_MENU"])
def test_places_without_options_keep_none(app: Any, code: str) -> None:
    app.call("placement.bind", PLACEMENT=code, HANDLER=HANDLER, TITLE="x", OPTIONS={"useBuiltInInterface": "Y"})
    assert app.call("placement.get")[0]["options"] == []


@pytest.mark.parametrize(
    ("code", "options", "kept"),
    [
        ("CRM_REQUISITE_AUTOCOMPLETE", {"countries": "1,2"}, {"countries": "1,2"}),
        ("TASK_VIEW_SIDEBAR", {"groupId": "11,12"}, {"groupId": "11,12"}),
        (
            "IM_TEXTAREA",
            {"iconName": "fa-cloud", "context": "USER;CHAT", "role": "ADMIN", "color": "GRAPHITE", "width": 100},
            {"iconName": "fa-cloud", "extranet": "", "context": "USER;CHAT", "role": "ADMIN", "color": "GRAPHITE"}
            | {"width": "100", "height": ""},
        ),
        ("IM_SMILES_SELECTOR", {"context": "ALL;USER"}, {"extranet": "", "context": "ALL;USER", "role": ""}),
        ("HCMLINK_SALARY_VACATION", {"width": 900}, {"width": "900"}),
        ("IM_CONTEXT_MENU", {"iconName": "x", "extranet": "Y"}, {"extranet": "Y", "context": "", "role": ""}),
        ("IMMOBILE_CONTEXT_MENU", {"role": "USER"}, {"extranet": "", "context": "", "role": "USER"}),
        ("PAGE_BACKGROUND_WORKER", {"errorHandlerUrl": "https://a.b/"}, {"errorHandlerUrl": "https://a.b/"}),
    ],
)
def test_options_of_the_other_families(app: Any, code: str, options: dict[str, Any], kept: dict[str, str]) -> None:
    app.call("placement.bind", PLACEMENT=code, HANDLER=HANDLER, TITLE="x", OPTIONS=options)
    assert app.call("placement.get")[0]["options"] == kept


@pytest.mark.parametrize(
    ("code", "options", "error"),
    [
        ("PAGE_BACKGROUND_WORKER", {}, "EMPTY_ERROR_HANDLER_URL"),
        ("IM_TEXTAREA", {}, "EMPTY_ERROR_ICON_NAME"),
        ("IM_SIDEBAR", {"iconName": ""}, "EMPTY_ERROR_ICON_NAME"),
        ("IM_NAVIGATION", {"iconName": "123"}, "INVALID_ERROR_ICON_NAME"),
        ("IM_TEXTAREA", {"iconName": "a", "color": "BEIGE"}, "INVALID_ERROR_COLOR"),
        ("IM_SIDEBAR", {"iconName": "a", "context": "USER;MOON"}, "INVALID_ERROR_CONTEXT"),
        ("IM_CONTEXT_MENU", {"role": "GUEST"}, "INVALID_ERROR_ROLE"),
        ("IMMOBILE_CONTEXT_MENU", {"extranet": "yes"}, "INVALID_ERROR_EXTRANET"),
        ("IM_TEXTAREA", {"iconName": "a", "width": -1}, "INVALID_ERROR_WIDTH"),
        ("IM_TEXTAREA", {"iconName": "a", "height": "-5"}, "INVALID_ERROR_HEIGHT"),
    ],
)
def test_options_that_are_insisted_on(
    app: Any, portal: DemoPortal, code: str, options: dict[str, Any], error: str
) -> None:
    refusal = app.refused("placement.bind", PLACEMENT=code, HANDLER=HANDLER, TITLE="x", OPTIONS=options)
    # These errors come with status 200.
    assert (refusal["status"], refusal["error"]) == (200, error)
    assert portal.bindings() == []


def test_a_user_is_only_for_the_background_worker(app: Any, portal: DemoPortal) -> None:
    refusal = app.refused("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, TITLE="x", USER_ID=7)
    assert refusal["error"] == "ERROR_PLACEMENT_USER_MODE"
    worker = {"PLACEMENT": "PAGE_BACKGROUND_WORKER", "TITLE": "w", "OPTIONS": {"errorHandlerUrl": "https://a.b/"}}
    app.call("placement.bind", **worker, HANDLER=f"{HANDLER}/7", USER_ID="7")
    app.call("placement.bind", **worker, HANDLER=f"{HANDLER}/8", USER_ID=8)
    assert [row["userId"] for row in app.call("placement.get")] == [7, 8]
    again = app.refused("placement.bind", **worker, HANDLER=f"{HANDLER}/other", USER_ID=8)
    assert again["error"] == "ERROR_PLACEMENT_MAX_COUNT"
    assert app.call("placement.unbind", PLACEMENT="PAGE_BACKGROUND_WORKER", USER_ID=8) == {"count": 2}
    assert [row["userId"] for row in portal.bindings()] == [7]


def test_a_portal_may_allow_eight_in_the_main_menu(app: Any, portal: DemoPortal) -> None:
    portal.change(max_counts={"LEFT_MENU": 8})
    for number in range(8):
        app.call("placement.bind", PLACEMENT="LEFT_MENU", HANDLER=f"{HANDLER}/{number}", TITLE="x")
    refusal = app.refused("placement.bind", PLACEMENT="LEFT_MENU", HANDLER=HANDLER, TITLE="x")
    assert (refusal["error"], refusal["error_description"]) == ("ERROR_PLACEMENT_MAX_COUNT", "Placement max count: 8")


@pytest.mark.parametrize("code", ["REST_APP_URI", "PAGE_BACKGROUND_WORKER"])
def test_one_per_app(app: Any, code: str) -> None:
    given = {"PLACEMENT": code, "TITLE": "x", "OPTIONS": {"errorHandlerUrl": "https://a.b/"}}
    app.call("placement.bind", **given, HANDLER=HANDLER)
    for handler in (HANDLER, f"{HANDLER}/other"):
        assert app.refused("placement.bind", **given, HANDLER=handler)["error"] == "ERROR_PLACEMENT_MAX_COUNT"


def test_there_is_no_update(app: Any) -> None:
    """Whoever wants another text unbinds and binds anew, and the row has another number from then on."""
    app.call("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, TITLE="Old", OPTIONS={"useBuiltInInterface": "Y"})
    (before,) = app.call("placement.get")
    refusal = app.refused("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, TITLE="New")
    assert "already binded" in refusal["error_description"]
    assert app.refused("placement.update", PLACEMENT=DEAL, HANDLER=HANDLER)["error"] == "ERROR_METHOD_NOT_FOUND"
    assert app.call("placement.get") == [before]
    app.call("placement.unbind", PLACEMENT=DEAL, HANDLER=HANDLER)
    app.call("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, TITLE="New")
    (after,) = app.call("placement.get")
    assert after["id"] > before["id"]
    assert (after["title"], after["options"]) == ("New", UNSET)


@pytest.mark.parametrize(("code", "name"), [("TASK_VIEW_TAB", "groupId"), ("CRM_REQUISITE_AUTOCOMPLETE", "countries")])
def test_a_list_of_numbers_is_kept_with_its_blanks(app: Any, portal: DemoPortal, code: str, name: str) -> None:
    app.call("placement.bind", PLACEMENT=code, HANDLER=HANDLER, OPTIONS={name: "11, 12"})
    assert [row["options"] for row in portal.bindings()] == [{name: "11, 12"}]


def test_unbinding_counts_two_per_row(app: Any, portal: DemoPortal) -> None:
    for handler in (HANDLER, f"{HANDLER}/2", f"{HANDLER}/3"):
        app.call("placement.bind", PLACEMENT=DEAL, HANDLER=handler, TITLE="x")
    app.call("placement.bind", PLACEMENT="LEFT_MENU", HANDLER=HANDLER, TITLE="x")
    assert app.call("placement.unbind", PLACEMENT=DEAL, HANDLER=HANDLER) == {"count": 2}
    assert app.call("placement.unbind", PLACEMENT=DEAL, HANDLER=HANDLER) == {"count": 0}
    # Without a handler it removes every handler of that placement.
    assert app.call("placement.unbind", PLACEMENT=DEAL.lower()) == {"count": 4}
    assert app.call("placement.unbind", PLACEMENT="NOWHERE", HANDLER=HANDLER) == {"count": 0}
    assert [row["placement"] for row in portal.bindings()] == ["LEFT_MENU"]


def test_rows_come_by_id_and_ids_are_not_used_twice(app: Any) -> None:
    for handler in (HANDLER, f"{HANDLER}/2"):
        app.call("placement.bind", PLACEMENT=DEAL, HANDLER=handler, TITLE="x")
    first, second = (row["id"] for row in app.call("placement.get"))
    app.call("placement.unbind", PLACEMENT=DEAL, HANDLER=f"{HANDLER}/2")
    app.call("placement.bind", PLACEMENT=DEAL, HANDLER=f"{HANDLER}/2", TITLE="x")
    assert [row["id"] for row in app.call("placement.get")] == [first, second + 1]


def test_an_old_server_words_rows_differently(app: Any, portal: DemoPortal) -> None:
    portal.add_binding(DEAL, HANDLER)
    portal.change(old_server=True)
    (row,) = app.call("placement.get")
    assert "id" not in row
    assert row["userId"] == "0"


def test_rows_can_vanish_on_their_own(app: Any, portal: DemoPortal) -> None:
    number = portal.add_binding(DEAL, HANDLER)
    portal.add_binding("CRM_DYNAMIC_183_DETAIL_TAB", HANDLER)
    portal.remove_binding(number)
    assert [row["placement"] for row in app.call("placement.get")] == ["CRM_DYNAMIC_183_DETAIL_TAB"]
    portal.remove_type(183)
    assert app.call("placement.get") == []
    with pytest.raises(KeyError):
        portal.remove_binding(number)


@pytest.mark.parametrize(
    ("way", "stored"),
    [
        ("short characters", ("Sign  & send", "It's done")),
        ("until a long character", ("Sign ", "It's done")),
        ("entities", ("Sign 😀 &amp; send", "It&#x27;s done")),
        ("capitals", ("SIGN 😀 & SEND", "IT'S DONE")),
        ("titles", ("Sign 😀 & send", None)),
    ],
)
def test_a_portal_may_store_something_else_than_it_was_sent(
    portal: DemoPortal, app: Any, way: str, stored: tuple[str, str | None]
) -> None:
    portal.change(stores=way)
    texts = {"en": {"TITLE": "Sign 😀 & send", "DESCRIPTION": "It's done"}}
    assert app.call("placement.bind", PLACEMENT=DEAL, HANDLER=HANDLER, LANG_ALL=texts) is True
    (row,) = app.call("placement.get")
    said = row["langAll"]["en"]
    assert (said["TITLE"], said.get("DESCRIPTION")) == stored
