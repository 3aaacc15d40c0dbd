"""Every state of the window as a picture, and an index that shows them beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from bxdesk.gui.parts.scheme import apply_palette
from bxdesk.storage.settings import Theme
from tests.scenes import SCENES
from tests.scenes.stage import Scene, visit
from tests.scenes.wearing import language_worn, mirrored
from tests.tour.index import write_index


@dataclass(frozen=True, slots=True)
class Series:
    """One language in one theme."""

    language: str
    theme: Theme
    right_to_left: bool = False

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"{self.language}-{self.theme}" + ("-rtl" if self.right_to_left else "")


def take_states(
    application: QApplication, folder: Path, series: Sequence[Series], only: str = "", scenes: Iterable[Scene] = SCENES
) -> Path:
    """Writes the pictures of each series, of states whose name holds ``only``; returns the index page."""
    taken: dict[str, list[Path]] = {}
    for one in series:
        direction = mirrored(application) if one.right_to_left else nullcontext()
        with language_worn(application, one.language), direction:
            taken[one.name] = list(_take(folder / one.name, one.theme, only, scenes))
    apply_palette("system")
    return write_index(folder, taken)


def _take(folder: Path, theme: Theme, only: str, scenes: Iterable[Scene]) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for number, sight in enumerate(visit(scenes, theme), 1):
        if only in sight.name:
            path = folder / f"{number:02}-{sight.name}.png"
            _save(sight.widget.grab(), path)
            yield path


def _save(picture: QPixmap, path: Path) -> None:
    if not picture.save(str(path)):
        raise SystemExit(f"the picture could not be written to {path}")
