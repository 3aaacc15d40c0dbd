"""“Your handler path” on an app's card: where the browser takes the answer to a sign-in."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from bxdesk.accounts.request import DEFAULT_REDIRECT
from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.messages import message
from bxdesk.placements.handler import is_loopback


@dataclass(frozen=True, slots=True)
class LoopbackAddress:
    """An address on this computer."""

    host: str
    port: int
    path: str


def loopback_address(redirect_url: str) -> LoopbackAddress | None:
    """The address to listen at, None when the card sends the browser somewhere else. Raises BxdeskError."""
    if not redirect_url:
        return None
    try:
        parts = urlsplit(redirect_url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _bad_redirect(redirect_url) from None
    if parts.scheme not in ("http", "https") or not host:
        raise _bad_redirect(redirect_url)
    if parts.scheme != "http" or not is_loopback(host):
        return None
    return LoopbackAddress(host, 80 if port is None else port, parts.path or "/")


def other_redirect(redirect_url: str) -> str:
    """The same address with the next port that is free; for when its own is taken. Raises BxdeskError.

    It is free at this moment; whoever wants it has to be quick.
    """
    address = loopback_address(redirect_url)
    if address is None:
        raise _bad_redirect(redirect_url)
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    for port in range(address.port + 1, min(address.port + 50, 65_536)):
        with socket.socket(family) as probe:
            try:
                probe.bind((address.host, port))
            except OSError:
                continue
        host = f"[{address.host}]" if ":" in address.host else address.host
        return f"http://{host}:{port}{address.path}"
    raise _bad_redirect(redirect_url)


def _bad_redirect(redirect_url: str) -> BxdeskError:
    return BxdeskError(
        Problem(
            "redirect_address",
            message("“{address}” is no address for “Your handler path”.", address=redirect_url),
            remedy=remedy(RemedyKind.COPY_REDIRECT, address=DEFAULT_REDIRECT),
        )
    )
