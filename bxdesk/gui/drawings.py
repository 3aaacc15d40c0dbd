"""Where a placement is in the portal's interface, as drawings made of a few kinds of shapes.

A drawing is :data:`WIDTH` by :data:`HEIGHT` units. It shows no words but the widget's own title, in its spot, so there
is nothing in it to translate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

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


def _words(x: float, y: float, *widths: float, step: float = 6) -> Shapes:
    return tuple(Shape(Kind.WORDS, x, y + step * number, width, 2.4) for number, width in enumerate(widths))


def _row(kind: Kind, x: float, y: float, h: float, *widths: float, gap: float = 3) -> Shapes:
    found: list[Shape] = []
    for width in widths:
        found.append(Shape(kind, x, y, width, h))
        x += width + gap
    return tuple(found)


_PAGE: Shapes = (
    Shape(Kind.PAGE, 0, 0, WIDTH, HEIGHT),
    Shape(Kind.PANEL, 0, 0, 30, HEIGHT),
    *_words(6, 10, 16, 18, 13, 17, 15, 18, 12, 16, step=10),
)
"""A page of the portal with its main menu."""
_HEAD: Shapes = (Shape(Kind.STRONG, 36, 7, 22, 4), *_row(Kind.BUTTON, 118, 5, 8, 17, 16))
_CARD: Shapes = (
    Shape(Kind.PAGE, 0, 0, WIDTH, HEIGHT),
    Shape(Kind.STRONG, 6, 6, 40, 4),
    *_row(Kind.WORDS, 6, 20, 2.4, 14, 16, 12, 15, gap=6),
    Shape(Kind.PANEL, 5, 29, 58, 66),
    *(
        shape
        for number, width in enumerate((34, 26, 40, 22))
        for shape in _words(10, 35 + 15 * number, 18, width, step=5)
    ),
    Shape(Kind.PANEL, 68, 29, 87, 66),
)
"""A CRM card: fields on the left, the timeline on the right."""
_RECORDS: Shapes = tuple(
    shape
    for number in range(2)
    for shape in (
        Shape(Kind.ROUND, 73, 52 + 21 * number, 7, 7),
        *_words(84, 52.5 + 21 * number, 38, 52, 30, step=5),
    )
)
_LIST: Shapes = (
    *_PAGE,
    *_HEAD,
    Shape(Kind.PANEL, 36, 19, 118, 76),
    *(
        shape
        for number in range(6)
        for shape in (
            Shape(Kind.BUTTON, 40, 24 + 12 * number, 4, 4),
            *_row(Kind.WORDS, 49, 25 + 12 * number, 2.4, 28, 20, 24, gap=8),
        )
    ),
)
_COLUMNS: Shapes = (
    *_PAGE,
    *_HEAD,
    *(Shape(Kind.STRONG, 36 + 40 * number, 21, 37, 4) for number in range(3)),
    *(
        shape
        for column in range(3)
        for row in range(3 - column % 2)
        for shape in (
            Shape(Kind.PANEL, 36 + 40 * column, 29 + 22 * row, 37, 19),
            *_words(40 + 40 * column, 34 + 22 * row, 24, 17),
        )
    ),
)
_CHAT: Shapes = (
    Shape(Kind.PAGE, 0, 0, WIDTH, HEIGHT),
    Shape(Kind.PANEL, 0, 0, 46, HEIGHT),
    *(
        shape
        for number in range(5)
        for shape in (
            Shape(Kind.ROUND, 5, 8 + 18 * number, 9, 9),
            *_words(18, 9.5 + 18 * number, 22, 16, step=5),
        )
    ),
    Shape(Kind.PANEL, 54, 10, 52, 17),
    *_words(59, 15, 38, 28),
    Shape(Kind.PANEL, 84, 33, 52, 17),
    *_words(89, 38, 40, 22),
    Shape(Kind.PANEL, 50, 84, 106, 12),
)
_TASK: Shapes = (
    Shape(Kind.PAGE, 0, 0, WIDTH, HEIGHT),
    Shape(Kind.STRONG, 6, 6, 52, 4),
    Shape(Kind.PANEL, 5, 15, 104, 32),
    *_words(10, 21, 84, 72, 60),
    Shape(Kind.PANEL, 114, 15, 41, 32),
    *_words(118, 21, 22, 28, 18),
)


def _menu(x: float, y: float, w: float, before: int, after: int) -> tuple[Shapes, Spot]:
    """An open menu whose entries surround the spot."""
    entries = before + after + 1
    lines = [number for number in range(entries) if number != before]
    shapes = (
        Shape(Kind.MENU, x, y, w, 10 * entries + 4),
        *(Shape(Kind.WORDS, x + 5, y + 5.6 + 10 * line, w * (0.5 + 0.12 * (line % 3)), 2.4) for line in lines),
    )
    return shapes, Spot(x + 2, y + 2 + 10 * before, w - 4, 10)


def _with_menu(base: Shapes, x: float, y: float, w: float, before: int = 2, after: int = 0) -> Drawing:
    menu, spot = _menu(x, y, w, before, after)
    return Drawing((*base, *menu), spot)


def _tiles(*empty: tuple[int, int]) -> Shapes:
    return tuple(
        shape
        for row in range(2)
        for column in range(3)
        for shape in (
            Shape(Kind.PANEL, 36 + 40 * column, 20 + 38 * row, 37, 34),
            Shape(Kind.ROUND, 48 + 40 * column, 25 + 38 * row, 13, 13),
            *(() if (row, column) in empty else _words(43 + 40 * column, 45 + 38 * row, 23)),
        )
    )


_TIMELINE: Shapes = (*_CARD, *_row(Kind.WORDS, 73, 37, 2.4, 8, 8, gap=3), *_RECORDS)
_ANALYTICS: Shapes = (
    *_PAGE,
    *_HEAD,
    Shape(Kind.PANEL, 36, 19, 56, 76),
    *_words(41, 26, 24, 28, step=10),
    *_words(41, 66, 26, 20, step=10),
    Shape(Kind.PANEL, 96, 19, 58, 76),
    *(
        Shape(Kind.BUTTON, 101 + 8.6 * number, 86 - height, 5, height)
        for number, height in enumerate((22, 38, 30, 52, 44, 60))
    ),
)
_FORM: Shapes = (
    *_CARD[:3],
    Shape(Kind.PANEL, 5, 29, 150, 66),
    *_words(11, 35, 24),
    Shape(Kind.MENU, 10, 41, 90, 11),
    *_words(15, 45.5, 34),
)
_TABS: Shapes = _row(Kind.WORDS, 8, 56, 2.4, 16, 14, 18, gap=6)
_PROFILE: Shapes = (
    Shape(Kind.PAGE, 0, 0, WIDTH, HEIGHT),
    Shape(Kind.STRONG, 6, 6, 36, 4),
    Shape(Kind.PANEL, 5, 29, 50, 66),
    Shape(Kind.ROUND, 18, 36, 24, 24),
    *_words(14, 68, 32, 24, 28),
    Shape(Kind.PANEL, 60, 29, 95, 66),
    *_words(66, 36, 30, 54, 26, 48, 34, 60, step=9),
)
_FRAME: Shapes = (*_PAGE, Shape(Kind.PANEL, 34, 5, 122, 90))

ANYWHERE = Drawing(_FRAME, Spot(38, 9, 114, 82, framed=True))
"""For placements that nobody documented."""

DRAWINGS: Mapping[str, Drawing] = MappingProxyType(
    {
        "timeline": Drawing(_TIMELINE, Spot(98, 33, 54, 10)),
        "contact_center": Drawing((*_PAGE, *_HEAD, *_tiles((1, 1))), Spot(69, 78.5, 51, 10.5)),
        "card_tab": Drawing((*_TIMELINE, *_words(142, 20, 12)), Spot(84, 16, 54, 10.5)),
        "card_toolbar": _with_menu((*_TIMELINE, Shape(Kind.BUTTON, 138, 5, 17, 8)), 87, 15, 68),
        "list_row": _with_menu(_LIST, 46, 41, 68),
        "list_toolbar": _with_menu(_LIST, 85, 15, 68),
        "timeline_record": _with_menu((*_TIMELINE, Shape(Kind.BUTTON, 145, 51, 6, 6)), 85, 59, 66),
        "document_button": _with_menu((*_TIMELINE, Shape(Kind.BUTTON, 112, 5, 26, 8)), 87, 15, 68, before=1),
        "robot_designer": Drawing(_COLUMNS, Spot(62, 4, 53, 10)),
        "pipelines": Drawing(_COLUMNS, Spot(62, 4, 53, 10)),
        "crm_other": Drawing(_ANALYTICS, Spot(38, 45, 52, 10)),
        "requisites": _with_menu(_FORM, 10, 53, 90, before=1, after=1),
        "chat_textarea": Drawing(
            (*_CHAT, Shape(Kind.MENU, 92, 52, 62, 30), *_row(Kind.ROUND, 120, 87, 6, 6, 6, 6, gap=4)),
            Spot(94, 54, 58, 26, framed=True),
        ),
        "chat_panel": Drawing(
            (*_CHAT, Shape(Kind.MENU, 108, 0, 52, HEIGHT), *_words(114, 10, 26, 34), *_words(114, 82, 30, 22)),
            Spot(110, 26, 48, 46, framed=True),
        ),
        "chat_navigation": Drawing((*_CHAT, *_row(Kind.ROUND, 5, 8, 9, 9)), Spot(2, 60, 50, 11)),
        "chat_menu": _with_menu(_CHAT, 86, 44, 68),
        "task_card": Drawing(
            (*_TASK, *_TABS, Shape(Kind.PANEL, 5, 65, 104, 30), *_words(10, 72, 80, 64, 70)), Spot(72, 52, 52, 10)
        ),
        "tasks": _with_menu(_LIST, 85, 15, 68),
        "workgroups": Drawing(
            (
                *_PAGE,
                Shape(Kind.ROUND, 36, 5, 12, 12),
                Shape(Kind.STRONG, 52, 9, 44, 4),
                *_row(Kind.WORDS, 38, 27, 2.4, 14, 12, 15, gap=5),
                Shape(Kind.PANEL, 36, 36, 118, 59),
                *_words(42, 43, 90, 74, 82, 60, step=9),
            ),
            Spot(96, 23, 54, 10),
        ),
        "users": Drawing((*_PROFILE, *_row(Kind.WORDS, 8, 20, 2.4, 14, 12, gap=6)), Spot(46, 16, 54, 10)),
        "telephony": Drawing(
            (
                *_PAGE,
                *_HEAD,
                Shape(Kind.MENU, 62, 22, 92, 70),
                Shape(Kind.ROUND, 68, 28, 12, 12),
                *_words(84, 30, 36, 24),
                *_row(Kind.BUTTON, 68, 80, 8, 24, 24),
            ),
            Spot(66, 44, 84, 33, framed=True),
        ),
        "calendar": Drawing(
            (
                *_PAGE,
                *_HEAD[:1],
                Shape(Kind.PANEL, 36, 19, 118, 76),
                *(
                    Shape(Kind.BUTTON, 39 + 16.4 * (number % 7), 23 + 14.4 * (number // 7), 14, 12)
                    for number in range(35)
                ),
            ),
            Spot(100, 4, 54, 10),
        ),
        "main_menu": Drawing(
            (
                *_PAGE[:2],
                *_words(6, 10, 16, 18, 13, step=10),
                *_words(6, 62, 18, 12, 16, step=10),
                *_HEAD,
                Shape(Kind.PANEL, 36, 19, 118, 76),
            ),
            Spot(2, 42, 56, 11),
        ),
        "bi": Drawing(_ANALYTICS, Spot(38, 45, 52, 10)),
        "app_address": ANYWHERE,
        "background_worker": Drawing(_PAGE, Spot(38, 66, 114, 26, framed=True)),
        "connector": Drawing(
            (*_PAGE, *_HEAD, *_tiles(), Shape(Kind.MENU, 70, 0, 90, HEIGHT)), Spot(75, 8, 80, 84, framed=True)
        ),
    }
)
