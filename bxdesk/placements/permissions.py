"""The permissions of an app that placements need, as the app's card calls them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from bxdesk.messages import Message, message


class Permission(StrEnum):
    """A permission by the name that it has on the wire (in ``scope`` and in tokens)."""

    PLACEMENT = "placement"
    """Every binding needs it."""
    CRM = "crm"
    CONTACT_CENTER = "contact_center"
    TASK = "task"
    SONET_GROUP = "sonet_group"
    USER = "user"
    TELEPHONY = "telephony"
    CALENDAR = "calendar"
    IM = "im"
    IMOPENLINES = "imopenlines"
    LANDING = "landing"
    HCMLINK = "humanresources.hcmlink"


_TITLES: Mapping[str, Message] = MappingProxyType(
    {
        Permission.PLACEMENT: message("App Embedding (placement)"),
        Permission.CRM: message("CRM (crm)"),
        Permission.CONTACT_CENTER: message("Contact Center (contact_center)"),
        Permission.TASK: message("Tasks (task)"),
        Permission.SONET_GROUP: message("Workgroups (sonet_group)"),
        Permission.USER: message("Users (user)"),
        Permission.TELEPHONY: message("Telephony (telephony)"),
        Permission.CALENDAR: message("Calendar (calendar)"),
        Permission.IM: message("Chat and Notifications (im)"),
        Permission.IMOPENLINES: message("Open Channels (imopenlines)"),
        Permission.LANDING: message("Sites (landing)"),
        Permission.HCMLINK: message("HR systems (humanresources.hcmlink)"),
    }
)


def permission_title(permission: str) -> Message:
    """What an app's card calls a permission; its name on the wire if nobody knows it."""
    return _TITLES.get(permission) or message("{permission}", permission=permission)
