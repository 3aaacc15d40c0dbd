"""Where each placement is in the portal's interface: the drawings in ``resources/drawings``, one for each family.

A drawing has two colours, the text's (``currentColor``) and the ground's (``white``), and no words but the widget's own
title, which goes into its element ``title``: nothing in it is to be translated.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter

from bxdesk.placements.families.record import Family
from bxdesk.support.resources import resource

WIDTH, HEIGHT = 160, 100
"""The units of every drawing."""
_LINE = 16.0
"""Units: whatever is higher than a line shows the widget's page itself, with its title as a heading."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing, and the area in it that takes the title."""

    svg: bytes
    title: QRectF

    @property
    def shows_page(self) -> bool:
        """Whether the area is the widget's page, and not only an entry with its title."""
        return self.title.height() > _LINE

    def paint(self, painter: QPainter, area: QRectF, ink: QColor, ground: QColor) -> None:
        """Paints all but the title into ``area``."""
        from PySide6.QtSvg import QSvgRenderer  # needed after the first frame only

        svg = self.svg.replace(b"currentColor", ink.name().encode()).replace(b"white", ground.name().encode())
        QSvgRenderer(QByteArray(svg)).render(painter, area)


def drawing_of(family: Family | None) -> Drawing:
    """The drawing of a family; of any place at all for a placement that nobody documented."""
    return _drawing("anywhere" if family is None else family.key)


@lru_cache
def _drawing(name: str) -> Drawing:
    from PySide6.QtSvg import QSvgRenderer

    svg = resource("drawings", f"{name}.svg").read_bytes()
    return Drawing(svg, QSvgRenderer(QByteArray(svg)).boundsOnElement("title"))
