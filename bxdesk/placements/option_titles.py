"""What people call the options that placements keep, and the values these can have."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.words import Words, listed, verbatim, words

CONTEXTS = ("ALL", "USER", "CHAT", "LINES", "CRM")
ROLES = ("USER", "ADMIN")
COLOURS = (
    *("RED", "GREEN", "MINT", "LIGHT_BLUE", "DARK_BLUE", "PURPLE", "AQUA", "PINK", "LIME", "BROWN", "AZURE", "KHAKI"),
    *("SAND", "ORANGE", "MARENGO", "GRAPHITE", "GRAY"),
)

OPTION_TITLES: Mapping[str, Words] = MappingProxyType(
    {
        "useBuiltInInterface": words("Built-in interface"),
        "newUserNotificationTitle": words("Title of the notice to new users"),
        "newUserNotificationText": words("Text of the notice to new users"),
        "countries": words("Countries (their numbers)"),
        "iconName": words("Icon name"),
        "extranet": words("Also for people from outside (extranet)"),
        "context": words("Chats it is shown in"),
        "role": words("People who see it"),
        "color": words("Colour"),
        "width": words("Width of the frame (percent)"),
        "height": words("Height of the frame (percent)"),
        "groupId": words("Workgroups (their numbers)"),
        "errorHandlerUrl": words("Address that is told of errors"),
    }
)

VALUE_TITLES: Mapping[tuple[str, str], Words] = MappingProxyType(
    {
        ("useBuiltInInterface", "Y"): words("Yes"),
        ("useBuiltInInterface", "N"): words("No"),
        ("extranet", "Y"): words("Yes"),
        ("extranet", "N"): words("No"),
        ("context", "ALL"): words("All chats"),
        ("context", "USER"): words("Chats of two"),
        ("context", "CHAT"): words("Group chats"),
        ("context", "LINES"): words("Open Channels"),
        ("context", "CRM"): words("CRM chats"),
        ("role", "USER"): words("Everybody"),
        ("role", "ADMIN"): words("Administrators"),
        ("color", "RED"): words("Red"),
        ("color", "GREEN"): words("Green"),
        ("color", "MINT"): words("Mint"),
        ("color", "LIGHT_BLUE"): words("Light blue"),
        ("color", "DARK_BLUE"): words("Dark blue"),
        ("color", "PURPLE"): words("Purple"),
        ("color", "AQUA"): words("Aqua"),
        ("color", "PINK"): words("Pink"),
        ("color", "LIME"): words("Lime"),
        ("color", "BROWN"): words("Brown"),
        ("color", "AZURE"): words("Azure"),
        ("color", "KHAKI"): words("Khaki"),
        ("color", "SAND"): words("Sand"),
        ("color", "ORANGE"): words("Orange"),
        ("color", "MARENGO"): words("Marengo"),
        ("color", "GRAPHITE"): words("Graphite"),
        ("color", "GRAY"): words("Gray"),
    }
)


def option_words(key: str) -> Words:
    """An option as people call it; its key if nobody named it."""
    return OPTION_TITLES.get(key) or verbatim(key)


def value_words(key: str, value: str) -> Words:
    """What was chosen of an option, or several things with a semicolon between them; as it is if nobody named it."""
    titles = [VALUE_TITLES.get((key, one)) or Words("") for one in value.split(";")]
    if not all(titles):
        return verbatim(value)
    return listed(titles, closely=True)
