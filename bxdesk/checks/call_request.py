"""What is sent to a handler, as the portal's page and then a browser send it, and why a call ends early."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

import httpx

from bxdesk import __version__
from bxdesk.checks.check import CheckCode, CheckState
from bxdesk.checks.origin import Origin
from bxdesk.errors import BxdeskError, Problem
from bxdesk.placements.call_fields import ExampleCall, Travels

_LIKE_A_BROWSER = (
    (
        "User-Agent",
        f"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 bxdesk/{__version__}",
    ),
    ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    ("Accept-Language", "en"),
    ("Accept-Encoding", "gzip, deflate"),
    ("Upgrade-Insecure-Requests", "1"),
    ("Sec-Fetch-Dest", "iframe"),
    ("Sec-Fetch-Mode", "navigate"),
    ("Sec-Fetch-Site", "cross-site"),
)
_MADE_GET = (301, 302, 303)


@dataclass(frozen=True, slots=True)
class CallRequest:
    """One request on the way; ``form`` is what a POST carries, ``origin`` the page that it says to come from."""

    method: str
    url: httpx.URL
    form: str
    portal: Origin
    origin: str

    @classmethod
    def of(cls, call: ExampleCall, portal: Origin) -> CallRequest:
        """The first request: what the portal's page sends."""
        body = [(field.name, field.value) for field in call.fields if field.travels is Travels.BODY]
        return cls(call.method, httpx.URL(call.address), urlencode(body), portal, str(portal))

    def redirected(self, status: int, url: httpx.URL) -> CallRequest:
        """The request that follows an answer with this status: 307 and 308 keep a POST, the others make it a GET."""
        keeps_origin = Origin.of(url) == Origin.of(self.url)
        origin = self.origin if keeps_origin else "null"
        if status in _MADE_GET:
            return replace(self, method="GET", url=url, form="", origin=origin)
        return replace(self, url=url, origin=origin)

    @property
    def headers(self) -> list[tuple[str, str]]:
        """The headers, as far as a server may go by them."""
        own = [("Referer", f"{self.portal}/")]
        if self.method == "POST":
            own.extend((("Origin", self.origin), ("Content-Type", "application/x-www-form-urlencoded")))
        return [*_LIKE_A_BROWSER, *own]


class StoppedError(BxdeskError):
    """A call came no further; ``code`` is the question that this answers, and ``state`` how."""

    def __init__(self, code: CheckCode, state: CheckState, problem: Problem) -> None:
        super().__init__(problem)
        self.code = code
        self.state = state
