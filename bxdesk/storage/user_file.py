"""A file that a person named, which is theirs and not bxdesk's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message, verbatim
from bxdesk.storage.files import write_atomically

_LONGEST = 200
"""Letters of a file's name: systems have room for 255 bytes, and a host is ASCII."""


def read_user_file(path: Path, limit: int) -> bytes:
    """The file, or ``limit + 1`` bytes of a longer one, which may have no end (``/dev/zero``). Raises BxdeskError."""
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise BxdeskError(
            Problem(
                "layout_unreadable",
                message("The layout {path} cannot be read.", path=path),
                verbatim(error.strerror or str(error)),
                message("Nothing was sent."),
            )
        ) from None


def write_user_file(path: Path, text: str) -> None:
    """Replaces the file, or what a link leads to. Raises BxdeskError; the old file is whole then."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise _unwritable(path, message("There is something else than a file."))
        if not target.parent.is_dir():
            raise _unwritable(path, message("There is no such folder."))
        write_atomically(target, text, private=False)
    except OSError as error:
        raise _unwritable(path, verbatim(error.strerror or str(error))) from None


def layout_file_names(portals: Mapping[str, str]) -> dict[str, str]:
    """A layout file's name for each of these names of portals, by the same keys: no two are one on any system."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, name in portals.items():
        stem = re.sub(r"[^\w.@-]+", "_", name).strip("._") or "portal"
        file = next(one for one in _numbered(stem[:_LONGEST]) if one.casefold() not in taken)
        taken.add(file.casefold())
        found[key] = file
    return found


def _numbered(stem: str) -> Iterator[str]:
    yield f"{stem}.yaml"
    yield from (f"{stem}-{number}.yaml" for number in count(2))


def _unwritable(path: Path, why: Message) -> BxdeskError:
    title = message("The layout cannot be written to {path}.", path=path)
    return BxdeskError(
        Problem("layout_unwritable", title, why, message("Name another file, or make room on the disk."))
    )
