"""Every documented placement: its family, the permission it needs, the options it keeps.

The facts are the REST documentation's (placements by family, checked 2026-08). A portal may offer more: whatever
``placement.list`` returns beyond this table is shown by its code and can be bound as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from bxdesk.messages import Message, message, verbatim
from bxdesk.placements.codes import pattern_of, type_number
from bxdesk.placements.option_titles import COLOURS, CONTEXTS, ROLES
from bxdesk.placements.place_titles import PLACE_TITLES


class OptionKind(Enum):
    """What a value of an option looks like."""

    FLAG = "flag"
    """``Y`` or ``N``."""
    TEXT = "text"
    NUMBER = "number"
    NUMBERS = "numbers"
    """Whole numbers separated by commas: ``1,2``."""
    COLOUR = "colour"
    ADDRESS = "address"
    ICON = "icon"
    """The name of an icon, such as ``fa-paper-plane``."""
    CHOICE = "choice"
    CHOICES = "choices"
    """Some of the choices, separated by semicolons: ``USER;LINES``."""


@dataclass(frozen=True, slots=True)
class Option:
    """One key that a placement keeps of ``OPTIONS``."""

    key: str
    kind: OptionKind = OptionKind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Placements that look and behave alike, on different objects of the portal."""

    key: str
    title: Message
    patterns: tuple[str, ...]
    permission: str | None = None
    options: tuple[Option, ...] = ()
    one_per_app: bool = False
    bindable: bool = True


_CRM_TITLES: Mapping[str, Message] = MappingProxyType(
    {
        "LEAD": message("Lead"),
        "DEAL": message("Deal"),
        "CONTACT": message("Contact"),
        "COMPANY": message("Company"),
        "QUOTE": message("Estimate"),
        "SMART_INVOICE": message("Invoice"),
        "ORDER": message("Order"),
        "ACTIVITY": message("Activity"),
    }
)


def _crm(objects: str, suffix: str) -> tuple[str, ...]:
    return tuple(f"CRM_{name}_{suffix}" for name in objects.split())


_TIMELINE_OPTIONS = (
    Option("useBuiltInInterface", OptionKind.FLAG),
    Option("newUserNotificationTitle"),
    Option("newUserNotificationText"),
)
_EXTRANET = Option("extranet", OptionKind.FLAG)
_ROLE = Option("role", OptionKind.CHOICE, choices=ROLES)
_CHAT = (_EXTRANET, Option("context", OptionKind.CHOICES, choices=CONTEXTS), _ROLE)
_ICON = Option("iconName", OptionKind.ICON, required=True)
_COLOUR = Option("color", OptionKind.COLOUR, choices=COLOURS)
_GROUP = Option("groupId", OptionKind.NUMBERS)

TIMELINE = Family(
    "timeline",
    message("CRM timeline button"),
    _crm("LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE ORDER DYNAMIC_#", "DETAIL_ACTIVITY"),
    "crm",
    _TIMELINE_OPTIONS,
)
CONTACT_CENTER_TILE = Family("contact_center", message("Contact Center tile"), ("CONTACT_CENTER",), "contact_center")

