"""The widgets of several portals into layout files, one for each in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QTableView, QTreeView

from bxdesk.gui.background.tasks import Tasks
from bxdesk.gui.portals.export_model import ExportModel
from bxdesk.gui.portals.portals_model import Column
from bxdesk.gui.session.layouts_export import LayoutsExport
from bxdesk.gui.session.session import Session
from bxdesk.placements.layouts.layout_export import LeftOut
from tests.builders import DEAL, HANDLER, LEAD, TILE, binding
from tests.gui.conftest import Start
from tests.gui.fake_desk import FakeDesk, connection, error, portal_snapshot, problem
from tests.gui.person import Person

ACME, BETA, GAMMA = connection("acme", "a"), connection("beta", "b"), connection("gamma", "c")


@pytest.fixture
def desk() -> FakeDesk:
    desk = FakeDesk(portal_snapshot(binding(DEAL), binding(LEAD)), ACME, BETA, GAMMA)
    desk.others[GAMMA.identity] = portal_snapshot(binding(TILE))
    return desk


@pytest.fixture
def person(start: Start, desk: FakeDesk) -> Person:
    somebody = start(desk)
    somebody.ready()
    somebody.click("portalsButton")
    somebody.wait(lambda: somebody.sees("portalsTable"))
    somebody.see(QTableView, "portalsTable").selectAll()
    return somebody


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (made := tmp_path / "layouts").mkdir()
    return made


def _begin(person: Person) -> QFileDialog:
    person.choose("portalsMenuButton", "exportPortalsAction")
    dialog = person.see(QFileDialog, "layoutFileDialog")
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    return dialog


def _ask(person: Person, folder: Path) -> None:
    dialog = _begin(person)
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    person.wait(lambda: person.sees("exportButton") and person.see(QPushButton, "exportButton").isEnabled())


def _export(person: Person, folder: Path) -> None:
    _ask(person, folder)
    person.click("exportButton")
    person.wait(lambda: not person.sees("exportProgress"))


def _rows(person: Person) -> list[tuple[str, ...]]:
    model = person.see(QTreeView, "exportTree").model()

    def inside(parent: QModelIndex, indent: str) -> list[tuple[str, ...]]:
        found = []
        for row in range(model.rowCount(parent)):
            cells = [str(model.index(row, column, parent).data()) for column in range(3)]
            found += [(f"{indent}{cells[0]}", *cells[1:]), *inside(model.index(row, 0, parent), "  ")]
        return found

    return inside(QModelIndex(), "")


def test_what_the_current_row_says_is_to_be_read_whole(person: Person, desk: FakeDesk, folder: Path) -> None:
    desk.errors[f"export {BETA.name}"] = [error("unreachable", "beta does not answer.")]
    _export(person, folder)
    person.press(Qt.Key.Key_Down, "exportTree")
    said = "beta does not answer. It may be offline. Look at it in the browser."
    assert person.text("exportRow") == f"beta.bitrix24.com · beta.bitrix24.com.yaml · {said}"


def test_each_portal_has_a_file_of_its_own_name(person: Person, folder: Path) -> None:
    _export(person, folder)
    assert _rows(person) == [
        ("acme.bitrix24.com", "acme.bitrix24.com.yaml", "2 places saved"),
        ("beta.bitrix24.com", "beta.bitrix24.com.yaml", "2 places saved"),
        ("gamma.bitrix24.com", "gamma.bitrix24.com.yaml", "1 place saved"),
    ]
    assert person.text("exportHeading") == f"3 files written to {folder}"
    assert not person.sees("exportButton")
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert written["beta.bitrix24.com.yaml"] == "# beta.bitrix24.com\nbxdesk: 1\n"
    assert len(written) == 3


def test_files_that_are_there_are_named_before_they_are_replaced(person: Person, folder: Path) -> None:
    there = folder / "beta.bitrix24.com.yaml"
    there.write_text("mine", encoding="utf-8")
    _ask(person, folder)
    assert [row[2] for row in _rows(person)] == ["", "replaces the file there", ""]
    person.click("cancelButton")
    person.wait(lambda: not person.sees("exportPortalsDialog"))
    assert there.read_text(encoding="utf-8") == "mine"
    assert len([*folder.iterdir()]) == 1


def test_what_failed_is_exported_again_alone(person: Person, desk: FakeDesk, folder: Path) -> None:
    desk.errors[f"export {BETA.name}"] = [error("not_admin", "Helen Marsh is no administrator.")]
    _export(person, folder)
    assert person.text("exportHeading") == f"2 files written to {folder}; 1 failed"
    assert _rows(person)[1][2].startswith("Helen Marsh is no administrator.")
    desk.calls.clear()
    person.click("exportButton")
    person.wait(lambda: person.text("exportHeading") == f"3 files written to {folder}")
    assert [call for call in desk.calls if call.startswith("export ")] == [f"export {BETA.name}"]


def test_a_folder_that_cannot_be_written_is_said_for_each(person: Person, folder: Path) -> None:
    _export(person, folder / "nowhere")
    assert all("There is no such folder." in row[2] for row in _rows(person))
    person.click("cancelButton")
    assert {row[Column.STATE] for row in person.table("portalsTable")} == {"signed in", "not read yet"}


def test_those_are_exported_that_were_selected_when_it_was_asked_for(person: Person, folder: Path) -> None:
    """A reading that ends meanwhile may take rows out of sight, and with them out of the selection."""
    dialog = _begin(person)
    person.see(QTableView, "portalsTable").selectRow(1)
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    person.wait(lambda: person.sees("exportTree"))
    assert len(_rows(person)) == 3


def test_a_folder_whose_files_nobody_can_look_at_is_said_for_each(person: Person, tmp_path: Path) -> None:
    _export(person, tmp_path / ("far" * 100))  # the system refuses so long a name, as it would a folder of others
    assert all("cannot be written" in row[2] for row in _rows(person))


def test_what_no_file_can_name_is_shown_inside_its_portal(person: Person, desk: FakeDesk, folder: Path) -> None:
    why = problem("layout_inexact", "A layout cannot name all that stands there.")
    desk.left_out[GAMMA.identity] = (LeftOut(binding(TILE), why),)
    _export(person, folder)
    assert [row[:2] for row in _rows(person)][-2:] == [
        ("gamma.bitrix24.com", "gamma.bitrix24.com.yaml"),
        ("  Contact Center tile", HANDLER),
    ]
    assert _rows(person)[-2][2] == "1 place saved, 1 left out"
    assert person.see(QTreeView, "exportTree").isExpanded(person.see(QTreeView, "exportTree").model().index(2, 0))


def test_one_that_hangs_holds_up_nobody_and_cancel_leaves(person: Person, desk: FakeDesk, folder: Path) -> None:
    desk.hold(f"export {BETA.name}")
    _ask(person, folder)
    person.click("exportButton")
    person.wait(lambda: [row[2] for row in _rows(person)] == ["2 places saved", "reading…", "1 place saved"])
    person.click("cancelButton")
    person.wait(lambda: not person.sees("exportPortalsDialog"))
    assert sorted(path.name for path in folder.iterdir()) == ["acme.bitrix24.com.yaml", "gamma.bitrix24.com.yaml"]


def test_it_is_a_proper_model(qtmodeltester: Any, tmp_path: Path) -> None:
    session = Session(Tasks(), FakeDesk)  # type: ignore[arg-type]
    session.connections.all = (ACME, BETA)
    qtmodeltester.check(ExportModel(LayoutsExport(session, tmp_path, (ACME, BETA), session), session))
