"""The few kinds of shapes that the drawings of places are made of.

A drawing is :data:`WIDTH` by :data:`HEIGHT` units.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

WIDTH, HEIGHT = 160, 100


class Kind(Enum):
    """What a shape stands for."""

    PAGE = "page"
    """The ground that everything stands on."""
    PANEL = "panel"
    """A white area with a fine edge."""
    MENU = "menu"
    """A panel that lies above others."""
    WORDS = "words"
    """A line of text that does not matter."""
    STRONG = "strong"
    """A heading, or what one is just looking at."""
    BUTTON = "button"
    ROUND = "round"
    """A face, an icon."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One rectangle or circle."""

    kind: Kind
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the widget's title stands; ``framed`` spots show the widget's page itself, with its title as a heading."""

    x: float
    y: float
    w: float
    h: float
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from the lowest to the highest, and the spot above all of them."""

    shapes: tuple[Shape, ...]
    spot: Spot


Shapes = tuple[Shape, ...]


def lines(x: float, y: float, *widths: float, step: float = 6) -> Shapes:
    """Lines of text of these widths, one under another."""
    return tuple(Shape(Kind.WORDS, x, y + step * number, width, 2.4) for number, width in enumerate(widths))


def in_row(kind: Kind, x: float, y: float, h: float, *widths: float, gap: float = 3) -> Shapes:
    """Shapes of one kind and these widths, side by side."""
    found: list[Shape] = []
    for width in widths:
        found.append(Shape(kind, x, y, width, h))
        x += width + gap
    return tuple(found)
