"""What people call the options that placements keep, and the values these can have."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.messages import Message, listed, message, verbatim

CONTEXTS = ("ALL", "USER", "CHAT", "LINES", "CRM")
ROLES = ("USER", "ADMIN")
COLOURS = (
    *("RED", "GREEN", "MINT", "LIGHT_BLUE", "DARK_BLUE", "PURPLE", "AQUA", "PINK", "LIME", "BROWN", "AZURE", "KHAKI"),
    *("SAND", "ORANGE", "MARENGO", "GRAPHITE", "GRAY"),
)

OPTION_TITLES: Mapping[str, Message] = MappingProxyType(
    {
        "useBuiltInInterface": message("Built-in interface"),
        "newUserNotificationTitle": message("Title of the notice to new users"),
        "newUserNotificationText": message("Text of the notice to new users"),
        "countries": message("Countries (their numbers)"),
        "iconName": message("Icon name"),
        "extranet": message("Also for people from outside (extranet)"),
        "context": message("Chats it is shown in"),
        "role": message("People who see it"),
        "color": message("Colour"),
        "width": message("Width of the frame (percent)"),
        "height": message("Height of the frame (percent)"),
        "groupId": message("Workgroups (their numbers)"),
        "errorHandlerUrl": message("Address that is told of errors"),
    }
)

VALUE_TITLES: Mapping[tuple[str, str], Message] = MappingProxyType(
    {
        ("useBuiltInInterface", "Y"): message("Yes"),
        ("useBuiltInInterface", "N"): message("No"),
        ("extranet", "Y"): message("Yes"),
        ("extranet", "N"): message("No"),
        ("context", "ALL"): message("All chats"),
        ("context", "USER"): message("Chats of two"),
        ("context", "CHAT"): message("Group chats"),
        ("context", "LINES"): message("Open Channels"),
        ("context", "CRM"): message("CRM chats"),
        ("role", "USER"): message("Everybody"),
        ("role", "ADMIN"): message("Administrators"),
        ("color", "RED"): message("Red"),
        ("color", "GREEN"): message("Green"),
        ("color", "MINT"): message("Mint"),
        ("color", "LIGHT_BLUE"): message("Light blue"),
        ("color", "DARK_BLUE"): message("Dark blue"),
        ("color", "PURPLE"): message("Purple"),
        ("color", "AQUA"): message("Aqua"),
        ("color", "PINK"): message("Pink"),
        ("color", "LIME"): message("Lime"),
        ("color", "BROWN"): message("Brown"),
        ("color", "AZURE"): message("Azure"),
        ("color", "KHAKI"): message("Khaki"),
        ("color", "SAND"): message("Sand"),
        ("color", "ORANGE"): message("Orange"),
        ("color", "MARENGO"): message("Marengo"),
        ("color", "GRAPHITE"): message("Graphite"),
        ("color", "GRAY"): message("Gray"),
    }
)


def option_words(key: str) -> Message:
    """An option as people call it; its key if nobody named it."""
    return OPTION_TITLES.get(key) or verbatim(key)


def value_words(key: str, value: str) -> Message:
    """What was chosen of an option, or several things with a semicolon between them; as it is if nobody named it."""
    titles = [VALUE_TITLES.get((key, one)) or Message("") for one in value.split(";")]
    if not all(titles):
        return verbatim(value)
    return listed(titles, closely=True)
