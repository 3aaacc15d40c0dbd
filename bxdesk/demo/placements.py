"""Where the portal lets an app put something: every code, its permission, and the options it keeps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .chat import CHAT_CHECKS, Check, needs_error_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """One code. `permission` is what it needs besides `placement`; "" when nothing."""

    code: str
    permission: str = ""
    options: tuple[str, ...] = ()
    check: Check | None = None
    user_mode: bool = False
    max_count: int = 0
    private: bool = False


_TIMELINE = ("useBuiltInInterface", "newUserNotificationTitle", "newUserNotificationText")

# suffix, the objects that have it, options
_CRM_FAMILIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("DETAIL_ACTIVITY", "LEAD CONTACT COMPANY DEAL QUOTE SMART_INVOICE ORDER DYNAMIC", _TIMELINE),
    ("DETAIL_TAB", "LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE ORDER DYNAMIC", ()),
    ("DETAIL_TOOLBAR", "LEAD CONTACT COMPANY DEAL QUOTE SMART_INVOICE DYNAMIC", ()),
    ("LIST_MENU", "LEAD CONTACT COMPANY DEAL SMART_INVOICE QUOTE ACTIVITY DYNAMIC", ()),
    ("LIST_TOOLBAR", "LEAD CONTACT COMPANY DEAL SMART_INVOICE ORDER QUOTE DYNAMIC", ()),
    ("ACTIVITY_TIMELINE_MENU", "LEAD DEAL QUOTE SMART_INVOICE DYNAMIC", ()),
    ("DOCUMENTGENERATOR_BUTTON", "LEAD CONTACT COMPANY DEAL SMART_INVOICE QUOTE DYNAMIC", ()),
    ("ROBOT_DESIGNER_TOOLBAR", "LEAD DEAL SMART_INVOICE DYNAMIC", ()),
    ("FUNNELS_TOOLBAR", "SMART_INVOICE DYNAMIC", ()),
)

# permission, codes, options
_SINGLE: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("contact_center", "CONTACT_CENTER", ()),
    ("crm", "CRM_FUNNELS_TOOLBAR CRM_ANALYTICS_MENU CRM_ANALYTICS_TOOLBAR CRM_DETAIL_SEARCH", ()),
    ("crm", "CRM_REQUISITE_AUTOCOMPLETE CRM_BANK_DETAIL_AUTOCOMPLETE", ("countries",)),
    # Left over from the old invoices: listed and accepted by the portal, described nowhere.
    ("crm", "CRM_INVOICE_LIST_MENU CRM_INVOICE_DETAIL_TAB", ()),
    ("", "IM_TEXTAREA", ("iconName", "extranet", "context", "role", "color", "width", "height")),
    ("", "IM_SIDEBAR", ("iconName", "extranet", "context", "role", "color")),
    ("", "IM_NAVIGATION", ("iconName", "extranet", "role")),
    ("", "IM_CONTEXT_MENU IMMOBILE_CONTEXT_MENU", ("extranet", "context", "role")),
    # Obsolete: can still be bound, and is never called.
    ("", "IM_SMILES_SELECTOR", ("extranet", "context", "role")),
    ("imopenlines", "SETTING_CONNECTOR", ()),
    ("humanresources.hcmlink", "HCMLINK_SALARY_VACATION", ("width",)),
    ("task", "TASK_VIEW_TAB TASK_VIEW_SIDEBAR", ("groupId",)),
    ("task", "TASK_VIEW_TOP_PANEL TASK_LIST_CONTEXT_MENU TASK_USER_LIST_TOOLBAR TASK_GROUP_LIST_TOOLBAR", ()),
    ("task", "TASK_ROBOT_DESIGNER_TOOLBAR", ()),
    ("sonet_group", "SONET_GROUP_DETAIL_TAB SONET_GROUP_TOOLBAR SONET_GROUP_ROBOT_DESIGNER_TOOLBAR", ()),
    ("user", "USER_PROFILE_MENU USER_PROFILE_TOOLBAR", ()),
    ("telephony", "CALL_CARD TELEPHONY_ANALYTICS_MENU", ()),
    ("calendar", "CALENDAR_GRIDVIEW", ()),
    ("", "LEFT_MENU BI_ANALYTICS_MENU", ()),
)

PERMISSIONS = (
    "crm",
    "placement",
    "contact_center",
    "im",
    "imopenlines",
    "task",
    "sonet_group",
    "user",
    "telephony",
    "calendar",
    "landing",
    "humanresources.hcmlink",
)
"""What can be ticked in the app's card of this portal."""
_FURTHER = """
ai_admin appform baas biconnector bizproc booking calendarmobile call cashbox catalog catalogmobile configuration.import
delivery department disk documentgenerator entity forum iblock im.import imbot imconnector intranet landing_cloud lists
log mailservice main messageservice mobile notifications pay_system pull pull_channel rating rest rpa sale salescenter
sign.b2e smile socialnetwork tasks tasks_extended tasksmobile timeman user.userfield user_basic user_brief userconsent
userfieldconfig vote
"""
FURTHER_PERMISSIONS = tuple(_FURTHER.split())
"""What else `scope` lists when it is asked for everything: nothing here needs it."""


def _fixed() -> Iterator[Placement]:
    for suffix, objects, options in _CRM_FAMILIES:
        for name in objects.split():
            if name != "DYNAMIC":
                yield Placement(code=f"CRM_{name}_{suffix}", permission="crm", options=options)
    for permission, codes, options in _SINGLE:
        for code in codes.split():
            yield Placement(code=code, permission=permission, options=options, check=CHAT_CHECKS.get(code))
    yield Placement(code="REST_APP_URI", max_count=1)
    yield Placement(
        code="PAGE_BACKGROUND_WORKER",
        options=("errorHandlerUrl",),
        check=needs_error_address,
        user_mode=True,
        max_count=1,
    )
    # Set by other methods: neither listed nor bound.
    yield Placement(code="USERFIELD_TYPE", private=True)


_FIXED = {placement.code: placement for placement in _fixed()}
_DYNAMIC = {suffix: options for suffix, objects, options in _CRM_FAMILIES if "DYNAMIC" in objects.split()}
_DYNAMIC_CODE = re.compile(rf"CRM_DYNAMIC_([1-9]\d*)_({'|'.join(_DYNAMIC)})")


def find(code: str, types: Iterable[int]) -> Placement | None:
    """The placement with this code on a portal with these custom types, or None."""
    if match := _DYNAMIC_CODE.fullmatch(code):
        if int(match[1]) in types:
            return Placement(code=code, permission="crm", options=_DYNAMIC[match[2]])
        return None
    return _FIXED.get(code)


def codes(permissions: Iterable[str], types: Iterable[int]) -> list[str]:
    """Every listed code that needs one of `permissions` ("" stands for those that need none)."""
    wanted = set(permissions)
    listed = [p.code for p in _FIXED.values() if p.permission in wanted and not p.private]
    if "crm" in wanted:
        listed += [f"CRM_DYNAMIC_{number}_{suffix}" for suffix in _DYNAMIC for number in types]
    return listed
