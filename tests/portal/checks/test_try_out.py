"""Trying a handler out, through the desk and on the command line: a page of this computer, until it is closed."""

from __future__ import annotations

import html
import json
import re
import webbrowser
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import anyio
import httpx
import pytest

from bxdesk.accounts.connections import ConnectionFile
from bxdesk.checks import trying_out
from bxdesk.checks.check import Check, CheckState
from bxdesk.checks.try_out import Choice, TryOut
from bxdesk.cli.console import Wiring
from bxdesk.cli.json_shapes import OUTPUTS
from bxdesk.cli.main import run
from bxdesk.composition import demo_desk
from bxdesk.desk import Desk
from bxdesk.errors import BxdeskError
from bxdesk.messages import message
from bxdesk.placements.handler import HandlerAddressError
from bxdesk.portal.http import system_trust
from tests.builders import DEAL, LEAD, RecordingListener
from tests.e2e.web_site import WebSite, running_web_site
from tests.portal.conftest import SignedIn

from .handlers import Handlers, page

pytestmark = pytest.mark.anyio
WIRING = Wiring(usual_desk=demo_desk, demo_desk=demo_desk, open_window=lambda _: 0)


@pytest.fixture(autouse=True)
def closed_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is silent for half a second is closed."""
    monkeypatch.setattr(trying_out, "CLOSED_AFTER", 0.5)
    monkeypatch.setattr(trying_out, "_LOOK", 0.05)


@pytest.fixture
async def desk(signed_in: SignedIn, tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk that is signed in to the portal."""
    made = Desk(
        ConnectionFile(signed_in.list_file),
        signed_in.secrets,
        system_trust,
        locks=tmp_path / "locks",
        journal=tmp_path / "journal",
        drafts=tmp_path / "drafts",
        proxy="none",
    )
    yield made
    await made.aclose()


class Looking:
    """Somebody who looks at the page."""

    def __init__(self) -> None:
        self.shown: TryOut | None = None
        self.ready = anyio.Event()

    def show(self, shown: TryOut) -> None:
        self.shown = shown
        self.ready.set()

    async def get(self, path: str = "", method: str = "GET", **headers: str) -> httpx.Response:
        """What is at an address below that of the page."""
        await self.ready.wait()
        assert self.shown is not None
        async with httpx.AsyncClient(trust_env=False, verify=system_trust()) as http:
            return await http.request(method, self.shown.address + path, headers=headers)


async def trying(desk: Desk, looking: Looking, handler: str, code: str = DEAL) -> None:
    """Serves the page until it is closed."""
    (connection,) = await desk.accounts.connections()
    await desk.checks.try_out(connection, Choice(code, handler), looking.show)


async def test_the_page_is_there_until_it_is_closed(desk: Desk, handlers: Handlers) -> None:
    handlers.ways["/w"] = page()
    looking = Looking()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(trying, desk, looking, handlers.address("/w"))
        await looking.ready.wait()
        await anyio.sleep(0.7)  # nobody has opened it yet
        first = await looking.get()
        for _ in range(4):
            await anyio.sleep(0.2)
            assert (await looking.get("alive", "POST")).status_code == 204
        await anyio.sleep(0.2)
    with pytest.raises(httpx.ConnectError):
        await looking.get()
    assert first.status_code == 200
    assert first.headers["referrer-policy"] == "origin"
    assert "frame-ancestors 'none'" in first.headers["content-security-policy"]
    assert first.headers["cache-control"] == "no-store"
    (sent,) = handlers.sent
    assert "AUTH_ID=example-access-token" in sent.body


async def test_without_the_secret_there_is_nothing(desk: Desk, handlers: Handlers) -> None:
    handlers.ways["/w"] = page()
    looking = Looking()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(trying, desk, looking, handlers.address("/w"))
        await looking.ready.wait()
        assert looking.shown is not None
        origin = looking.shown.address.rpartition("/")[0].rpartition("/")[0]
        assert len(looking.shown.address) - len(origin) == 45
        async with httpx.AsyncClient(trust_env=False, verify=system_trust()) as http:
            for path in ("/", f"/{'a' * 43}/", "/alive", "/favicon.ico"):
                assert (await http.get(origin + path)).status_code == 404
        assert (await looking.get(Host="evil.example")).status_code == 403
        assert (await looking.get("elsewhere")).status_code == 404
        await looking.get()


