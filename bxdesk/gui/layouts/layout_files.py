"""Opening and saving layout files. Reading, checking and writing are done in the background: they may take seconds."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QFileSystemWatcher, QMimeData, QObject, QTimer, Signal

from bxdesk.errors import BxdeskError
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.window_memory import WindowMemory
from bxdesk.placements.bindings import Binding
from bxdesk.placements.snapshot import Snapshot
from bxdesk.storage.user_file import read_user_file, write_user_file

if TYPE_CHECKING:
    from bxdesk.gui.background.tasks import Task
    from bxdesk.placements.layouts.layout_export import Export
    from bxdesk.placements.layouts.layout_opening import OpenedLayout

T = TypeVar("T")
_CALM = 300
"""Milliseconds after which a program has finished writing a file: many write another one and rename it."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was opened: ``path`` and ``digest`` (of its bytes) are empty for a text that was pasted."""

    layout: OpenedLayout
    path: Path | None = None
    digest: bytes = b""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved, and what of it no layout can name."""

    path: Path
    export: Export
    digest: bytes


class LayoutFiles(QObject):
    """Puts layout files into the workspace and out of it. One file is open at most: that is watched.

    An answer that comes when another portal is open already is thrown away.
    """

    reading = Signal(str)
    """The name of the file that is being read."""
    opened = Signal(object, int)
    """The OpenedLayout, and how many changes it made."""
    saved = Signal(object)
    """What was Saved."""
    changed_on_disk = Signal(str)
    """The name of the open file, which holds something else now."""
    closed = Signal()
    """There is no open file any more, or nothing came of opening one."""

    def __init__(
        self, session: Session, workspace: Workspace, memory: WindowMemory, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace = workspace
        self._memory = memory
        self._task: Task | None = None
        self._path: Path | None = None
        self._digest = b""
        self._portal = ""
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._calm.start)
        self._watcher.directoryChanged.connect(self._calm.start)
        session.connections.changed.connect(self._follow_portal)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files that were opened or saved last, the latest first."""
        return tuple(map(Path, self._memory.recent))

    @property
    def can_open(self) -> bool:
        """Whether there is a portal whose bindings are known, to hold a file against."""
        return self._workspace.snapshot is not None and self._workspace.locked is None

    def take(self, what: Path | str) -> None:
        """Opens a file, or takes a text."""
        if isinstance(what, Path):
            self.open(what)
        else:
            self.paste(what)

    def open(self, path: Path) -> None:
        """Reads a file and takes what fits the portal as changes that wait."""
        self._read(path.name, lambda snapshot: _read_file(path, snapshot))

    def open_again(self) -> None:
        """Reads the open file again."""
        if self._path is not None:
            self.open(self._path)

    def paste(self, text: str) -> None:
        """Takes a layout that was copied as a text."""
        name = self.tr("the pasted text")
        self._read(name, lambda snapshot: _read_text(text, name, snapshot))

    def save(self, path: Path, bindings: Collection[Binding], *, whole: bool) -> None:
        """Writes bindings as a layout file; one with all that the window shows (``whole``) is the open one then."""
        snapshot = self._workspace.snapshot
        if snapshot is not None:
            task = self._session.task()
            task.succeeded.connect(self._written_whole if whole else self._written)
            task.failed.connect(self._session.told)
            shown = snapshot.with_bindings(tuple(bindings))
            task.start(_in_thread, lambda: _write_file(path, shown))

    def _read(self, name: str, read: Callable[[Snapshot], Read]) -> None:
        snapshot = self._workspace.snapshot
        if snapshot is None or not self.can_open:
            return
        if self._task is not None:
            self._task.drop()
        self._portal = self._open_portal
        task = self._task = self._session.task()
        task.succeeded.connect(self._take)
        task.failed.connect(self._give_up)
        task.start(_in_thread, lambda: read(snapshot))
        self.reading.emit(name)

    @property
    def _open_portal(self) -> str:
        return self._session.portal.connection.identity if self._session.portal.connection is not None else ""

    def _take(self, read: Read) -> None:
        self._task = None
        if read.path is not None:
            self._watch(read.path, read.digest)
        bindings = read.layout.bindings
        self.opened.emit(read.layout, self._workspace.layout_edits.add_layout(bindings) if bindings else 0)

    def _give_up(self, problem: object) -> None:
        self._task = None
        self.closed.emit()
        self._session.told.emit(problem)

    def _written(self, saved: Saved) -> None:
        self._memory.keep_recent(str(saved.path))
        self.saved.emit(saved)

    def _written_whole(self, saved: Saved) -> None:
        self._portal = self._open_portal
        self._watch(saved.path, saved.digest)
        self.saved.emit(saved)

    def _watch(self, path: Path, digest: bytes) -> None:
        self._path, self._digest = path, digest
        self._memory.keep_recent(str(path))
        if watched := (*self._watcher.files(), *self._watcher.directories()):
            self._watcher.removePaths(watched)
        self._watcher.addPaths([str(path), str(path.parent)])

    def _look(self) -> None:
        """A file that was renamed over is another one to the system, and has to be watched anew."""
        if self._path is not None:
            task = self._session.task()
            task.succeeded.connect(self._compare)
            path = self._path
            task.start(_in_thread, lambda: _digest_of(path))

    def _compare(self, digest: bytes | None) -> None:
        if digest is None or self._path is None:
            return
        if str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))
        if digest != self._digest:
            self._digest = digest
            self.changed_on_disk.emit(self._path.name)

    def _follow_portal(self) -> None:
        """A file was opened for one portal: it is closed with it."""
        if self._open_portal == self._portal:
            return
        self._portal, self._path = self._open_portal, None
        if self._task is not None:
            self._task.drop()
            self._task = None
        self.closed.emit()


def dropped_layout(data: QMimeData) -> Path | str | None:
    """The one file of this computer, or the text, that is dragged; None for anything else."""
    if data.hasUrls():
        addresses = data.urls()
        return Path(addresses[0].toLocalFile()) if len(addresses) == 1 and addresses[0].isLocalFile() else None
    return data.text() or None


async def _in_thread(work: Callable[[], T]) -> T:
    from anyio.to_thread import run_sync  # heavy, and must not be imported in the window's thread

    return await run_sync(work)


def _read_file(path: Path, snapshot: Snapshot) -> Read:
    from bxdesk.placements.layouts.layout_opening import open_layout
    from bxdesk.placements.layouts.layout_yaml import MAX_BYTES

    data = read_user_file(path, MAX_BYTES)
    return Read(open_layout(data, path.name, snapshot), path, sha256(data).digest())


def _read_text(text: str, name: str, snapshot: Snapshot) -> Read:
    from bxdesk.placements.layouts.layout_opening import open_layout

    return Read(open_layout(text.encode(errors="replace"), name, snapshot))


def _write_file(path: Path, snapshot: Snapshot) -> Saved:
    from bxdesk.placements.layouts.layout_export import export_layout

    export = export_layout(snapshot)
    write_user_file(path, export.text)
    return Saved(path, export, sha256(export.text.encode()).digest())


def _digest_of(path: Path) -> bytes | None:
    from bxdesk.placements.layouts.layout_yaml import MAX_BYTES

    try:
        return sha256(read_user_file(path, MAX_BYTES)).digest()
    except BxdeskError:  # it is gone, or about to come back
        return None
