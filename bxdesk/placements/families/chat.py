"""Placements in the messenger."""

from __future__ import annotations

from bxdesk.messages import message
from bxdesk.placements.families.record import CallKey, Family, Place
from bxdesk.placements.options import FLAG, ICON, NUMBER, Control, Option, one_of, some_of

_CHAT = CallKey("dialogId", "chat2", message("The chat: “chat” and a number, or the number of the other person."))

_ICON = Option("iconName", message("Icon name"), ICON, required=True)
_EXTRANET = Option("extranet", message("Also for people from outside (extranet)"), FLAG)
_CONTEXT = Option(
    "context",
    message("Chats it is shown in"),
    some_of(
        {
            "ALL": message("All chats"),
            "USER": message("Chats of two"),
            "CHAT": message("Group chats"),
            "LINES": message("Open Channels"),
            "CRM": message("CRM chats"),
        }
    ),
)
_ROLE = Option(
    "role",
    message("People who see it"),
    one_of({"USER": message("Everybody"), "ADMIN": message("Administrators")}),
)
_COLOUR = Option(
    "color",
    message("Colour"),
    one_of(
        {
            "RED": message("Red"),
            "GREEN": message("Green"),
            "MINT": message("Mint"),
            "LIGHT_BLUE": message("Light blue"),
            "DARK_BLUE": message("Dark blue"),
            "PURPLE": message("Purple"),
            "AQUA": message("Aqua"),
            "PINK": message("Pink"),
            "LIME": message("Lime"),
            "BROWN": message("Brown"),
            "AZURE": message("Azure"),
            "KHAKI": message("Khaki"),
            "SAND": message("Sand"),
            "ORANGE": message("Orange"),
            "MARENGO": message("Marengo"),
            "GRAPHITE": message("Graphite"),
            "GRAY": message("Gray"),
        },
        Control.COLOUR,
    ),
)
_FRAME = (
    Option("width", message("Width of the frame (percent)"), NUMBER),
    Option("height", message("Height of the frame (percent)"), NUMBER),
)

CHAT: tuple[Family, ...] = (
    Family(
        "chat_textarea",
        message("Chat: above the message field"),
        (Place("IM_TEXTAREA"),),
        message(
            "An entry of the bar above a chat's message field. People show that bar with the button for applications "
            "at the right end of the field."
        ),
        "im/textarea",
        options=(_ICON, _EXTRANET, _CONTEXT, _ROLE, _COLOUR, *_FRAME),
        call=(_CHAT,),
    ),
    Family(
        "chat_panel",
        message("Chat: side panel"),
        (Place("IM_SIDEBAR"),),
        message("An entry of the block “Applications” at the bottom of a chat's side panel."),
        "im/sidebar",
        options=(_ICON, _EXTRANET, _CONTEXT, _ROLE, _COLOUR),
        call=(_CHAT,),
    ),
    Family(
        "chat_navigation",
        message("Chat: navigation"),
        (Place("IM_NAVIGATION"),),
        message(
            "An entry of the messenger's own navigation, beside “Chats” and “Channels”, often under “More”. The widget "
            "takes the whole room of the messenger."
        ),
        "im/navigation",
        options=(_ICON, _EXTRANET, _ROLE),
    ),
    Family(
        "chat_menu",
        message("Chat: menu of a message"),
        (
            Place(
                "IM_CONTEXT_MENU",
                message("Browser and desktop app"),
                call=(CallKey("messageId", "2431", message("The number of the message.")), _CHAT),
            ),
            Place(
                "IMMOBILE_CONTEXT_MENU",
                message("Mobile app"),
                message(
                    "An entry of the menu “Apps” above the message field, in the mobile app. Not every portal has this "
                    "menu. The app shows it to everybody and in all chats, whatever the options say."
                ),
                "mobile-app",
                (_CHAT,),
            ),
        ),
        message("An entry at the end of a message's menu “•••”, under “More”."),
        "im/context-menu",
        options=(_EXTRANET, _CONTEXT, _ROLE),
    ),
    Family(
        "chat_smiles",
        message("Chat: selection of smileys (obsolete)"),
        (Place("IM_SMILES_SELECTOR"),),
        message(
            "Nowhere on newer portals: it can be bound, but since version im 25.1600 of the messenger nothing opens it."
        ),
        "im/smile-selector",
        options=(_EXTRANET, _CONTEXT, _ROLE),
        call=(_CHAT,),
    ),
)
