"""The main job without a screen: the window on the demo portal, driven by the names of its widgets.

    python -m tests.tour [--screenshot PATH] [--pictures FOLDER]

Ticks Deal, Purchase (183) and Contact Center, types a handler and a title, reviews, applies, and looks whether all
three are bound. Writes a screenshot, prints where, and ends with 1 if the job was not done. With --pictures it takes
the pictures of the documentation instead.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from bxdesk.composition import demo_desk
from bxdesk.gui.app import Program
from tests.gui.main_job import PLACES, bound, fill_and_tick, review_and_apply
from tests.gui.person import Person
from tests.tour.pictures import take_pictures


def main() -> int:
    """Takes the tour; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.tour", description="The main job without a screen.")
    parser.add_argument("--screenshot", type=Path, help="where to write the picture (default: a temporary folder)")
    parser.add_argument("--pictures", type=Path, help="take the documentation's pictures into this folder instead")
    given = parser.parse_args()
    path = given.screenshot or Path(tempfile.mkdtemp(prefix="bxdesk-tour-")) / "bxdesk.png"
    qInstallMessageHandler(_say)
    application = QApplication(sys.argv[:1])
    if given.pictures:
        for picture in take_pictures(given.pictures):
            sys.stdout.write(f"{picture}\n")
        return 0
    with demo_desk() as open_desk:
        program = Program(open_desk, open_address=lambda _: True)
        program.start()
        try:
            result, done = _take(Person(program), path)
        finally:
            program.close()
    application.processEvents()
    sys.stdout.write(f"{result}\nbound: {', '.join(done) or 'nothing'}\nscreenshot: {path}\n")
    return 0 if done == list(PLACES) else 1


def _take(person: Person, path: Path) -> tuple[str, list[str]]:
    person.ready()
    fill_and_tick(person)
    result = review_and_apply(person)
    person.tree.clearSelection()
    person.pause(50)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not person.window.grab().save(str(path)):
        raise SystemExit(f"the screenshot could not be written to {path}")
    return result, bound(person)


def _say(kind: QtMsgType, context: object, text: str) -> None:
    del context
    if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
        sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
