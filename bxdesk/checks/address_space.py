"""Where an address lies, seen from the internet: browsers ask a person before a page reaches further inwards.

The three spaces are those of W3C's Local Network Access.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from enum import IntEnum

from bxdesk.messages import message

ASKED_FIRST = message(
    "Chrome and Edge ask the person first, since versions 142 and 143, whether the portal may reach such an"
    " address, and show nothing until they agree; Firefox is about to do the same."
)


class AddressSpace(IntEnum):
    """Spaces from the inside out."""

    LOOPBACK = 0
    """This computer."""
    LOCAL = 1
    """A network of one's own."""
    PUBLIC = 2
    """The internet."""


def space_of(addresses: Iterable[str]) -> AddressSpace:
    """The innermost space that any of the IP addresses lies in; the internet for none."""
    return min(map(_space, addresses), default=AddressSpace.PUBLIC)


def _space(text: str) -> AddressSpace:
    address = ipaddress.ip_address(text.partition("%")[0])
    address = getattr(address, "ipv4_mapped", None) or address
    if address.is_loopback or address.is_unspecified:
        return AddressSpace.LOOPBACK
    return AddressSpace.PUBLIC if address.is_global else AddressSpace.LOCAL


async def look_up(host: str) -> tuple[str, ...]:
    """The IP addresses of a host. Raises socket.gaierror, UnicodeError for a name that cannot be one."""
    import anyio  # which the window's own thread does without

    found = await anyio.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(address[0] for *_, address in found))
