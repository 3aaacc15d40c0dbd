"""Qt's part of ``--self-check``."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from bxdesk.gui.self_check import qt_facts


@pytest.mark.usefixtures("qapp")
def test_all_that_the_window_needs_is_there_and_the_running_program_goes_on() -> None:
    facts = {fact.name: fact for fact in qt_facts()}

    assert all(fact.ok for fact in facts.values()), facts
    assert facts["Qt"].value.startswith(f"{qVersion()}, PySide6 ")
    assert facts["drawings"].value == "SVG"
    assert facts["Qt's own languages"].value == "de, en, es, ru"
    assert QApplication.instance() is not None


@pytest.mark.usefixtures("qapp")
def test_a_missing_drawing_is_no_svg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bxdesk.gui.self_check.resource", Path("/nowhere").joinpath)

    facts = {fact.name: fact for fact in qt_facts()}

    assert not facts["drawings"].ok
    assert facts["screen"].ok
