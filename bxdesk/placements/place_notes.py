"""Where in a portal people come upon a widget, in words for those who have never looked for it.

The facts are the REST documentation's (August 2026), the words are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.messages import Message, message
from bxdesk.placements.catalogue import family_of
from bxdesk.placements.codes import pattern_of

_TASK_CARD = message(
    "Newer portals show all three places of a task alike, as a row in the block “Applications” under the task's own "
    "fields: one of them is enough."
)
_OF_FAMILIES: Mapping[str, Message] = MappingProxyType(
    {
        "timeline": message(
            "An entry of the bar above a card's timeline, where “Activity” and “Comment” are; as a rule it is under "
            "“More”."
        ),
        "contact_center": message("A tile at the bottom of the Contact Center, among the partner solutions."),
        "card_tab": message("A tab in the row at the top of a card; with little room it is under “More”."),
        "card_toolbar": message("An entry of the menu at the top right of a card, left of “Document”."),
        "list_row": message("An entry of the menu at the beginning of a row in a list, under “Market”."),
        "list_toolbar": message("An entry of the menu at the top right above a list."),
        "timeline_record": message(
            "An entry of the menu “•••” of a single record in the timeline, under “Extensions”."
        ),
        "document_button": message(
            "An entry under “Extensions” in the menu that “Document” opens at the top of a card."
        ),
        "robot_designer": message("A button at the top right of the window for automation rules."),
        "pipelines": message(
            "A button at the top right of the window “Sales pipelines and tunnels”, which opens from the list of "
            "pipelines above a kanban."
        ),
        "chat_textarea": message(
            "An entry of the bar above a chat's message field. People show that bar with the button for applications "
            "at the right end of the field."
        ),
        "chat_panel": message("An entry of the block “Applications” at the bottom of a chat's side panel."),
        "chat_navigation": message(
            "An entry of the messenger's own navigation, beside “Chats” and “Channels”, often under “More”. The widget "
            "takes the whole room of the messenger."
        ),
        "calendar": message("A view of a calendar, after “Day”, “Week” and “Month”."),
        "main_menu": message("An entry of the group “Applications” in the portal's main menu."),
        "bi": message(
            "The last entry of the group “BI analytics” in CRM analytics. The portal opens the handler without "
            "telling it anything."
        ),
        "app_address": message(
            "Nowhere by itself: it opens when somebody follows a link “/marketplace/view/…/” in a message, comment or "
            "task. For “…” stands the app's client ID."
        ),
        "background_worker": message(
            "Nowhere: it runs unseen on every page of the portal. The portal removes one that takes longer than five "
            "seconds to answer more than ten times a day."
        ),
        "connector": message(
            "The page that opens when somebody connects a channel in the Contact Center. The portal sets it when "
            "the app registers its connector; it cannot be bound by hand."
        ),
        "user_field": message(
            "Inside a field of a CRM card: the app shows the value and takes it in. The portal sets it when the app "
            "registers its type of field; it cannot be bound by hand."
        ),
    }
)
_OF_CODES: Mapping[str, Message] = MappingProxyType(
    {
        "CRM_ANALYTICS_MENU": message("An entry under “Applications” in the left menu of CRM analytics."),
        "CRM_ANALYTICS_TOOLBAR": message(
            "A button at the top right of a report in CRM analytics. Reports without settings of their own lack it."
        ),
        "CRM_DETAIL_SEARCH": message(
            "An entry below the clients that are found while somebody types into the client's field of a card; it "
            "comes with the third letter."
        ),
        "CRM_REQUISITE_AUTOCOMPLETE": message("A source for the search in a company's or contact's “Details”."),
        "CRM_BANK_DETAIL_AUTOCOMPLETE": message("A source for the search in the form for bank details."),
        "IM_CONTEXT_MENU": message("An entry at the end of a message's menu “•••”, under “More”."),
        "IMMOBILE_CONTEXT_MENU": message(
            "An entry of the menu “Apps” above the message field, in the mobile app. Not every portal has this menu. "
            "The app shows it to everybody and in all chats, whatever the options say."
        ),
        "TASK_VIEW_TAB": message("{newer} On older portals this one is a tab.", newer=_TASK_CARD),
        "TASK_VIEW_SIDEBAR": message(
            "{newer} On older portals this one is in the panel at the right.", newer=_TASK_CARD
        ),
        "TASK_VIEW_TOP_PANEL": message("{newer} On older portals this one is a button at the top.", newer=_TASK_CARD),
        "TASK_LIST_CONTEXT_MENU": message("An entry of the menu at the beginning of a task's row, under “Market”."),
        "TASK_USER_LIST_TOOLBAR": message("An entry of the menu at the top right above a person's tasks."),
        "TASK_GROUP_LIST_TOOLBAR": message("An entry of the menu at the top right above a workgroup's tasks."),
        "TASK_ROBOT_DESIGNER_TOOLBAR": message(
            "A button at the top right of the window “Task automation”, for a person's and a project's tasks."
        ),
        "SONET_GROUP_DETAIL_TAB": message(
            "An entry of a workgroup's menu, at its end under “More”; in the new view of projects an entry of the menu "
            "“•••” of a project."
        ),
        "SONET_GROUP_TOOLBAR": message(
            "An entry of the menu “•••” beside a workgroup's name, under “Extensions”. The new view of projects no "
            "longer has it."
        ),
        "SONET_GROUP_ROBOT_DESIGNER_TOOLBAR": message(
            "A button at the top right of the window “Task automation” of a workgroup."
        ),
        "USER_PROFILE_MENU": message("An entry under “Extensions” in the menu that opens from one's own picture."),
        "USER_PROFILE_TOOLBAR": message("An entry of the menu at the top right of a colleague's profile."),
        "CALL_CARD": message("A tab of the card that opens during a phone call."),
        "TELEPHONY_ANALYTICS_MENU": message("An entry of the left menu of the call statistics, below the reports."),
    }
)


def note_of(code: str) -> Message:
    """Where people come upon a widget at this placement; empty for one that nobody documented."""
    family = family_of(code)
    return _OF_CODES.get(pattern_of(code)) or _OF_FAMILIES.get(family.key if family else "", Message(""))
