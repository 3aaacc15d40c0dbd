"""The call that a handler receives: every example of the documentation, and how production splits it."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.call import CallError, fields_in, read_call

MEMBER = "da45a03b265edd8787f8a258d793cc5d"
# As documented, one for each row of its table: code, the object's id, access token, member.
EXAMPLES = (
    (
        "CRM_LEAD_DETAIL_ACTIVITY",
        "6591",
        "29d1a06600631fcd00005a4b00000001f0f1071497cc09c28ec609a43bb0c802d2ad41",
        MEMBER,
    ),
    (
        "CRM_DEAL_DETAIL_ACTIVITY",
        "3473",
        "4ad1a06600631fcd00005a4b00000001f0f107e9193b10f6ec5579451a015c78a66829",
        MEMBER,
    ),
    (
        "CRM_CONTACT_DETAIL_ACTIVITY",
        "13037",
        "65d1a06600631fcd00005a4b00000001f0f107635565dfe5bc6e1924790e68da8091f7",
        MEMBER,
    ),
    (
        "CRM_COMPANY_DETAIL_ACTIVITY",
        "2946",
        "8dd1a06600631fcd00005a4b00000001f0f10753abde956bcff8eea8801f6ae598becc",
        MEMBER,
    ),
    (
        "CRM_QUOTE_DETAIL_ACTIVITY",
        "5",
        "b4d1a06600631fcd00005a4b00000001f0f107d6fc31ffbd4740c5a0a5393c8744ac8a",
        MEMBER,
    ),
    (
        "CRM_SMART_INVOICE_DETAIL_ACTIVITY",
        "32",
        "69c7ca670076a4b8006f518000000001201c0720c9c9d78077b5f2c5530f64b061c8a1",
        "e8857f161a1a8288f312b6cc6ad67995",
    ),
    (
        "CRM_DYNAMIC_183_DETAIL_ACTIVITY",
        "3",
        "e1d1a06600631fcd00005a4b00000001f0f1077ebff8b4fdddb2a57ccdbc1edd9ce1cf",
        MEMBER,
    ),
)
REFRESH = "1950c86600631fcd00005a4b00000001f0f107804dc35e52c3002c7e7e155337b89e25"

TILE_LISTING = """
        'DOMAIN': 'xxx.bitrix24.com'
        'PROTOCOL': 1
        'LANG': 'en'
        'APP_SID': '99c80eff6378726287350416ee5fef0'
        'AUTH_ID': '6061e72600631fcd00005a4b00000001f0f1076700000000f69dd5fc643d9ce2fdbc1'
        'AUTH_EXPIRES': 3600
        'REFRESH_ID': '50e00aa340631fcd00005a4b00000001f0f1071111116580a5b83c2de639ef28c12'
        'member_id': 'da45a03b265ed12127f8a258d793cc5d'
        'status': 'L'
        'PLACEMENT': 'CRM_DEAL_DETAIL_TAB'
        'PLACEMENT_OPTIONS': '{"ID":"3443"}'
