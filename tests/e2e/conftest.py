"""Real processes, a real browser, a real Secret Service: what the tests of this layer are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bxdesk.demo import DemoPortal, DemoSettings
from tests.ports import find_port

from .portals import SimpleBrowser, connect_by_paste
from .processes import Bxdesk, bare_environment
from .secret_service import SecretService, running_secret_service
from .web_site import WebSite, running_web_site


@pytest.fixture
def secret_service() -> Iterator[SecretService]:
    """An unlocked keyring with nothing in it."""
    with running_secret_service() as service:
        yield service


@pytest.fixture
def bxdesk(tmp_path: Path, secret_service: SecretService) -> Bxdesk:
    """bxdesk on a computer with a keyring."""
    home = tmp_path / "bxdesk"
    own = {"BXDESK_HOME": str(home), "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    return Bxdesk(home, secret_service.environment | own)


@pytest.fixture
def bxdesk_without_keyring(tmp_path: Path) -> Bxdesk:
    """bxdesk in a session without a bus, as on a server."""
    home = tmp_path / "bxdesk"
    return Bxdesk(home, bare_environment(tmp_path, BXDESK_HOME=str(home), XDG_RUNTIME_DIR=str(tmp_path)))


@pytest.fixture
def redirect() -> str:
    """The redirect address in the app's card: loopback, at a port that is free."""
    return f"http://127.0.0.1:{find_port()}/callback"


StartPortal = Callable[..., DemoPortal]


@pytest.fixture
def start_portal(redirect: str) -> Iterator[StartPortal]:
    """Starts portals inside the test, where it can be seen what was asked of them."""
    with ExitStack() as running:

        def start(**settings: Any) -> DemoPortal:
            return running.enter_context(DemoPortal(DemoSettings(handler_path=redirect, **settings)))

        yield start


@pytest.fixture
def portal(start_portal: StartPortal) -> DemoPortal:
    """A portal as it is usually."""
    return start_portal()


@pytest.fixture
def connected(bxdesk: Bxdesk, portal: DemoPortal) -> Bxdesk:
    """bxdesk, signed in to `portal`, whose record of requests is empty."""
    connect_by_paste(bxdesk, portal)
    portal.clear_requests()
    return bxdesk


@pytest.fixture
def web_site() -> Iterator[WebSite]:
    """A site of somebody's own, with a page for people."""
    with running_web_site() as site:
        yield site


@pytest.fixture
def simple_browser() -> Iterator[SimpleBrowser]:
    """Follows links and presses buttons, without a screen."""
    browser = SimpleBrowser()
    with browser.http:
        yield browser
