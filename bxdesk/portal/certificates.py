"""Why a server's certificate is not trusted, from the certificates that it showed, and what cures it."""

from __future__ import annotations

import ssl
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bxdesk.errors import Problem
from bxdesk.messages import Message, message

_HOW_TO_TRUST = {
    "win32": message(
        "Let an administrator open its .crt file and choose Install Certificate, Local Machine, Trusted Root"
        " Certification Authorities."
    ),
    "darwin": message(
        "Open its .crt file with Keychain Access, add it to the keychain “System”, and set it to Always Trust."
    ),
    "linux": message(
        "Copy its .crt file to /usr/local/share/ca-certificates and run sudo update-ca-certificates (Fedora:"
        " /etc/pki/ca-trust/source/anchors and sudo update-ca-trust)."
    ),
}


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says: whose it is, who vouches for it, for which hosts, and when (unix time)."""

    subject: str
    issuer: str
    names: tuple[str, ...]
    begins: float
    ends: float
    is_self_signed: bool

    def is_for(self, host: str) -> bool:
        """Whether it names this host; ``*`` stands for one part."""
        return any(
            name == host or (name.startswith("*.") and name[2:] == host.partition(".")[2]) for name in self.names
        )


def shown_by(tls: ssl.SSLObject) -> tuple[Certificate, ...]:
    """What a server showed, its own certificate first; nothing where Python does not tell.

    The connection must be past its handshake, trusted or not.
    """
    inner: Any = getattr(tls, "_sslobj", None)  # Python's own way to the parsed ones is not public
    chain = inner.get_unverified_chain() if hasattr(inner, "get_unverified_chain") else None
    return tuple(_certificate(entry.get_info()) for entry in chain or ())


def certificate_problem(host: str, name: str, shown: Sequence[Certificate], system: str = sys.platform) -> Problem:
    """What is wrong with the certificates that ``host`` showed, and the cure on this ``system``.

    ``name`` is the host's name as certificates write it.
    """
    reason, remedy = _reason(host, name, shown, _HOW_TO_TRUST.get(system, _HOW_TO_TRUST["linux"]))
    title = message("The certificate of {host} is not trusted by this system.", host=host)
    return Problem("certificate", title, reason, remedy)


def _reason(host: str, name: str, shown: Sequence[Certificate], trust: Message) -> tuple[Message, Message]:
    if not shown:
        reason = message("It may have expired, be another host's, or come from an authority that is not known here.")
        return reason, message("Open https://{host} in a browser: it names the reason.", host=host)
    own, last, now = shown[0], shown[-1], time.time()
    if own.is_self_signed:
        return message("It is self-signed: nobody but the server itself vouches for it."), message(
            "Give the server a certificate of a known authority (Let's Encrypt is free). {trust}", trust=trust
        )
    for one in shown:
        if one.ends < now:
            return message("“{subject}” expired on {date}.", subject=one.subject, date=_date(one.ends)), message(
                "Whoever looks after the server must renew it. If the date looks right, set this computer's clock."
            )
        if one.begins > now:
            return message(
                "“{subject}” is good from {date} only.", subject=one.subject, date=_date(one.begins)
            ), message("Set this computer's clock.")
    if not own.is_for(name):
        return message(
            "It is for {names}, not for {host}.", names=", ".join(own.names[:5]) or own.subject, host=name
        ), message("Use the address that it is for, or give the server a certificate for this one.")
    if len(shown) == 1:
        return message(
            "It was issued by “{issuer}”, of whom the server shows no certificate: the chain is incomplete.",
            issuer=own.issuer,
        ), message(
            "Whoever looks after the server must put the authority's certificates into its file (“full chain”). If"
            " “{issuer}” is your company's own authority: {trust}",
            issuer=own.issuer,
            trust=trust,
        )
    return message(
        "This system does not know the authority “{issuer}” that vouches for it.", issuer=last.issuer
    ), message("If it is your company's own (or that of a program that looks into connections): {trust}", trust=trust)


def _certificate(info: Mapping[str, Any]) -> Certificate:
    return Certificate(
        subject=_called(info.get("subject", ())),
        issuer=_called(info.get("issuer", ())),
        names=tuple(
            str(name).lower() for kind, name in info.get("subjectAltName", ()) if kind in ("DNS", "IP Address")
        ),
        begins=ssl.cert_time_to_seconds(info["notBefore"]),
        ends=ssl.cert_time_to_seconds(info["notAfter"]),
        is_self_signed=info.get("subject") == info.get("issuer"),
    )


def _called(name: Sequence[Sequence[tuple[str, str]]]) -> str:
    """What people call somebody in a certificate."""
    parts = {key: value for group in name for key, value in group}
    return parts.get("commonName") or parts.get("organizationName") or "?"


def _date(moment: float) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(moment))
