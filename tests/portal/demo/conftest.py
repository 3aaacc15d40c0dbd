"""A running demo portal, and a plain HTTP client that calls it as a signed-in app would."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from bxdesk.demo import DemoPortal, DemoSettings
from bxdesk.demo.apps import App as LocalApp
from tests.portal.demo.certificates import Certificates, make_certificates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HOSTS = ("localhost", "acme.bitrix24.com", "oauth.bitrix24.tech")


class App:
    """An app that is signed in at a portal: `call` gives the status and the parsed answer."""

    def __init__(self, portal: DemoPortal, http: httpx.Client, local_app: LocalApp | None = None) -> None:
        self.portal = portal
        self.http = http
        self.tokens: dict[str, Any] = portal.issue_tokens(local_app)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens['access_token']}"}

    def post(self, method: str, params: object = None) -> httpx.Response:
        return self.http.post(f"{self.portal.address}/rest/{method}", json=params or {}, headers=self.headers)

    def call(self, method: str, **params: object) -> Any:
        """The `result` of a call that must succeed."""
        response = self.post(method, params)
        assert response.status_code == 200, response.text
        answer = response.json()
        assert "error" not in answer, answer
        return answer["result"]

    def refused(self, method: str, **params: object) -> dict[str, Any]:
        """The answer of a call that must fail, without its time, and with its status."""
        response = self.post(method, params)
        answer = response.json()
        assert "error" in answer, answer
        answer.pop("time", None)
        return {"status": response.status_code, **answer}

    def batch(self, commands: dict[str, str], halt: object = 0) -> dict[str, Any]:
        answer: dict[str, Any] = self.call("batch", cmd=commands, halt=halt)
        return answer

    def token(self, **params: str) -> httpx.Response:
        keys = {"client_id": self.portal.client_id, "client_secret": self.portal.client_secret}
        return self.http.post(f"{self.portal.authorization_server}/oauth/token/", data=keys | params)


@pytest.fixture(scope="session")
def _client() -> Iterator[httpx.Client]:
    # Made once: reading the machine's certificates takes longer than most tests.
    with httpx.Client(trust_env=False, verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)) as http:
        yield http


@pytest.fixture
def http(_client: httpx.Client) -> httpx.Client:
    _client.cookies.clear()
    return _client


@pytest.fixture
def start() -> Iterator[Callable[..., DemoPortal]]:
    """Starts portals with the given settings and stops them at the end."""
    running: list[DemoPortal] = []

    def starter(**settings: Any) -> DemoPortal:
        running.append(DemoPortal(DemoSettings(**settings)).start())
        return running[-1]

    yield starter
    for portal in running:
        portal.stop()


@pytest.fixture
def portal(start: Callable[..., DemoPortal]) -> DemoPortal:
    return start()


@pytest.fixture
def app(portal: DemoPortal, http: httpx.Client) -> App:
    return App(portal, http)


@pytest.fixture
def sign_in(http: httpx.Client) -> Callable[[DemoPortal], App]:
    return lambda portal: App(portal, http)


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """For 127.0.0.1 and `HOSTS`."""
    pytest.importorskip("cryptography.x509")
    return make_certificates(tmp_path_factory.mktemp("certificates"), HOSTS)
