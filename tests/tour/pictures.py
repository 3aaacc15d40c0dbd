"""The pictures of the documentation: the guide to the first connection, the window, the review."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication, QWidget

from bxdesk.composition import OpenDesk, demo_desk, usual_desk
from bxdesk.gui.app import Program
from bxdesk.storage.folders import under
from tests.gui.connecting import go_to_card
from tests.gui.main_job import fill_and_tick
from tests.gui.person import Person

_A_MOMENT = 150
"""Milliseconds in which everything that moves has come to rest."""


def take_pictures(folder: Path) -> list[Path]:
    """Writes the pictures and returns where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    with TemporaryDirectory(prefix="bxdesk-pictures-") as home:
        _at_the_window(usual_desk(under(Path(home))), lambda person: taken.extend(_first_start(person, folder)))
    _at_the_window(demo_desk(), lambda person: taken.extend(_main_job(person, folder)))
    return taken


def _at_the_window(desk: AbstractContextManager[OpenDesk], look: Callable[[Person], object]) -> None:
    with desk as open_desk:
        program = Program(open_desk, open_address=lambda _: True)
        program.start()
        try:
            look(Person(program))
        finally:
            program.close()
    QApplication.processEvents()


def _first_start(person: Person, folder: Path) -> list[Path]:
    person.wait(lambda: person.sees("stateButton") and "Connect" in person.text("stateButton"))
    person.click("stateButton")
    person.wait(lambda: person.sees("connectDialog"))
    go_to_card(person)
    person.pause(_A_MOMENT)
    picture = _save(person.see(QWidget, "connectDialog"), folder / "connect.png")
    person.click("cancelButton")
    return [picture]


def _main_job(person: Person, folder: Path) -> list[Path]:
    person.ready()
    fill_and_tick(person)
    person.pause(_A_MOMENT)
    window = _save(person.window, folder / "window.png")
    person.click("reviewButton")
    person.wait(lambda: person.sees("applyButton"))
    person.pause(_A_MOMENT)
    review = _save(person.see(QWidget, "reviewDialog"), folder / "review.png")
    person.click("cancelButton")
    return [window, review]


def _save(widget: QWidget, path: Path) -> Path:
    if not widget.grab().save(str(path)):
        raise SystemExit(f"the picture could not be written to {path}")
    return path
