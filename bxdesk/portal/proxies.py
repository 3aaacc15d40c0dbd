"""Which proxy a request goes through, and where that was set."""

from __future__ import annotations

import os
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message
from bxdesk.placements.handler import is_loopback

SYSTEM = "system"
DIRECT = "none"


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy by its address, and in ``source`` the sentence that says where it was set."""

    address: str
    source: Message = field(compare=False)

    @property
    def name(self) -> str:
        """The address as it may be shown: without user and password."""
        url = httpx.URL(self.address)
        return f"{url.scheme}://{url.netloc.decode()}"


ChooseProxy = Callable[[httpx.URL], Proxy | None]
"""Takes an address, returns the proxy to reach it through, None for none."""


def proxy_chooser(setting: str) -> ChooseProxy:
    """The way to choose a proxy: ``system``, ``none``, or the address of one. Loopback is always reached directly.

    Raises BxdeskError for an address that is no http proxy's.
    """
    chosen = None if setting in (SYSTEM, DIRECT) else Proxy(setting, message("It was set in bxdesk itself."))
    if chosen is not None:
        check_proxy(chosen)
    found = urllib.request.getproxies() if setting == SYSTEM else {}

    def choose(url: httpx.URL) -> Proxy | None:
        if setting == DIRECT or is_loopback(url.host):
            return None
        if chosen is not None:
            return chosen
        kind = url.scheme if found.get(url.scheme) else "all"
        address = found.get(kind)
        if address is None or urllib.request.proxy_bypass(url.host):
            return None
        return Proxy(address if "://" in address else f"http://{address}", _source(kind))

    return choose


def check_proxy(proxy: Proxy) -> None:
    """Raises BxdeskError for an address that is no http proxy's."""
    try:
        url = httpx.URL(proxy.address)
    except httpx.InvalidURL:
        url = httpx.URL("")
    # A path or query would be a piece of a password with a slash or question mark in it.
    if url.scheme not in ("http", "https") or not url.host or url.raw_path not in (b"", b"/"):
        raise BxdeskError(
            Problem(
                "proxy",
                message(
                    "“{proxy}” is not a proxy that bxdesk can use.",
                    proxy="…" if "@" in proxy.address else proxy.address,
                ),
                message("{source} Only http and https proxies are possible.", source=proxy.source),
                message(
                    "Enter it as in http://proxy.example.com:3128, or choose to go without one. If it asks for a user"
                    " and password: http://USER:PASSWORD@proxy.example.com:3128, with %40 for @ and %2F for /."
                ),
            )
        )


def _source(kind: str) -> Message:
    """Where the system's proxy for ``https``, ``http`` or ``all`` is set: in a variable, whose small letters win."""
    wanted = f"{kind}_proxy"
    names = sorted((name for name in os.environ if name.lower() == wanted and os.environ[name]), reverse=True)
    if names:
        return message("It was set in the environment variable {name}.", name=names[0])
    return message("It was set in the system's own network settings.")
