"""Where each placement is in the portal's interface, as a drawing.

A drawing shows no words but the widget's own title, in its spot, so there is nothing in it to translate.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.gui.drawing.drawing_grounds import (
    ANALYTICS,
    CHAT,
    CHATS,
    COLUMNS,
    FORM,
    FRAME,
    HEAD,
    LIST,
    PAGE,
    PROFILE,
    TABS,
    TASK,
    TIMELINE,
    tiles,
)
from bxdesk.gui.drawing.shapes import HEIGHT, Drawing, Kind, Shape, Shapes, Spot, in_row, lines


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


ANYWHERE = Drawing(FRAME, Spot(38, 9, 114, 82, framed=True))
"""For placements that nobody documented."""

DRAWINGS: Mapping[str, Drawing] = MappingProxyType(
    {
        "timeline": Drawing(TIMELINE, Spot(98, 33, 54, 10)),
        "contact_center": Drawing((*PAGE, *HEAD, *tiles((1, 1))), Spot(98.5, 77.5, 54, 11.5)),
        "card_tab": Drawing((*TIMELINE, *lines(142, 20, 12)), Spot(84, 16, 54, 10.5)),
        "card_toolbar": _with_menu((*TIMELINE, Shape(Kind.BUTTON, 138, 5, 17, 8)), 87, 15, 68),
        "list_row": _with_menu(LIST, 46, 41, 68),
        "list_toolbar": _with_menu(LIST, 85, 15, 68),
        "timeline_record": _with_menu((*TIMELINE, Shape(Kind.BUTTON, 145, 51, 6, 6)), 85, 59, 66),
        "document_button": _with_menu((*TIMELINE, Shape(Kind.BUTTON, 112, 5, 26, 8)), 87, 15, 68, before=1),
        "robot_designer": Drawing(COLUMNS, Spot(62, 4, 53, 10)),
        "pipelines": Drawing(COLUMNS, Spot(62, 4, 53, 10)),
        "crm_other": Drawing(ANALYTICS, Spot(38, 45, 52, 10)),
        "requisites": _with_menu(FORM, 10, 53, 90, before=1, after=1),
        "chat_textarea": Drawing(
            (*CHAT, Shape(Kind.MENU, 92, 52, 62, 30), *in_row(Kind.ROUND, 120, 87, 6, 6, 6, 6, gap=4)),
            Spot(94, 54, 58, 26, framed=True),
        ),
        "chat_panel": Drawing(
            (*CHAT, Shape(Kind.MENU, 108, 0, 52, HEIGHT), *lines(114, 10, 26, 34), *lines(114, 82, 30, 22)),
            Spot(110, 26, 48, 46, framed=True),
        ),
        "chat_navigation": Drawing((*CHAT, Shape(Kind.MENU, 0, 0, 58, HEIGHT), *CHATS), Spot(3, 60, 52, 11)),
        "chat_menu": _with_menu(CHAT, 86, 44, 68),
        "task_card": Drawing(
            (*TASK, *TABS, Shape(Kind.PANEL, 5, 65, 104, 30), *lines(10, 72, 80, 64, 70)), Spot(72, 52, 52, 10)
        ),
        "tasks": _with_menu(LIST, 85, 15, 68),
        "workgroups": Drawing(
            (
                *PAGE,
                Shape(Kind.ROUND, 36, 5, 12, 12),
                Shape(Kind.STRONG, 52, 9, 44, 4),
                *in_row(Kind.WORDS, 38, 27, 2.4, 14, 12, 15, gap=5),
                Shape(Kind.PANEL, 36, 36, 118, 59),
                *lines(42, 43, 90, 74, 82, 60, step=9),
            ),
            Spot(96, 23, 54, 10),
        ),
        "users": Drawing((*PROFILE, *in_row(Kind.WORDS, 8, 20, 2.4, 14, 12, gap=6)), Spot(46, 16, 54, 10)),
        "telephony": Drawing(
            (
                *PAGE,
                *HEAD,
                Shape(Kind.MENU, 62, 22, 92, 70),
                Shape(Kind.ROUND, 68, 28, 12, 12),
                *lines(84, 30, 36, 24),
                *in_row(Kind.BUTTON, 68, 80, 8, 24, 24),
            ),
            Spot(66, 44, 84, 33, framed=True),
        ),
        "calendar": Drawing(
            (
                *PAGE,
                *HEAD[:1],
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
                *PAGE[:1],
                Shape(Kind.PANEL, 0, 0, 62, HEIGHT),
                *lines(7, 10, 26, 34, 22, step=10),
                *lines(7, 62, 30, 20, 28, step=10),
                Shape(Kind.STRONG, 68, 7, 22, 4),
                *HEAD[1:],
                Shape(Kind.PANEL, 68, 19, 86, 76),
            ),
            Spot(3, 42, 56, 11),
        ),
        "bi": Drawing(ANALYTICS, Spot(38, 45, 52, 10)),
        "app_address": ANYWHERE,
        "background_worker": Drawing(PAGE, Spot(38, 66, 114, 26, framed=True)),
        "connector": Drawing(
            (*PAGE, *HEAD, *tiles(), Shape(Kind.MENU, 70, 0, 90, HEIGHT)), Spot(75, 8, 80, 84, framed=True)
        ),
        "user_field": Drawing(FORM, Spot(11, 57, 88, 33, framed=True)),
    }
)
