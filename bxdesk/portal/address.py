"""A portal's address, from whatever a person typed or pasted."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message
from bxdesk.placements.handler import is_loopback

_WEBHOOK = re.compile(r"/rest/(?:api/)?\d+/\w+")


class PortalAddressError(BxdeskError):
    """What was given is not the address of a portal."""


def portal_origin(text: str) -> str:
    """The portal's origin (``https://acme.bitrix24.com``) from an address with or without scheme and path.

    Plain http is accepted for loopback addresses alone. Raises PortalAddressError.
    """
    given = text.strip()
    if not given:
        raise _error(message("There is no portal address."))
    parts = _parts(given)
    host = parts[1]
    if parts[0] not in ("http", "https"):
        raise _error(message("“{given}” is not a web address.", given=given))
    if any(character.isspace() for character in given) or not host or ("." not in host and not is_loopback(host)):
        raise _error(message("“{given}” is not the address of a portal.", given=given))
    if parts[0] == "http" and not is_loopback(host):
        raise _error(
            message("bxdesk talks to portals over https only."),
            message("Write the address with https://, or without anything before the name."),
        )
    shown = f"[{host}]" if ":" in host else host
    return f"{parts[0]}://{shown}" + (f":{parts[2]}" if parts[2] is not None else "")


def is_webhook(text: str) -> bool:
    """Whether an address is that of an incoming webhook: its path holds a secret, and it cannot bind anything."""
    return _WEBHOOK.search(text) is not None


def _parts(given: str) -> tuple[str, str, int | None]:
    try:
        split = urlsplit(given if "://" in given else f"https://{given}")
        host = (split.hostname or "").rstrip(".")
        default = {"https": 443, "http": 80}.get(split.scheme)
        return split.scheme, host, None if split.port == default else split.port
    except ValueError:
        raise _error(message("“{given}” is not a web address.", given=given)) from None


def _error(title: Message, hint: Message | None = None) -> PortalAddressError:
    return PortalAddressError(
        Problem(
            "portal_address",
            title,
            hint=hint or message("Enter it as in the browser's address bar: acme.bitrix24.com."),
        )
    )
