"""How each kind of change looks: the same icon and tone wherever it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.gui.parts.theme import Tone
from bxdesk.placements.plan import Action

ACTION_LOOKS: Mapping[Action, tuple[str, Tone]] = MappingProxyType(
    {
        Action.BIND: ("bind", Tone.ACCENT),
        Action.REPLACE: ("replace", Tone.WARNING),
        Action.UNBIND: ("unbind", Tone.BAD),
        Action.MOVE: ("next", Tone.ACCENT),
    }
)
