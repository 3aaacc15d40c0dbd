"""The drawings of the spots in a portal's interface, by the key of a family of placements, and where the widget is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bxdesk.support.resources import resource

WIDTH, HEIGHT = 160, 100
"""The units of every drawing."""
ANYWHERE = "anywhere"
"""The drawing of a place that nobody documented."""
_LINE = 16.0
"""Units: whatever is higher than a line shows the widget's page itself, with its title as a heading."""
_TITLE = re.compile(r'<rect id="title" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing, and the area in it that is the widget's."""

    svg: str
    x: float
    y: float
    width: float
    height: float

    @property
    def shows_page(self) -> bool:
        """Whether the area is the widget's page, and not only an entry with its title."""
        return self.height > _LINE


@lru_cache
def drawing(key: str) -> Drawing:
    """The drawing of a family, or of :data:`ANYWHERE`."""
    svg = resource("drawings", f"{key}.svg").read_text(encoding="utf-8")
    area = _TITLE.search(svg)
    if area is None:
        raise ValueError(f"the drawing {key} has no title")
    return Drawing(svg, *map(float, area.groups()))
