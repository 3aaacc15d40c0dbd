"""What the guide to the first connection makes of what people paste."""

from __future__ import annotations

import pytest

from bxdesk.accounts.guide import card_page, permissions_for, typed_portal
from bxdesk.errors import BxdeskError


@pytest.mark.parametrize(
    ("typed", "webhook"),
    [
        ("acme.bitrix24.com", False),
        ("https://acme.bitrix24.com/crm/deal/details/7/?a=b", False),
        ("https://acme.bitrix24.com/rest/", False),
        ("https://acme.bitrix24.com/rest/1/abc0123/", True),
        ("https://acme.bitrix24.com/rest/1/abc0123/profile.json", True),
        ("acme.bitrix24.com/rest/1/abc0123", True),
        ("https://acme.bitrix24.com/rest/api/1/abc0123/", True),
    ],
)
def test_only_the_portal_s_name_is_taken(typed: str, webhook: bool) -> None:
    found = typed_portal(typed)
    assert (found.address.origin, found.webhook) == ("https://acme.bitrix24.com", webhook)
    assert "abc0123" not in repr(found)


def test_what_is_no_address_is_said() -> None:
    with pytest.raises(BxdeskError, match="not the address of a portal"):
        typed_portal("acme!")


def test_the_card_s_page_and_its_permissions() -> None:
    assert card_page("https://acme.bitrix24.com") == "https://acme.bitrix24.com/devops/section/standard/"
    assert permissions_for(["crm", "contact_center", "crm"]) == ("contact_center", "crm", "placement")
    assert permissions_for([]) == ("placement",)
