"""The ``frame-ancestors`` directive of a Content Security Policy, matched as browsers match it (W3C CSP Level 3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from bxdesk.checks.origin import DEFAULT_PORTS, Origin

_BLANKS = " \t\n\f\r"
_SCHEME_SOURCE = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST_SOURCE = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?P<host>\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)"
    r"(?::(?P<port>[0-9]+|\*))?(?P<path>[/?#].*)?",
    re.IGNORECASE,
)
_IS_ROOT = re.compile(r"/(?:[?#]|$)")


class Browsers(IntEnum):
    """Which browsers show a page in a frame; they differ in a few corners of the standard."""

    NONE = 0
    FIREFOX = 1
    """Firefox does, Chromium (Chrome, Edge, Opera) does not."""
    ALL = 2


@dataclass(frozen=True, slots=True)
class FrameAncestors:
    """Who may frame a page: the sources of one policy's directive, none for nobody."""

    sources: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(("frame-ancestors", *self.sources))

    def allows(self, ancestor: Origin, page: Origin) -> Browsers:
        """Which browsers show a page of the origin ``page`` inside a page of the origin ``ancestor``.

        ``'none'`` beside other sources says nothing, and so does what is no source.
        """
        return max((_matches(source.lower(), ancestor, page) for source in self.sources), default=Browsers.NONE)


def frame_ancestors(policies: Iterable[str]) -> Iterator[FrameAncestors]:
    """The directive of each policy that has one; of several with this name in a policy, the first counts.

    ``policies`` are the values of all ``Content-Security-Policy`` headers; each may hold several policies.
    """
    for policy in ",".join(policies).split(","):
        for directive in policy.split(";"):
            name, *sources = directive.strip(_BLANKS).split() or [""]
            if name.lower() == "frame-ancestors":
                yield FrameAncestors(tuple(sources))
                break


def _matches(source: str, ancestor: Origin, page: Origin) -> Browsers:
    if source == "'self'":
        return Browsers.ALL if ancestor == page else Browsers.NONE
    if source == "*":
        return Browsers.ALL if ancestor.scheme in DEFAULT_PORTS else Browsers.NONE
    if scheme := _SCHEME_SOURCE.fullmatch(source):
        return Browsers.ALL if _scheme_matches(scheme[1], ancestor.scheme) else Browsers.NONE
    found = _HOST_SOURCE.fullmatch(source)
    if found is None or not _host_matches(found["host"], ancestor.host):
        return Browsers.NONE
    scheme_wanted = found["scheme"] or page.scheme
    if not _scheme_matches(scheme_wanted, ancestor.scheme):
        return Browsers.NONE
    port = _port_matches(found["port"], ancestor, upgraded=scheme_wanted != ancestor.scheme)
    # An ancestor is compared without its path. Chromium compares a source's with that, Firefox passes it over.
    return port if _IS_ROOT.match(found["path"] or "/") else min(port, Browsers.FIREFOX)


def _scheme_matches(wanted: str, scheme: str) -> bool:
    """A source that names http means https as well, not the other way round."""
    return wanted == scheme or (wanted, scheme) == ("http", "https")


def _host_matches(pattern: str, host: str) -> bool:
    if pattern.startswith("*"):
        return host.endswith(pattern[1:])
    return pattern == host


def _port_matches(port: str | None, ancestor: Origin, *, upgraded: bool) -> Browsers:
    """A port is its scheme's own unless it is named.

    ``upgraded`` says that the source names http and the ancestor has https. Chromium takes 443 for 80 then, and no port
    but that; Firefox does the one always, and asks no other.
    """
    if port is None:
        return Browsers.ALL if ancestor.port == DEFAULT_PORTS.get(ancestor.scheme) else Browsers.NONE
    if port == "*":
        return Browsers.ALL
    if int(port[:6]) == ancestor.port:
        return Browsers.FIREFOX if upgraded else Browsers.ALL
    if (port, ancestor.port) == ("80", 443):
        return Browsers.ALL if upgraded else Browsers.FIREFOX
    return Browsers.NONE
