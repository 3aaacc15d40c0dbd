"""The first minutes: nothing connected yet, the guide to the first connection, the ways a sign-in can end."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QDialog

from bxdesk.accounts.secret_store import KeyringError
from bxdesk.accounts.signin import _too_late
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.portal.errors import portal_error
from tests.gui.connecting import fill_in, go_to_card, open_guide
from tests.gui.person import Person
from tests.scenes.portals import first_start, used
from tests.scenes.stage import Scene, Sight, Stage

_PORT_TAKEN = Problem(
    "port_taken",
    message("Port {port} of this computer cannot be used.", port=8917),
    message("Another program, or another sign-in, uses it already."),
)


def _opening(stage: Stage) -> Iterator[Sight]:
    desk = used()
    desk.hold("connections")
    person = stage.open(desk)
    person.wait(lambda: person.sees("stateTitle"))
    yield Sight("opening", person.window)


def _loading(stage: Stage) -> Iterator[Sight]:
    desk = used()
    desk.hold("snapshot")
    person = stage.open(desk)
    person.wait(lambda: person.sees("stateButton"))
    yield Sight("loading", person.window)
    person.click("stateButton")
    person.wait(lambda: "snapshot" in desk.calls)
    yield Sight("loading-stopped", person.window)


def _first_start(stage: Stage) -> Iterator[Sight]:
    person = stage.open(first_start())
    person.wait(lambda: person.sees("stateButton"))
    yield Sight("first-start", person.window)
    guide = open_guide(person)
    yield Sight("connect-portal", guide)
    person.click("nextButton")
    yield Sight("connect-portal-missing", guide)
    person.type("portalEdit", "https://acme.bitrix24.com/rest/1/abc0123/")
    yield Sight("connect-webhook", guide)
    go_to_card(person)
    yield Sight("connect-card", guide)
    person.click("olderForm")
    yield Sight("connect-card-older", guide)
    person.click("nextButton")
    yield Sight("connect-keys", guide)
    person.click("signInButton")
    yield Sight("connect-keys-missing", guide)
    person.click("advancedButton")
    yield Sight("connect-advanced", guide)


def _russian_card(stage: Stage) -> Iterator[Sight]:
    person = stage.open(first_start())
    guide = open_guide(person)
    go_to_card(person, "acme.bitrix24.ru")
    yield Sight("connect-card-russian", guide)
    person.click("nextButton")
    yield Sight("connect-keys-russian", guide)


def _keyring(stage: Stage) -> Iterator[Sight]:
    desk = first_start()
    desk.hold("keyring")
    person = stage.open(desk)
    guide = _filled(person)
    person.click("signInButton")
    person.wait(lambda: not person.see(QAbstractButton, "signInButton").isEnabled())
    yield Sight("connect-keyring", guide)


def _waiting(stage: Stage) -> Iterator[Sight]:
    desk = first_start()
    desk.hold("paste")
    person = stage.open(desk)
    guide = _filled(person)
    person.click("signInButton")
    person.wait(lambda: person.sees("pasteLink"))
    yield Sight("connect-waiting", guide)
    person.click("pasteLink")
    person.type("pasteEdit", "nonsense")
    person.click("pasteButton")
    person.wait(lambda: person.sees("pasteMessage"))
    yield Sight("connect-bad-answer", guide)


def _trouble(stage: Stage) -> Iterator[Sight]:
    desk = first_start()
    person = stage.open(desk)
    guide = _filled(person)
    for name, error, place in (
        ("wrong-keys", portal_error("WRONG_CLIENT"), "clientSecretNote"),
        ("keyring-missing", KeyringError(message("No keyring is running.")), "connectMessage"),
        ("too-late", _too_late(), "connectMessage"),
        ("port-taken", BxdeskError(_PORT_TAKEN), "otherPortButton"),
    ):
        desk.errors["sign_in"] = [error]
        person.click("signInButton")
        person.wait(lambda: not desk.errors["sign_in"] and person.see(QAbstractButton, "signInButton").isEnabled())
        person.wait(lambda place=place: person.sees(place))  # type: ignore[misc]
        yield Sight(f"connect-{name}", guide)
    person.click("otherPortButton")
    yield Sight("connect-other-port", guide)


def _taught(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(used(), shows_demo_notes=True)
    for number in (1, 2, 3):
        yield Sight(f"demo-note-{number}", person.window)
        person.click("demoNoteNextButton")


def _filled(person: Person) -> QDialog:
    guide = open_guide(person)
    fill_in(person)
    return guide


FIRST_MINUTES: tuple[Scene, ...] = (_opening, _loading, _first_start, _russian_card, _taught)
CONNECTING: tuple[Scene, ...] = (_keyring, _waiting, _trouble)
