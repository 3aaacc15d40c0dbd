"""The main job without a screen: the window on the demo portal, driven by the names of its widgets.

    python -m tests.tour [--screenshot PATH]
    python -m tests.tour --pictures FOLDER
    python -m tests.tour --states FOLDER [--languages en,de] [--themes light,dark] [--scale 2] [--rtl] [--only NAME]

Ticks Deal, Purchase (183) and Contact Center, types a handler and a title, reviews, applies, and looks whether all
three are bound. Writes a screenshot, prints where, and ends with 1 if the job was not done. With --pictures it takes
the pictures of the documentation instead; with --states one of every state of the window, in each language (``pseudo``
is one whose texts are longer, accented and bracketed) and theme, and a page and sheets that show them all.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from bxdesk.composition import demo_desk
from bxdesk.gui.app import Program
from bxdesk.storage.settings import Theme
from tests.gui.main_job import PLACES, bound, fill_and_tick, review_and_apply
from tests.gui.person import Person
from tests.offscreen import go_offscreen
from tests.tour.pictures import take_pictures
from tests.tour.states import Series, take_states


def main() -> int:
    """Takes the tour; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.tour", description="The main job without a screen.")
    parser.add_argument("--screenshot", type=Path, help="where to write the picture (default: a temporary folder)")
    parser.add_argument("--pictures", type=Path, help="take the documentation's pictures into this folder instead")
    parser.add_argument("--states", type=Path, help="take a picture of every state into this folder instead")
    parser.add_argument("--languages", default="en,de", help="of the states (default: en,de)")
    parser.add_argument("--themes", default="light,dark", help="of the states (default: light,dark)")
    parser.add_argument("--scale", default="1", help="of the states: 1 to 3 (default: 1)")
    parser.add_argument("--rtl", action="store_true", help="the states from right to left")
    parser.add_argument("--only", default="", help="only states with this in their name")
    given = parser.parse_args()
    os.environ.setdefault("QT_SCALE_FACTOR", given.scale)
    path = given.screenshot or Path(tempfile.mkdtemp(prefix="bxdesk-tour-")) / "bxdesk.png"
    go_offscreen()
    qInstallMessageHandler(_say)
    application = QApplication(sys.argv[:1])
    if given.pictures:
        for picture in take_pictures(given.pictures):
            sys.stdout.write(f"{picture}\n")
        return 0
    if given.states:
        series = [
            Series(language, theme, given.rtl)
            for language in given.languages.split(",")
            for theme in get_args(Theme)
            if theme in given.themes.split(",")
        ]
        sys.stdout.write(f"{take_states(application, given.states, series, given.only)}\n")
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
