"""What a person chose about bxdesk itself. Read before the first frame, so nothing heavy is imported for it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from bxdesk.messages import message
from bxdesk.storage.data_file import SMALL, DataFile

Theme = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, with what holds when nobody chose.

    ``language`` is a two-letter id, empty for the system's; ``proxy`` is ``system``, ``none`` or an address
    (what is secret about it is kept in the keyring); ``last_portal`` names the connection that was open last.
    """

    language: str = ""
    theme: Theme = "system"
    proxy: str = "system"
    last_portal: str = ""


def apart(proxy: str) -> tuple[str, str]:
    """A proxy's address without user and password, and these two as they were typed (``user:password``, or nothing)."""
    try:
        parts = urlsplit(proxy)
    except ValueError:  # whoever uses the address says what is wrong with it
        return proxy, ""
    login, _, place = parts.netloc.rpartition("@")
    return parts._replace(netloc=place).geturl() if login else proxy, login


class SettingsFile:
    """The choices on the disk."""

    def __init__(self, path: Path) -> None:
        self._file = DataFile(path, "settings", message("The settings"), SMALL)

    def read(self) -> Settings:
        """What was chosen. Raises BxdeskError when the file is there and cannot be read: nothing is guessed."""
        return self._file.load(_settings) or Settings()

    def write(self, settings: Settings) -> None:
        """Keeps the choices. Raises BxdeskError when that is not possible."""
        self._file.write(json.dumps(asdict(settings), indent=2) + "\n")

    def change(self, **chosen: str) -> Settings:
        """Changes some choices and keeps the others as they are on the disk: another bxdesk may have written them."""
        settings = replace(self.read(), **chosen)  # type: ignore[arg-type]
        self.write(settings)
        return settings


def _settings(text: str) -> Settings:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("it is not a map")  # noqa: TRY004 - as everything else that is wrong with a text
    known = {field.name: found[field.name] for field in fields(Settings) if field.name in found}
    for name, value in known.items():
        # Half a character, which no address and no file can hold, is not printable either.
        if not isinstance(value, str) or not value.isprintable() or (name == "theme" and value not in get_args(Theme)):
            raise ValueError(f"{name}: {value!r}")
    return Settings(**known)
