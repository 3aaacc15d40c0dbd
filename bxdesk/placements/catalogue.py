"""Every documented placement, and what is known of it; the records stand in :mod:`bxdesk.placements.families`.

A portal may offer more: whatever ``placement.list`` returns beyond this table is shown by its code and can be bound as
well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from bxdesk.messages import Message, message, verbatim
from bxdesk.placements.codes import pattern_of, type_number
from bxdesk.placements.families.application import APPLICATION
from bxdesk.placements.families.chat import CHAT
from bxdesk.placements.families.crm import BUILT_IN_CALL, BUILT_IN_INTERFACE, CONTACT_CENTER_TILE, CRM, TIMELINE
from bxdesk.placements.families.record import CallKey, Family, Place
from bxdesk.placements.families.work import WORK
from bxdesk.placements.options import Option

FAMILIES: tuple[Family, ...] = (TIMELINE, CONTACT_CENTER_TILE, *CRM, *CHAT, *WORK, *APPLICATION)

_NO_OPTIONS: Mapping[str, str] = MappingProxyType({})
_ENTITY_TYPES: Mapping[str, int] = MappingProxyType(
    {"LEAD": 1, "DEAL": 2, "CONTACT": 3, "COMPANY": 4, "QUOTE": 7, "ORDER": 14, "SMART_INVOICE": 31}
)
"""The portal's numbers for the kinds of CRM objects that are no custom types."""
URI = CallKey(
    "URI",
    "/crm/deal/list/",
    message("The page of the portal that the widget was opened from. Missing where the browser does not tell it."),
)
"""What arrives everywhere but in the mobile app, beside a placement's own keys."""
_WITHOUT_URI = ("IMMOBILE_CONTEXT_MENU",)
_UNDOCUMENTED_PAGE = "placements"
"""The page of the documentation that lists all placements."""
_DOCUMENTATION = "https://apidocs.bitrix24.{domain}/api-reference/widgets/{page}.html"
_DOCUMENTATION_DOMAINS: Mapping[str, str] = MappingProxyType({"ru": "ru"})
"""The languages, besides English, that the documentation exists in."""
_OBJECTS: Mapping[str, Message] = MappingProxyType(
    {
        "LEAD": message("Lead"),
        "DEAL": message("Deal"),
        "CONTACT": message("Contact"),
        "COMPANY": message("Company"),
        "QUOTE": message("Estimate"),
        "SMART_INVOICE": message("Invoice"),
        "ORDER": message("Order"),
        "ACTIVITY": message("Activity"),
    }
)
_BY_PATTERN: Mapping[str, tuple[Family, Place]] = MappingProxyType(
    {place.pattern: (family, place) for family in FAMILIES for place in family.places}
)


@lru_cache(maxsize=65536)
def family_of(code: str) -> Family | None:
    """The family a code belongs to, None for a code this table does not know."""
    found = _BY_PATTERN.get(pattern_of(code))
    return found[0] if found else None


def set_by_another_method(code: str) -> bool:
    """Whether the portal sets the rows of a placement itself; one that is taken away could not be bound again."""
    family = family_of(code)
    return family is not None and family.set_by is not None


def options_of(code: str) -> Mapping[str, Option]:
    """The options that one placement keeps, by their key."""
    family = family_of(code)
    return {option.key: option for option in family.options} if family else {}


def plain_codes(family: Family) -> Iterator[str]:
    """The family's codes that belong to no custom type, in the order people know them."""
    return (pattern for pattern in family.patterns if "#" not in pattern and "*" not in pattern)


def object_title(code: str) -> Message | None:
    """The CRM object inside a code (*Lead*, *Deal* …), None where there is none or it is a custom type."""
    for name, title in _OBJECTS.items():
        if code.startswith(f"CRM_{name}_"):
            return title
    return None


def title_within(code: str) -> Message:
    """What people call one placement inside its family: *Deal*, *Tab of a task*; the code itself if nobody named it."""
    found = _BY_PATTERN.get(code)
    return (found[1].title if found else None) or object_title(code) or verbatim(code)


def placement_title(code: str, type_titles: Mapping[int, str]) -> Message:
    """What people call one placement: ``CRM timeline button: Deal``; the code itself when nobody named it.

    ``type_titles`` maps a custom type's ``entityTypeId`` to its title on the portal.
    """
    family = family_of(code)
    if family is None:
        return verbatim(code)
    number = type_number(code)
    if number is not None:
        title = type_titles.get(number, "")
        shown = (
            message("{title} ({number})", title=title, number=number)
            if title
            else message("type {number}", number=number)
        )
        return message("{family}: {object}", family=family.title, object=shown)
    if len(family.places) == 1:
        return family.title
    return message("{family}: {object}", family=family.title, object=title_within(code))


def note_of(code: str) -> Message:
    """Where people come upon a widget at this placement; empty for one that nobody documented."""
    found = _BY_PATTERN.get(pattern_of(code))
    return (found[1].note or found[0].note) if found else Message("")


def call_keys(code: str, row: int = 0, options: Mapping[str, str] = _NO_OPTIONS) -> tuple[CallKey, ...]:
    """The keys of ``PLACEMENT_OPTIONS`` that a placement has of its own, besides :data:`URI`.

    None where the widget is opened for nothing in particular. ``row`` is the number of the widget's row on the portal,
    0 where that is not known; ``options`` are the widget's own.
    """
    found = _BY_PATTERN.get(pattern_of(code))
    if found is None:
        return ()
    family, place = found
    keys = family.call if place.call is None else place.call
    if family is TIMELINE and options.get(BUILT_IN_INTERFACE) == "Y":
        kind = type_number(code) or _ENTITY_TYPES[code.removeprefix("CRM_").removesuffix("_DETAIL_ACTIVITY")]
        keys = tuple(replace(key, value=str(kind)) if key.name == "entityTypeId" else key for key in BUILT_IN_CALL)
    if family is CONTACT_CENTER_TILE and row:
        keys = tuple(replace(key, value=str(row)) for key in keys)
    return keys


def tells_page(code: str) -> bool:
    """Whether the call tells the page of the portal it was made from, as :data:`URI`."""
    return pattern_of(code) not in _WITHOUT_URI


def documentation_page(code: str, language: str = "en") -> str:
    """The address of the page about a placement, in the reader's language where it exists.

    It is the page about all placements for a code that nobody documented.
    """
    found = _BY_PATTERN.get(pattern_of(code))
    page = (found[1].page or found[0].page) if found else _UNDOCUMENTED_PAGE
    return _DOCUMENTATION.format(domain=_DOCUMENTATION_DOMAINS.get(language, "com"), page=page)


def option_title(key: str, code: str = "") -> Message:
    """An option (of the placement with this code) as people call it; its key if nobody named it."""
    option = options_of(code).get(key) or _OPTIONS.get(key)
    return option.title if option else verbatim(key)


def option_value_title(key: str, value: str) -> Message:
    """What was chosen of an option, as people call it; as it is if nobody named it."""
    option = _OPTIONS.get(key)
    return option.kind.title(value) if option else verbatim(value)


def is_documented_option(key: str) -> bool:
    """Whether any documented placement keeps this option."""
    return key in _OPTIONS


_OPTIONS: Mapping[str, Option] = MappingProxyType(
    {option.key: option for family in reversed(FAMILIES) for option in family.options}
)
"""One of each key: the same key means the same everywhere."""
