"""Where things are in a portal's own interface: the addresses of its pages, for a browser.

``origin`` is a portal's (``https://acme.bitrix24.com``). Portals of all editions lead the short addresses of the CRM
(``/crm/deal/``) on to the view that the person used last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.placements.codes import normalise, type_number

_CRM_LISTS: Mapping[str, str] = MappingProxyType(
    {
        "LEAD": "/crm/lead/",
        "DEAL": "/crm/deal/",
        "CONTACT": "/crm/contact/",
        "COMPANY": "/crm/company/",
        "QUOTE": "/crm/quote/",
        "SMART_INVOICE": "/crm/type/31/",
        "ORDER": "/shop/orders/",
        "FUNNELS": "/crm/deal/",
    }
)
"""The list of each CRM object, by its name in placement codes. An invoice is the portal's own type 31."""
_CRM_OBJECT = re.compile(rf"CRM_({'|'.join(_CRM_LISTS)})_")
_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "CONTACT_CENTER": "/contact_center/",
        "LEFT_MENU": "/",
        "CALENDAR_": "/company/personal/user/{user}/calendar/",
        "IM_": "/online/",
        "SONET_GROUP_": "/workgroups/",
        "TASK_": "/company/personal/user/{user}/tasks/",
        "USER_PROFILE_": "/company/personal/user/{user}/",
    }
)
"""Pages from which one comes to places, by how their codes begin."""


def portal_page(origin: str) -> str:
    """The portal's first page."""
    return f"{origin}/"


def card_page(origin: str) -> str:
    """The page where local applications are added, among the developer resources."""
    return f"{origin}/devops/section/standard/"


def apps_page(origin: str) -> str:
    """The list of local applications and webhooks, from which an app's card is opened."""
    return f"{origin}/devops/list/"


def place_page(code: str, user_id: int, origin: str) -> str | None:
    """The page on which, or from which, a placement is come to: for a card, the list of its CRM object.

    ``user_id`` is who is signed in. None where nobody knows an address.
    """
    code = normalise(code)
    number, crm = type_number(code), _CRM_OBJECT.match(code)
    if number is not None:
        return f"{origin}/crm/type/{number}/"
    if crm is not None:
        return origin + _CRM_LISTS[crm[1]]
    path = next((path for begin, path in _PLACES.items() if code.startswith(begin)), None)
    return origin + path.format(user=user_id) if path is not None else None


def nearest_page(code: str, user_id: int, origin: str) -> str:
    """The page to begin at on the way to a placement: its own, or the portal's first where nobody knows an address."""
    return place_page(code, user_id, origin) or portal_page(origin)
