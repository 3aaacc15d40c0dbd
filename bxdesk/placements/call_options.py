"""What ``PLACEMENT_OPTIONS`` holds in the call to a handler: the keys that each placement has of its own.

The facts are the REST documentation's (August 2026): one section of each placement's page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from bxdesk.messages import Message, message
from bxdesk.placements.catalogue import family_of
from bxdesk.placements.codes import pattern_of


@dataclass(frozen=True, slots=True)
class OptionKey:
    """One key, with a value that could stand there and what it means."""

    name: str
    value: str | bool | tuple[Mapping[str, str], ...]
    meaning: Message


URI = OptionKey(
    "URI",
    "/crm/deal/list/",
    message("The page of the portal that the widget was opened from. Missing where the browser does not tell it."),
)
"""What arrives everywhere but in the mobile app, beside a placement's own keys."""
_WITHOUT_URI = ("IMMOBILE_CONTEXT_MENU",)

_OWN_ROW = message("The number of this widget's own row on the portal.")
_ID = (OptionKey("ID", "6591", message("The number of the CRM object that the widget was opened for.")),)
_ENTITY = OptionKey("ENTITY_ID", "6591", message("The number of the CRM object that the widget was opened for."))
_QUERY = OptionKey("searchQuery", "Daisy", message("What the person typed into the search."))
_CHAT = OptionKey("dialogId", "chat2", message("The chat: “chat” and a number, or the number of the other person."))
_TASK = (OptionKey("taskId", "31", message("The number of the task that is open.")),)
_GROUP = (OptionKey("GROUP_ID", "11", message("The number of the workgroup or project.")),)