async def test_what_is_chosen_on_the_page_is_in_the_call(desk: Desk, handlers: Handlers) -> None:
    handlers.ways["/w"] = page()
    looking = Looking()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(trying, desk, looking, handlers.address("/w"))
        chosen = (await looking.get(f"?placement={LEAD}&language=de&item=77")).text
        refused = (await looking.get("?placement=CONTACT_CENTER&language=xx&item=" + "7" * 99)).text
    assert "LANG=de" in chosen
    assert f'name="PLACEMENT" value="{LEAD}"' in chosen
    assert 'name="PLACEMENT_OPTIONS" value="{&quot;ID&quot;:&quot;77&quot;}"' in chosen
    assert "LANG=en" in refused
    assert f'name="PLACEMENT" value="{DEAL}"' in refused
    assert f"&quot;{'7' * 20}&quot;" in refused


async def test_where_this_page_is_another_than_the_portal_it_is_said(
    desk: Desk, signed_in: SignedIn, handlers: Handlers
) -> None:
    portal = signed_in.connection.portal
    handlers.ways |= {
        "/portal": page("<p>Hello</p>", f"Content-Security-Policy: frame-ancestors {portal}"),
        "/nobody": page("<p>Hello</p>", "X-Frame-Options: DENY"),
        "/here": page("<p>Hello</p>", "Content-Security-Policy: frame-ancestors http://127.0.0.1:*"),
    }
    said: dict[str, str] = {}
    for path in handlers.ways:
        looking = Looking()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(trying, desk, looking, handlers.address(path))
            said[path] = (await looking.get()).text
    assert "Your browser refuses it here" in said["/portal"]
    assert "People will see this page in the portal." in said["/portal"]
    assert "Nobody will see this page in the portal." in said["/nobody"]
    assert "Your browser" not in said["/nobody"] + said["/here"]


async def test_cancel_ends_it_at_once(desk: Desk, handlers: Handlers) -> None:
    handlers.ways["/w"] = page()
    (connection,) = await desk.accounts.connections()
    looking = Looking()
    with anyio.fail_after(5):
        await desk.checks.try_out(
            connection,
            Choice(DEAL, handlers.address("/w")),
            looking.show,
            listener=RecordingListener(lambda: looking.shown is not None),
        )
    assert looking.shown is not None


async def test_the_checks_speak_the_front_ends_words(desk: Desk, signed_in: SignedIn, handlers: Handlers) -> None:
    signed_in.portal.change(installed=False)
    handlers.ways["/w"] = page()
    (connection,) = await desk.accounts.connections()
    looking = Looking()

    def word(check: Check) -> Check:
        return replace(check, remedy=message("Do this in here."))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(desk.checks.try_out, connection, Choice(DEAL, handlers.address("/w")), looking.show, word)
        text = (await looking.get()).text
    assert "Do this in here." in text
    assert looking.shown is not None
    assert any(check.state is CheckState.BLOCKED for check in looking.shown.checks)


async def test_an_address_that_no_portal_takes_is_refused(desk: Desk) -> None:
    with pytest.raises(HandlerAddressError):
        await trying(desk, Looking(), "widgets.example.com")


async def test_where_no_port_can_be_had_it_is_said(
    desk: Desk, handlers: Handlers, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("bxdesk.loopback.listen", refuse)
    handlers.ways["/w"] = page()
    with pytest.raises(BxdeskError) as caught:
        await trying(desk, Looking(), handlers.address("/w"))
    assert str(caught.value.problem) == "No page can be shown from this computer. The system says: Permission denied."


@pytest.fixture
def web_site() -> Iterator[WebSite]:
    """A handler in a thread of its own: the command runs in this one."""
    with running_web_site() as site:
        yield site


def looking_once(seen: list[str]) -> Callable[[str], bool]:
    """A browser that shows the page once and is closed."""

    def open_page(address: str) -> bool:
        with httpx.Client(trust_env=False, verify=system_trust()) as http:
            seen.append(http.get(address).text)
        return True

    return open_page


def test_the_command_opens_the_page_and_ends_when_it_is_closed(
    web_site: WebSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(webbrowser, "open", looking_once(seen))
    assert run(["try", "crm_deal_detail_tab", "--demo", "--handler", web_site.address, "--item", "77"], WIRING) == 0
    printed = capsys.readouterr()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{43}/\n", printed.out)
    assert ": nothing keeps widgets from being seen." in printed.err
    assert "&quot;ID&quot;:&quot;77&quot;" in seen[0]
    assert "Tab in a card: Deal" in html.unescape(seen[0])


def test_programs_get_its_address_and_the_checks(
    web_site: WebSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(webbrowser, "open", looking_once([]))
    assert run(["try", "LEFT_MENU", "--demo", "--json", "--handler", web_site.address], WIRING) == 0
    text = capsys.readouterr().out
    printed = json.loads(text)
    shape = OUTPUTS["try"]
    assert shape.dump_python(shape.validate_json(text, strict=True), mode="json") == printed
    assert {"handler_framing", "offered"} <= {check["code"] for check in printed["checks"]}
