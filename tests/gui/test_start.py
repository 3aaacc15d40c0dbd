"""The first frame does without what is heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from bxdesk.gui.app import Program
from bxdesk.gui.background.another import open_demo_window
from bxdesk.storage.window_state import WindowStateFile
from tests.builders import binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, portal_snapshot
from tests.gui.person import Person

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
    person.show_bindings()
    qapp.removeEventFilter(windows)
    assert windows.shown == ["mainWindow"]


def test_whoever_has_no_portal_yet_can_try_the_demo(qapp: QApplication) -> None:
    desk = FakeDesk()
    desk.accounts.known.clear()
    opened: list[bool] = []
    answers = [True, False]

    def open_demo() -> bool:
        opened.append(True)
        return answers.pop(0)

    program = Program(lambda: desk, lambda _: True, open_demo=open_demo)  # type: ignore[arg-type,return-value]
    program.start()
    person = Person(program)
    try:
        person.wait(lambda: person.sees("demoButton"))
        person.click("demoButton")
        assert opened == [True]
        assert not person.sees("problemBanner")
        person.click("demoButton")
        person.wait(lambda: person.sees("problemBanner"))
        assert person.text("problemTitle") == "The demo portal could not be opened."
    finally:
        program.close()
        program.deleteLater()
        qapp.processEvents()


def test_the_demo_is_offered_neither_on_a_portal_nor_on_the_demo_itself(start: Start) -> None:
    person = start(FakeDesk())
    person.ready()
    assert not person.sees("demoButton")
    desk = FakeDesk()
    desk.accounts.known.clear()
    person = start(desk)
    person.wait(lambda: person.sees("stateButton"))
    assert not person.sees("demoButton")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize(("is_packed", "words"), [(False, "-m bxdesk --demo"), (True, "--demo")])
def test_the_demo_is_another_bxdesk(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_packed: bool, words: str
) -> None:
    program, said = tmp_path / "bxdesk", tmp_path / "said"
    program.write_text(f"#!/bin/sh\necho $PYINSTALLER_RESET_ENVIRONMENT $* > {said}.new\nmv {said}.new {said}\n")
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", is_packed, raising=False)
    assert open_demo_window()
    person.wait(said.exists)
    assert said.read_text() == f"1 {words}\n"
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    assert not open_demo_window()


def test_the_demo_teaches_by_three_notes_once(qapp: QApplication, tmp_path: Path) -> None:
    def open_demo() -> tuple[Program, Person]:
        file = WindowStateFile(tmp_path / "window.json")
        program = Program(lambda: FakeDesk(), lambda _: True, window_state=file, teaches=True)  # type: ignore[arg-type,return-value]
        program.start()
        person = Person(program)
        person.ready()
        return program, person

    program, person = open_demo()
    read = []
    while person.sees("demoNotes"):
        read.append(person.text("demoNoteText").partition(" ")[0])
        person.click("demoNoteNextButton")
    assert read == ["This", "Nothing", "“Checks”"]
    program.close()
    program.deleteLater()
    qapp.processEvents()
    program, person = open_demo()
    assert not person.sees("demoNotes"), "who has read them is not taught again"
    program.close()
    program.deleteLater()
    qapp.processEvents()
