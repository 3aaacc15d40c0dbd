"""Certificates that are not trusted: the reason is named, and what cures it on this system."""

from __future__ import annotations

import datetime as dt
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import anyio
import anyio.abc
import pytest
from anyio.streams.tls import TLSListener
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bxdesk.errors import Problem
from bxdesk.portal.certificates import Certificate, certificate_problem
from bxdesk.portal.errors import ObstacleError
from bxdesk.portal.http import make_http, system_trust, transport_errors

YEAR = dt.timedelta(days=365)


@dataclass(frozen=True)
class Issued:
    """A throwaway certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


def issue(
    name: str, by: Issued | None = None, hosts: tuple[str, ...] = ("localhost",), age: dt.timedelta = YEAR / 2
) -> Issued:
    """A certificate for ``hosts`` that is good for a year and ``age`` old; without ``by`` it signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    begins = dt.datetime.now(dt.UTC) - age
    builder = (
        x509.CertificateBuilder(
            subject_name=subject,
            issuer_name=by.certificate.subject if by else subject,
            public_key=key.public_key(),
            serial_number=x509.random_serial_number(),
            not_valid_before=begins,
            not_valid_after=begins + YEAR,
        )
        .add_extension(x509.BasicConstraints(ca=not hosts, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts or ("none",)]), critical=False)
    )
    return Issued(builder.sign(by.key if by else key, hashes.SHA256()), key)


def chain(kind: str) -> list[Issued]:
    """What a server shows whose certificate has one thing wrong with it, its own first."""
    root = issue("Acme Root CA", hosts=())
    between = issue("Acme Issuing CA", root, hosts=())
    return {
        "self-signed": [issue("localhost")],
        "company": [issue("localhost", between), between],
        "company with root": [issue("localhost", root), root],
        "other name": [issue("localhost", root, ("portal.example.com", "www.example.com")), root],
        "expired": [issue("localhost", root, age=YEAR * 2), root],
        "authority expired": [issue("localhost", between), issue("Old CA", root, (), YEAR * 2)],
        "not yet": [issue("localhost", root, age=-YEAR), root],
        "incomplete": [issue("localhost", between)],
    }[kind]


@asynccontextmanager
async def server(shows: list[Issued], folder: Path) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A TLS server that shows these certificates, and what it was sent."""
    pem, key = folder / "chain.pem", folder / "key.pem"
    pem.write_bytes(b"".join(one.certificate.public_bytes(serialization.Encoding.PEM) for one in shows))
    formats = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    key.write_bytes(shows[0].key.private_bytes(*formats))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    received: list[bytes] = []

    async def serve(stream: anyio.abc.ByteStream) -> None:
        async with stream:
            try:
                received.append(await stream.receive())
            except (anyio.EndOfStream, anyio.BrokenResourceError):
                return

    class Listener(TLSListener):
        @staticmethod
        async def handle_handshake_error(exc: BaseException, stream: anyio.abc.AnyByteStream) -> None:
            del exc
            await anyio.aclose_forcefully(stream)

    async with await anyio.create_tcp_listener(local_host="127.0.0.1") as tcp, anyio.create_task_group() as tasks:
        port = tcp.extra(anyio.abc.SocketAttribute.local_port)  # noqa: S610 - not Django
        tasks.start_soon(Listener(tcp, context, standard_compatible=False).serve, serve)
        yield f"localhost:{port}", received
        tasks.cancel_scope.cancel()


async def problem_with(shows: list[Issued], folder: Path) -> Problem:
    """What is said of a server that shows these certificates; nothing may be sent to it."""
    async with server(shows, folder) as (host, received), make_http(system_trust()) as http:
        with pytest.raises(ObstacleError) as caught, transport_errors(host):
            await http.post(f"https://{host}/rest/profile", headers={"Authorization": "Bearer secret"})
        assert received == [], "a server that is not trusted is told nothing"
        assert str(caught.value.problem.title) == f"The certificate of {host} is not trusted by this system."
    return caught.value.problem


@pytest.mark.parametrize(
    ("kind", "reason", "cure"),
    [
        ("self-signed", "self-signed", "known authority"),
        ("company", "the authority “Acme Root CA”", ".crt file"),
        ("company with root", "the authority “Acme Root CA”", ".crt file"),
        ("other name", "It is for portal.example.com, www.example.com, not for localhost.", "Use the address"),
        ("expired", "“localhost” expired on 20", "must renew it"),
        ("authority expired", "“Old CA” expired on 20", "must renew it"),
        ("not yet", "is good from 20", "clock"),
        ("incomplete", "issued by “Acme Issuing CA”, of whom the server shows no certificate", "full chain"),
    ],
)
@pytest.mark.anyio
async def test_the_kind_and_its_cure_are_named(kind: str, reason: str, cure: str, tmp_path: Path) -> None:
    problem = await problem_with(chain(kind), tmp_path)
    assert problem.code == "certificate"
    assert reason in str(problem.explanation)
    assert cure in str(problem.remedy)


@pytest.mark.parametrize(
    ("system", "words"),
    [
        ("linux", "ca-certificates"),
        ("freebsd14", "ca-certificates"),
        ("win32", "Trusted Root Certification Authorities"),
        ("darwin", "Keychain Access"),
    ],
)
def test_how_an_authority_is_trusted_depends_on_the_system(system: str, words: str) -> None:
    own = Certificate("acme.com", "Acme Root CA", ("acme.com",), 0.0, 1e12, is_self_signed=False)
    root = Certificate("Acme Root CA", "Acme Root CA", (), 0.0, 1e12, is_self_signed=True)
    assert words in str(certificate_problem("acme.com", "acme.com", (own, root), system).remedy)


@pytest.mark.parametrize(
    ("host", "is_named"),
    [("acme.com", False), ("portal.acme.com", True), ("a.portal.acme.com", False), ("other.org", False)],
)
def test_a_star_stands_for_one_part_of_a_name(host: str, is_named: bool) -> None:
    assert Certificate("x", "y", ("*.acme.com",), 0.0, 1e12, is_self_signed=False).is_for(host) == is_named


def test_where_no_certificate_was_seen_the_browser_is_named() -> None:
    assert "https://acme.com" in str(certificate_problem("acme.com", "acme.com", ()).remedy)
