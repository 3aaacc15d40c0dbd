"""How a person has arranged the window. Read before the first frame, so nothing heavy is imported for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bxdesk.errors import BxdeskError
from bxdesk.messages import message
from bxdesk.storage.data_file import DataFile


@dataclass(frozen=True, slots=True)
class WindowState:
    """``parts`` are states that the window's own toolkit has written, in Base64, by the names of the parts.

    ``folded`` tells of the groups in the tree of placements which of them are folded.
    """

    parts: Mapping[str, str] = field(default_factory=dict)
    folded: Mapping[str, bool] = field(default_factory=dict)


class WindowStateFile:
    """The window's state on the disk."""

    def __init__(self, path: Path) -> None:
        self._file = DataFile(path, "window_state", message("How the window is arranged"))

    def read(self) -> WindowState:
        """How the last window was left. There is nothing to lose: what cannot be read was never arranged."""
        with suppress(BxdeskError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            found = json.loads(self._file.read() or "{}")
            parts = {str(name): str(state) for name, state in found["parts"].items() if str(state).isascii()}
            return WindowState(parts, {str(key): folded is True for key, folded in found["folded"].items()})
        return WindowState()

    def write(self, state: WindowState) -> None:
        """Keeps it. Raises BxdeskError when that is not possible."""
        kept = {"parts": dict(state.parts), "folded": dict(state.folded)}
        self._file.write(json.dumps(kept, indent=1) + "\n")
