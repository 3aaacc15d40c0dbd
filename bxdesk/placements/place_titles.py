"""What people call the placements that belong to no CRM object, within their family."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.words import Words, words

PLACE_TITLES: Mapping[str, Words] = MappingProxyType(
    {
        "CRM_FUNNELS_TOOLBAR": words("Deal"),
        "CRM_DEAL_FUNNELS_TOOLBAR": words("Deal (code without documentation)"),
        "CRM_ANALYTICS_MENU": words("Analytics menu"),
        "CRM_ANALYTICS_TOOLBAR": words("Analytics toolbar"),
        "CRM_DETAIL_SEARCH": words("Search in a card"),
        "CRM_REQUISITE_AUTOCOMPLETE": words("Company details"),
        "CRM_BANK_DETAIL_AUTOCOMPLETE": words("Bank details"),
        "IM_CONTEXT_MENU": words("Browser and desktop app"),
        "IMMOBILE_CONTEXT_MENU": words("Mobile app"),
        "TASK_VIEW_TAB": words("Tab of a task"),
        "TASK_VIEW_SIDEBAR": words("Side panel of a task"),
        "TASK_VIEW_TOP_PANEL": words("Top panel of a task"),
        "TASK_LIST_CONTEXT_MENU": words("Menu of a task in the list"),
        "TASK_USER_LIST_TOOLBAR": words("Menu above a person's tasks"),
        "TASK_GROUP_LIST_TOOLBAR": words("Menu above a workgroup's tasks"),
        "TASK_ROBOT_DESIGNER_TOOLBAR": words("Robots of tasks"),
        "SONET_GROUP_DETAIL_TAB": words("Tab of a workgroup"),
        "SONET_GROUP_TOOLBAR": words("Menu of a workgroup"),
        "SONET_GROUP_ROBOT_DESIGNER_TOOLBAR": words("Robots of a workgroup"),
        "USER_PROFILE_MENU": words("Menu of a profile"),
        "USER_PROFILE_TOOLBAR": words("Toolbar of a profile"),
        "CALL_CARD": words("Call card"),
        "TELEPHONY_ANALYTICS_MENU": words("Telephony analytics menu"),
    }
)
