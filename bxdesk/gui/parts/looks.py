"""How each kind of change looks, and what came of it: the same icon and tone wherever it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bxdesk.gui.parts.theme import Tone
from bxdesk.placements.outcome import OutcomeState
from bxdesk.placements.plan import Action

ACTION_LOOKS: Mapping[Action, tuple[str, Tone]] = MappingProxyType(
    {
        Action.BIND: ("bind", Tone.ACCENT),
        Action.REPLACE: ("replace", Tone.WARNING),
        Action.UNBIND: ("unbind", Tone.BAD),
        Action.MOVE: ("next", Tone.ACCENT),
    }
)

OUTCOME_LOOKS: Mapping[OutcomeState, tuple[str, Tone]] = MappingProxyType(
    {
        OutcomeState.DONE: ("bound", Tone.GOOD),
        OutcomeState.FAILED: ("error", Tone.BAD),
        OutcomeState.SKIPPED: ("skipped", Tone.MUTED),
        OutcomeState.PUT_BACK: ("skipped", Tone.MUTED),
        OutcomeState.UNKNOWN: ("warning", Tone.WARNING),
    }
)
