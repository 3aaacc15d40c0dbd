"""Who looks at the portal's pages: the language that they read, and what is told of a widget in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .contents import DEFAULT_LANGUAGE, LANGUAGES

if TYPE_CHECKING:
    from starlette.requests import Request

    from .contents import Row

_OWN_NAMES = {"pt": "br", "uk": "ua", "vi": "vn", "zh": "sc"}
"""Languages that a portal calls otherwise than browsers do."""


def language_of(request: Request) -> str:
    """The first of the browser's languages that the portal speaks. On a portal it stands in the person's settings."""
    for wanted in request.headers.get("accept-language", "").split(","):
        name = wanted.partition(";")[0].partition("-")[0].strip().lower()
        if (known := _OWN_NAMES.get(name, name)) in LANGUAGES:
            return known
    return DEFAULT_LANGUAGE


def title_in(language: str, row: Row) -> str:
    """A widget's title for somebody who reads this language; the portal's own where there is none in it."""
    return (row.texts.get(language) or {}).get("TITLE") or row.title or row.placement
