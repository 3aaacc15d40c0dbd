"""What people call the placements that belong to no CRM object, within their family."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.messages import Message, message

PLACE_TITLES: Mapping[str, Message] = MappingProxyType(
    {
        "CRM_FUNNELS_TOOLBAR": message("Deal"),
        "CRM_DEAL_FUNNELS_TOOLBAR": message("Deal (code without documentation)"),
        "CRM_ANALYTICS_MENU": message("Analytics menu"),
        "CRM_ANALYTICS_TOOLBAR": message("Analytics toolbar"),
        "CRM_DETAIL_SEARCH": message("Search in a card"),
        "CRM_REQUISITE_AUTOCOMPLETE": message("Company details"),
        "CRM_BANK_DETAIL_AUTOCOMPLETE": message("Bank details"),
        "IM_CONTEXT_MENU": message("Browser and desktop app"),
        "IMMOBILE_CONTEXT_MENU": message("Mobile app"),
        "TASK_VIEW_TAB": message("Tab of a task"),
        "TASK_VIEW_SIDEBAR": message("Side panel of a task"),
        "TASK_VIEW_TOP_PANEL": message("Top panel of a task"),
        "TASK_LIST_CONTEXT_MENU": message("Menu of a task in the list"),
        "TASK_USER_LIST_TOOLBAR": message("Menu above a person's tasks"),
        "TASK_GROUP_LIST_TOOLBAR": message("Menu above a workgroup's tasks"),
        "TASK_ROBOT_DESIGNER_TOOLBAR": message("Robots of tasks"),
        "SONET_GROUP_DETAIL_TAB": message("Tab of a workgroup"),
        "SONET_GROUP_TOOLBAR": message("Menu of a workgroup"),
        "SONET_GROUP_ROBOT_DESIGNER_TOOLBAR": message("Robots of a workgroup"),
        "USER_PROFILE_MENU": message("Menu of a profile"),
        "USER_PROFILE_TOOLBAR": message("Toolbar of a profile"),
        "CALL_CARD": message("Call card"),
        "TELEPHONY_ANALYTICS_MENU": message("Telephony analytics menu"),
    }
)
