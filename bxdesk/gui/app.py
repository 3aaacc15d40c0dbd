"""Starting and ending the window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from bxdesk.gui.background.faults import FaultHook
from bxdesk.gui.background.garbage_collector import GarbageCollector
from bxdesk.gui.background.interrupt import Interrupt
from bxdesk.gui.background.screen import explain_missing_screen
from bxdesk.gui.background.tasks import Tasks
from bxdesk.gui.background.warmup import LOOK, PORTAL_PAGE, PORTALS_PAGE, Warmup
from bxdesk.gui.parts.icons import app_icon
from bxdesk.gui.session.draft_keeper import DraftKeeper
from bxdesk.gui.session.session import Session
from bxdesk.gui.settings.choices import Choices
from bxdesk.gui.state_page import OpenDemo
from bxdesk.gui.window import MainWindow
from bxdesk.gui.window_memory import WindowMemory

if TYPE_CHECKING:
    from bxdesk.desk import Desk
    from bxdesk.gui.parts.links import OpenAddress
    from bxdesk.storage.folders import Folders
    from bxdesk.storage.settings import SettingsFile
    from bxdesk.storage.window_state import WindowStateFile


def open_in_browser(address: str) -> bool:
    """Opens an address in the system's browser; False if there is none."""
    return QDesktopServices.openUrl(QUrl(address))


class Program(QObject):
    """The window and everything it needs, from the first frame to the orderly end."""

    begun = Signal()
    """The first frame is on the screen, and the core is on its way."""

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        open_address: OpenAddress = open_in_browser,
        settings: SettingsFile | None = None,
        window_state: WindowStateFile | None = None,
        folders: Folders | None = None,
        open_demo: OpenDemo | None = None,
        *,
        shows_demo_notes: bool = False,
    ) -> None:
        super().__init__()
        self.tasks = Tasks(self)
        self.choices = Choices(self.tasks, settings, self)
        self.session = Session(self.tasks, open_desk, self, self.choices.settings.last_portal)
        self.session.connections.changed.connect(self._remember_portal)
        self._keeper = DraftKeeper(self.session, self)
        self._memory = WindowMemory(window_state, shows_demo_notes=shows_demo_notes)
        self.window = MainWindow(
            self.session, open_address, self.choices, self._keeper, self._memory, folders, open_demo
        )
        self._look = Warmup(LOOK, self)
        self._look.done.connect(self._begin)
        # Queued: the frame reaches the screen before anything else is begun. The look comes next: what the core imports
        # in its thread would hold it up for as long as that takes.
        self.window.painted.connect(self._look.start, Qt.ConnectionType.QueuedConnection)
        self.window.arranged.connect(self._arranged)
        self._warmup = Warmup(PORTAL_PAGE, self)
        self._warmup.done.connect(self.window.make_portal_page)
        self.tasks.unheard.connect(self.window.show_fault)
        self._faults = FaultHook(self)
        self._faults.caught.connect(self.window.show_fault)
        self._garbage = GarbageCollector(self)

    def start(self) -> None:
        """Shows the window. The core is imported and built once its first frame is painted."""
        self._faults.install()
        self._garbage.install()
        self.window.show()

    def close(self) -> None:
        """Ends what runs, closes the core, ends the worker thread; after it the interpreter may end safely."""
        self.window.close()
        self.tasks.close(self._end)
        self._garbage.remove()
        self._faults.remove()
        self.choices.close()
        self.window.deleteLater()

    async def _end(self) -> None:
        try:
            await self._memory.aclose()
            await self._keeper.aclose()
        finally:
            await self.session.aclose()

    def _arranged(self) -> None:
        self.session.task().start(self._memory.opened)
        if len(self.session.connections.all) > 1:
            Warmup(PORTALS_PAGE, self).start()

    def _remember_portal(self) -> None:
        open_one = self.session.portal.connection
        if open_one is not None and len(self.session.connections.all) > 1:  # one alone needs no remembering
            self.choices.choose(last_portal=open_one.identity)

    def _begin(self) -> None:
        from bxdesk.gui.parts.flat.style import apply_flat_style  # the first frame does without it

        apply_flat_style()
        self.tasks.start()
        self.session.open()
        self._warmup.start()
        self.begun.emit()
        self.window.setWindowIcon(app_icon())  # drawing it in all sizes is nothing that anything waits for


def run_window(
    open_desk: Callable[[], Desk],
    *,
    settings: SettingsFile | None = None,
    window_state: WindowStateFile | None = None,
    folders: Folders | None = None,
    open_demo: OpenDemo | None = None,
    shows_demo_notes: bool = False,
    arguments: Sequence[str] = (),
) -> int:
    """Shows the window until it is closed; returns the program's exit code.

    ``open_desk`` builds the core; it is called in the worker thread after the first frame. ``settings`` is the file of
    the person's choices and ``window_state`` that of how the window was left, both read before it; without them nothing
    is kept. ``folders`` are where the desk keeps things, None where it keeps nothing: they are only told.
    ``open_demo`` opens another window on the embedded portal, to be offered to whoever has no portal yet; None where
    this is one, and ``shows_demo_notes`` explains it by a few notes. ``arguments`` are Qt's.
    """
    known = QApplication.instance()
    with explain_missing_screen():
        application = known if isinstance(known, QApplication) else QApplication([sys.argv[0], *arguments])
    application.setApplicationName("bxdesk")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("bxdesk")
    program = Program(
        open_desk,
        settings=settings,
        window_state=window_state,
        folders=folders,
        open_demo=open_demo,
        shows_demo_notes=shows_demo_notes,
    )
    interrupt = Interrupt(application)
    program.begun.connect(interrupt.arm)
    program.start()
    try:
        return application.exec()
    finally:
        interrupt.disarm()
        program.close()
