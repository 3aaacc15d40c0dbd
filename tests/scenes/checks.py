"""The page of checks."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt

from bxdesk.checks.check import Check, CheckCode, CheckState
from bxdesk.errors import RemedyKind, remedy
from bxdesk.messages import message
from tests.builders import HANDLER, OTHER_HANDLER
from tests.scenes.portals import used
from tests.scenes.stage import Scene, Sight, Stage

GOOD_CHECKS = (
    Check(CheckCode.INSTALLATION, CheckState.OK, message("The app is fully installed.")),
    Check(CheckCode.ADMINISTRATOR, CheckState.OK, message("An administrator is signed in.")),
    Check(CheckCode.HANDLER_FRAMING, CheckState.OK, message("Nothing forbids it."), handler=HANDLER),
    Check(
        CheckCode.HANDLER_POST, CheckState.OK, message("It answers with HTTP {status}.", status=200), handler=HANDLER
    ),
)
BAD_CHECKS = (
    Check(
        CheckCode.HANDLER_FRAMING,
        CheckState.BLOCKED,
        message("{host} forbids the portal to show its page.", host="widgets.example.com"),
        message("The answer's header says: {header}: {value}", header="X-Frame-Options", value="DENY"),
        message(
            "Let the handler's server send: Content-Security-Policy: frame-ancestors 'self' {portal}",
            portal="https://acme.bitrix24.com",
        ),
        OTHER_HANDLER,
    ),
    Check(
        CheckCode.HANDLER_CONTENT,
        CheckState.WARNING,
        message("The answer is plain text ({kind}), no page.", kind="text/plain"),
        message("Browsers show it letter by letter."),
        message("Let the handler answer with Content-Type: text/html."),
        OTHER_HANDLER,
    ),
    Check(
        CheckCode.HANDLER_POST,
        CheckState.OK,
        message("It answers with HTTP {status}.", status=200),
        handler=OTHER_HANDLER,
    ),
)
_HALF = Check(
    CheckCode.INSTALLATION,
    CheckState.BLOCKED,
    message("The application is not fully installed: widgets stay hidden."),
    message(""),
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
    desk.found = (*GOOD_CHECKS, *BAD_CHECKS)
    person = stage.open_ready(desk)
    person.click("checksButton")
    person.wait(lambda: person.sees("checksTree"))
    yield Sight("checks", person.window)
    person.press(Qt.Key.Key_End, "checksTree")
    person.wait(lambda: person.sees("proveCheckedButton"))
    yield Sight("checks-shows", person.window)
    person.click("backToWidgetsButton")
    yield Sight("window-checked", person.window)


def _half_installed(stage: Stage) -> Iterator[Sight]:
    desk = used()
    desk.found = (_HALF, *GOOD_CHECKS[1:])
    person = stage.open_ready(desk)
    person.click("checksButton")
    person.wait(lambda: person.sees("checksTree"))
    yield Sight("checks-not-installed", person.window)


CHECKS: tuple[Scene, ...] = (_checking, _found, _half_installed)
