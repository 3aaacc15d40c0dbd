"""The other dialogs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog

from bxdesk.accounts.secret_store import KeyringError
from bxdesk.messages import message
from tests.scenes.portals import restricted, used
from tests.scenes.stage import Scene, Sight, Stage, trigger


def _moving(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used())
    person.show_bindings().selectAll()
    trigger(person, "moveAction")
    moving = person.see(QDialog, "moveDialog")
    yield Sight("move", moving)
    person.type("moveAfterEdit", "https://new.example.com")
    yield Sight("move-result", moving)
    person.type("moveAfterEdit", "ftp://new.example.com")
    yield Sight("move-refused", moving)


def _proving(stage: Stage) -> Iterator[Sight]:
    desk = used()
    desk.hold("prove")
    person = stage.open_ready(desk)
    person.click("proofButton")
    proving = person.see(QDialog, "proofDialog")
    yield Sight("proof", proving)
    person.click("proveButton")
    person.wait(lambda: person.sees("openPortalButton"))
    yield Sight("proof-stands", proving)
    person.click("closeProofButton")
    person.wait(lambda: person.sees("proofResult"))
    yield Sight("proof-not-opened", proving)
    desk.gates.clear()
    person.click("proveButton")
    person.wait(lambda: person.sees("proofCallTable"))
    yield Sight("proof-proven", proving)


def _settings(stage: Stage) -> Iterator[Sight]:
    desk = used()
    desk.errors["keyring"] = [KeyringError(message("No keyring is running."))]
    person = stage.open_ready(desk)
    person.click("settingsButton")
    settings = person.see(QDialog, "settingsDialog")
    person.wait(lambda: person.sees("askKeyringButton"))
    box = person.see(QComboBox, "proxyBox")
    box.setCurrentIndex(box.count() - 1)
    person.click("saveSettingsButton")
    yield Sight("settings-trouble", settings)
    person.click("askKeyringButton")
    box.setCurrentIndex(0)
    person.wait(lambda: person.text("keyringText") == "Secret Service")
    yield Sight("settings", settings)


def _small_ones(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used())
    for name, action in (("rename", "renameAction"), ("sign-out", "signOutAction")):
        trigger(person, action)
        opened = person.see(QDialog, f"{action.removesuffix('Action')}Dialog")
        yield Sight(name, opened)
        opened.reject()
        person.wait(lambda: person.window.findChild(QDialog) is None)
    person.type("placementFilter", "4711")
    person.press(Qt.Key.Key_End, "placementTree")
    person.press(Qt.Key.Key_Return, "placementTree")
    adding = person.see(QDialog, "addTypeDialog")
    yield Sight("add-type", adding)
    person.type("typeIdEdit", "abc")
    person.click("addTypeButton")
    yield Sight("add-type-refused", adding)


def _sign_in_again(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used())
    trigger(person, "signInAgainAction")
    yield Sight("connect-again", person.see(QDialog, "connectDialog"))


def _move_app(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(restricted())
    person.click("problemActionButton")
    yield Sight("move-app", person.see(QDialog, "moveAppDialog"))
    person.type("moveAppFileEdit", "/nowhere/saved.yaml")
    person.click("moveAppButton")
    person.wait(lambda: person.sees("moveAppFileNote"))
    yield Sight("move-app-not-saved", person.see(QDialog, "moveAppDialog"))


DIALOGS: tuple[Scene, ...] = (_moving, _proving, _settings, _small_ones, _sign_in_again, _move_app)
