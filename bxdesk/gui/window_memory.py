"""Where the parts of the window are: from the last window to this one, and from this one to the next.

Kept are a few bounded numbers of our own for each part. What Qt writes of itself is trusted by Qt when it comes back:
one byte of it that is wrong can hang or end the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

from bxdesk.errors import BxdeskError
from bxdesk.storage.window_state import RECENT, WindowState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter, QWidget

    from bxdesk.storage.window_state import WindowStateFile

_WINDOW = "window"
_LEAST = 24
"""A column is never narrower, so that it can be taken hold of again."""


class WindowMemory:
    """The arrangement of the moment. Without a file it lasts as long as the program."""

    def __init__(self, file: WindowStateFile | None = None, *, shows_demo_notes: bool = False) -> None:
        """``shows_demo_notes`` has the demo's notes shown, if nobody has read them yet."""
        self._file = file
        self._has_demo_notes = shows_demo_notes
        self.learnt: set[int] = set()
        """The demo's notes that somebody is through with, by their numbers."""
        self._now = file.begin() if file is not None else WindowState()

    @property
    def shows_demo_notes(self) -> bool:
        """Whether the demo's notes are to be shown."""
        return self._has_demo_notes and not self._now.taught

    def keep_demo_notes_read(self) -> None:
        """The demo's notes were read, or somebody wants none."""
        self._now = replace(self._now, taught=True)

    @property
    def folded(self) -> Mapping[str, bool]:
        """Which groups of the tree are folded, of those that somebody has seen."""
        return self._now.folded

    def keep_folded(self, folded: Mapping[str, bool]) -> None:
        """Takes which groups are folded now."""
        self._now = replace(self._now, folded={**self._now.folded, **folded})

    @property
    def recent(self) -> tuple[str, ...]:
        """The layout files that were opened or saved last, the latest first."""
        return self._now.recent

    def keep_recent(self, path: str) -> None:
        """Takes the layout file that was opened or saved just now."""
        others = (known for known in self._now.recent if known != path)
        self._now = replace(self._now, recent=(path, *others)[:RECENT])

    def restore_window(self, window: QMainWindow, usual: QSize) -> None:
        """Puts the window where it was, as far as the screens of today go; for the first time it has a usual size."""
        screen = window.screen().availableGeometry()
        kept = self._now.parts.get(_WINDOW, ())
        if len(kept) != 5:
            window.resize(usual.boundedTo(screen.size()))
            return
        x, y, width, height, maximised = kept
        wanted = QRect(x, y, width, height)
        on = QGuiApplication.screenAt(wanted.center())
        screen = on.availableGeometry() if on is not None else screen
        size = wanted.size().expandedTo(window.minimumSizeHint()).boundedTo(screen.size())
        left = max(screen.left(), min(wanted.left(), screen.right() + 1 - size.width()))
        top = max(screen.top(), min(wanted.top(), screen.bottom() + 1 - size.height()))
        window.setGeometry(QRect(left, top, size.width(), size.height()))
        if maximised:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def keep_window(self, window: QMainWindow) -> None:
        """Takes where the window is, and how large it is when it is not maximised."""
        normal = window.normalGeometry()
        self._keep(_WINDOW, (normal.x(), normal.y(), normal.width(), normal.height(), int(window.isMaximized())))

    def restore_inside(self, page: QWidget) -> None:
        """Gives every splitter and every header in a page the sizes it had."""
        splitters, headers = _parts(page)
        for name, splitter in splitters:
            sizes = self._now.parts.get(name, ())
            if len(sizes) == splitter.count() and min(sizes) >= 0 and any(sizes):
                splitter.setSizes(list(sizes))
        for name, header in headers:
            kept = self._now.parts.get(name, ())
            if len(kept) == header.count() + 2:
                _restore_header(header, *kept)

    def keep_inside(self, page: QWidget) -> None:
        """Takes the sizes of every splitter and every header in a page."""
        from bxdesk.gui.parts.column_room import ARRANGED  # with headers, which the first frame does without

        splitters, headers = _parts(page)
        for name, splitter in splitters:
            if all(splitter.sizes()):  # a narrow window hides parts, which have their sizes again in a wide one
                self._keep(name, tuple(splitter.sizes()))
        for name, header in headers:
            by_hand = header.property(ARRANGED) is not False
            widths = (header.sectionSize(section) * by_hand for section in range(header.count()))
            descending = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            self._keep(name, (header.sortIndicatorSection(), int(descending), *widths))

    async def opened(self) -> None:
        """The window is open with all that was restored; awaited in the worker thread."""
        if self._file is not None:
            self._file.finish()

    async def aclose(self) -> None:
        """Leaves the arrangement to the next window; awaited in the worker thread."""
        if self._file is not None:
            with suppress(BxdeskError):  # nobody is there any more to be told, and nothing of value is lost
                self._file.write(self._now)
            self._file.finish()

    def _keep(self, name: str, numbers: tuple[int, ...]) -> None:
        self._now = replace(self._now, parts={**self._now.parts, name: numbers})


def _restore_header(header: QHeaderView, column: int, descending: int, *widths: int) -> None:
    from PySide6.QtWidgets import QHeaderView

    for section, width in enumerate(widths):
        if width and header.sectionResizeMode(section) is QHeaderView.ResizeMode.Interactive:
            header.resizeSection(section, max(width, _LEAST))
    if header.isSortIndicatorShown() and 0 <= column < header.count():
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, order)


def _parts(page: QWidget) -> tuple[list[tuple[str, QSplitter]], list[tuple[str, QHeaderView]]]:
    """The splitters and headers by name; a header of another number of columns is another one."""
    from PySide6.QtWidgets import QSplitter, QTableView, QTreeView  # the first frame shows none of them

    splitters = [(splitter.objectName(), splitter) for splitter in page.findChildren(QSplitter)]
    headers = [(table.objectName(), table.horizontalHeader()) for table in page.findChildren(QTableView)]
    headers += [(tree.objectName(), tree.header()) for tree in page.findChildren(QTreeView)]
    return splitters, [(f"{name}:{header.count()}", header) for name, header in headers if name]
