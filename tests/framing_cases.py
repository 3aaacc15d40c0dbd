"""Answers of handlers, and which browsers show them in a frame of a portal: for our verdict and for theirs."""

from __future__ import annotations

from dataclasses import dataclass

from bxdesk.checks.frame_ancestors import Browsers

PORTAL = "https://acme.bitrix24.test"
PORTAL_8443 = "https://acme.bitrix24.test:8443"
PORTAL_HTTP = "http://acme.bitrix24.test"
PORTAL_LOOPBACK = "http://127.0.0.1:8080"
PORTAL_PRIVATE = "http://10.0.0.5"
HANDLER = "https://widgets.example.test"
HANDLER_8443 = "https://widgets.example.test:8443"
HANDLER_HTTP = "http://widgets.example.test"
XFO = "X-Frame-Options"
NONE, FIREFOX, ALL = Browsers
CSP = "Content-Security-Policy"


@dataclass(frozen=True)
class Case:
    """Headers as they stand in an answer, whose page is at `page`, in a frame of a page at `portal`."""

    headers: tuple[str, ...]
    shown: Browsers
    page: str = HANDLER
    portal: str = PORTAL
    markup: str = ""
    redirect: bool = False
    """The headers are those of a redirect; the page that it leads to has none."""

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The headers as names and values."""
        return [(name, value.strip()) for name, _, value in (header.partition(":") for header in self.headers)]

    def __str__(self) -> str:
        places = [] if (self.page, self.portal) == (HANDLER, PORTAL) else [f"{self.page} in {self.portal}"]
        places.extend([self.markup] * bool(self.markup) + ["on a redirect"] * self.redirect)
        return " | ".join((*self.headers, *places)) or "no headers"


def _options(values: str, *, shown: Browsers, page: str = HANDLER, portal: str = PORTAL) -> Case:
    """One header for each value between bars."""
    return Case(tuple(f"{XFO}: {value}" for value in values.split("|")), shown, page, portal)


def _ancestors(sources: str, *, shown: Browsers, page: str = HANDLER, portal: str = PORTAL) -> Case:
    return Case((f"{CSP}: frame-ancestors {sources}",), shown, page, portal)


def _policies(*policies: str, shown: Browsers) -> Case:
    """One header for each policy."""
    return Case(tuple(f"{CSP}: {policy}" for policy in policies), shown)


CASES = (
    Case((), shown=ALL),
    # X-Frame-Options alone
    _options("DENY", shown=NONE),
    _options("deny", shown=NONE),
    _options("Deny ", shown=NONE),
    _options("SAMEORIGIN", shown=NONE),
    _options("SameOrigin", shown=ALL, page=PORTAL),
    _options("SAMEORIGIN", shown=NONE, page=PORTAL_8443),
    _options("SAMEORIGIN", shown=NONE, page=PORTAL, portal=PORTAL_HTTP),
    _options("ALLOWALL", shown=ALL),
    _options("ALLOW-FROM https://acme.bitrix24.test", shown=ALL),
    _options("ALLOW-FROM https://other.example.test", shown=ALL),
    _options("nonsense", shown=ALL),
    _options("", shown=ALL),
    _options("DENY;", shown=ALL),
    _options('"DENY"', shown=ALL),
    # several values, in one header or many
    _options("DENY, DENY", shown=NONE),
    _options("DENY|DENY", shown=NONE),
    _options("SAMEORIGIN, SAMEORIGIN", shown=ALL, page=PORTAL),
    _options("SAMEORIGIN, DENY", shown=NONE, page=PORTAL),
    _options("SAMEORIGIN|ALLOWALL", shown=NONE, page=PORTAL),
    _options("ALLOWALL, nonsense", shown=NONE),
    _options("nonsense, nothing", shown=ALL),
    _options("nonsense, DENY", shown=NONE),
    _options("SAMEORIGIN, ALLOW-FROM https://acme.bitrix24.test", shown=NONE),
    # sources of frame-ancestors
    _ancestors("'none'", shown=NONE),
    _ancestors("'NONE'", shown=NONE),
    _ancestors("none", shown=NONE),
    _ancestors("", shown=NONE),
    _ancestors("'self'", shown=NONE),
    _ancestors("'self'", shown=ALL, page=PORTAL),
    _ancestors("'SELF'", shown=ALL, page=PORTAL),
    _ancestors("self", shown=NONE, page=PORTAL),
    _ancestors("*", shown=ALL),
    _ancestors("*", shown=ALL, page=HANDLER_HTTP, portal=PORTAL_HTTP),
    _ancestors("https:", shown=ALL),
    _ancestors("HTTPS:", shown=ALL),
    _ancestors("http:", shown=ALL),
    _ancestors("https:", shown=NONE, page=HANDLER_HTTP, portal=PORTAL_HTTP),
    _ancestors("https", shown=NONE),
    _ancestors("ftp:", shown=NONE),
    _ancestors("https://acme.bitrix24.test", shown=ALL),
    _ancestors("https://ACME.bitrix24.Test", shown=ALL),
    _ancestors("https://other.example.test", shown=NONE),
    _ancestors("https://other.example.test https://acme.bitrix24.test", shown=ALL),
    _ancestors("'none' https://acme.bitrix24.test", shown=ALL),
    _ancestors("https://acme.bitrix24.test 'none'", shown=ALL),
    _ancestors("nonsense! https://acme.bitrix24.test", shown=ALL),
    _ancestors("nonsense!", shown=NONE),
    _ancestors("'unsafe-inline'", shown=NONE),
    _ancestors("\thttps://acme.bitrix24.test\t ", shown=ALL),
    # schemes
    _ancestors("acme.bitrix24.test", shown=ALL),
    _ancestors("acme.bitrix24.test", shown=NONE, portal=PORTAL_HTTP),
    _ancestors("acme.bitrix24.test", shown=ALL, page=HANDLER_HTTP, portal=PORTAL_HTTP),
    _ancestors("http://acme.bitrix24.test", shown=ALL),
    _ancestors("https://acme.bitrix24.test", shown=NONE, page=HANDLER_HTTP, portal=PORTAL_HTTP),
    # wildcards
    _ancestors("https://*.bitrix24.test", shown=ALL),
    _ancestors("*.bitrix24.test", shown=ALL),
    _ancestors("https://*.acme.bitrix24.test", shown=NONE),
    _ancestors("https://*.test", shown=ALL),
    _ancestors("https://acme.*.test", shown=NONE),
    _ancestors("https://*bitrix24.test", shown=NONE),
    _ancestors("https://*", shown=ALL),
    # ports
    _ancestors("https://acme.bitrix24.test:443", shown=ALL),
    _ancestors("https://acme.bitrix24.test:8443", shown=NONE),
    _ancestors("https://acme.bitrix24.test:*", shown=ALL),
    _ancestors("acme.bitrix24.test:80", shown=FIREFOX),
    _ancestors("https://acme.bitrix24.test", shown=NONE, portal=PORTAL_8443),
    _ancestors("https://acme.bitrix24.test:8443", shown=ALL, portal=PORTAL_8443),
    _ancestors("https://acme.bitrix24.test:*", shown=ALL, portal=PORTAL_8443),
    _ancestors("*:8443", shown=ALL, portal=PORTAL_8443),
    _ancestors("https:", shown=ALL, portal=PORTAL_8443),
    _ancestors("*.bitrix24.test", shown=NONE, portal=PORTAL_8443),
    _ancestors("'self'", shown=NONE, page=PORTAL_8443),
    _ancestors("http://acme.bitrix24.test:80", shown=ALL),
    _ancestors("*:80", shown=FIREFOX),
    _ancestors("https://acme.bitrix24.test:80", shown=FIREFOX),
    _ancestors("http://acme.bitrix24.test:8443", shown=FIREFOX, portal=PORTAL_8443),
    _ancestors("http://acme.bitrix24.test:443", shown=FIREFOX),
    _ancestors("https://acme.bitrix24.test:", shown=NONE),
    _ancestors("https://acme.bitrix24.test.", shown=NONE),
    _ancestors("//acme.bitrix24.test", shown=NONE),
    _ancestors("https://user@acme.bitrix24.test", shown=NONE),
    # numbers for hosts
    _ancestors("http://127.0.0.1:8080", shown=ALL, page=HANDLER_HTTP, portal=PORTAL_LOOPBACK),
    _ancestors("http://127.0.0.1:*", shown=ALL, page=HANDLER_HTTP, portal=PORTAL_LOOPBACK),
    _ancestors("http://localhost:8080", shown=NONE, page=HANDLER_HTTP, portal=PORTAL_LOOPBACK),
    _ancestors("http://10.0.0.5", shown=ALL, page=HANDLER_HTTP, portal=PORTAL_PRIVATE),
    _ancestors("http://10.0.0.*", shown=NONE, page=HANDLER_HTTP, portal=PORTAL_PRIVATE),
    _ancestors("*.0.0.5", shown=ALL, page=HANDLER_HTTP, portal=PORTAL_PRIVATE),
    # paths
    _ancestors("https://acme.bitrix24.test/", shown=ALL),
    _ancestors("https://acme.bitrix24.test/crm/", shown=FIREFOX),
    _ancestors("https://acme.bitrix24.test/other/page", shown=FIREFOX),
    _ancestors("https://acme.bitrix24.test/?a=b", shown=ALL),
    _ancestors("https://acme.bitrix24.test?a=b", shown=FIREFOX),
    _ancestors("https://acme.bitrix24.test/#there", shown=ALL),
    # the policy around it
    _policies("img-src 'none'", shown=ALL),
    _policies("img-src 'self'; FRAME-Ancestors https://acme.bitrix24.test;", shown=ALL),
    _policies("frame-ancestors 'none'; frame-ancestors *", shown=NONE),
    _policies("frame-ancestors *; frame-ancestors 'none'", shown=ALL),
    _policies(";;frame-ancestors 'none'", shown=NONE),
    _policies("frame-ancestors *", "frame-ancestors 'none'", shown=NONE),
    _policies("frame-ancestors *", "frame-ancestors https:", shown=ALL),
    _policies("frame-ancestors *, frame-ancestors 'none'", shown=NONE),
    _policies("frame-ancestors https://acme.bitrix24.test, img-src *", shown=ALL),
    _policies("frame-ancestors https://acme.bitrix24.test, https://other.example.test", shown=ALL),
    _policies("frame-ancestors https://other.example.test, https://acme.bitrix24.test", shown=NONE),
    Case((f"{CSP}-Report-Only: frame-ancestors 'none'",), shown=ALL),
    Case((), shown=ALL, markup="<meta http-equiv='Content-Security-Policy' content=\"frame-ancestors 'none'\">"),
    Case((), shown=ALL, markup="<meta http-equiv='X-Frame-Options' content='DENY'>"),
    # on the way
    Case((f"{XFO}: DENY",), shown=ALL, redirect=True),
    Case((f"{CSP}: frame-ancestors 'none'",), shown=ALL, redirect=True),
    # both
    Case((f"{XFO}: DENY", f"{CSP}: frame-ancestors https://acme.bitrix24.test"), shown=ALL),
    Case((f"{XFO}: ALLOWALL", f"{CSP}: frame-ancestors 'none'"), shown=NONE),
    Case((f"{XFO}: DENY", f"{CSP}: img-src *"), shown=NONE),
    Case((f"{XFO}: DENY", f"{CSP}-Report-Only: frame-ancestors *"), shown=NONE),
    Case((f"{XFO}: SAMEORIGIN", f"{CSP}: frame-ancestors"), shown=NONE, page=PORTAL),
)
