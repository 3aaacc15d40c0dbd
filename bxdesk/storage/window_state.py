"""How a person has arranged the window. Read before the first frame, so nothing heavy is imported for it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bxdesk.errors import BxdeskError
from bxdesk.messages import message
from bxdesk.storage.data_file import SMALL, DataFile
from bxdesk.storage.files import private_folder

_MOST = 32_767
"""No screen has more pixels in a row, and nothing else that is kept needs a larger number."""
_LONGEST = 64
"""Of names and lists; a name that is longer is none of a part or a group."""
_LONGEST_PATH = 4096
RECENT = 8
"""How many layout files are remembered."""


@dataclass(frozen=True, slots=True)
class WindowState:
    """``parts`` are a few numbers for each part of the window, by its name; the window knows what they mean.

    ``folded`` tells of the groups in the tree of placements which of them are folded; ``recent`` are the layout files
    that were opened or saved last, the latest first; ``taught`` says that the demo's notes were read.
    """

    parts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    folded: Mapping[str, bool] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    taught: bool = False


class WindowStateFile:
    """The window's state on the disk, and beside it a mark while a window that restores it is opening.

    A state that keeps windows from opening would do so at every start; so one whose window did not get that far is not
    restored again.
    """

    def __init__(self, path: Path) -> None:
        self._file = DataFile(path, "window_state", message("How the window is arranged"), SMALL)
        self._mark = path.with_suffix(".opening")

    def begin(self) -> WindowState:
        """How the last window was left. There is nothing to lose: what cannot be read was never arranged."""
        with suppress(OSError):  # nothing can be kept here either
            private_folder(self._mark.parent)
            try:
                os.close(os.open(self._mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            except FileExistsError:
                return WindowState()
        with suppress(BxdeskError, ValueError, RecursionError):
            return _state_in(json.loads(self._file.read() or "{}"))
        return WindowState()

    def finish(self) -> None:
        """The window is open: what it was given did no harm."""
        with suppress(OSError):
            self._mark.unlink(missing_ok=True)

    def write(self, state: WindowState) -> None:
        """Keeps it. Raises BxdeskError when that is not possible."""
        kept = {
            "parts": {name: list(numbers) for name, numbers in state.parts.items()},
            "folded": dict(state.folded),
            "recent": list(state.recent),
            "taught": state.taught,
        }
        self._file.write(json.dumps(kept, indent=1) + "\n")


def _state_in(found: object) -> WindowState:
    """Whatever is not as it was written is left out."""
    kept = found if isinstance(found, dict) else {}
    return WindowState(
        {name: numbers for name, value in _named(kept.get("parts")) if (numbers := _numbers(value))},
        {name: value for name, value in _named(kept.get("folded")) if isinstance(value, bool)},
        _paths(kept.get("recent")),
        kept.get("taught") is True,
    )


def _paths(found: object) -> tuple[str, ...]:
    paths = found[:RECENT] if isinstance(found, list) else []
    return tuple(path for path in paths if isinstance(path, str) and 0 < len(path) <= _LONGEST_PATH)


def _named(found: object) -> list[tuple[str, object]]:
    return [(name, value) for name, value in found.items() if len(name) <= _LONGEST] if isinstance(found, dict) else []


def _numbers(value: object) -> tuple[int, ...]:
    numbers = value if isinstance(value, list) and len(value) <= _LONGEST else []
    return tuple(numbers) if all(type(number) is int and abs(number) <= _MOST for number in numbers) else ()