_OF_FAMILIES: Mapping[str, tuple[OptionKey, ...]] = MappingProxyType(
    {
        "timeline": _ID,
        "card_tab": _ID,
        "card_toolbar": _ID,
        "list_row": _ID,
        "contact_center": (OptionKey("ID", "25", _OWN_ROW),),
        "timeline_record": (
            _ENTITY,
            OptionKey("ASSOCIATED_ENTITY_ID", "8097", message("The number of the activity in the timeline.")),
            OptionKey("ASSOCIATED_ENTITY_TYPE_ID", "6", message("6 for an activity; other records have other keys.")),
        ),
        "document_button": (_ENTITY,),
        "requisites": (_QUERY,),
        "chat_textarea": (_CHAT,),
        "chat_panel": (_CHAT,),
        "calendar": (
            OptionKey("viewRangeFrom", "2026-07-26", message("The first day that the calendar showed.")),
            OptionKey("viewRangeTo", "2026-09-06", message("The last day that the calendar showed.")),
        ),
        "app_address": (
            OptionKey("docId", "42", message("Whatever stands in the link as “params[…]”, by the name it has there.")),
        ),
        "background_worker": (OptionKey("ID", "PAGE_BACKGROUND_WORKER", message("The placement once more.")),),
        "connector": (
            OptionKey("CONNECTOR", "my_connector", message("The connector, by the name the app gave it.")),
            OptionKey("LINE", "3", message("The number of the Open Channel.")),
            OptionKey("ACTIVE_STATUS", True, message("Whether the connector is switched on for this channel.")),
            OptionKey("CONNECTION_STATUS", False, message("Whether the service outside is connected.")),
            OptionKey("REGISTER_STATUS", False, message("Whether the channel is registered with that service.")),
            OptionKey("ERROR_STATUS", False, message("Whether the connector has an error.")),
            OptionKey("STATUS", False, message("Whether all of it works.")),
        ),
        "user_field": (
            OptionKey("MODE", "edit", message("Whether the field is shown or edited: view or edit.")),
            OptionKey("ENTITY_ID", "CRM_DEAL", message("The kind of card that the field is in.")),
            OptionKey("FIELD_NAME", "UF_CRM_RATING", message("The field.")),
            OptionKey("ENTITY_VALUE_ID", "6591", message("The number of the CRM object; 0 in a new card.")),
            OptionKey("VALUE", "5", message("What is in the field; a list where it takes several values.")),
            OptionKey("MULTIPLE", "N", message("Whether it takes several values: Y or N.")),
            OptionKey("MANDATORY", "N", message("Whether it must be filled in: Y or N.")),
            OptionKey("XML_ID", "", message("The field's name in another system, if it has one.")),
        ),
    }
)
_OF_CODES: Mapping[str, tuple[OptionKey, ...]] = MappingProxyType(
    {
        # The same place names its object otherwise where the card is of the newer kind.
        **dict.fromkeys(
            ("CRM_QUOTE_DETAIL_TOOLBAR", "CRM_SMART_INVOICE_DETAIL_TOOLBAR", "CRM_DYNAMIC_#_DETAIL_TOOLBAR"), (_ENTITY,)
        ),
        "CRM_ACTIVITY_LIST_MENU": (OptionKey("ID", "8097", message("The number of the activity.")),),
        "CRM_DETAIL_SEARCH": (
            OptionKey("entityTypeName", "COMPANY", message("Who is searched for: CONTACT or COMPANY.")),
            _QUERY,
        ),
        "IM_CONTEXT_MENU": (OptionKey("messageId", "2431", message("The number of the message.")), _CHAT),
        "IMMOBILE_CONTEXT_MENU": (_CHAT,),
        "TASK_VIEW_TAB": _TASK,
        "TASK_VIEW_SIDEBAR": _TASK,
        "TASK_VIEW_TOP_PANEL": _TASK,
        "TASK_LIST_CONTEXT_MENU": (OptionKey("ID", "31", message("The number of the task.")),),
        "TASK_USER_LIST_TOOLBAR": (
            OptionKey("USER_ID", "1", message("The number of the person whose tasks they are.")),
        ),
        "TASK_GROUP_LIST_TOOLBAR": _GROUP,
        "TASK_ROBOT_DESIGNER_TOOLBAR": (
            OptionKey(
                "GROUP_ID", "11", message("The number of the project; for a person's own tasks USER_ID instead.")
            ),
        ),
        "SONET_GROUP_DETAIL_TAB": _GROUP,
        "SONET_GROUP_ROBOT_DESIGNER_TOOLBAR": _GROUP,
        "USER_PROFILE_MENU": (OptionKey("USER_ID", "1", message("The number of the person who opened the menu.")),),
        "USER_PROFILE_TOOLBAR": (OptionKey("USER_ID", "14", message("The number of the person whose profile it is.")),),
        "CALL_CARD": (
            OptionKey("CALL_ID", "externalCall.example", message("The call.")),
            OptionKey("PHONE_NUMBER", "+4930123456", message("The other side's number; missing if it is unknown.")),
            OptionKey("LINE_NUMBER", "+4930000000", message("The company's number.")),
            OptionKey(
                "LINE_NAME", "Sales", message("What the company calls that number; the number if it has no name.")
            ),
            OptionKey("CRM_ENTITY_TYPE", "COMPANY", message("LEAD, DEAL, CONTACT or COMPANY; empty without one.")),
            OptionKey("CRM_ENTITY_ID", "17", message("The number of that CRM object; 0 without one.")),
            OptionKey(
                "CRM_BINDINGS",
                ({"ENTITY_TYPE": "DEAL", "ENTITY_ID": "25"}, {"ENTITY_TYPE": "COMPANY", "ENTITY_ID": "17"}),
                message("All CRM objects that the call belongs to; missing if there are none."),
            ),
            OptionKey(
                "CRM_ACTIVITY_ID",
                "8097",
                message("The number of the call's activity; the word “undefined” while there is none."),
            ),
            OptionKey("CALL_DIRECTION", "incoming", message("Who called whom: incoming, outgoing or callback.")),
            OptionKey("CALL_STATE", "connected", message("Where the call stands: idle, connecting or connected.")),
            OptionKey("CALL_LIST_MODE", "false", message("Whether it is one of a list of calls: true or false.")),
        ),
    }
)


def option_keys(code: str, row: int = 0) -> tuple[OptionKey, ...]:
    """The keys of a placement's own, besides :data:`URI`; none where the widget is opened for nothing in particular.

    ``row`` is the number of the widget's row on the portal, 0 where that is not known.
    """
    pattern = pattern_of(code)
    family = family_of(code)
    keys = _OF_CODES[pattern] if pattern in _OF_CODES else _OF_FAMILIES.get(family.key if family else "", ())
    return tuple(replace(key, value=str(row)) if row and key.meaning is _OWN_ROW else key for key in keys)


def tells_page(code: str) -> bool:
    """Whether :data:`URI` may arrive as well."""
    return pattern_of(code) not in _WITHOUT_URI
