"""Where the parts of the window are: from the last window to this one, and from this one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from bxdesk.errors import BxdeskError
from bxdesk.storage.window_state import WindowState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

    from bxdesk.storage.window_state import WindowStateFile


class Places:
    """The arrangement of the moment. Without a file it lasts as long as the program."""

    def __init__(self, file: WindowStateFile | None = None) -> None:
        self._file = file
        self._now = file.read() if file is not None else WindowState()

    @property
    def folded(self) -> Mapping[str, bool]:
        """Which groups of the tree are folded, of those that somebody has seen."""
        return self._now.folded

    def keep_folded(self, folded: Mapping[str, bool]) -> None:
        """Takes which groups are folded now."""
        self._now = replace(self._now, folded={**self._now.folded, **folded})

    def restore(self, name: str, give: Callable[[QByteArray], bool]) -> bool:
        """Gives a part the state it had; False if there is none, or none that fits."""
        state = self._now.parts.get(name)
        return state is not None and give(QByteArray.fromBase64(QByteArray(state.encode())))

    def keep(self, name: str, state: QByteArray) -> None:
        """Takes the state of a part."""
        text = bytes(state.toBase64().data()).decode()
        self._now = replace(self._now, parts={**self._now.parts, name: text})

    def restore_inside(self, page: QWidget) -> None:
        """Gives every splitter and every header in a page the state it had."""
        for name, part in _parts(page):
            self.restore(name, part.restoreState)

    def keep_inside(self, page: QWidget) -> None:
        """Takes the state of every splitter and every header in a page."""
        for name, part in _parts(page):
            self.keep(name, part.saveState())

    async def aclose(self) -> None:
        """Leaves the arrangement to the next window; awaited in the worker thread."""
        if self._file is not None:
            with suppress(BxdeskError):  # nobody is there any more to be told, and nothing of value is lost
                self._file.write(self._now)


def _parts(page: QWidget) -> list[tuple[str, QSplitter | QHeaderView]]:
    """The splitters and headers by name; a header of another number of columns is another one."""
    from PySide6.QtWidgets import QSplitter, QTableView, QTreeView  # the first frame shows none of them

    found: list[tuple[str, QSplitter | QHeaderView]] = []
    found += [(splitter.objectName(), splitter) for splitter in page.findChildren(QSplitter)]
    headers = [(table.objectName(), table.horizontalHeader()) for table in page.findChildren(QTableView)]
    headers += [(tree.objectName(), tree.header()) for tree in page.findChildren(QTreeView)]
    found += [(f"{name}:{header.count()}", header) for name, header in headers if name]
    return found
