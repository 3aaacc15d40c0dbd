"""The pages of the portal that widgets are put on, and the menu at their side."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .pages import page
from .widgets import NOTICE_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from .contents import Row
    from .places import Place

    Named: TypeAlias = tuple[Row, str]
    """A widget that is seen, and its title in the reader's language."""

_TILE_ICON = (
    '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">'
    '<path d="M4 5h16v11H9l-5 4z"/></svg>'
)


def menu(entries: Iterable[tuple[str, str]], widgets: Iterable[Named]) -> str:
    """The left menu: pages with their addresses, then what apps have put there."""
    links = "".join(f'<a href="{address}">{escape(title)}</a>' for title, address in entries)
    return f'<nav class="menu" aria-label="Main menu">{links}<hr>{"".join(map(_link, widgets))}</nav>'


def place(place: Place, parts: Iterable[tuple[str, Sequence[Named]]], notices: Iterable[Row], menu: str) -> str:
    """A list, the card of an item, or another page: what stands in each of its parts."""
    told = "".join(map(_notice, notices))
    item = f"?item={place.item}" if place.item else ""
    shown = "".join(
        f"<section><h2>{escape(name)}</h2><p class='widgets'>"
        f"{''.join(_link(one, item) for one in widgets) or '<span>Nothing here.</span>'}</p></section>"
        for name, widgets in parts
    )
    row = f'<p><a href="{place.card}">No. 1</a></p>' if place.card else ""
    return page(place.title, f"<h1>{escape(place.title)}</h1>{told}{shown}{row}", "wide", menu)


def contact_center(tiles: Iterable[Named], menu: str) -> str:
    """The Contact Center, with the tiles of apps."""
    listed = "".join(f'<li><a href="/widgets/{row.id}">{_TILE_ICON}{escape(title)}</a></li>' for row, title in tiles)
    shown = f'<ul class="tiles">{listed}</ul>' if listed else "<p>Nothing here.</p>"
    return page("Contact Center", f"<h1>Contact Center</h1><h2>Partner solutions</h2>{shown}", "wide", menu)


def _link(widget: Named, item: str = "") -> str:
    row, title = widget
    return f'<a href="/widgets/{row.id}{item}">{escape(title)}</a>'


def _notice(row: Row) -> str:
    """What a person is told once of a widget that is new to them."""
    title, text = (escape(row.options[name]) for name in NOTICE_TEXTS)
    return (
        f'<aside class="notice"><strong>{title}</strong><p>{text}</p>'
        f'<a href="/app/{row.app_id}/?newUserNotification=Y">Learn more</a></aside>'
    )
