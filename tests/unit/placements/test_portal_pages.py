"""Where things are in a portal's own interface."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements.catalogue import FAMILIES
from bxdesk.placements.codes import with_number
from bxdesk.placements.portal_pages import apps_page, card_page, nearest_page, place_page, portal_page

ACME = "https://acme.bitrix24.com"


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("CRM_LEAD_DETAIL_ACTIVITY", "/crm/lead/"),
        (" crm_deal_list_menu", "/crm/deal/"),
        ("CRM_FUNNELS_TOOLBAR", "/crm/deal/"),
        ("CRM_SMART_INVOICE_DETAIL_TAB", "/crm/type/31/"),
        ("CRM_ORDER_DETAIL_ACTIVITY", "/shop/orders/"),
        ("CRM_DYNAMIC_183_DETAIL_ACTIVITY", "/crm/type/183/"),
        ("CONTACT_CENTER", "/contact_center/"),
        ("TASK_VIEW_TAB", "/company/personal/user/7/tasks/"),
        ("USER_PROFILE_MENU", "/company/personal/user/7/"),
    ],
)
def test_a_place_is_come_to_from_its_list(code: str, path: str) -> None:
    assert place_page(code, 7, ACME) == ACME + path


@pytest.mark.parametrize("code", ["PAGE_BACKGROUND_WORKER", "CRM_DEALERS_TAB", "", "BI_ANALYTICS_MENU"])
def test_a_place_of_which_nobody_knows_has_no_page(code: str) -> None:
    assert place_page(code, 7, ACME) is None
    assert nearest_page(code, 7, ACME) == f"{ACME}/"


def test_every_place_in_the_card_of_a_crm_object_has_a_page() -> None:
    patterns = [pattern for family in FAMILIES for pattern in family.patterns]
    cards = [with_number(pattern, 183) for pattern in patterns if pattern.startswith("CRM_") and "_DETAIL_" in pattern]
    lost = [code for code in cards if place_page(code, 7, ACME) is None]
    assert sorted(lost) == ["CRM_BANK_DETAIL_AUTOCOMPLETE", "CRM_DETAIL_SEARCH"]


@given(st.text(), st.integers(min_value=0))
def test_no_code_leads_away_from_the_portal(code: str, user: int) -> None:
    page = place_page(code, user, ACME)
    assert page is None or page.startswith(f"{ACME}/")


def test_the_pages_of_the_portal_and_of_its_applications() -> None:
    assert (portal_page(ACME), card_page(ACME), apps_page(ACME)) == (
        f"{ACME}/",
        f"{ACME}/devops/section/standard/",
        f"{ACME}/devops/list/",
    )
