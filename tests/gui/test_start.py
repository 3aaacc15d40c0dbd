"""The first frame does without what is heavy."""

from __future__ import annotations

import subprocess
import sys

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
