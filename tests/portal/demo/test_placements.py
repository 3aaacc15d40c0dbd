"""Which codes there are, and what `placement.list` says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from bxdesk.demo import DemoPortal

PER_TYPE = {
    "DETAIL_ACTIVITY",
    "DETAIL_TAB",
    "DETAIL_TOOLBAR",
    "LIST_MENU",
    "LIST_TOOLBAR",
    "ACTIVITY_TIMELINE_MENU",
    "DOCUMENTGENERATOR_BUTTON",
    "ROBOT_DESIGNER_TOOLBAR",
    "FUNNELS_TOOLBAR",
}

# One line of the portal's documentation each: codes, and the permission without which they are hidden.
DOCUMENTED = [
    ("LEAD CONTACT COMPANY DEAL QUOTE SMART_INVOICE ORDER DYNAMIC_183", "CRM_{}_DETAIL_ACTIVITY", "crm"),
    ("LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE ORDER DYNAMIC_183", "CRM_{}_DETAIL_TAB", "crm"),
    ("LEAD CONTACT COMPANY DEAL QUOTE SMART_INVOICE DYNAMIC_183", "CRM_{}_DETAIL_TOOLBAR", "crm"),
    ("LEAD CONTACT COMPANY DEAL SMART_INVOICE QUOTE ACTIVITY DYNAMIC_183", "CRM_{}_LIST_MENU", "crm"),
    ("LEAD CONTACT COMPANY DEAL SMART_INVOICE ORDER QUOTE DYNAMIC_183", "CRM_{}_LIST_TOOLBAR", "crm"),
    ("LEAD DEAL QUOTE SMART_INVOICE DYNAMIC_183", "CRM_{}_ACTIVITY_TIMELINE_MENU", "crm"),
    ("LEAD CONTACT COMPANY DEAL SMART_INVOICE QUOTE DYNAMIC_183", "CRM_{}_DOCUMENTGENERATOR_BUTTON", "crm"),
    ("LEAD DEAL SMART_INVOICE DYNAMIC_183", "CRM_{}_ROBOT_DESIGNER_TOOLBAR", "crm"),
    ("SMART_INVOICE DYNAMIC_183", "CRM_{}_FUNNELS_TOOLBAR", "crm"),
    ("FUNNELS_TOOLBAR ANALYTICS_MENU ANALYTICS_TOOLBAR DETAIL_SEARCH", "CRM_{}", "crm"),
    ("REQUISITE BANK_DETAIL", "CRM_{}_AUTOCOMPLETE", "crm"),
    ("CONTACT_CENTER", "{}", "contact_center"),
    ("TEXTAREA SIDEBAR NAVIGATION CONTEXT_MENU", "IM_{}", None),
    ("IMMOBILE_CONTEXT_MENU IM_SMILES_SELECTOR", "{}", None),
    ("SETTING_CONNECTOR", "{}", "imopenlines"),
    ("HCMLINK_SALARY_VACATION", "{}", "humanresources.hcmlink"),
    ("VIEW_TAB VIEW_SIDEBAR VIEW_TOP_PANEL LIST_CONTEXT_MENU USER_LIST_TOOLBAR GROUP_LIST_TOOLBAR", "TASK_{}", "task"),
    ("TASK_ROBOT_DESIGNER_TOOLBAR", "{}", "task"),
    ("DETAIL_TAB TOOLBAR ROBOT_DESIGNER_TOOLBAR", "SONET_GROUP_{}", "sonet_group"),
    ("MENU TOOLBAR", "USER_PROFILE_{}", "user"),
    ("CALL_CARD TELEPHONY_ANALYTICS_MENU", "{}", "telephony"),
    ("CALENDAR_GRIDVIEW", "{}", "calendar"),
    ("LEFT_MENU BI_ANALYTICS_MENU REST_APP_URI PAGE_BACKGROUND_WORKER", "{}", None),
]


@pytest.mark.parametrize(("names", "pattern", "permission"), DOCUMENTED)
def test_each_family_is_there_with_its_permission_and_hidden_without(
    app: Any, portal: DemoPortal, names: str, pattern: str, permission: str | None
) -> None:
    codes = {pattern.format(name) for name in names.split()}
    assert codes <= set(app.call("placement.list"))
    if permission is None:
        return
    assert codes <= set(app.call("placement.list", SCOPE=permission))
    portal.change(missing_scopes=frozenset({permission}))
    assert not codes & set(app.call("placement.list"))
    assert codes <= set(app.call("placement.list", FULL=1))
    for code in codes:
        refusal = app.refused("placement.bind", PLACEMENT=code, HANDLER="https://a.example/")
        assert refusal["error"] == "ERROR_PLACEMENT_NOT_FOUND"


def test_the_list_has_no_doubles(app: Any) -> None:
    codes = app.call("placement.list")
    assert len(codes) == len(set(codes))


def test_one_code_per_custom_type_in_each_family(app: Any, portal: DemoPortal) -> None:
    codes = set(app.call("placement.list"))
    expected = {f"CRM_DYNAMIC_{item.entity_type_id}_{suffix}" for item in portal.types() for suffix in PER_TYPE}
    assert {code for code in codes if code.startswith("CRM_DYNAMIC_")} == expected


def test_undocumented_codes_are_listed_and_bound(app: Any) -> None:
    assert "CRM_INVOICE_LIST_MENU" in app.call("placement.list")
    assert app.call("placement.bind", PLACEMENT="CRM_INVOICE_LIST_MENU", HANDLER="https://a.example/", TITLE="x")


def test_there_is_no_pipelines_code_for_deals(app: Any) -> None:
    codes = app.call("placement.list", FULL=1)
    assert "CRM_DEAL_FUNNELS_TOOLBAR" not in codes
    assert "CRM_FUNNELS_TOOLBAR" in codes


def test_a_connectors_page_is_bound_as_any_other(app: Any) -> None:
    assert app.call("placement.bind", PLACEMENT="SETTING_CONNECTOR", HANDLER="https://a.example/", TITLE="x") is True


@pytest.mark.parametrize("code", ["LANDING_SETTINGS", "LANDING_BLOCK_HEADER"])
def test_what_sites_have_is_neither_listed_nor_bound_nor_shown(app: Any, portal: DemoPortal, code: str) -> None:
    assert code not in app.call("placement.list", FULL=1)
    refusal = app.refused("placement.bind", PLACEMENT=code, HANDLER="https://a.example/")
    assert refusal["error"] == "ERROR_PLACEMENT_NOT_FOUND"
    portal.add_binding(code, "https://a.example/")
    assert code not in [row["placement"] for row in app.call("placement.get")]


@pytest.mark.parametrize("code", ["USERFIELD_TYPE"])
def test_what_another_method_sets_is_neither_listed_nor_bound(app: Any, portal: DemoPortal, code: str) -> None:
    assert code not in app.call("placement.list", FULL=1)
    refusal = app.refused("placement.bind", PLACEMENT=code, HANDLER="https://a.example/")
    assert refusal["error"] == "ERROR_PLACEMENT_NOT_FOUND"
    portal.add_binding(code, "https://a.example/")
    assert code in [row["placement"] for row in app.call("placement.get")]


def test_full_minus_default_is_what_a_missing_permission_hides(app: Any, portal: DemoPortal) -> None:
    everything = set(app.call("placement.list"))
    portal.change(missing_scopes=frozenset({"contact_center"}))
    assert set(app.call("placement.list", FULL=1)) - set(app.call("placement.list")) == {"CONTACT_CENTER"}
    assert set(app.call("placement.list", FULL=1)) == everything


@pytest.mark.parametrize(("value", "widens"), [("false", True), ("N", True), (True, True), (False, False), ("", False)])
def test_full_is_whatever_php_takes_for_true(app: Any, portal: DemoPortal, value: object, widens: bool) -> None:
    portal.change(missing_scopes=frozenset({"task"}))
    assert ("TASK_VIEW_TAB" in app.call("placement.list", FULL=value)) is widens


def test_scope_narrows_and_wins_over_full(app: Any) -> None:
    assert app.call("placement.list", SCOPE="contact_center", FULL=1) == ["CONTACT_CENTER"]
    assert app.call("placement.list", SCOPE="nothing") == []
    free = app.call("placement.list", SCOPE="")
    assert "LEFT_MENU" in free
    assert "CONTACT_CENTER" not in free
