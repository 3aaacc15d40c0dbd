"""Where the official documentation speaks of each placement.

The pages were looked up one by one in the published REST documentation (August 2026).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.placements.catalogue import family_of
from bxdesk.placements.codes import pattern_of

_BASE = "https://apidocs.bitrix24.com/api-reference/widgets/"
_CATALOGUE = "placements"
"""The page that lists all placements, for those that have none of their own."""

_OF_FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "timeline": "crm/detail-activity",
        "contact_center": "contact-center",
        "card_tab": "crm/detail-tab",
        "card_toolbar": "crm/detail-toolbar",
        "list_row": "crm/list-menu",
        "list_toolbar": "crm/list-toolbar",
        "timeline_record": "crm/activity-timeline-menu",
        "document_button": "crm/document-generator-button",
        "robot_designer": "crm/robot-designer-toolbar",
        "pipelines": "crm/funnels-toolbar",
        "chat_textarea": "im/textarea",
        "chat_panel": "im/sidebar",
        "chat_navigation": "im/navigation",
        "calendar": "calendar",
        "main_menu": "left-menu",
        "bi": "crm/bi-analytics-menu",
        "app_address": "universal/app-url",
        "background_worker": "universal/background-worker",
        "connector": "setting-connector",
        "user_field": "user-field/index",
    }
)
_OF_CODES: Mapping[str, str] = MappingProxyType(
    {
        "CRM_ANALYTICS_MENU": "crm/analytics-menu",
        "CRM_ANALYTICS_TOOLBAR": "crm/analytics-toolbar",
        "CRM_DETAIL_SEARCH": "crm/detail-search",
        "CRM_REQUISITE_AUTOCOMPLETE": "crm/requisites-autocomplete/requisite-autocomplete",
        "CRM_BANK_DETAIL_AUTOCOMPLETE": "crm/requisites-autocomplete/bank-detail-autocomplete",
        "IM_CONTEXT_MENU": "im/context-menu",
        "IMMOBILE_CONTEXT_MENU": "mobile-app",
        "TASK_VIEW_TAB": "task/view-tab",
        "TASK_VIEW_SIDEBAR": "task/view-sidebar",
        "TASK_VIEW_TOP_PANEL": "task/view-top-panel",
        "TASK_LIST_CONTEXT_MENU": "task/list-context-menu",
        "TASK_USER_LIST_TOOLBAR": "task/list-toolbar",
        "TASK_GROUP_LIST_TOOLBAR": "task/list-toolbar",
        "TASK_ROBOT_DESIGNER_TOOLBAR": "task/robot-designer-toolbar",
        "SONET_GROUP_DETAIL_TAB": "workgroups/detail-tab",
        "SONET_GROUP_TOOLBAR": "workgroups/toolbar",
        "SONET_GROUP_ROBOT_DESIGNER_TOOLBAR": "workgroups/robot-designer-toolbar",
        "USER_PROFILE_MENU": "user-profile/profile-menu",
        "USER_PROFILE_TOOLBAR": "user-profile/profile-toolbar",
        "CALL_CARD": "telephony/call-card",
        "TELEPHONY_ANALYTICS_MENU": "telephony/analytics-menu",
    }
)


def page_of(code: str) -> str:
    """The address of the page about a placement; about all of them for a code that nobody documented."""
    family = family_of(code)
    path = _OF_CODES.get(pattern_of(code)) or _OF_FAMILIES.get(family.key if family else "", _CATALOGUE)
    return f"{_BASE}{path}.html"
