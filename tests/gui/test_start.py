"""The first frame does without what is heavy."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from bxdesk.gui.app import Program
from bxdesk.gui.background.another import open_demo_window
from bxdesk.storage.window_state import WindowStateFile
from tests.builders import HANDLER, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, portal_snapshot
from tests.gui.main_job import review_and_apply
from tests.gui.person import Person

HEAVY = ("httpx", "pydantic", "keyring", "anyio", "asyncio", "uvicorn", "ruamel", "_hashlib", "bxdesk.portal.address")


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


@pytest.fixture
def open_demo(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], Person]]:
    """Opens the window on a demo portal; the one before is closed."""
    opened: list[Program] = []

    def close() -> None:
        for program in opened:
            program.close()
            program.deleteLater()
        opened.clear()
        qapp.processEvents()

    def open_one() -> Person:
        close()
        file = WindowStateFile(tmp_path / "window.json")
        program = Program(lambda: FakeDesk(), lambda _: True, window_state=file, shows_demo_notes=True)  # type: ignore[arg-type,return-value]
        opened.append(program)
        program.start()
        person = Person(program)
        person.ready()
        return person

    yield open_one
    close()


def test_the_demo_teaches_by_three_notes_once(open_demo: Callable[[], Person]) -> None:
    person = open_demo()
    read = []
    while person.sees("demoNotes"):
        read.append(person.text("demoNoteText").partition(" ")[0])
        person.click("demoNoteNextButton")
    assert read == ["This", "Nothing", "“Checks”"]
    assert not open_demo().sees("demoNotes"), "who has read them is not taught again"


def test_the_demo_goes_on_when_somebody_does_what_it_teaches(open_demo: Callable[[], Person]) -> None:
    person = open_demo()
    person.type("handlerEdit", HANDLER)
    person.type("titleEdit", "Send")
    assert person.text("demoNoteText").startswith("This portal")
    person.tick("Deal")
    assert person.text("demoNoteText").startswith("Nothing is sent")
    review_and_apply(person)
    assert person.text("demoNoteText").startswith("“Checks”")
    person.click("checksButton")
    person.click("backToWidgetsButton")
    assert not person.sees("demoNotes")
    assert not open_demo().sees("demoNotes")


def test_the_demo_goes_on_from_where_it_was_in_another_language(open_demo: Callable[[], Person]) -> None:
    person = open_demo()
    person.click("demoNoteNextButton")
    person.click("settingsButton")
    box = person.see(QComboBox, "languageBox")
    box.setCurrentIndex(box.findData("de"))
    person.click("saveSettingsButton")
    person.wait(lambda: not person.sees("settingsDialog"))
    assert "„Verlauf“" in person.text("demoNoteText")
    person.click("demoNoteNextButton")
    assert person.text("demoNoteNextButton") == "OK"


def test_what_was_done_before_it_is_taught_is_not_taught(open_demo: Callable[[], Person]) -> None:
    person = open_demo()
    person.click("checksButton")
    person.click("backToWidgetsButton")
    assert person.text("demoNoteText").startswith("This portal")
    person.click("demoNoteNextButton")
    assert person.text("demoNoteText").startswith("Nothing is sent")
    assert person.text("demoNoteNextButton") == "OK"
