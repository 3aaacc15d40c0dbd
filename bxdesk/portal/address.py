"""Where a portal answers: one form for the many ways in which people, portals and servers write an address."""

from __future__ import annotations

import ipaddress
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message
from bxdesk.placements.characters import mixed_in
from bxdesk.placements.handler import is_loopback

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_WEBHOOK = re.compile(r"/rest/(?:api/)?\d+/\w+")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
"""A part of a host's name, as it is looked up."""
_DEFAULT_PORTS = {"https": 443, "http": 80}


class PortalAddressError(BxdeskError):
    """What was given is not the address of a portal."""


@dataclass(frozen=True, slots=True)
class PortalAddress:
    """Scheme, host and port. Two spellings of the same address are equal.

    ``host`` is in lower case and in the letters that people read (``сайт.рф``, not ``xn--80aswg.xn--p1ai``); ``port``
    is None where it is the scheme's own.
    """

    scheme: str
    host: str
    port: int | None = None

    @classmethod
    def parse(cls, text: str) -> PortalAddress:
        """The address in a text with or without scheme and path; https without one. Raises PortalAddressError."""
        given = text.strip()
        if not given:
            raise _error(message("There is no portal address."))
        try:
            split = urlsplit(given if _SCHEME.match(given) else f"https://{given}")
            scheme, port = split.scheme, split.port
            host = _readable((split.hostname or "").rstrip("."))
        except ValueError:
            raise _error(message("“{given}” is not a web address.", given=given)) from None
        if scheme not in _DEFAULT_PORTS:
            raise _error(message("“{given}” is not a web address.", given=given))
        if not host or any(character.isspace() for character in given):
            raise _error(message("“{given}” is not the address of a portal.", given=given))
        return cls(scheme, host, None if port == _DEFAULT_PORTS[scheme] else port)

    @property
    def netloc(self) -> str:
        """The host, with the port if it is not the scheme's own."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return shown if self.port is None else f"{shown}:{self.port}"

    @property
    def origin(self) -> str:
        """The address as it is written and kept: ``https://acme.bitrix24.com``."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way can listen in: https, or this computer itself."""
        return self.scheme == "https" or is_loopback(self.host)

    def is_at(self, other: PortalAddress) -> bool:
        """Whether it is the same place, over https or over http."""
        return (self.host, self.port) == (other.host, other.port)

    def over_https(self) -> PortalAddress:
        """The same place, reached so that nobody can listen in."""
        return self if self.is_private else replace(self, scheme="https")

    def endpoint(self, named: str) -> str:
        """Where REST methods are called here. Of ``named``, the endpoint in the portal's words, only the path counts.

        A portal behind a proxy that ends TLS calls itself ``http://…``, others add a port that nobody can reach.
        """
        path = urlsplit(named).path.strip("/") if named_address(named) else ""
        return f"{self.origin}/{path or 'rest'}/"


def typed_address(text: str) -> PortalAddress:
    """The portal's address in what a person typed. Plain http is for loopback alone. Raises PortalAddressError."""
    address = PortalAddress.parse(text)
    if not address.is_private:
        raise _error(
            message("bxdesk talks to portals over https only."),
            message("Write the address with https://, or without anything before the name."),
        )
    return address


def ways_to(text: str) -> tuple[PortalAddress, ...]:
    """The addresses that may be meant by what a person typed, likeliest first. Raises PortalAddressError.

    There is more than one on this computer alone, where a portal may answer over http.
    """
    address = typed_address(text)
    if _SCHEME.match(text.strip()) or not is_loopback(address.host):
        return (address,)
    return (address, PortalAddress.parse(f"http://{text.strip()}"))


def named_address(text: str) -> PortalAddress | None:
    """The address in what a server said, None when it is none."""
    try:
        return PortalAddress.parse(text)
    except PortalAddressError:
        return None


def require_private_address(url: str) -> None:
    """Raises PortalAddressError when a secret that is sent to ``url`` could be read on the way."""
    if not PortalAddress.parse(url).is_private:
        raise _error(
            message("bxdesk talks to portals over https only."),
            message("Sign in again, with https:// before the portal's name."),
        )


def is_webhook(text: str) -> bool:
    """Whether an address is that of an incoming webhook: its path holds a secret, and it cannot bind anything."""
    return _WEBHOOK.search(text) is not None


def _readable(host: str) -> str:
    """The host in its one form; empty when it is none."""
    with suppress(ValueError):
        return str(ipaddress.ip_address(host))
    if not host.isascii() or "xn--" in host:
        import idna  # seldom needed, and slow to load

        try:
            plain = idna.encode(host, uts46=True).decode()
            host = idna.decode(plain)
            if any(map(mixed_in, host.split("."))):
                host = plain  # or one host could be read as another
        except idna.IDNAError:
            return ""
    else:
        plain = host
    return host if all(map(_LABEL.fullmatch, plain.split("."))) else ""


def _error(title: Message, remedy: Message | None = None) -> PortalAddressError:
    return PortalAddressError(
        Problem(
            "portal_address",
            title,
            remedy=remedy or message("Enter it as in the browser's address bar: acme.bitrix24.com."),
        )
    )
