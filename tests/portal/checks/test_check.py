"""All questions about a portal and its handlers, through the desk and on the command line."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import anyio
import pytest

from bxdesk.accounts.connections import ConnectionFile
from bxdesk.checks.check import Check, CheckCode, CheckState, worst
from bxdesk.cli.console import Wiring
from bxdesk.cli.main import run
from bxdesk.composition import demo_desk
from bxdesk.desk import Desk
from bxdesk.errors import CancelledByPersonError
from bxdesk.placements.handler import HandlerAddressError
from bxdesk.placements.plan import make_plan
from bxdesk.portal.http import system_trust
from bxdesk.portal.rest import Command
from tests.builders import DEAL, LEAD, TILE, RecordingListener, binding
from tests.e2e.web_site import WebSite, running_web_site
from tests.portal.conftest import SignedIn

from .handlers import Handlers, page, raw, redirect

pytestmark = pytest.mark.anyio
WIRING = Wiring(usual_desk=demo_desk, demo_desk=demo_desk, open_window=lambda _: 0)


@pytest.fixture
async def desk(signed_in: SignedIn, tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk that is signed in to the portal."""
    found = Desk(
        ConnectionFile(signed_in.list_file),
        signed_in.secrets,
        system_trust,
        locks=tmp_path / "locks",
        journal=tmp_path / "journal",
        drafts=tmp_path / "drafts",
        proxy="none",
    )
    yield found
    await found.aclose()


async def check(desk: Desk, *handlers: str) -> dict[tuple[str | None, str], Check]:
    """The checks by handler and code."""
    (connection,) = await desk.accounts.connections()
    found = await desk.checks.run(connection, handlers=handlers or None)
    return {(one.handler, one.code.value): one for one in found}


async def bind(desk: Desk, *places: tuple[str, str]) -> None:
    """Binds these handlers there, and nothing else anywhere."""
    (connection,) = await desk.accounts.connections()
    here = await desk.snapshot(connection)
    plan = make_plan(here, [binding(place, handler) for place, handler in places], None)
    outcome = await desk.apply(connection, here, plan)
    assert outcome.is_complete


async def test_each_handler_is_called_once_wherever_it_stands(desk: Desk, handlers: Handlers) -> None:
    one, other = handlers.address("/one"), handlers.address("/other")
    handlers.ways |= {"/one": page(), "/other": page("", "X-Frame-Options: DENY")}
    await bind(desk, (DEAL, one), (LEAD, one), (TILE, other))

    found = await check(desk)

    assert sorted(sent.target.partition("?")[0] for sent in handlers.sent) == ["/one", "/other"]
    assert worst(check for (handler, _), check in found.items() if handler == one) is CheckState.OK
    assert found[other, "handler_content"].state is CheckState.BLOCKED
    assert found[other, "handler_framing"].state is CheckState.BLOCKED
    assert found[None, "vanished"].state is CheckState.OK


async def test_nothing_of_ours_leaves_for_a_handler(desk: Desk, signed_in: SignedIn, handlers: Handlers) -> None:
    handlers.ways |= {"/w": redirect("/there", 307), "/there": page()}

    await check(desk, handlers.address("/w"))

    keys = await signed_in.keys()
    assert len(handlers.sent) == 2
    for secret in (keys.access_token, keys.refresh_token, keys.client_secret, signed_in.connection.client_id):
        assert secret not in repr(handlers.sent)


async def test_what_was_applied_and_taken_away_by_somebody_has_vanished(
    desk: Desk, signed_in: SignedIn, handlers: Handlers
) -> None:
    handlers.ways["/w"] = page()
    await bind(desk, (DEAL, handlers.address("/w")))
    fields = {"PLACEMENT": DEAL, "HANDLER": handlers.address("/w")}
    await signed_in.client.call(Command("placement.unbind", fields))

    found = await check(desk)

    assert found[handlers.address("/w"), "vanished"].placement == DEAL
    assert handlers.sent == []


async def test_progress_counts_the_handlers_and_tells_the_deadline(desk: Desk, handlers: Handlers) -> None:
    handlers.ways["/w"] = page()
    (connection,) = await desk.accounts.connections()
    told = RecordingListener()

    await desk.checks.run(connection, told, handlers=[handlers.address("/w")])

    assert [(one.done, one.total) for one in told.progressed] == [(0, 1), (1, 1)]
    assert "20 seconds" in told.texts[0]


async def test_cancel_ends_at_once(desk: Desk, handlers: Handlers) -> None:
    handlers.ways["/w"] = raw(b"", hold=True)
    (connection,) = await desk.accounts.connections()
    begun = anyio.current_time()

    with pytest.raises(CancelledByPersonError):
        await desk.checks.run(
            connection, RecordingListener(lambda: bool(handlers.sent)), handlers=[handlers.address("/w")]
        )

    assert anyio.current_time() - begun < 3


async def test_an_address_that_no_portal_takes_is_refused(desk: Desk) -> None:
    with pytest.raises(HandlerAddressError):
        await check(desk, "widgets.example.com")


@pytest.fixture
def web_site() -> Iterator[WebSite]:
    """A handler in a thread of its own: the command runs in this one."""
    with running_web_site() as site:
        yield site


def test_the_command_lists_every_question_and_its_exit_code_says_what_came_of_it(
    web_site: WebSite, capsys: pytest.CaptureFixture[str], free_port: int
) -> None:
    assert run(["check", "--demo", "--json", "--handler", web_site.address], WIRING) == 0
    (portal,) = json.loads(capsys.readouterr().out)["portals"]
    assert portal["error"] is None
    assert {one["code"] for one in portal["checks"]} == set(CheckCode) - {"handler_certificate"}
    assert {tuple(one) for one in portal["checks"]} == {
        ("code", "state", "handler", "placement", "title", "explanation", "hint", "facts")
    }
    assert web_site.forms[0]["AUTH_ID"] == "example-access-token"

    assert run(["check", "--demo", "--json", "--handler", f"http://127.0.0.1:{free_port}"], WIRING) == 2
    (portal,) = json.loads(capsys.readouterr().out)["portals"]
    (blocked,) = (one for one in portal["checks"] if one["state"] == "blocked")
    assert blocked["code"] == "handler_connect"


def test_the_command_says_the_worst_first(capsys: pytest.CaptureFixture[str], free_port: int) -> None:
    assert run(["check", "--demo", "--handler", f"http://127.0.0.1:{free_port}"], WIRING) == 2

    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.endswith(": one thing keeps widgets from being seen.")
    assert second.startswith("  blocked  Can the host be connected to? 127.0.0.1 does not answer.")


def test_an_address_that_is_none_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--demo", "--json", "--handler", "widgets"], WIRING) == 1
    (portal,) = json.loads(capsys.readouterr().out)["portals"]
    assert (portal["checks"], portal["error"]["code"]) == ([], "handler_malformed")
