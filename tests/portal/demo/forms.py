"""The forms on the demo portal's pages."""

from __future__ import annotations


def form_token(page: str) -> dict[str, str]:
    """The field that shows the portal that a form comes from its own page."""
    return {"sessid": page.partition('name="sessid" value="')[2].partition('"')[0]}
