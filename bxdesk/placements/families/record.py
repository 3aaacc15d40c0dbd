"""What is known of a family of placements: one record says all of it.

The facts are the REST documentation's (placements by family, checked 2026-10), the words are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bxdesk.messages import Message, message
from bxdesk.placements.options import Option
from bxdesk.placements.permissions import Permission


@dataclass(frozen=True, slots=True)
class CallKey:
    """One key of ``PLACEMENT_OPTIONS`` in the call to a handler: a value that could stand there, and what it means."""

    name: str
    value: str | bool | tuple[Mapping[str, str], ...]
    meaning: Message


@dataclass(frozen=True, slots=True)
class Place:
    """One placement of a family. What it does not say itself is as the family says.

    ``pattern`` is its code, with ``#`` for a custom type's number. ``title`` is what people call it within the family,
    None where that is the CRM object in its code.
    """

    pattern: str
    title: Message | None = None
    note: Message | None = None
    page: str = ""
    call: tuple[CallKey, ...] | None = None


@dataclass(frozen=True, slots=True)
class OtherMethod:
    """How the rows of a family come about that no bind makes: the sentence that says so, and what to do instead."""

    reason: Message
    remedy: Message


class TypeSwitch(Enum):
    """A switch of a custom type: while it is off, the type has no such places, although they can be bound."""

    AUTOMATION = ("isAutomationEnabled", message("automation rules"))
    DOCUMENTS = ("isDocumentsEnabled", message("documents"))
    PIPELINES = ("isCategoriesEnabled", message("pipelines"))

    def __init__(self, key: str, title: Message) -> None:
        self.key = key
        """Its name in the answer of ``crm.type.list``."""
        self.title = title


@dataclass(frozen=True, slots=True)
class Family:
    """Placements that look and behave alike, on different objects of the portal.

    ``note`` says where people come upon a widget there. ``page`` is the page of the documentation
    (``crm/detail-tab``). ``call`` are the keys that its handler is told. The drawing of the place is
    ``resources/drawings/<key>.svg``.
    """

    key: str
    title: Message
    places: tuple[Place, ...]
    note: Message
    page: str
    permission: Permission | None = None
    options: tuple[Option, ...] = ()
    call: tuple[CallKey, ...] = ()
    one_per_app: bool = False
    set_by: OtherMethod | None = None
    """How its rows come about where ``placement.bind`` does not make them."""
    switch: TypeSwitch | None = None
    """What a custom type needs to have switched on for its place."""

    @property
    def patterns(self) -> tuple[str, ...]:
        """The codes of its places."""
        return tuple(place.pattern for place in self.places)


def crm_places(objects: str, suffix: str) -> tuple[Place, ...]:
    """A place for each of these CRM objects (``LEAD DEAL``)."""
    return tuple(Place(f"CRM_{name}_{suffix}") for name in objects.split())