"""


def fields(
    code: str = "CRM_DEAL_DETAIL_ACTIVITY", item: str = "3473", token: str = "t" * 70, member: str = MEMBER
) -> dict[str, str]:
    return {
        "DOMAIN": "xxx.bitrix24.com",
        "PROTOCOL": "1",
        "LANG": "en",
        "APP_SID": "231dec2797809e63f2183cd9e5c1db79",
        "AUTH_ID": token,
        "AUTH_EXPIRES": "3600",
        "REFRESH_ID": REFRESH,
        "member_id": member,
        "status": "L",
        "PLACEMENT": code,
        "PLACEMENT_OPTIONS": json.dumps({"ID": item}, separators=(",", ":")),
    }


def print_r(values: dict[str, str]) -> str:
    lines = "\n".join(f"            [{name}] => {value}" for name, value in values.items())
    return f"        Array\n        (\n{lines}\n        )\n"


@pytest.mark.parametrize(("code", "item", "token", "member"), EXAMPLES)
def test_every_documented_example_is_read(code: str, item: str, token: str, member: str) -> None:
    call = read_call(fields_in(print_r(fields(code, item, token, member))))
    assert (call.placement, call.options, call.access_token, call.member_id) == (code, {"ID": item}, token, member)
    assert (call.domain, call.protocol, call.language, call.expires_in, call.status) == (
        "xxx.bitrix24.com",
        1,
        "en",
        3600,
        "L",
    )
    assert call.portal == "https://xxx.bitrix24.com"


def test_the_contact_centers_example_is_read() -> None:
    call = read_call(fields_in(TILE_LISTING))
    assert (call.placement, call.options, call.expires_in) == ("CRM_DEAL_DETAIL_TAB", {"ID": "3443"}, 3600)
    assert call.refresh_token.startswith("50e00aa3")


def test_what_production_sends_besides_is_read() -> None:
    more = {
        "SERVER_ENDPOINT": "https://oauth.bitrix.info/rest/",
        "APPLICATION_TOKEN": "a" * 32,
        "APPLICATION_SCOPE": "crm,placement",
    }
    call = read_call(fields() | more)
    assert call.server_endpoint == "https://oauth.bitrix.info/rest/"
    assert call.domain == "xxx.bitrix24.com"


@pytest.mark.parametrize("as_text", [json.dumps, urlencode, print_r], ids=["json", "form", "print_r"])
def test_all_forms_say_the_same(as_text: object) -> None:
    assert callable(as_text)
    assert read_call(fields_in(as_text(fields()))) == read_call(fields())


def test_a_whole_address_may_be_given() -> None:
    assert read_call(fields_in(f"https://my.server.example/handler?{urlencode(fields())}")) == read_call(fields())


@pytest.mark.parametrize("options", ["", "[]", "{", "null", "5", '["x"]', None])
def test_options_may_be_missing_empty_or_broken(options: str | None) -> None:
    given_fields: dict[str, object] = {**fields(), "PLACEMENT_OPTIONS": options}
    assert "ID" not in read_call(given_fields).options
    del given_fields["PLACEMENT_OPTIONS"]
    assert read_call(given_fields).options == {}


def test_options_may_hold_more_than_an_id() -> None:
    call = read_call({**fields(), "PLACEMENT_OPTIONS": '{"ID":7,"URI":"/crm/deal/details/7/"}'})
    assert call.options == {"ID": 7, "URI": "/crm/deal/details/7/"}


@pytest.mark.parametrize("missing", ["DOMAIN", "PROTOCOL", "LANG", "member_id", "PLACEMENT"])
def test_a_required_field_that_is_missing_is_named(missing: str) -> None:
    with pytest.raises(CallError, match=missing):
        read_call({name: value for name, value in fields().items() if name != missing})


def test_tokens_are_kept_out_of_every_text() -> None:
    call = read_call(fields() | {"APPLICATION_TOKEN": "a" * 32})
    for shown in (repr(call), str(call)):
        assert "t" * 70 not in shown
        assert REFRESH not in shown
        assert "a" * 32 not in shown
    with pytest.raises(CallError) as caught:
        read_call({**fields(), "PROTOCOL": "9"})
    assert REFRESH not in str(caught.value)


@given(st.text(max_size=300))
def test_any_text_is_a_call_or_a_clear_error(text: str) -> None:
    try:
        read_call(fields_in(text))
    except CallError as error:
        assert error.problem.remedy


@pytest.mark.parametrize("options", ["[" * 1000, '{"ID": NaN}', "9" * 5000, '{"ID": "\\ud83d"', "null", '"x"'])
def test_options_that_are_none_are_unknown(options: str) -> None:
    fields = {
        "DOMAIN": "a.b",
        "PROTOCOL": 1,
        "LANG": "en",
        "member_id": "m",
        "PLACEMENT": "X",
        "PLACEMENT_OPTIONS": options,
    }
    assert read_call(fields).options == {}
