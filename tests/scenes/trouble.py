"""What stands in the way: no network, no session, no portal, no rights, an apply that was cut off."""

from __future__ import annotations

from collections.abc import Iterator

from bxdesk.accounts.secret_store import KeyringError
from bxdesk.errors import BxdeskError
from bxdesk.messages import message
from bxdesk.portal.errors import portal_error, unreachable
from tests.scenes.portals import cut_off, restricted, used
from tests.scenes.stage import Scene, Sight, Stage, select

_FAILURES: dict[str, BxdeskError] = {
    "offline": unreachable("acme.bitrix24.com", message("The name was not found")),
    "session-ended": portal_error("INVALID_GRANT"),
    "portal-gone": portal_error("PORTAL_DELETED"),
    "no-rights": portal_error("ACCESS_DENIED"),
    "keyring-missing": KeyringError(message("No keyring is running.")),
}


def _unread(stage: Stage) -> Iterator[Sight]:
    desk = used()
    desk.errors["snapshot"] = [*_FAILURES.values()]
    person = stage.open(desk)
    for left, name in enumerate(_FAILURES, 1):
        person.wait(lambda left=left: len(desk.errors["snapshot"]) == len(_FAILURES) - left)  # type: ignore[misc]
        person.wait(lambda: not person.program.session.portal.busy and person.sees("stateHint"))
        yield Sight(f"unread-{name}", person.window)
        person.click("stateButton")


def _read_before(stage: Stage) -> Iterator[Sight]:
    desk = used()
    person = stage.open_ready(desk)
    for name in ("offline", "session-ended"):
        desk.errors["snapshot"] = [_FAILURES[name]]
        person.click("refreshButton")
        person.wait(lambda: not person.program.session.portal.busy and person.sees("problemBanner"))
        yield Sight(f"banner-{name}", person.window)
    desk.hold("snapshot")
    person.click("refreshButton")
    person.wait(lambda: person.sees("stopReadingButton"))
    yield Sight("window-refreshing", person.window)


def _not_installed(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(restricted())
    person.wait(lambda: person.sees("problemBanner"))
    person.click("whatToDoButton")
    select(person, "CONTACT_CENTER")
    yield Sight("banner-not-installed", person.window)
    person.click("nextProblemButton")
    yield Sight("banner-no-rights", person.window)
    person.click("previousProblemButton")
    person.window.resize(640, 330)
    yield Sight("banner-smallest", person.window)


def _cut_off(stage: Stage) -> Iterator[Sight]:
    person = stage.open_ready(cut_off())
    person.wait(lambda: person.sees("problemBanner"))
    yield Sight("banner-cut-off", person.window)


TROUBLE: tuple[Scene, ...] = (_unread, _read_before, _not_installed, _cut_off)
