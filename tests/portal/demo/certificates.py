"""Throwaway certificates for servers on loopback."""

from __future__ import annotations

import datetime as dt
import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Certificates:
    """A throwaway authority, and what a server needs that it vouches for: (chain, key)."""

    authority: Path
    server: tuple[Path, Path]


def make_certificates(folder: Path, hosts: Iterable[str]) -> Certificates:
    """For 127.0.0.1 and `hosts`; needs cryptography."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    names = [x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]) for name in ("throwaway", "demo portal")]
    now, day = dt.datetime.now(dt.UTC), dt.timedelta(days=1)
    alternatives = [*map(x509.DNSName, hosts), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]

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

    uses = dict.fromkeys(("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"), False)
    uses |= dict.fromkeys(("key_agreement", "encipher_only", "decipher_only"), False)
    usage = x509.KeyUsage(**uses, key_cert_sign=True, crl_sign=True)
    issuer = x509.SubjectKeyIdentifier.from_public_key(keys[0].public_key())
    authority = built(0, (x509.BasicConstraints(ca=True, path_length=0), True), (usage, True), (issuer, False))
    server = built(
        1,
        (x509.SubjectAlternativeName(alternatives), False),
        (x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer), False),
    )
    found = Certificates(folder / "authority.pem", (folder / "chain.pem", folder / "key.pem"))
    found.authority.write_bytes(authority)
    found.server[0].write_bytes(server)
    formats = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    found.server[1].write_bytes(keys[1].private_bytes(*formats))
    return found
