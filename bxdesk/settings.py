"""What a person chose about bxdesk itself. Read before the first frame, so nothing heavy is imported for it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Literal, get_args

from bxdesk.errors import BxdeskError, Problem
from bxdesk.files import write_atomically
from bxdesk.words import verbatim, words

Theme = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, with what holds when nobody chose.

    ``language`` is a two-letter id, empty for the system's; ``proxy`` is ``system``, ``none`` or an address;
    ``last_portal`` names the connection that was open last.
    """

    language: str = ""
    theme: Theme = "system"
    proxy: str = "system"
    last_portal: str = ""


class SettingsFile:
    """The choices on the disk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Settings:
        """What was chosen. Raises BxdeskError when the file is there and cannot be read: nothing is guessed."""
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return Settings()
        except (OSError, UnicodeDecodeError) as error:
            raise self._unreadable(str(error)) from None
        try:
            found = json.loads(text)
        except ValueError as error:
            raise self._unreadable(str(error)) from None
        if not isinstance(found, dict):
            raise self._unreadable("it is not a map")
        known = {field.name: found[field.name] for field in fields(Settings) if field.name in found}
        for name, value in known.items():
            if not isinstance(value, str) or (name == "theme" and value not in get_args(Theme)):
                raise self._unreadable(f"{name}: {value!r}")
        return Settings(**known)

    def write(self, settings: Settings) -> None:
        """Keeps the choices. Raises BxdeskError when that is not possible."""
        try:
            write_atomically(self._path, json.dumps(asdict(settings), indent=2) + "\n")
        except OSError as error:
            raise BxdeskError(
                Problem(
                    "settings_unwritable",
                    words("The settings could not be saved."),
                    verbatim(str(error)),
                    words("Check that the folder can be written and that the disk has room."),
                )
            ) from None

    def change(self, **chosen: str) -> Settings:
        """Changes some choices and keeps the others as they are on the disk: another bxdesk may have written them."""
        settings = replace(self.read(), **chosen)  # type: ignore[arg-type]
        self.write(settings)
        return settings

    def _unreadable(self, reason: str) -> BxdeskError:
        return BxdeskError(
            Problem(
                "settings_unreadable",
                words("The settings cannot be read: {path}", path=self._path),
                verbatim(reason),
                words("Mend the file or move it away; bxdesk does not overwrite it."),
            )
        )
