"""Which authorization server may see the client secret of an app on which portal."""

from __future__ import annotations

import pytest

from bxdesk.errors import BxdeskError
from bxdesk.portal.authorization_server import trusted_server

TECH, INFO = "https://oauth.bitrix24.tech", "https://oauth.bitrix.info"


@pytest.mark.parametrize("zone", ["ru", "am", "az", "ge", "kz", "kg", "uz", "by"])
def test_portals_of_some_countries_have_a_server_of_their_own(zone: str) -> None:
    assert trusted_server(f"https://acme.bitrix24.{zone}", "", None) == TECH


@pytest.mark.parametrize("host", ["acme.bitrix24.com", "acme.bitrix24.de", "portal.example.org"])
def test_all_others_have_the_one_for_the_rest_of_the_world(host: str) -> None:
    assert trusted_server(f"https://{host}", "", None) == INFO


def test_what_the_portal_names_wins_if_it_is_one_of_the_two() -> None:
    assert trusted_server("https://acme.bitrix24.com", "oauth.bitrix24.tech", None) == TECH
    assert trusted_server("https://acme.bitrix24.ru", "https://oauth.bitrix.info/rest/", None) == INFO


def test_any_other_is_trusted_only_if_the_person_entered_it() -> None:
    with pytest.raises(BxdeskError, match=r"does not know: oauth\.evil\.example"):
        trusted_server("https://acme.bitrix24.com", "oauth.evil.example", None)
    assert trusted_server("https://acme.bitrix24.com", "oauth.evil.example", "https://oauth.box.example") == (
        "https://oauth.box.example"
    )
