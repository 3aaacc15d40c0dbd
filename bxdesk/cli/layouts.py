"""The layout files that a command names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message, verbatim
from bxdesk.placements.bindings import Binding
from bxdesk.placements.layouts.layout import Layout, needed_permissions, resolve_all
from bxdesk.placements.layouts.layout_doubts import doubts
from bxdesk.placements.layouts.layout_encoding import decode_layout
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.layouts.layout_mistakes import LayoutError, Mistake
from bxdesk.placements.layouts.layout_yaml import MAX_BYTES, too_long_problem
from bxdesk.placements.permissions import Permission
from bxdesk.placements.snapshot import Snapshot
from bxdesk.support.daemon import in_daemon


@dataclass(frozen=True, slots=True)
class Layouts:
    """Layouts that are wanted together."""

    all: tuple[Layout, ...]

    @classmethod
    async def read(cls, files: Iterable[str]) -> Layouts:
        """Reads each file. Raises BxdeskError. Who gives up need not wait for the end of a pipe or of a long file."""
        return cls(tuple([await in_daemon(partial(_layout, file)) for file in files]))

    def needed_permissions(self) -> frozenset[Permission]:
        """What their placements need."""
        return frozenset().union(*map(needed_permissions, self.all))

    def doubts(self, snapshot: Snapshot) -> Iterator[str]:
        """What speaks against one of them on this portal, with its name."""
        return (f"{layout.name}, {doubt}" for layout in self.all for doubt in doubts(layout, snapshot))

    def bindings(self, snapshot: Snapshot) -> tuple[Binding, ...]:
        """What they want on this portal. Raises LayoutError, PermissionsError."""
        return resolve_all(self.all, snapshot)


def _layout(file: str) -> Layout:
    return parse_layout(decode_layout(_read(Path(file)), file), file)


def _read(path: Path) -> bytes:
    """The layout file, or as much of one without end (``/dev/zero``) as shows that it is none. Raises BxdeskError."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise BxdeskError(
            Problem(
                "layout_unreadable",
                message("The layout {path} cannot be read.", path=path),
                verbatim(error.strerror or str(error)),
                message("Nothing was sent."),
            )
        ) from None
    if len(data) > MAX_BYTES:
        raise LayoutError([Mistake(too_long_problem())], str(path))
    return data
