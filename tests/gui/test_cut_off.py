"""An apply that was really cut off: a window that was killed, its journal, a portal half-way, and the next window."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from bxdesk.demo import DemoPortal, DemoSettings
from tests.gui.computer import Computer
from tests.gui.main_job import HANDLER, PLACES, TITLE, bound
from tests.gui.person import Person

LEAD = "CRM_LEAD_DETAIL_ACTIVITY"
OLD = {"en": {"TITLE": "Old", "DESCRIPTION": "d", "GROUP_NAME": "g"}}
BYSTANDER = "CRM_LEAD_DETAIL_TAB"
PATIENCE = 40.0

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills so hard there")


@pytest.fixture
def portal() -> Iterator[DemoPortal]:
    """A portal that breaks off after the first command of a batch that binds, and then does not answer."""
    with DemoPortal(DemoSettings()) as running:
        running.clear_bindings()
        running.add_binding(BYSTANDER, "https://other.example.com/app")
        running.add_binding(LEAD, HANDLER, options={"useBuiltInInterface": "Y"}, texts=OLD)
        yield running


@pytest.fixture
def computer(qapp: QApplication, portal: DemoPortal, tmp_path: Path) -> Iterator[Computer]:
    """Where bxdesk was killed between the first and the second half of a replace, three more changes being to come."""
    made = Computer.signed_in(portal, tmp_path)
    portal.plant("lost", command=2, method="placement.bind")
    portal.plant("hang", method="placement.get", skip=3, times=None)  # read, read again, the batch itself
    arguments = [sys.executable, "-m", "tests.gui.killed", "applying"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, text=True) as window:
        assert window.stdin is not None
        window.stdin.write(made.description())
        window.stdin.close()
        end = time.monotonic() + PATIENCE
        while len(portal.bindings()) > 1 and window.poll() is None and time.monotonic() < end:
            qapp.processEvents()
        window.kill()
    portal.clear_faults()
    assert list(rows(portal)) == [BYSTANDER]
    yield made
    made.close()
    qapp.processEvents()


def rows(portal: DemoPortal) -> dict[str, dict[str, str]]:
    """The titles by placement and language."""
    return {
        row["placement"]: {language: texts["TITLE"] for language, texts in dict(row["langAll"]).items()}
        for row in portal.bindings()
    }


def recover(person: Person, button: str) -> str:
    """Looks at what is left, recovers it, and closes the dialog; returns the sentence that says how it went."""
    person.wait(lambda: person.sees("problemBanner"))
    assert person.text("problemTitle") == "An apply of 4 changes was cut off here before its end."
    person.click("problemActionButton")
    assert sorted(row[2] for row in person.table("unfinishedTable")) == [
        "half done",
        "not done: what stood there before",
        "not done: what stood there before",
        "not done: what stood there before",
    ]
    person.click(button)
    person.wait(lambda: person.sees("recoverResult"))
    result = person.text("recoverResult")
    assert "did not come to its end" not in person.text("unfinishedHeading")
    person.click("cancelButton")
    person.wait(lambda: not person.sees("unfinishedDialog") and not person.sees("problemBanner"))
    person.ready()
    return result


def test_the_next_window_puts_back_what_stood_there(computer: Computer, portal: DemoPortal) -> None:
    person = computer.open()
    assert recover(person, "putBackButton") == "The change is done and read back."
    row = next(row for row in portal.bindings() if row["placement"] == LEAD)
    assert {language: dict(texts) for language, texts in dict(row["langAll"]).items()} == OLD
    assert row["options"]["useBuiltInInterface"] == "Y"
    assert rows(portal).keys() == {LEAD, BYSTANDER}
    assert person.text("planSummary") == "3 to bind, 1 to replace"


def test_the_next_window_finishes_what_was_begun(computer: Computer, portal: DemoPortal) -> None:
    person = computer.open()
    assert recover(person, "finishButton") == "All 4 changes are done and read back."
    person.open_widget(TITLE)
    assert bound(person) == list(PLACES)
    assert person.state("Lead") == "bound"
    assert person.text("planSummary") == "Nothing to change"
    assert not person.see(QAbstractButton, "discardButton").isEnabled()
    found = rows(portal)
    assert len(found) == 5
    assert {title for code in found.keys() - {BYSTANDER} for title in found[code].values()} == {TITLE}
    person = computer.restart()
    assert not person.sees("problemBanner")
    assert len(person.bindings()) == 5
