"""The rules for a handler's address: what every portal refuses, and what passes but will not work for people.

A portal accepts http and https, a host with a dot in it (``localhost`` is refused, ``127.0.0.1`` passes) and 255
characters at most, and compares addresses to the letter.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message
from bxdesk.placements.characters import describe_characters, is_whole, mixed_in, unseen

MAX_LENGTH = 255
_BLANK_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f]")
_BARE = re.compile(r"(?://)?([^/?#@:]+\.[^/?#@:]+(?::\d+)?(?:[/?#].*)?)")
"""A host with a dot in it, and what may follow."""


class HandlerAddressError(BxdeskError):
    """The portal would refuse this handler address."""


@lru_cache(maxsize=1024)
def refusal(address: str) -> Problem | None:
    """Why a portal would refuse ``address`` as a handler, None if it would take it."""
    if not address:
        return _problem(
            "handler_empty",
            message("There is no page address."),
            message("Enter the https address of the page that opens inside the widget."),
        )
    if len(address) > MAX_LENGTH:
        return Problem(
            "handler_too_long",
            message("The page address is too long."),
            message("It has {length} characters; a portal stores {limit}.", length=len(address), limit=MAX_LENGTH),
            message("Use a shorter address, for example by moving parameters to your server."),
        )
    if _BLANK_OR_CONTROL.search(address):
        return _problem(
            "handler_blank",
            message("The page address has a blank in it."),
            message("Remove the blank, or write it as %20."),
        )
    hidden = unseen(address)
    if hidden and not address.startswith(("http://", "https://")):
        return _deceptive(address, hidden)
    whole = with_https(address)
    if whole is not None:
        return _problem(
            "handler_protocol",
            message("https:// is missing at the beginning of the page address."),
            message("Write it as in {address}.", address=whole),
        )
    parts = _split(address)
    if parts is None:
        return _problem(
            "handler_malformed",
            message("This is not a web address."),
            message("Write it as in https://widgets.example.com/bitrix24."),
        )
    if parts.scheme not in ("http", "https"):
        return Problem(
            "handler_protocol",
            message("The page address must begin with https:// (or http://)."),
            message("Portals refuse {scheme}:// addresses.", scheme=parts.scheme) if parts.scheme else Message(""),
            message("Write it as in https://widgets.example.com/bitrix24."),
        )
    if not address.startswith(("http://", "https://")):
        return _problem(
            "handler_protocol",
            message("The page address must begin with https:// in small letters."),
            message("Portals refuse HTTPS:// in capitals."),
        )
    if "." not in (parts.hostname or "").strip("."):
        return Problem(
            "handler_host",
            message("The host must have a dot in it."),
            message("Portals refuse short names such as “{host}”.", host=parts.hostname or ""),
            message("Use the full name, as in widgets.example.com; for tries on this computer, 127.0.0.1."),
        )
    return None


def with_https(address: str) -> str | None:
    """The address that is meant by one that only lacks its https://; None if something else is wrong, or nothing."""
    # The pattern takes minutes for a long text that was pasted by mistake.
    bare = _BARE.fullmatch(address) if len(address) <= MAX_LENGTH else None
    whole = f"https://{bare[1]}" if bare else ""
    return whole if whole and refusal(whole) is None else None


@lru_cache(maxsize=1024)  # asked for each place of a widget
def caution(address: str) -> Problem | None:
    """What people's browsers would make of an address that a portal takes; None if nothing speaks against it."""
    parts = _split(address)
    if parts is None or refusal(address) is not None:
        return None
    if odd := sorted({*unseen(address), *_mixed_in_host(address, parts)}):
        return _deceptive(address, odd)
    if is_loopback(parts.hostname or ""):
        return _problem(
            "handler_loopback",
            message("Only this computer can open that address."),
            message("Use it for tries; other people's browsers need an address they can reach."),
        )
    if parts.scheme == "http":
        return _problem(
            "handler_plain_http",
            message("Browsers do not show an http page inside an https portal."),
            message("Use an https address."),
        )
    return None


def check_handler(address: str) -> str:
    """``address`` itself, or HandlerAddressError if a portal would refuse it."""
    problem = refusal(address)
    if problem is not None:
        raise HandlerAddressError(problem)
    return address


def is_loopback(host: str) -> bool:
    """Whether a host name or address means the computer we run on."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    if not is_whole(address) or (not parts.scheme and not parts.netloc):
        return None
    return parts


def _deceptive(address: str, places: Sequence[int]) -> Problem:
    return Problem(
        "handler_characters",
        message("The page address is not what it looks like."),
        message("There is {characters}.", characters=describe_characters(address, places)),
        message("Type the address anew: such characters come along when it is copied, or lead to another host."),
    )


def _mixed_in_host(address: str, parts: SplitResult) -> list[int]:
    """Where letters in a host's name are of another alphabet than those beside them."""
    found: list[int] = []
    login, at, host = parts.netloc.rpartition("@")
    start = address.find("://") + len(f"://{login}{at}")
    for label in re.finditer(r"[^.:]+", host):
        found.extend(start + label.start() + place for place in mixed_in(label[0]))
    return found


def _problem(code: str, title: Message, remedy: Message) -> Problem:
    return Problem(code, title, remedy=remedy)
