"""The first frame does without what is heavy."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, portal_snapshot

HEAVY = ("httpx", "pydantic", "keyring", "anyio", "asyncio", "uvicorn", "ruamel")


def test_heavy_parts_are_not_imported_before_the_first_frame() -> None:
    script = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from bxdesk.composition import demo_desk
from bxdesk.gui.app import Program
app = QApplication([])
with demo_desk() as open_desk:
    program = Program(open_desk)
    early = []
    program.window.painted.connect(lambda: early.extend(name for name in {HEAVY!r} if name in sys.modules))
    QTimer.singleShot(300, app.quit)
    program.start()
    app.exec()
    program.close()
print("early:", early)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "early: []"), done.stderr


class _Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched.objectName())
        return False


def test_nothing_flashes_up_beside_the_window(start: Start, qapp: QApplication) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    person = start(FakeDesk(portal_snapshot(binding())))
    person.ready()
    person.wait(lambda: person.sees("bindingsTable"))
    qapp.removeEventFilter(windows)
    assert windows.shown == ["mainWindow"]
