"""A portal's address, from whatever a person typed or pasted and a server said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.portal.address import (
    PortalAddress,
    PortalAddressError,
    named_address,
    require_private_address,
    typed_address,
    ways_to,
)


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("acme.bitrix24.com", "https://acme.bitrix24.com"),
        ("  https://Acme.Bitrix24.com/crm/deal/?x=1#y ", "https://acme.bitrix24.com"),
        ("acme.bitrix24.com:443", "https://acme.bitrix24.com"),
        ("HTTPS://ACME.BITRIX24.COM:443/rest/", "https://acme.bitrix24.com"),
        ("https://portal.example.org:8443/", "https://portal.example.org:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:80/x", "http://localhost"),
        ("http://[::1]:81/", "http://[::1]:81"),
        ("http://[0:0::1]:81/", "http://[::1]:81"),
        ("acme.bitrix24.com.", "https://acme.bitrix24.com"),
        ("https://intranet/", "https://intranet"),
        ("intranet", "https://intranet"),
        ("my_portal.local", "https://my_portal.local"),
        ("xn--80aswg.xn--p1ai", "https://сайт.рф"),
        ("XN--80ASWG.xn--P1AI:443", "https://сайт.рф"),
        ("https://САЙТ.рф/rest/", "https://сайт.рф"),
        ("faß.example", "https://faß.example"),
        ("https://\u0430cme.com", "https://xn--cme-5cd.com"),
    ],
)
def test_an_address_in_any_form(typed: str, origin: str) -> None:
    assert typed_address(typed).origin == origin
    assert typed_address(typed) == PortalAddress.parse(origin)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "http://acme.bitrix24.com",
        "ftp://acme.bitrix24.com",
        "acme .bitrix24.com",
        "acme..com",
        "-acme.com",
        "acme!",
        "xn--a.com",
        "https://",
        "a.b:x",
    ],
)
def test_what_is_no_portals_address(typed: str) -> None:
    with pytest.raises(PortalAddressError) as caught:
        typed_address(typed)
    assert caught.value.problem.remedy


@given(st.text(max_size=80))
def test_any_text_is_a_safe_origin_or_a_clear_error(text: str) -> None:
    try:
        origin = typed_address(text).origin
    except PortalAddressError:
        return
    assert origin.startswith(("https://", "http://127.", "http://localhost", "http://[::1]"))
    assert typed_address(origin).origin == origin


_LETTERS = st.text(st.sampled_from("abcxyz0189äßсайт日本"), min_size=1, max_size=8)
_HOSTS = st.lists(_LETTERS, min_size=1, max_size=3).map(".".join).filter(lambda host: named_address(host) is not None)


@given(
    _HOSTS, st.sampled_from(["https", "http"]), st.sampled_from([None, 443, 80, 8443]), st.sampled_from(["", "/rest/"])
)
def test_every_spelling_of_an_address_is_the_same_address(host: str, scheme: str, port: int | None, path: str) -> None:
    plain = PortalAddress.parse(f"{scheme}://{host}" + (f":{port}" if port else ""))
    default = {"https": 443, "http": 80}[scheme]
    encoded = ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in host.split(".")
    )
    for spelling in (host, host.upper() if "ß" not in host else host, f"{host}.", encoded):
        shown_port = f":{port or default}"
        assert PortalAddress.parse(f"{scheme}://{spelling}{shown_port}{path}") == plain
    assert PortalAddress.parse(plain.origin) == plain


@pytest.mark.parametrize(
    ("named", "endpoint"),
    [
        ("", "https://acme.com/rest/"),
        ("https://acme.com/rest/", "https://acme.com/rest/"),
        ("http://acme.com:8080/rest/", "https://acme.com/rest/"),
        ("https://ACME.com:443/portal/rest", "https://acme.com/portal/rest/"),
        ("nonsense!", "https://acme.com/rest/"),
    ],
)
def test_a_portal_is_called_where_it_was_found(named: str, endpoint: str) -> None:
    """A box behind a proxy that ends TLS knows neither its scheme nor its port; its path it knows."""
    assert PortalAddress.parse("acme.com").endpoint(named) == endpoint


def test_on_this_computer_both_schemes_may_be_meant() -> None:
    assert [way.origin for way in ways_to("localhost:8082")] == ["https://localhost:8082", "http://localhost:8082"]
    assert [way.origin for way in ways_to("http://localhost:8082")] == ["http://localhost:8082"]
    assert [way.origin for way in ways_to("acme.com")] == ["https://acme.com"]


@pytest.mark.parametrize("url", ["http://acme.com/rest/profile", "http://intranet/", "http://128.0.0.1/"])
def test_no_secret_travels_where_it_can_be_read(url: str) -> None:
    with pytest.raises(PortalAddressError, match="over https only"):
        require_private_address(url)


def test_secrets_travel_over_https_and_on_this_computer() -> None:
    require_private_address("https://acme.com/rest/profile")
    require_private_address("http://127.0.0.1:8080/rest/profile")
