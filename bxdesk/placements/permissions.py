"""What an app's card calls the permissions that placements need."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.messages import Message, message

_TITLES: Mapping[str, Message] = MappingProxyType(
    {
        "placement": message("Widget embedding (placement)"),
        "crm": message("CRM (crm)"),
        "contact_center": message("Contact Center (contact_center)"),
        "task": message("Tasks (task)"),
        "sonet_group": message("Workgroups (sonet_group)"),
        "user": message("Users (user)"),
        "telephony": message("Telephony (telephony)"),
        "calendar": message("Calendar (calendar)"),
        "imopenlines": message("Open Channels (imopenlines)"),
    }
)


def permission_title(permission: str) -> Message:
    """What an app's card calls a permission."""
    return _TITLES.get(permission) or message("{permission}", permission=permission)
