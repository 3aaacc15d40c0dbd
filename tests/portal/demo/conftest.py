"""A running demo portal, and a plain HTTP client that calls it as a signed-in app would."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from bxdesk.demo import DemoPortal, DemoSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

HOSTS = ("localhost", "acme.bitrix24.com", "oauth.bitrix24.tech")


@dataclass(frozen=True)
class Certificates:
    """A throwaway authority, and what a server needs that it vouches for: (chain, key)."""

    authority: Path
    server: tuple[Path, Path]


class App:
    """An app that is signed in at a portal: `call` gives the status and the parsed answer."""

    def __init__(self, portal: DemoPortal, http: httpx.Client) -> None:
        self.portal = portal
        self.http = http
        self.tokens: dict[str, Any] = portal.issue_tokens()

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
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    names = [x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]) for name in ("throwaway", "demo portal")]
    now, day = dt.datetime.now(dt.UTC), dt.timedelta(days=1)
    alternatives = [*map(x509.DNSName, HOSTS), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]

    def built(index: int, *extensions: Any) -> bytes:
        builder = x509.CertificateBuilder(
            issuer_name=names[0],
            subject_name=names[index],
            public_key=keys[index].public_key(),
            serial_number=x509.random_serial_number(),
            not_valid_before=now - day,
            not_valid_after=now + day,
        )
        for extension, critical in extensions:
            builder = builder.add_extension(extension, critical)
        signed = builder.sign(keys[0], hashes.SHA256())
        return bytes(signed.public_bytes(serialization.Encoding.PEM))

    usage = x509.KeyUsage(*[False] * 5, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False)
    issuer = x509.SubjectKeyIdentifier.from_public_key(keys[0].public_key())
    authority = built(0, (x509.BasicConstraints(ca=True, path_length=0), True), (usage, True), (issuer, False))
    server = built(
        1,
        (x509.SubjectAlternativeName(alternatives), False),
        (x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer), False),
    )
    folder = tmp_path_factory.mktemp("certificates")
    found = Certificates(folder / "authority.pem", (folder / "chain.pem", folder / "key.pem"))
    found.authority.write_bytes(authority)
    found.server[0].write_bytes(server)
    formats = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    found.server[1].write_bytes(keys[1].private_bytes(*formats))
    return found
