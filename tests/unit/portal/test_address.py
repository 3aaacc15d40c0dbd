"""A portal's address, from whatever a person typed or pasted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.portal.address import PortalAddressError, portal_origin


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("acme.bitrix24.com", "https://acme.bitrix24.com"),
        ("  https://Acme.Bitrix24.com/crm/deal/?x=1#y ", "https://acme.bitrix24.com"),
        ("acme.bitrix24.com:443", "https://acme.bitrix24.com"),
        ("https://portal.example.org:8443/", "https://portal.example.org:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:80/x", "http://localhost"),
        ("http://[::1]:81/", "http://[::1]:81"),
        ("acme.bitrix24.com.", "https://acme.bitrix24.com"),
    ],
)
def test_an_address_in_any_form(typed: str, origin: str) -> None:
    assert portal_origin(typed) == origin


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "acme",
        "http://acme.bitrix24.com",
        "ftp://acme.bitrix24.com",
        "acme .bitrix24.com",
        "https://",
        "a.b:x",
    ],
)
def test_what_is_no_portals_address(typed: str) -> None:
    with pytest.raises(PortalAddressError) as caught:
        portal_origin(typed)
    assert caught.value.problem.hint


@given(st.text(max_size=80))
def test_any_text_is_a_safe_origin_or_a_clear_error(text: str) -> None:
    try:
        origin = portal_origin(text)
    except PortalAddressError:
        return
    assert origin.startswith(("https://", "http://127.", "http://localhost", "http://[::1]"))
    assert portal_origin(origin) == origin
