"""Demo portals and the ways through their sign-in page."""

from __future__ import annotations

import json
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx

from bxdesk.demo import DemoPortal

from .processes import BXDESK, Bxdesk, Finished, Running, bare_environment, started


@dataclass(frozen=True, slots=True)
class Keys:
    """What a person copies from the app's card, and where the portal is."""

    portal: str
    authorization_server: str
    client_id: str
    client_secret: str

    @property
    def host(self) -> str:
        return urlsplit(self.portal).netloc

    def connect(self, redirect: str, *more: str) -> tuple[str, ...]:
        """The command line that signs in; the secret is not on it."""
        options = ("--client-id", self.client_id, "--auth-server", self.authorization_server, "--redirect", redirect)
        return ("connect", self.portal, *options, *more)


def keys_of(portal: DemoPortal) -> Keys:
    """The keys of a portal that runs inside the test."""
    return Keys(portal.address, portal.authorization_server, portal.client_id, portal.client_secret)


@contextmanager
def portal_process(folder: Path, redirect: str, *more: str, program: Path = BXDESK) -> Iterator[Keys]:
    """`bxdesk demo-portal` as a process."""
    arguments = [str(program), "demo-portal", "--json", "--port", "0", "--redirect", redirect, *more]
    with started(arguments, bare_environment(folder, BXDESK_HOME=str(folder / "portal"))) as process:
        process.line(r"\}")
        keys = Keys(**json.loads(process.printed()))
        yield keys
        done = process.stop()
    assert (done.code, done.err) == (0, "")


def announced(process: Running, keys: Keys) -> str:
    """The address to open, which stands on a line of its own."""
    return process.line(re.escape(f"{keys.portal}/oauth/authorize/?client_id={keys.client_id}&state=") + r"[\w-]{40,}")


def connect_by_paste(bxdesk: Bxdesk, portal: DemoPortal) -> Finished:
    """Signs in with a code that was copied from a browser."""
    keys = keys_of(portal)
    typed = f"{keys.client_secret}\n{portal.issue_code()}\n"
    return bxdesk.run(*keys.connect("", "--no-browser", "--client-secret-stdin"), stdin=typed)


class _Form(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.action = ""
        self.hidden: dict[str, str] = {}
        self.buttons: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = given["action"]
        elif tag == "input" and given.get("type") == "hidden":
            self.hidden[given["name"]] = given["value"]
        elif tag == "button":
            self.buttons.append(given["value"])


class SimpleBrowser:
    """Opens pages and presses buttons, without a screen or scripts; goes to no other address by itself."""

    def __init__(self) -> None:
        # Plain http only: no certificates need to be read.
        self.http = httpx.Client(trust_env=False, verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), timeout=30)

    def allow(self, address: str) -> str:
        """Presses Allow on the sign-in page; the address that the portal then sends the browser to."""
        page = self.http.get(address)
        assert page.status_code == 200
        form = _Form()
        form.feed(page.text)
        assert form.buttons == ["allow", "deny"]
        answer = self.http.post(urljoin(address, form.action), data={**form.hidden, "answer": "allow"})
        assert answer.status_code == 302
        return str(answer.headers["Location"])

    def get(self, address: str) -> httpx.Response:
        return self.http.get(address)


def code_in(callback: str) -> str:
    """The code in an address that the portal sent a browser to."""
    return parse_qs(urlsplit(callback).query)["code"][0]
