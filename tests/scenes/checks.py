"""The page of checks."""

from __future__ import annotations

from collections.abc import Iterator

from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.errors import RemedyKind, remedy
from bxdesk.messages import message
from tests.builders import HANDLER, OTHER_HANDLER
from tests.scenes.portals import used
from tests.scenes.stage import Scene, Sight, Stage

_GOOD = (
    Check(CheckCode.INSTALLATION, CheckState.OK, message("The app is fully installed.")),
    Check(CheckCode.ADMINISTRATOR, CheckState.OK, message("An administrator is signed in.")),
    Check(CheckCode.HANDLER_FRAMING, CheckState.OK, message("The portal may show the page."), handler=HANDLER),
    Check(CheckCode.HANDLER_POST, CheckState.OK, message("The page answers the portal's call."), handler=HANDLER),
)
_BAD = (
    Check(
        CheckCode.HANDLER_FRAMING,
        CheckState.BLOCKED,
        message("The page forbids to be shown in a frame of the portal."),
        message("It answers with X-Frame-Options: DENY, so every browser shows an empty frame."),
        message("Have the page's server send Content-Security-Policy: frame-ancestors with the portal's address."),
        OTHER_HANDLER,
    ),
    Check(
        CheckCode.HANDLER_SPEED,
        CheckState.WARNING,
        message("The page took 6.2 seconds to answer."),
        handler=OTHER_HANDLER,
    ),
    Check(CheckCode.HANDLER_POST, CheckState.OK, message("The page answers the portal's call."), handler=OTHER_HANDLER),
)
_HALF = Check(
    CheckCode.INSTALLATION,
    CheckState.BLOCKED,
    message("The app is not fully installed."),
    message("Its widgets stay hidden from everybody until it is."),
    remedy(RemedyKind.COMPLETE_INSTALLATION),
)


def _checking(stage: Stage) -> Iterator[Sight]:
    desk = used()
    desk.hold("check")
    person = stage.open_ready(desk)
    person.click("checksButton")
    person.wait(lambda: person.text("checksStatus") != "")
    yield Sight("checks-running", person.window)


def _found(stage: Stage) -> Iterator[Sight]:
    desk = used()
    desk.found = (*_GOOD, *_BAD)
    person = stage.open_ready(desk)
    person.click("checksButton")
    person.wait(lambda: person.sees("checksTree"))
    yield Sight("checks", person.window)
    person.click("backToWidgetsButton")
    yield Sight("window-checked", person.window)


def _half_installed(stage: Stage) -> Iterator[Sight]:
    desk = used()
    desk.found = (_HALF, *_GOOD[1:])
    person = stage.open_ready(desk)
    person.click("checksButton")
    person.wait(lambda: person.sees("checksTree"))
    yield Sight("checks-not-installed", person.window)


CHECKS: tuple[Scene, ...] = (_checking, _found, _half_installed)
