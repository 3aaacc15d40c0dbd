"""Where widgets stand in the portal: the pages of its lists and cards, and what an app can put on each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .contents import USER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .contents import CustomType

_OBJECTS = (
    ("Leads", "/crm/lead/", "LEAD_"),
    # The pipelines of deals have a code that does not name them.
    ("Deals", "/crm/deal/", "(?:DEAL_)?"),
    ("Contacts", "/crm/contact/", "CONTACT_"),
    ("Companies", "/crm/company/", "COMPANY_"),
    ("Estimates", "/crm/quote/", "QUOTE_"),
    ("Invoices", "/crm/type/31/", "SMART_INVOICE_"),
    ("Orders", "/shop/orders/", "ORDER_"),
)
"""What the portal calls them, the addresses of their lists, and how their codes begin after `CRM_`."""
_ON_LISTS = (
    ("Above the list", "LIST_TOOLBAR|FUNNELS_TOOLBAR|ROBOT_DESIGNER_TOOLBAR"),
    ("In the menu of a row", "LIST_MENU"),
)
_ON_CARDS = (
    ("Above the card", "DETAIL_TOOLBAR|DOCUMENTGENERATOR_BUTTON"),
    ("Tabs", "DETAIL_TAB"),
    ("Above the timeline", "DETAIL_ACTIVITY"),
    ("In the menu of a record of the timeline", "ACTIVITY_TIMELINE_MENU"),
)
_PERSON = f"/company/personal/user/{USER['ID']}/"
_OTHERS = (
    ("Tasks", f"{_PERSON}tasks/", "TASK_"),
    ("Calendar", f"{_PERSON}calendar/", "CALENDAR_"),
    (f"{USER['NAME']} {USER['LAST_NAME']}", _PERSON, "USER_PROFILE_"),
    ("Messenger", "/online/", "IM_"),
    ("Workgroups", "/workgroups/", "SONET_GROUP_"),
)
"""What the portal calls them, their addresses, and how the codes begin that stand there."""
MENU = (
    ("Overview", "/"),
    *((title, address) for title, address, _ in (*_OBJECTS, *_OTHERS)),
    ("Contact Center", "/contact_center/"),
    ("Developer resources", "/devops/section/standard/"),
)
"""The titles and addresses of pages that are always there."""
_CARD = re.compile(r"(.+/)details/(\d{1,9})/")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page, and the codes that stand there."""

    name: str
    codes: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A page. `item` is the number of the CRM item whose card it is: "0" for one that is not saved, "" for a list."""

    title: str
    address: str
    parts: tuple[Part, ...]
    item: str = ""
    card: str = ""
    """The address of an item's card, on a list that has some."""


def find_place(address: str, types: Iterable[CustomType]) -> Place | None:
    """The page at an address of a portal with these custom types; None where there is none."""
    for title, own, begin in _OTHERS:
        if own == address:
            return Place(title, own, (Part("", re.compile(rf"{begin}\w+")),))
    card = _CARD.fullmatch(address)
    for title, own, begin in _objects(types):
        if own == (card[1] if card else address):
            parts = tuple(
                Part(name, re.compile(f"CRM_{begin}(?:{codes})")) for name, codes in (_ON_CARDS if card else _ON_LISTS)
            )
            return (
                Place(f"{title}: {card[2]}", address, parts, card[2])
                if card
                else Place(title, own, parts, card=f"{own}details/1/")
            )
    return None


def _objects(types: Iterable[CustomType]) -> list[tuple[str, str, str]]:
    numbered = ((one.title, one.entity_type_id) for one in types)
    return [*_OBJECTS, *((title, f"/crm/type/{number}/", f"DYNAMIC_{number}_") for title, number in numbered)]
