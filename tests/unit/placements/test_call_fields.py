"""The call to a handler as it is described: what is copied can be read again, and nothing in it is real."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

import pytest

from bxdesk.placements.call import fields_in, read_call
from bxdesk.placements.call_fields import ExampleCall, Travels, example_call
from bxdesk.placements.catalogue import FAMILIES, call_keys, documentation_page, note_of
from bxdesk.placements.codes import with_number
from tests.builders import DEAL, HANDLER, PURCHASE, TILE, snapshot

SERVER = "https://oauth.bitrix.info"
CODES = [with_number(pattern, 183) for family in FAMILIES for pattern in family.patterns]
BI = "BI_ANALYTICS_MENU"
# Field by field as the two pages list them; a star there is `always` here.
PROMISED = ["DOMAIN", "PROTOCOL", "LANG", "member_id", "PLACEMENT"]
LISTED = [
    *("DOMAIN", "PROTOCOL", "LANG", "APP_SID", "AUTH_ID", "AUTH_EXPIRES", "REFRESH_ID"),
    *("member_id", "status", "PLACEMENT", "PLACEMENT_OPTIONS"),
]
NEWER = ["SERVER_ENDPOINT", "APPLICATION_TOKEN", "APPLICATION_SCOPE"]


def call(code: str = DEAL, handler: str = HANDLER) -> ExampleCall:
    return example_call(code, handler, snapshot(), SERVER, "de")


def test_every_field_of_the_documentation_is_there_in_its_order() -> None:
    names = [field.name for field in call().fields if field.travels is not Travels.INSIDE]
    assert [name for name in names if name not in NEWER] == LISTED
    assert names[7:10] == NEWER
    assert [field.name for field in call().fields if field.always] == PROMISED


def test_the_example_fits_the_portal_the_placement_and_the_language() -> None:
    sent = call().sent
    assert (sent["DOMAIN"], sent["PROTOCOL"], sent["LANG"]) == ("acme.bitrix24.com", "1", "de")
    assert (sent["member_id"], sent["status"], sent["PLACEMENT"]) == ("a" * 32, "L", DEAL)
    assert sent["APPLICATION_SCOPE"] == "contact_center,crm,placement,task"
    assert sent["SERVER_ENDPOINT"] == "https://oauth.bitrix.info/rest/"
    assert sent["PLACEMENT_OPTIONS"] == '{"ID":"6591"}'
    demo = example_call(DEAL, HANDLER, replace(snapshot(), portal="http://127.0.0.1:8000"), SERVER)
    assert (demo.sent["DOMAIN"], demo.sent["PROTOCOL"], demo.sent["LANG"]) == ("127.0.0.1:8000", "0", "en")


def test_a_custom_types_number_is_in_the_code_and_a_tiles_id_is_its_own() -> None:
    meaning = next(str(field.meaning) for field in call(PURCHASE).fields if field.name == "PLACEMENT")
    assert "183" in meaning
    assert "183" not in call(PURCHASE).sent["PLACEMENT_OPTIONS"]
    told = [field for field in call(TILE).fields if field.travels is Travels.INSIDE]
    assert [field.name for field in told] == ["ID", "URI"]
    assert json.loads(call(TILE).sent["PLACEMENT_OPTIONS"]) == {"ID": told[0].value}
    assert "row" in str(told[0].meaning)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("CRM_DEAL_DETAIL_TOOLBAR", "ID"),
        ("CRM_COMPANY_DETAIL_TOOLBAR", "ID"),
        ("CRM_QUOTE_DETAIL_TOOLBAR", "ENTITY_ID"),
        ("CRM_SMART_INVOICE_DETAIL_TOOLBAR", "ENTITY_ID"),
        ("CRM_DYNAMIC_183_DETAIL_TOOLBAR", "ENTITY_ID"),
        ("CRM_QUOTE_DETAIL_TAB", "ID"),
    ],
)
def test_the_menu_of_a_newer_card_names_its_object_otherwise(code: str, name: str) -> None:
    sent = call(code).sent
    assert json.loads(sent["PLACEMENT_OPTIONS"]) == {name: "6591"}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("TASK_VIEW_TAB", ["taskId"]),
        ("SONET_GROUP_DETAIL_TAB", ["GROUP_ID"]),
        ("USER_PROFILE_MENU", ["USER_ID"]),
        ("IM_TEXTAREA", ["dialogId"]),
        ("LEFT_MENU", []),
        ("CRM_DEAL_LIST_TOOLBAR", []),
    ],
)
def test_places_name_what_they_were_opened_on_in_their_own_way(code: str, names: list[str]) -> None:
    inside = [field.name for field in call(code).fields if field.travels is Travels.INSIDE]
    assert inside == [*names, "URI"]


@pytest.mark.parametrize(
    ("code", "kind"), [(DEAL, "2"), ("CRM_SMART_INVOICE_DETAIL_ACTIVITY", "31"), (PURCHASE, "183")]
)
def test_with_the_built_in_interface_the_call_names_the_object_otherwise(code: str, kind: str) -> None:
    made = example_call(code, HANDLER, snapshot(), SERVER, options={"useBuiltInInterface": "Y"})
    told = json.loads(made.sent["PLACEMENT_OPTIONS"])
    assert told == {"entityTypeId": kind, "entityId": "6591", "useBuiltInInterface": "Y"}
    usual = example_call(code, HANDLER, snapshot(), SERVER, options={"useBuiltInInterface": "N"})
    assert json.loads(usual.sent["PLACEMENT_OPTIONS"]) == {"ID": "6591"}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (
            "CRM_DEAL_ACTIVITY_TIMELINE_MENU",
            [
                *("ENTITY_ID", "ASSOCIATED_ENTITY_ID", "ASSOCIATED_ENTITY_TYPE_ID"),
                *("TYPE_ID", "TYPE_CATEGORY_ID", "TIMELINE_ITEM_ID"),
            ],
        ),
        ("CRM_BANK_DETAIL_AUTOCOMPLETE", ["searchQuery", "eid", "external_context_id"]),
    ],
)
def test_a_record_and_bank_details_are_told_with_what_they_belong_to(code: str, names: list[str]) -> None:
    sent = json.loads(call(code).sent["PLACEMENT_OPTIONS"])
    assert list(sent) == names
    assert all(sent.values())


def test_a_phone_call_tells_all_that_it_belongs_to() -> None:
    made = call("CALL_CARD")
    shown = {field.name: field.value for field in made.fields if field.travels is Travels.INSIDE}
    sent = json.loads(made.sent["PLACEMENT_OPTIONS"])
    assert json.loads(shown["CRM_BINDINGS"]) == sent["CRM_BINDINGS"]
    assert {"ENTITY_TYPE": "COMPANY", "ENTITY_ID": sent["CRM_ENTITY_ID"]} in sent["CRM_BINDINGS"]
    assert (sent["CALL_LIST_MODE"], shown["CALL_LIST_MODE"]) == ("false", "false")


def test_keys_and_tokens_are_recognisably_invented() -> None:
    for name in ("APP_SID", "AUTH_ID", "REFRESH_ID", "APPLICATION_TOKEN"):
        assert call().sent[name].startswith("example-")


@pytest.mark.parametrize("code", [code for code in CODES if code != BI])
@pytest.mark.parametrize("written", [ExampleCall.as_list, ExampleCall.as_json])
def test_what_is_copied_is_read_as_a_call(code: str, written: Callable[[ExampleCall], str]) -> None:
    read = read_call(fields_in(written(call(code))))
    assert (read.portal, read.placement, read.language) == ("https://acme.bitrix24.com", code, "de")
    assert set(read.options) == {key.name for key in call_keys(code)} or set(read.options) == {"URI"}


@pytest.mark.parametrize("handler", [HANDLER, f"{HANDLER}?who=us&x=1", "https://it's.example/a b"])
def test_the_command_makes_the_same_call(handler: str) -> None:
    made = call(handler=handler)
    program, address, *rest = shlex.split(made.as_curl().replace("\\\n", ""))
    assert (program, set(rest[::2])) == ("curl", {"--data-urlencode"})
    body = urlencode([(name, value) for name, _, value in (part.partition("=") for part in rest[1::2])])
    assert address.startswith(handler)
    query = dict(parse_qsl(address.removeprefix(handler).lstrip("?&")))
    assert {*query} == {"DOMAIN", "PROTOCOL", "LANG", "APP_SID"}
    assert read_call(query | dict(parse_qsl(body))) == read_call(made.sent)


def test_bi_analytics_are_opened_without_any_of_it() -> None:
    made = call(BI)
    assert (made.method, made.fields, made.address) == ("GET", (), HANDLER)
    assert made.as_curl() == f"curl {HANDLER}\n"
    assert call().method == "POST"


def test_only_the_mobile_app_never_tells_the_page() -> None:
    silent = [code for code in CODES if code != BI and "URI" not in [field.name for field in call(code).fields]]
    assert silent == ["IMMOBILE_CONTEXT_MENU"]


def test_every_placement_has_a_page_of_its_own_and_says_where_it_is() -> None:
    pages = {code: documentation_page(code) for code in CODES}
    catalogue = documentation_page("NOBODY_KNOWS_THIS")
    assert catalogue == "https://apidocs.bitrix24.com/api-reference/widgets/placements.html"
    assert [code for code, page in pages.items() if page == catalogue] == ["HCMLINK_SALARY_VACATION"]
    assert documentation_page(TILE, "ru") == "https://apidocs.bitrix24.ru/api-reference/widgets/contact-center.html"
    assert documentation_page(TILE, "de") == pages[TILE]
    assert pages[TILE] == "https://apidocs.bitrix24.com/api-reference/widgets/contact-center.html"
    assert (
        pages[PURCHASE] == pages[DEAL] == "https://apidocs.bitrix24.com/api-reference/widgets/crm/detail-activity.html"
    )
    assert [code for code in CODES if not note_of(code)] == []
    assert not note_of("NOBODY_KNOWS_THIS")
