"""Whether a page may be shown in a frame of the portal, judged by its answer's headers as browsers judge it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bxdesk.checks.frame_ancestors import Browsers, frame_ancestors
from bxdesk.checks.origin import Origin

FRAME_OPTIONS = "X-Frame-Options"
SECURITY_POLICY = "Content-Security-Policy"
_KNOWN_OPTIONS = frozenset(("deny", "sameorigin", "allowall"))


@dataclass(frozen=True, slots=True)
class Framing:
    """Which browsers show a page in the portal. ``header`` and ``said`` decided it; empty where nothing speaks."""

    shown_by: Browsers
    header: str = ""
    said: str = ""


def framing(headers: Iterable[tuple[str, str]], page: Origin, portal: Origin) -> Framing:
    """Judges all the headers of an answer of ``page`` together (HTML Standard, CSP Level 3).

    ``page`` is where the redirects ended; browsers pass over the headers on the way. Every enforced policy with
    ``frame-ancestors`` must let the portal in; ``X-Frame-Options`` counts only without any. A policy in the page's own
    markup or for reports alone forbids no frame.
    """
    named: dict[str, list[str]] = {}
    for name, value in headers:
        named.setdefault(name.lower(), []).append(value)
    policies = list(frame_ancestors(named.get(SECURITY_POLICY.lower(), ())))
    if policies:
        strictest = min(policies, key=lambda policy: policy.allows(portal, page))
        return Framing(strictest.allows(portal, page), SECURITY_POLICY, str(strictest))
    return _by_frame_options(named.get(FRAME_OPTIONS.lower(), []), page, portal)


def _by_frame_options(values: list[str], page: Origin, portal: Origin) -> Framing:
    """Values that contradict each other forbid the frame; a single one that no browser knows is passed over."""
    said = ", ".join(values)
    options = {option.strip(" \t").lower() for option in said.split(",")}
    if len(options) > 1:
        allowed = not options & _KNOWN_OPTIONS
    else:
        allowed = "deny" not in options and ("sameorigin" not in options or page == portal)
    return Framing(Browsers.ALL if allowed else Browsers.NONE, FRAME_OPTIONS if values else "", said)
