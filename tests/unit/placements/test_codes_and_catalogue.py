"""Placement codes, and the table of everything that is documented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bxdesk.placements import codes
from bxdesk.placements.catalogue import (
    FAMILIES,
    family_of,
    object_title,
    placement_title,
    plain_codes,
)
from bxdesk.placements.families.crm import CONTACT_CENTER_TILE, TIMELINE
from bxdesk.placements.permissions import permission_title

SEED_TIMELINE = (
    ("CRM_LEAD_DETAIL_ACTIVITY", "Lead"),
    ("CRM_CONTACT_DETAIL_ACTIVITY", "Contact"),
    ("CRM_COMPANY_DETAIL_ACTIVITY", "Company"),
    ("CRM_DEAL_DETAIL_ACTIVITY", "Deal"),
    ("CRM_QUOTE_DETAIL_ACTIVITY", "Estimate"),
    ("CRM_SMART_INVOICE_DETAIL_ACTIVITY", "Invoice"),
)


@given(st.integers(min_value=0, max_value=10**9))
def test_a_custom_types_number_goes_into_its_code_and_comes_out_again(number: int) -> None:
    code = codes.timeline_code(number)
    assert codes.type_number(code) == number
    assert codes.pattern_of(code) == "CRM_DYNAMIC_#_DETAIL_ACTIVITY"
    assert family_of(code) is TIMELINE


@pytest.mark.parametrize("code", ["CRM_DEAL_DETAIL_ACTIVITY", "CRM_DYNAMIC_X_DETAIL_TAB", "CRM_DYNAMIC__TAB", ""])
def test_other_codes_have_no_number(code: str) -> None:
    assert codes.type_number(code) is None
    assert codes.pattern_of(code) == code


def test_codes_are_compared_as_the_portal_stores_them() -> None:
    assert codes.normalise("  crm_deal_detail_tab ") == "CRM_DEAL_DETAIL_TAB"


@pytest.mark.parametrize(("code", "title"), SEED_TIMELINE)
def test_every_placement_of_the_documentation_is_in_the_table(code: str, title: str) -> None:
    assert family_of(code) is TIMELINE
    assert str(object_title(code)) == title
    assert code in plain_codes(TIMELINE)
    assert str(placement_title(code, {})) == f"CRM timeline button: {title}"


def test_orders_have_a_timeline_button_too() -> None:
    assert [*plain_codes(TIMELINE)] == [code for code, _ in _timeline_in_order()]


def _timeline_in_order() -> list[tuple[str, str]]:
    order = ["LEAD", "DEAL", "CONTACT", "COMPANY", "QUOTE", "SMART_INVOICE", "ORDER"]
    return [(f"CRM_{name}_DETAIL_ACTIVITY", name) for name in order]


def test_the_contact_center_tile_needs_its_permission() -> None:
    assert family_of("CONTACT_CENTER") is CONTACT_CENTER_TILE
    assert CONTACT_CENTER_TILE.permission == "contact_center"
    assert str(permission_title("contact_center")) == "Contact Center (contact_center)"


def test_a_custom_types_placement_is_named_by_its_title() -> None:
    assert str(placement_title("CRM_DYNAMIC_183_DETAIL_TAB", {183: "Purchase {x}"})) == (
        "Tab in a card: Purchase {x} (183)"
    )
    assert str(placement_title("CRM_DYNAMIC_9_DETAIL_TAB", {})) == "Tab in a card: type 9"


def test_an_undocumented_placement_is_shown_by_its_code() -> None:
    assert family_of("SOME_NEW_PLACE") is None
    assert str(placement_title("SOME_NEW_{PLACE}", {})) == "SOME_NEW_{PLACE}"


def test_no_code_stands_in_two_families() -> None:
    patterns = [pattern for family in FAMILIES for pattern in family.patterns]
    assert len(patterns) == len(set(patterns))
    assert len({family.key for family in FAMILIES}) == len(FAMILIES)


@pytest.mark.parametrize(
    ("code", "family", "permission"),
    [
        ("CRM_FUNNELS_TOOLBAR", "pipelines", "crm"),
        ("CRM_DEAL_FUNNELS_TOOLBAR", None, None),
        ("IM_SMILES_SELECTOR", "chat_smiles", None),
        ("HCMLINK_SALARY_VACATION", "personnel", "humanresources.hcmlink"),
        ("SETTING_CONNECTOR", "connector", "imopenlines"),
        ("landing_block_cover", "landing", "landing"),
    ],
)
def test_codes_that_are_easily_got_wrong(code: str, family: str | None, permission: str | None) -> None:
    found = family_of(code)
    assert (found.key if found else None) == family
    assert (found.permission if found else None) == permission