FAMILIES: tuple[Family, ...] = (
    TIMELINE,
    CONTACT_CENTER_TILE,
    Family(
        "card_tab",
        message("Tab in a card"),
        _crm("LEAD DEAL CONTACT COMPANY QUOTE SMART_INVOICE ORDER DYNAMIC_#", "DETAIL_TAB"),
        "crm",
    ),
    Family(
        "card_toolbar",
        message("Menu of a card"),
        _crm("LEAD CONTACT COMPANY DEAL QUOTE SMART_INVOICE DYNAMIC_#", "DETAIL_TOOLBAR"),
        "crm",
    ),
    Family(
        "list_row",
        message("Menu of a row in a list"),
        _crm("LEAD CONTACT COMPANY DEAL SMART_INVOICE QUOTE ACTIVITY DYNAMIC_#", "LIST_MENU"),
        "crm",
    ),
    Family(
        "list_toolbar",
        message("Menu above a list"),
        _crm("LEAD CONTACT COMPANY DEAL SMART_INVOICE ORDER QUOTE DYNAMIC_#", "LIST_TOOLBAR"),
        "crm",
    ),
    Family(
        "timeline_record",
        message("Menu of a timeline record"),
        _crm("LEAD DEAL QUOTE SMART_INVOICE DYNAMIC_#", "ACTIVITY_TIMELINE_MENU"),
        "crm",
    ),
    Family(
        "document_button",
        message("Document button"),
        _crm("LEAD CONTACT COMPANY DEAL SMART_INVOICE QUOTE DYNAMIC_#", "DOCUMENTGENERATOR_BUTTON"),
        "crm",
    ),
    Family(
        "robot_designer",
        message("Robot designer"),
        _crm("LEAD DEAL SMART_INVOICE DYNAMIC_#", "ROBOT_DESIGNER_TOOLBAR"),
        "crm",
    ),
    Family(
        "pipelines",
        message("Pipelines"),
        ("CRM_FUNNELS_TOOLBAR", *_crm("DEAL SMART_INVOICE DYNAMIC_#", "FUNNELS_TOOLBAR")),
        "crm",
    ),
    Family(
        "crm_other",
        message("CRM, other places"),
        ("CRM_ANALYTICS_MENU", "CRM_ANALYTICS_TOOLBAR", "CRM_DETAIL_SEARCH"),
        "crm",
    ),
    Family(
        "requisites",
        message("Search for company details"),
        ("CRM_REQUISITE_AUTOCOMPLETE", "CRM_BANK_DETAIL_AUTOCOMPLETE"),
        "crm",
        (Option("countries", OptionKind.NUMBERS),),
    ),
    Family(
        "chat_textarea",
        message("Chat: above the message field"),
        ("IM_TEXTAREA",),
        None,
        (_ICON, *_CHAT, _COLOUR, Option("width", OptionKind.NUMBER), Option("height", OptionKind.NUMBER)),
    ),
    Family("chat_panel", message("Chat: side panel"), ("IM_SIDEBAR",), None, (_ICON, *_CHAT, _COLOUR)),
    Family("chat_navigation", message("Chat: navigation"), ("IM_NAVIGATION",), None, (_ICON, _EXTRANET, _ROLE)),
    Family(
        "chat_menu",
        message("Chat: menu of a message"),
        ("IM_CONTEXT_MENU", "IMMOBILE_CONTEXT_MENU"),
        None,
        _CHAT,
    ),
    Family(
        "task_card",
        message("Task: tab and side panel"),
        ("TASK_VIEW_TAB", "TASK_VIEW_SIDEBAR"),
        "task",
        (_GROUP,),
    ),
    Family(
        "tasks",
        message("Tasks: menus and panels"),
        (
            "TASK_VIEW_TOP_PANEL",
            "TASK_LIST_CONTEXT_MENU",
            "TASK_USER_LIST_TOOLBAR",
            "TASK_GROUP_LIST_TOOLBAR",
            "TASK_ROBOT_DESIGNER_TOOLBAR",
        ),
        "task",
    ),
    Family(
        "workgroups",
        message("Workgroups"),
        ("SONET_GROUP_DETAIL_TAB", "SONET_GROUP_TOOLBAR", "SONET_GROUP_ROBOT_DESIGNER_TOOLBAR"),
        "sonet_group",
    ),
    Family("users", message("User profile"), ("USER_PROFILE_MENU", "USER_PROFILE_TOOLBAR"), "user"),
    Family("telephony", message("Telephony"), ("CALL_CARD", "TELEPHONY_ANALYTICS_MENU"), "telephony"),
    Family("calendar", message("Calendar"), ("CALENDAR_GRIDVIEW",), "calendar"),
    Family("main_menu", message("Main menu"), ("LEFT_MENU",)),
    Family("bi", message("BI analytics menu"), ("BI_ANALYTICS_MENU",)),
    Family("app_address", message("The app's own address"), ("REST_APP_URI",), one_per_app=True),
    Family(
        "background_worker",
        message("Background worker"),
        ("PAGE_BACKGROUND_WORKER",),
        None,
        (Option("errorHandlerUrl", OptionKind.ADDRESS, required=True),),
        one_per_app=True,
    ),
    Family(
        "connector",
        message("Settings of an Open Channel connector"),
        ("SETTING_CONNECTOR",),
        "imopenlines",
        bindable=False,
    ),
    Family("user_field", message("Custom field type"), ("USERFIELD_TYPE",), bindable=False),
)

_BY_PATTERN: Mapping[str, Family] = MappingProxyType(
    {pattern: family for family in FAMILIES for pattern in family.patterns}
)


@lru_cache(maxsize=65536)
def family_of(code: str) -> Family | None:
    """The family a code belongs to, None for a code this table does not know."""
    return _BY_PATTERN.get(pattern_of(code))


def set_by_another_method(code: str) -> bool:
    """Whether the portal sets the rows of a placement itself; one that is taken away could not be bound again."""
    family = family_of(code)
    return family is not None and not family.bindable


def plain_codes(family: Family) -> Iterator[str]:
    """The family's codes that belong to no custom type, in the order people know them."""
    return (pattern for pattern in family.patterns if "#" not in pattern)


def object_title(code: str) -> Message | None:
    """The CRM object inside a code (*Lead*, *Deal* …), None where there is none or it is a custom type."""
    for name, title in _CRM_TITLES.items():
        if code.startswith(f"CRM_{name}_"):
            return title
    return None


def title_within(code: str) -> Message:
    """What people call one placement inside its family: *Deal*, *Tab of a task*; the code itself if nobody named it."""
    return PLACE_TITLES.get(code) or object_title(code) or verbatim(code)


def placement_title(code: str, type_titles: Mapping[int, str]) -> Message:
    """What people call one placement: ``CRM timeline button: Deal``; the code itself when nobody named it.

    ``type_titles`` maps a custom type's ``entityTypeId`` to its title on the portal.
    """
    family = family_of(code)
    if family is None:
        return verbatim(code)
    number = type_number(code)
    if number is not None:
        title = type_titles.get(number, "")
        shown = (
            message("{title} ({number})", title=title, number=number)
            if title
            else message("type {number}", number=number)
        )
        return message("{family}: {object}", family=family.title, object=shown)
    if len(family.patterns) == 1:
        return family.title
    return message("{family}: {object}", family=family.title, object=title_within(code))
