"""The pages of a portal's interface that a place is drawn on: a list, a card, a chat, a task."""

from __future__ import annotations

from bxdesk.gui.drawing.shapes import HEIGHT, WIDTH, Kind, Shape, Shapes, in_row, lines

PAGE: Shapes = (
    Shape(Kind.PAGE, 0, 0, WIDTH, HEIGHT),
    Shape(Kind.PANEL, 0, 0, 30, HEIGHT),
    *lines(6, 10, 16, 18, 13, 17, 15, 18, 12, 16, step=10),
)
"""A page of the portal with its main menu."""
HEAD: Shapes = (Shape(Kind.STRONG, 36, 7, 22, 4), *in_row(Kind.BUTTON, 118, 5, 8, 17, 16))
CARD: Shapes = (
    Shape(Kind.PAGE, 0, 0, WIDTH, HEIGHT),
    Shape(Kind.STRONG, 6, 6, 40, 4),
    *in_row(Kind.WORDS, 6, 20, 2.4, 14, 16, 12, 15, gap=6),
    Shape(Kind.PANEL, 5, 29, 58, 66),
    *(
        shape
        for number, width in enumerate((34, 26, 40, 22))
        for shape in lines(10, 35 + 15 * number, 18, width, step=5)
    ),
    Shape(Kind.PANEL, 68, 29, 87, 66),
)
"""A CRM card: fields on the left, the timeline on the right."""
_RECORDS: Shapes = tuple(
    shape
    for number in range(2)
    for shape in (
        Shape(Kind.ROUND, 73, 52 + 21 * number, 7, 7),
        *lines(84, 52.5 + 21 * number, 38, 52, 30, step=5),
    )
)
LIST: Shapes = (
    *PAGE,
    *HEAD,
    Shape(Kind.PANEL, 36, 19, 118, 76),
    *(
        shape
        for number in range(6)
        for shape in (
            Shape(Kind.BUTTON, 40, 24 + 12 * number, 4, 4),
            *in_row(Kind.WORDS, 49, 25 + 12 * number, 2.4, 28, 20, 24, gap=8),
        )
    ),
)
COLUMNS: Shapes = (
    *PAGE,
    *HEAD,
    *(Shape(Kind.STRONG, 36 + 40 * number, 21, 37, 4) for number in range(3)),
    *(
        shape
        for column in range(3)
        for row in range(3 - column % 2)
        for shape in (
            Shape(Kind.PANEL, 36 + 40 * column, 29 + 22 * row, 37, 19),
            *lines(40 + 40 * column, 34 + 22 * row, 24, 17),
        )
    ),
)
CHATS: Shapes = tuple(
    shape
    for number in range(5)
    for shape in (
        Shape(Kind.ROUND, 5, 8 + 18 * number, 9, 9),
        *lines(18, 9.5 + 18 * number, 22, 16, step=5),
    )
)
CHAT: Shapes = (
    Shape(Kind.PAGE, 0, 0, WIDTH, HEIGHT),
    Shape(Kind.PANEL, 0, 0, 46, HEIGHT),
    *CHATS,
    Shape(Kind.PANEL, 54, 10, 52, 17),
    *lines(59, 15, 38, 28),
    Shape(Kind.PANEL, 84, 33, 52, 17),
    *lines(89, 38, 40, 22),
    Shape(Kind.PANEL, 50, 84, 106, 12),
)
TASK: Shapes = (
    Shape(Kind.PAGE, 0, 0, WIDTH, HEIGHT),
    Shape(Kind.STRONG, 6, 6, 52, 4),
    Shape(Kind.PANEL, 5, 15, 104, 32),
    *lines(10, 21, 84, 72, 60),
    Shape(Kind.PANEL, 114, 15, 41, 32),
    *lines(118, 21, 22, 28, 18),
)
TIMELINE: Shapes = (*CARD, *in_row(Kind.WORDS, 73, 37, 2.4, 8, 8, gap=3), *_RECORDS)
ANALYTICS: Shapes = (
    *PAGE,
    *HEAD,
    Shape(Kind.PANEL, 36, 19, 56, 76),
    *lines(41, 26, 24, 28, step=10),
    *lines(41, 66, 26, 20, step=10),
    Shape(Kind.PANEL, 96, 19, 58, 76),
    *(
        Shape(Kind.BUTTON, 101 + 8.6 * number, 86 - height, 5, height)
        for number, height in enumerate((22, 38, 30, 52, 44, 60))
    ),
)
FORM: Shapes = (
    *CARD[:3],
    Shape(Kind.PANEL, 5, 29, 150, 66),
    *lines(11, 35, 24),
    Shape(Kind.MENU, 10, 41, 90, 11),
    *lines(15, 45.5, 34),
)
TABS: Shapes = in_row(Kind.WORDS, 8, 56, 2.4, 16, 14, 18, gap=6)
PROFILE: Shapes = (
    Shape(Kind.PAGE, 0, 0, WIDTH, HEIGHT),
    Shape(Kind.STRONG, 6, 6, 36, 4),
    Shape(Kind.PANEL, 5, 29, 50, 66),
    Shape(Kind.ROUND, 18, 36, 24, 24),
    *lines(14, 68, 32, 24, 28),
    Shape(Kind.PANEL, 60, 29, 95, 66),
    *lines(66, 36, 30, 54, 26, 48, 34, 60, step=9),
)
FRAME: Shapes = (*PAGE, Shape(Kind.PANEL, 34, 5, 122, 90))


def tiles(*empty: tuple[int, int]) -> Shapes:
    """Four tiles; those that are ``empty``, by row and column, have no text yet."""
    return tuple(
        shape
        for row in range(2)
        for column in range(2)
        for shape in (
            Shape(Kind.PANEL, 36 + 61 * column, 20 + 38 * row, 57, 34),
            Shape(Kind.ROUND, 58 + 61 * column, 25 + 38 * row, 13, 13),
            *(() if (row, column) in empty else lines(48 + 61 * column, 45 + 38 * row, 33)),
        )
    )
