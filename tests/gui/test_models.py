"""The models by Qt's own rules, and what they say."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeView

from bxdesk.errors import Problem
from bxdesk.gui.background.tasks import Tasks
from bxdesk.gui.bindings.bindings_model import BindingsModel, Column
from bxdesk.gui.bindings.bindings_rows import pairs_of
from bxdesk.gui.bindings.move_model import Column as MoveColumn
from bxdesk.gui.bindings.move_model import MoveModel
from bxdesk.gui.plans.plan_model import Column as PlanColumn
from bxdesk.gui.plans.plan_model import PlanModel, PlanTable
from bxdesk.gui.plans.plan_words import result
from bxdesk.gui.session.checking import Checking
from bxdesk.gui.session.session import Session
from bxdesk.gui.session.workspace import Workspace
from bxdesk.gui.tree.placement_model import PlacementModel
from bxdesk.gui.tree.placement_panel import PlacementPanel
from bxdesk.gui.widgets.widget_model import WidgetModel, WidgetRole
from bxdesk.messages import message
from bxdesk.placements.bindings import Binding, Texts
from bxdesk.placements.codes import timeline_code
from bxdesk.placements.moving import moves
from bxdesk.placements.outcome import Outcome, OutcomeState, StepOutcome
from bxdesk.placements.plan import make_plan
from bxdesk.placements.snapshot import CustomType
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, PURCHASE, TILE, binding, snapshot
from tests.gui.fake_desk import FakeDesk, everything, portal_snapshot
from tests.gui.workspaces import show


def _unchecked() -> Checking:
    """Checks of a portal that nobody has asked about."""
    return Checking(Session(Tasks(), FakeDesk))  # type: ignore[arg-type]


@pytest.fixture
def workspace(qapp: object) -> Workspace:
    del qapp
    made = Workspace()
    show(made, portal_snapshot(binding(language="en"), binding(TILE, OTHER_HANDLER, "Chat", language="en")))
    return made


def test_the_tree_is_a_proper_model_through_every_change(workspace: Workspace, qtmodeltester: Any) -> None:
    model = PlacementModel(workspace)
    qtmodeltester.check(model)
    show(workspace, portal_snapshot())
    qtmodeltester.check(model)
    model.filter("purchase")
    qtmodeltester.check(model)
    model.filter("there is no such thing")
    assert model.rowCount() == 0
    model.filter("")
    workspace.edits.tick([DEAL, PURCHASE], True)
    qtmodeltester.check(model)


def test_the_tree_tells_only_of_the_rows_that_say_something_else(workspace: Workspace) -> None:
    """A view paints what it is told of: with a thousand rows, a key must not paint all that is shown."""
    model = PlacementModel(workspace)
    told: list[str] = []

    def look() -> list[str]:
        told.clear()
        timeline = model.find(DEAL).parent()
        places = [model.index(row, 1, timeline).data() for row in range(model.rowCount(timeline))]
        return [timeline.siblingAtColumn(1).data(), *places]

    def keep(*ends: QModelIndex) -> None:
        told.extend({row.key for row in map(model.row_at, ends) if row is not None})

    model.dataChanged.connect(lambda first, last: keep(first, last))
    show(workspace, portal_snapshot())
    workspace.new_widget()
    before = look()
    workspace.edits.tick([DEAL], True)
    ticked = {*told}
    assert DEAL in ticked
    assert LEAD not in ticked
    assert look() != before
    workspace.edits.tick([DEAL], False)
    assert {*told} == ticked  # its row, and the groups that count it
    assert look() == before
    workspace.edits.tick([DEAL], True)
    look()
    workspace.edits.rewrite(title="Zulu")
    workspace.edits.retype("https://zulu.example.com")
    assert told == []


def test_the_list_of_widgets_is_a_proper_model_through_every_change(workspace: Workspace, qtmodeltester: Any) -> None:
    model = WidgetModel(workspace, _unchecked())
    qtmodeltester.check(model)
    workspace.edits.tick([DEAL, PURCHASE], True)
    workspace.new_widget()
    qtmodeltester.check(model)
    assert model.rowCount() == 3
    workspace.edits.retype("https://new.example.com")
    workspace.open_widget(OTHER_HANDLER)
    model.filter("chat")
    qtmodeltester.check(model)
    assert [model.key(row) for row in range(model.rowCount())] == [OTHER_HANDLER]
    model.filter("")
    workspace.discard()
    show(workspace, portal_snapshot())
    qtmodeltester.check(model)


def test_the_list_follows_what_is_typed_without_moving_a_row(workspace: Workspace) -> None:
    model = WidgetModel(workspace, _unchecked())
    workspace.show_again()
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    workspace.edits.rewrite(title="Zulu")
    workspace.edits.retype("https://zulu.example.com")
    workspace.edits.tick([PURCHASE], True)
    assert not resets
    first = model.index(0, 0)
    assert first.data() == "Zulu"
    assert [first.data(role) for role in WidgetRole] == ["zulu.example.com", 2, "+1"]
    said = first.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "1 to bind" in said
    assert "1 to change" in said
    assert "https://zulu.example.com" in said


def test_the_table_is_a_proper_model_in_every_order(workspace: Workspace, qtmodeltester: Any) -> None:
    model = BindingsModel()
    qtmodeltester.check(model)
    assert workspace.snapshot is not None
    model.show(workspace.snapshot)
    qtmodeltester.check(model)
    workspace.edits.tick([DEAL, PURCHASE], True)
    model.show(workspace.snapshot, pairs_of(workspace.draft, workspace.plan))
    qtmodeltester.check(model)
    assert model.rowCount() == 3, "what is to be bound has a row as well"
    model.sort(Column.HANDLER, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model)


def test_the_plan_is_a_proper_model(workspace: Workspace, qtmodeltester: Any) -> None:
    workspace.edits.rewrite(title="New")
    workspace.edits.tick([PURCHASE], True)
    assert workspace.snapshot is not None
    qtmodeltester.check(PlanModel(workspace.plan, workspace.snapshot))


def test_moves_are_a_proper_model_whatever_comes_of_them(workspace: Workspace, qtmodeltester: Any) -> None:
    here = workspace.snapshot
    assert here is not None
    model = MoveModel(here.type_titles)
    for after in (HANDLER, "https://new.example.com", "ftp://new.example.com", ""):
        model.show_moves(moves(here.bindings, HANDLER, after, here))
        qtmodeltester.check(model)


def test_a_move_that_is_not_as_one_expects_says_so_and_wears_a_sign(qapp: object) -> None:
    del qapp
    rows = [binding(DEAL), binding(LEAD), binding("CRM_ORDER_DETAIL_TAB")]
    here = portal_snapshot(*rows, binding(LEAD, OTHER_HANDLER))
    model = MoveModel(here.type_titles)
    model.show_moves(moves(rows, HANDLER, OTHER_HANDLER, here))
    cells = [model.index(row, MoveColumn.LATER) for row in range(3)]
    assert [cell.data(Qt.ItemDataRole.DecorationRole) is None for cell in cells] == [True, False, False]
    assert cells[0].data() == OTHER_HANDLER
    assert cells[1].data() == f"{OTHER_HANDLER} (is there already; this one goes)"
    assert cells[2].data() == "stays", "why is said above the table"


def _table(*rows: Binding) -> BindingsModel:
    here, model = portal_snapshot(*rows), BindingsModel()
    model.show(here)
    return model


def test_sorting_keeps_the_selected_row_selected() -> None:
    rows = [binding(DEAL, HANDLER, "b"), binding(LEAD, HANDLER, "C"), binding(TILE, HANDLER, "a")]
    model = _table(*rows)
    model.sort(Column.TITLE, Qt.SortOrder.AscendingOrder)
    assert [model.binding(row).title for row in range(3)] == ["a", "b", "C"]
    held = QPersistentModelIndex(model.index(2, Column.TITLE))
    model.sort(Column.TITLE, Qt.SortOrder.DescendingOrder)
    assert (held.row(), held.data()) == (0, "C")


def test_the_table_shows_people_s_names_languages_and_users() -> None:
    texts = {"en": Texts("Send"), "de": Texts("Senden")}
    model = _table(binding(PURCHASE, texts=texts), binding("PAGE_BACKGROUND_WORKER", user_id=7))
    cells = {model.index(row, Column.CODE).data(): row for row in range(2)}
    purchase, worker = cells[PURCHASE], cells["PAGE_BACKGROUND_WORKER"]
    assert model.index(purchase, Column.PLACEMENT).data() == "CRM timeline button: Purchase (183)"
    assert model.index(purchase, Column.LANGUAGES).data() == "de, en"
    assert model.index(purchase, Column.USER).data() == "Everybody"
    assert model.index(worker, Column.USER).data() == "User 7"


def test_a_portal_s_texts_are_never_taken_for_html() -> None:
    model = _table(binding(DEAL, title="<b>bold</b> & more"))
    tip = model.index(0, Column.TITLE).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; more" in tip


def test_a_thousand_types_stay_immediate(qapp: object, tell: Callable[[str], None]) -> None:
    """Times are printed; that every key finds what it should is asserted."""
    del qapp
    types = tuple(CustomType(2000 + number, f"Type {number:04}") for number in range(1000))
    rows = [
        binding(timeline_code(entry.entity_type_id), handler, language="en")
        for entry in types
        for handler in (HANDLER, OTHER_HANDLER)
    ]
    here = everything(*rows, types=types)
    workspace = Workspace()
    panel = PlacementPanel(workspace)
    panel.resize(500, 700)
    panel.show()
    tree, field = panel.findChild(QTreeView), panel.findChild(QLineEdit)
    assert tree is not None
    assert field is not None
    model = tree.model()
    began = time.perf_counter()
    show(workspace, here)
    QApplication.processEvents()
    tell(
        f"fill with {len(here.placements):,} placements, 2,000 bindings: {1000 * (time.perf_counter() - began):.1f} ms"
    )
    for typed in ("t", "ty", "type", "type 0", "type 01", "type 0123", "type 0123 tab", "type 0123 t"):
        began = time.perf_counter()
        field.setText(typed)
        filtered = time.perf_counter()
        QApplication.processEvents()
        shown = time.perf_counter()
        tell(f"filter {typed!r}: {1000 * (filtered - began):.1f} ms, painted {1000 * (shown - filtered):.1f} ms")
    field.setText("type 0123")
    groups = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert groups == ["CRM timeline button", "More placements (8074)"]
    custom = model.index(0, 0, model.index(0, 0))
    assert custom.data() == "Custom types"
    assert model.index(0, 0, custom).data() == "Type 0123 (2123)"
    assert model.rowCount(model.index(1, 0)) == 8
    field.clear()
    for title in ("Other", "Others"):
        began = time.perf_counter()
        workspace.edits.rewrite(title=title)
        steps = len(workspace.plan.steps)
        QApplication.processEvents()
        tell(f"one key in the title, {steps} to replace: {1000 * (time.perf_counter() - began):.1f} ms")
    assert steps == 1000
    workspace.discard()
    began = time.perf_counter()
    workspace.edits.retype(f"{HANDLER}/2")
    steps = len(workspace.plan.steps)
    QApplication.processEvents()
    tell(f"one key in the address, {steps} to move: {1000 * (time.perf_counter() - began):.1f} ms")
    assert steps == 1000


def test_what_is_not_known_is_said_so() -> None:
    plan = make_plan(snapshot(), [binding(), binding(LEAD)], ())
    why = Problem("outcome_unknown", message("It is not known whether the portal did this."))
    steps = (StepOutcome(plan.steps[0], OutcomeState.UNKNOWN, why), StepOutcome(plan.steps[1], OutcomeState.DONE))
    model = PlanModel(plan, snapshot())
    model.show_outcomes(steps)
    assert model.index(0, PlanColumn.RESULT).data() == "It is not known whether the portal did this."
    assert result(Outcome(steps, False, snapshot())) == "1 change is done, 1 is not known."


@pytest.mark.usefixtures("qapp")
def test_a_column_of_details_that_are_all_empty_is_not_shown() -> None:
    table = PlanTable("plan", "Plan")
    for other, hidden in ((HANDLER, False), ("https://other.example.com", True)):
        plan = make_plan(snapshot(), [binding(title=""), binding(LEAD, handler=other, title="")], ())
        table.show_steps(PlanModel(plan, snapshot()), results=False)
        assert table.isColumnHidden(PlanColumn.DETAILS) is hidden, "the headings say the addresses"
    table.deleteLater()
