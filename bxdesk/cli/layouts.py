"""The layout files that a command names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bxdesk.placements.bindings import Binding
from bxdesk.placements.layouts.layout import LayoutFile, needed_permissions, resolve_all
from bxdesk.placements.layouts.layout_doubts import doubts
from bxdesk.placements.permissions import Permission
from bxdesk.placements.snapshot import Snapshot
from bxdesk.storage.layout_files import read_layout


@dataclass(frozen=True, slots=True)
class Layouts:
    """Layouts that are wanted together."""

    all: tuple[LayoutFile, ...]

    @classmethod
    async def read(cls, files: Iterable[str]) -> Layouts:
        """Reads each file. Raises BxdeskError."""
        return cls(tuple([await read_layout(Path(file), file) for file in files]))

    def needed_permissions(self) -> frozenset[Permission]:
        """What their placements need."""
        return frozenset().union(*map(needed_permissions, self.all))

    def doubts(self, snapshot: Snapshot) -> Iterator[str]:
        """What speaks against one of them on this portal, with its name."""
        return (f"{layout.name}, {doubt}" for layout in self.all for doubt in doubts(layout, snapshot))

    def bindings(self, snapshot: Snapshot) -> tuple[Binding, ...]:
        """What they want on this portal. Raises LayoutError, PermissionsError."""
        return resolve_all(self.all, snapshot)
