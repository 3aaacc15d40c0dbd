"""Painting where a placement is in the portal's interface: the drawings in ``resources/drawings``.

A drawing has two colours, the text's (``currentColor``) and the ground's (``white``), and no words but the widget's own
title, which goes into its area: nothing in it is to be translated.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter

from bxdesk.placements.families.record import Family
from bxdesk.support import drawings


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing, and the area in it that takes the title."""

    svg: bytes
    title: QRectF
    shows_page: bool
    """Whether the area is the widget's page, and not only an entry with its title."""

    def paint(self, painter: QPainter, area: QRectF, ink: QColor, ground: QColor) -> None:
        """Paints all but the title into ``area``."""
        from PySide6.QtSvg import QSvgRenderer  # needed after the first frame only

        svg = self.svg.replace(b"currentColor", ink.name().encode()).replace(b"white", ground.name().encode())
        QSvgRenderer(QByteArray(svg)).render(painter, area)


def drawing_of(family: Family | None) -> Drawing:
    """The drawing of a family; of any place at all for a placement that nobody documented."""
    found = drawings.drawing(drawings.ANYWHERE if family is None else family.key)
    title = QRectF(found.x, found.y, found.width, found.height)
    return Drawing(found.svg.encode(), title, found.shows_page)
