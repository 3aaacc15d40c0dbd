"""What a person needs to know of an app's card to sign in for the first time. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bxdesk.portal.address import PortalAddress, is_webhook, typed_address

ALWAYS = "placement"
"""The permission that every binding needs."""


@dataclass(frozen=True, slots=True)
class TypedPortal:
    """The portal in what a person typed; ``webhook`` when it was a webhook's address, of which the rest is a secret."""

    address: PortalAddress
    webhook: bool


def typed_portal(text: str) -> TypedPortal:
    """The portal in whatever was typed or pasted. Raises BxdeskError when there is none."""
    return TypedPortal(typed_address(text), is_webhook(text))


def card_page(origin: str) -> str:
    """The page of a portal where local applications are added."""
    return f"{origin}/devops/section/standard/"


def permissions_for(wanted: Collection[str]) -> tuple[str, ...]:
    """The permissions to tick in the card: those that were asked for, and the one that binding always needs."""
    return (*sorted(set(wanted) - {ALWAYS}), ALWAYS)
