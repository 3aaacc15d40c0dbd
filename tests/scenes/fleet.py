"""The page of all portals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QTableView

from bxdesk.placements.bindings import Change
from bxdesk.placements.content import Content
from bxdesk.placements.draft import Draft
from bxdesk.placements.drift import Drift, Drifted, DriftKind
from bxdesk.placements.kept_draft import KeptDraft
from bxdesk.placements.layouts.layout_export import LeftOut
from bxdesk.placements.outcome import OutcomeState, StepOutcome
from bxdesk.placements.plan import Action, Step
from bxdesk.placements.widgets import Layout, Widget
from bxdesk.storage.portal_looks import PortalLook
from tests.builders import DEAL, HANDLER, LEAD, TILE, binding
from tests.gui.fake_desk import SINCE, FakeDesk, connection, error, portal_snapshot, problem, unfinished
from tests.scenes.checks import BAD_CHECKS, GOOD_CHECKS
from tests.scenes.portals import TITLE, used_snapshot
from tests.scenes.stage import Scene, Sight, Stage, menu, trigger

_ACME = connection()
_BETA = replace(connection("beta", "b"), label="Branch office", group="Customers")
_GAMMA = replace(connection("gamma", "c"), group="Customers")
_DELTA = replace(connection("delta", "d"), group="Customers")
_EPSILON = connection("epsilon", "e")


def several() -> FakeDesk:
    """Five portals: a draft waits on one, another has drifted, one does not answer, one has to be signed in to."""
    desk = FakeDesk(used_snapshot(), _ACME, _BETA, _GAMMA, _DELTA, _EPSILON)
    draft = Draft(Layout(), Layout({"new-1": Widget(HANDLER, Content.of(TITLE), dict.fromkeys((DEAL, LEAD)))}))
    desk.drafts.kept[_BETA.identity] = KeptDraft(draft, datetime.now(UTC))
    desk.looks.kept = {_DELTA.identity: PortalLook(SINCE, Drift((Drifted(DriftKind.APPEARED, binding()),) * 2, SINCE))}
    desk.drifts[_GAMMA.identity] = Drift((Drifted(DriftKind.APPEARED, binding()),) * 3, SINCE)
    return desk


def _all(stage: Stage) -> Iterator[Sight]:
    desk = several()
    desk.hold(f"read {_GAMMA.name}")
    silent = error("unreachable", "The portal does not answer.")
    desk.errors[f"read {_DELTA.name}"] = [silent]
    desk.errors[f"read {_EPSILON.name}"] = [error("session_ended", "The session has ended.")]
    person = stage.open_ready(desk)
    person.click("portalsButton")
    person.wait(lambda: person.sees("portalsTable"))
    yield Sight("portals", person.window)
    person.click("readAllButton")
    person.wait(lambda: person.program.session.connections.known(_EPSILON).problem is not None)
    person.pause(100)
    yield Sight("portals-reading", person.window)
    person.click("cancelReadingButton")
    yield Sight("portals-cancelled", person.window)
    desk.release(f"read {_GAMMA.name}")
    desk.errors[f"read {_DELTA.name}"] = [silent]
    desk.errors[f"read {_EPSILON.name}"] = [error("session_ended", "The session has ended.")]
    person.click("readAllButton")
    person.wait(lambda: person.sees("readFailedButton"))
    person.see(QTableView, "portalsTable").selectAll()
    yield Sight("portals-read", person.window)
    with menu(person, "portalsMenuButton") as opened:
        yield Sight("portals-menu", opened)
    trigger(person, "groupPortalsAction")
    yield Sight("portals-group", person.see(QDialog, "groupDialog"))
    person.see(QDialog, "groupDialog").reject()
    person.type("portalsFilter", "nowhere")
    yield Sight("portals-none-found", person.window)


def _inside(stage: Stage) -> Iterator[Sight]:
    desk = several()
    desk.others[_GAMMA.identity] = portal_snapshot(binding(DEAL, title="Contract"), binding(LEAD))
    changed = Drifted(DriftKind.CHANGED, binding(DEAL, title="Contract"), (Change("title", TITLE, "Contract"),))
    vanished = Drifted(DriftKind.VANISHED, binding(TILE, title="Chat"))
    desk.drifts[_GAMMA.identity] = Drift((Drifted(DriftKind.APPEARED, binding(LEAD)), changed, vanished), SINCE)
    desk.errors[f"read {_EPSILON.name}"] = [error("session_ended", "The session has ended.")]
    desk.errors[f"check {_EPSILON.name}"] = [error("session_ended", "The session has ended.")]
    desk.found = (*GOOD_CHECKS, *BAD_CHECKS)
    person = stage.open_ready(desk)
    person.click("portalsButton")
    person.click("readAllButton")
    person.wait(lambda: person.sees("readFailedButton"))
    table = person.see(QTableView, "portalsTable")
    table.selectAll()
    trigger(person, "checkPortalsAction")
    person.wait(lambda: not person.sees("portalsProgress"))
    for row, name in enumerate(("open", "draft", "good", "problem", "drift")):
        table.selectRow(row)
        yield Sight(f"portals-inside-{name}", person.window)
    step = StepOutcome(Step(Action.BIND, None, binding(DEAL)), OutcomeState.DONE)
    desk.cut_off = unfinished(_DELTA, desk.here, (step,) * 3)
    person.click("readAllButton")
    person.wait(lambda: not person.sees("portalsProgress"))
    table.selectRow(2)
    yield Sight("portals-inside-cut-off", person.window)


def _signed_out(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(FakeDesk(used_snapshot(), _ACME, _BETA))
    person.program.session.sign_out(_ACME)
    person.wait(lambda: person.sees("portalsTable"))
    yield Sight("portals-none-open", person.window)


def against_layout(stage: Stage) -> Iterator[Sight]:
    """Held against a layout file, then reviewed and applied."""
    desk = several()
    desk.others[_BETA.identity] = portal_snapshot()
    desk.others[_GAMMA.identity] = portal_snapshot(binding(DEAL, title="Contract"))
    with TemporaryDirectory() as folder:
        layout = Path(folder) / "contracts.yaml"
        layout.write_text(_LAYOUT, encoding="utf-8")
        person = stage.open_ready(desk)
        person.click("portalsButton")
        person.click("compareLayoutButton")
        person.see(QLineEdit, "fileNameEdit").setText(str(layout))
        person.press(Qt.Key.Key_Return, "fileNameEdit")
        person.wait(lambda: person.sees("portalsStatus") and not person.sees("portalsProgress"))
        yield Sight("portals-layout", person.window)
        desk.errors[f"apply {_GAMMA.name}"] = [error("unreachable", "The portal does not answer.")]
        person.see(QTableView, "portalsTable").selectAll()
        desk.hold("snapshot")
        person.click("reviewPortalsButton")
        yield Sight("portals-planning", person.see(QDialog, "rolloutDialog"))
        person.program.session.tasks.in_loop(lambda _: desk.release("snapshot"))
        person.wait(lambda: not person.sees("rolloutProgress"))
        yield Sight("portals-review", person.see(QDialog, "rolloutDialog"))
        person.click("pruneBox")
        person.wait(lambda: person.see(QPushButton, "applyButton").isEnabled())
        yield Sight("portals-review-pruning", person.see(QDialog, "rolloutDialog"))
        person.click("pruneBox")
        person.wait(lambda: person.see(QPushButton, "applyButton").isEnabled())
        person.click("applyButton")
        person.wait(lambda: person.sees("retryButton"))
        yield Sight("portals-applied", person.see(QDialog, "rolloutDialog"))
        person.click("cancelButton")


def _moving(stage: Stage) -> Iterator[Sight]:
    desk = several()
    desk.others[_BETA.identity] = portal_snapshot(binding(DEAL), binding(DEAL, "https://new.example.com/bitrix24"))
    desk.others[_GAMMA.identity] = portal_snapshot()
    person = stage.open_ready(desk)
    person.click("portalsButton")
    person.see(QTableView, "portalsTable").selectAll()
    desk.hold("snapshot")
    trigger(person, "movePortalsAction")
    yield Sight("portals-moving-reading", person.see(QDialog, "serverMoveDialog"))
    person.program.session.tasks.in_loop(lambda _: desk.release("snapshot"))
    person.wait(lambda: not person.sees("serverMoveProgress"))
    person.type("moveAfterEdit", "https://new.example.com/")
    person.wait(lambda: person.see(QPushButton, "reviewMoveButton").isEnabled())
    yield Sight("portals-moving", person.see(QDialog, "serverMoveDialog"))
    person.type("moveAfterEdit", "https://new.example.com")
    person.wait(lambda: person.see(QPushButton, "reviewMoveButton").isEnabled())
    person.click("reviewMoveButton")
    person.wait(lambda: person.sees("rolloutDialog") and not person.sees("rolloutProgress"))
    yield Sight("portals-moving-review", person.see(QDialog, "rolloutDialog"))
    person.click("cancelButton")


def _exporting(stage: Stage) -> Iterator[Sight]:
    desk = several()
    desk.errors[f"export {_DELTA.name}"] = [error("unreachable", "The portal does not answer.")]
    inexact = problem("layout_inexact", "A layout cannot name all that stands there.")
    desk.left_out[_GAMMA.identity] = (LeftOut(binding(TILE), inexact),)
    person = stage.open_ready(desk)
    person.click("portalsButton")
    person.see(QTableView, "portalsTable").selectAll()
    with TemporaryDirectory() as folder:
        (Path(folder) / f"{_BETA.name}.yaml").touch()
        trigger(person, "exportPortalsAction")
        files = person.see(QFileDialog, "layoutFileDialog")
        files.fileSelected.emit(folder)
        files.close()
        person.wait(lambda: person.sees("exportButton") and person.see(QPushButton, "exportButton").isEnabled())
        yield Sight("portals-export", person.see(QDialog, "exportPortalsDialog"))
        person.click("exportButton")
        person.wait(lambda: not person.sees("exportProgress"))
        yield Sight("portals-exported", person.see(QDialog, "exportPortalsDialog"))
        person.click("cancelButton")


def _proving(stage: Stage) -> Iterator[Sight]:
    desk = several()
    desk.others[_BETA.identity] = portal_snapshot(binding(DEAL), binding(LEAD))
    person = stage.open_ready(desk)
    person.click("portalsButton")
    table = person.see(QTableView, "portalsTable")
    table.selectAll()
    trigger(person, "provePortalsAction")
    person.wait(lambda: person.sees("proofDialog"))
    person.click("nextPortalButton")
    person.wait(lambda: "beta" in person.see(QDialog, "proofDialog").windowTitle())
    yield Sight("portals-proving", person.see(QDialog, "proofDialog"))
    person.click("proveButton")
    person.wait(lambda: person.sees("proofResult"))
    yield Sight("portals-proven", person.see(QDialog, "proofDialog"))
    person.click("closeProofButton")
    table.selectRow(1)
    yield Sight("portals-inside-proof", person.window)


_LAYOUT = f"""bxdesk: 1
handler: {HANDLER}
widgets:
  - placements: [{DEAL}, {LEAD}]
    title: {{en: {TITLE}}}
"""
FLEET: tuple[Scene, ...] = (_all, _inside, _signed_out, against_layout, _moving, _exporting, _proving)
