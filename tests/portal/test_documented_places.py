"""The two pages of the documentation that bxdesk began with, lived through: bound, read back, opened, understood."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from bxdesk.changes.apply import carry_out
from bxdesk.placements.bindings import Binding, BindingKey, Texts
from bxdesk.placements.call import HandlerCall, read_call
from bxdesk.placements.plan import make_plan
from tests.builders import HANDLER
from tests.portal.conftest import SignedIn

pytestmark = pytest.mark.anyio

CARDS = {
    "CRM_LEAD_DETAIL_ACTIVITY": "/crm/lead/details/6591/",
    "CRM_CONTACT_DETAIL_ACTIVITY": "/crm/contact/details/6591/",
    "CRM_COMPANY_DETAIL_ACTIVITY": "/crm/company/details/6591/",
    "CRM_DEAL_DETAIL_ACTIVITY": "/crm/deal/details/6591/",
    "CRM_QUOTE_DETAIL_ACTIVITY": "/crm/quote/details/6591/",
    "CRM_SMART_INVOICE_DETAIL_ACTIVITY": "/crm/type/31/details/6591/",
    "CRM_ORDER_DETAIL_ACTIVITY": "/shop/orders/details/6591/",
    "CRM_DYNAMIC_183_DETAIL_ACTIVITY": "/crm/type/183/details/6591/",
}
TEXTS = {"en": Texts("Send contract", "For signing"), "de": Texts("Vertrag senden", "Zum Unterschreiben")}
OPTIONS = {
    "useBuiltInInterface": "Y",
    "newUserNotificationTitle": "Contracts",
    "newUserNotificationText": "Press the new button.",
}
LISTED = {
    *("DOMAIN", "PROTOCOL", "LANG", "APP_SID", "AUTH_ID", "AUTH_EXPIRES", "REFRESH_ID"),
    *("member_id", "status", "PLACEMENT", "PLACEMENT_OPTIONS"),
}


async def bind(signed_in: SignedIn, code: str, options: dict[str, str]) -> None:
    """Binds a widget as bxdesk does, and sees to it that the portal holds it as it is wanted."""
    wanted = [Binding(BindingKey(code, HANDLER), TEXTS, options)]
    here = await signed_in.snapshot()
    outcome = await carry_out(signed_in.client, here, make_plan(here, wanted, ()))
    assert outcome.verified
    assert make_plan(await signed_in.snapshot(), wanted, ()).steps == ()


async def opened(signed_in: SignedIn, page: str, title: str) -> tuple[set[str], HandlerCall]:
    """The names of the fields that a handler gets from a press on the widget, and what bxdesk reads in them."""
    portal = signed_in.portal.address
    async with httpx.AsyncClient(base_url=portal, trust_env=False, headers={"Accept-Language": "de"}) as browser:
        links = re.findall(r'<a href="(/widgets/[^"]+)">(?:<svg.*?</svg>)?([^<]+)</a>', (await browser.get(page)).text)
        (link,) = [link for link, name in links if name == title]
        shown = (await browser.get(html.unescape(link))).text
    (address,) = re.findall(r'<form id="call" method="post" action="([^"]+)"', shown)
    sent = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', shown)
    body = {name: html.unescape(value) for name, value in sent}
    query = dict(parse_qsl(urlsplit(html.unescape(address)).query))
    return query.keys() | body.keys(), read_call(query | body)


@pytest.mark.parametrize("interface", ["Y", "N", ""])
@pytest.mark.parametrize("code", CARDS)
async def test_the_button_above_the_timeline(signed_in: SignedIn, code: str, interface: str) -> None:
    options = OPTIONS | {"useBuiltInInterface": interface} if interface else {}
    await bind(signed_in, code, options)
    names, call = await opened(signed_in, CARDS[code], "Vertrag senden")
    assert names >= LISTED
    assert (call.portal, call.member_id) == (signed_in.portal.address, signed_in.portal.member_id)
    assert (call.placement, call.language, call.status) == (code, "de", "L")
    assert "6591" in call.options.values()
    assert (call.options.get("useBuiltInInterface") == "Y") is (interface == "Y")


async def test_the_tile_in_the_contact_center(signed_in: SignedIn) -> None:
    await bind(signed_in, "CONTACT_CENTER", {})
    names, call = await opened(signed_in, "/contact_center/", "Vertrag senden")
    assert names >= LISTED
    assert (call.placement, call.language, call.expires_in) == ("CONTACT_CENTER", "de", 3600)
    row = next(row for row in signed_in.portal.bindings() if row["handler"] == HANDLER)
    assert str(row["id"]) in call.options.values(), "the tile's own number"
