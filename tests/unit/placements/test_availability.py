"""Why a placement cannot be bound, and what would change it."""

from __future__ import annotations

import pytest

from bxdesk.gui.parts.remedies import advice
from bxdesk.placements.availability import obstacle
from bxdesk.placements.catalogue import FAMILIES
from tests.builders import DEAL, TILE, snapshot

WITHOUT_CRM = frozenset(("placement", "contact_center"))


@pytest.mark.parametrize(
    ("code", "scopes", "problem"),
    [
        (DEAL, None, None),
        (" crm_deal_detail_activity ", None, None),
        ("CRM_QUOTE_DETAIL_ACTIVITY", None, "placement_not_found"),
        ("CRM_QUOTE_DETAIL_ACTIVITY", WITHOUT_CRM, "insufficient_scope"),
        ("CRM_DYNAMIC_999_DETAIL_ACTIVITY", None, "type_not_found"),
        ("SETTING_CONNECTOR", None, "insufficient_scope"),
        ("LANDING_BLOCK_COVER", None, "not_by_bind"),
        (" userfield_type", None, "not_by_bind"),
        ("CRM_DEAL_DETIAL_ACTIVITY", None, "placement_not_found"),
    ],
)
def test_the_reason_is_the_one_that_can_be_acted_on(code: str, scopes: frozenset[str] | None, problem: str) -> None:
    here = snapshot(placements=(DEAL,)) if scopes is None else snapshot(placements=(), scopes=scopes)
    found = obstacle(code, here)
    assert (found.code if found else None) == problem


def test_a_missing_permission_is_named_as_the_card_names_it() -> None:
    found = obstacle(TILE, snapshot(placements=(), scopes=frozenset(("crm", "placement"))))
    assert found is not None
    assert "Contact Center (contact_center)" in str(found.title)
    assert "card" in str(advice(found.remedy))


def test_a_place_the_portal_hides_is_told_from_one_it_does_not_have() -> None:
    found = obstacle("SOME_NEW_PLACE", snapshot(hidden=("SOME_NEW_PLACE",)))
    assert found is not None
    assert found.code == "insufficient_scope"


def test_what_is_set_otherwise_says_how() -> None:
    for family in FAMILIES:
        for pattern in family.patterns if family.set_by else ():
            found = obstacle(pattern, snapshot(placements=(pattern,)))
            assert found is not None
            assert "registered" in str(found.explanation)
            assert "from your application" in str(found.remedy)
