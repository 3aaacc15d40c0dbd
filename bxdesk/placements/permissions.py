"""What an app's card calls the permissions that placements need."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.words import Words, words

_TITLES: Mapping[str, Words] = MappingProxyType(
    {
        "placement": words("Widget embedding (placement)"),
        "crm": words("CRM (crm)"),
        "contact_center": words("Contact Center (contact_center)"),
        "task": words("Tasks (task)"),
        "sonet_group": words("Workgroups (sonet_group)"),
        "user": words("Users (user)"),
        "telephony": words("Telephony (telephony)"),
        "calendar": words("Calendar (calendar)"),
        "imopenlines": words("Open Channels (imopenlines)"),
    }
)


def permission_title(permission: str) -> Words:
    """What an app's card calls a permission."""
    return _TITLES.get(permission) or words("{permission}", permission=permission)
