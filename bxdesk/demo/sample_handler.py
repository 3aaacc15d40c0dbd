"""A handler to begin with, on the portal's own site: a page that shows what it received, as any app's page could."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

from . import php
from .json_body import parse
from .pages import page

if TYPE_CHECKING:
    from .php import PhpArray

PATH = "/sample-handler/"
_SECRET = frozenset({"AUTH_ID", "REFRESH_ID", "APPLICATION_TOKEN", "APP_SID"})
_LONGEST = 200
# Whoever tries a handler out frames it from an address of their own, and nothing secret is on the page.
_POLICY = "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors *"


def received(call: PhpArray) -> HTMLResponse:
    """The page for a call, whose fields came in the query or the body."""
    fields = {str(name): _shown(str(name), php.string(value)) for name, value in call.items()}
    placement, item = fields.get("PLACEMENT"), _item(php.string(call.get("PLACEMENT_OPTIONS")))
    rows = "".join(f"<tr><th>{escape(name)}</th><td>{value}</td></tr>" for name, value in fields.items())
    table = f'<div class="scroll"><table><tbody>{rows}</tbody></table></div>' if rows else ""
    what = f"It was opened at {placement}.{item}" if placement else "It was opened without the portal's call."
    return HTMLResponse(
        page("Sample handler", f"<h1>Sample handler</h1><p>{what}</p>{table}", "wide"),
        headers={"Content-Security-Policy": _POLICY},
    )


def _shown(name: str, value: str) -> str:
    if name in _SECRET:
        return f"<em>a secret of {len(value)} characters</em>"
    return escape(value[:_LONGEST])


def _item(text: str) -> str:
    """What it was opened on, in words, as far as the portal tells it."""
    try:
        options = parse(text.encode())
    except ValueError:
        return ""
    names = [name for name in ("ID", "ENTITY_ID") if isinstance(options, dict) and name in options]
    return f" Its item is {escape(str(options[names[0]])[:_LONGEST])}." if names else ""
