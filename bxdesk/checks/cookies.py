"""Which of a page's cookies a browser keeps and sends back inside a frame of another site (RFC 6265bis, CHIPS)."""

from __future__ import annotations

from dataclasses import dataclass

from bxdesk.checks.calling import Called
from bxdesk.checks.check import Check, CheckCode, CheckState, Fact
from bxdesk.checks.origin import Origin
from bxdesk.messages import message


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie as a header sets it; its value is passed over."""

    name: str
    same_site: str
    secure: bool
    partitioned: bool

    @classmethod
    def of(cls, header: str) -> Cookie:
        """Reads a ``Set-Cookie`` header."""
        pair, *attributes = header.split(";")
        given = {name.strip().lower(): value.strip() for name, _, value in (one.partition("=") for one in attributes)}
        return cls(
            pair.partition("=")[0].strip(),
            given.get("samesite", "").lower(),
            "secure" in given,
            "partitioned" in given,
        )

    @property
    def is_refused(self) -> bool:
        """Whether browsers give it to no frame of another site: without ``SameSite`` it is taken for ``Lax``."""
        return self.same_site != "none" or not self.secure


def cookie_check(handler: str, called: Called, portal: str) -> Check:
    """Whether the cookies that were set on the way work in a frame of the portal."""
    cookies = [
        Cookie.of(value)
        for hop in called.hops
        for name, value in hop.headers
        if name.lower() == "set-cookie" and not same_site(Origin.of(hop.request.url), Origin.of(portal))
    ]
    refused = tuple(dict.fromkeys(cookie.name for cookie in cookies if cookie.is_refused))
    whole = tuple(dict.fromkeys(cookie.name for cookie in cookies if not cookie.is_refused and not cookie.partitioned))
    facts: dict[str, Fact] = {"refused": refused, "unpartitioned": whole}
    code = CheckCode.HANDLER_COOKIES
    if refused:
        return Check(
            code,
            CheckState.WARNING,
            message("Browsers refuse these cookies in a frame: {names}.", names=", ".join(refused)),
            message("A sign-in or a basket of the page's own does not last from one step to the next."),
            message("Set them with SameSite=None; Secure; Partitioned."),
            handler,
            facts=facts,
        )
    if whole:
        return Check(
            code,
            CheckState.WARNING,
            message("Some browsers refuse these cookies in a frame: {names}.", names=", ".join(whole)),
            message("Safari does always, others when they block cookies of third parties."),
            message("Add Partitioned to them."),
            handler,
            facts=facts,
        )
    said = message("It sets no cookie that a frame would not get.")
    return Check(code, CheckState.OK, said, handler=handler, facts=facts)


def same_site(page: Origin, portal: Origin) -> bool:
    """Whether browsers take both for one site, as far as it can be told without the list of public suffixes.

    Hosts under a common name of two parts are one site, unless that is short as ``co.uk`` or a domain of portals.
    """
    if page.scheme != portal.scheme:
        return False
    if page.host == portal.host:
        return True
    common = page.host.split(".")[-2:]
    short = all(len(part) <= 3 for part in common)
    return common == portal.host.split(".")[-2:] and not short and common[0] != "bitrix24"
