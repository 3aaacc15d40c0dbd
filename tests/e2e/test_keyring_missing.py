"""Without a keyring that keeps secrets nobody signs in: bxdesk says so before anything is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from bxdesk.demo import DemoPortal

from .portals import connect_by_paste, keys_of
from .processes import Bxdesk, Finished
from .secret_service import SecretService

REFUSAL = "Your system's keyring cannot be used."

PLAIN_BACKEND = '''
import json, os, pathlib
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    """Works, and writes what it is given into a file as it is."""

    priority = 9
    _file = pathlib.Path(os.environ["HOME"], "plain.json")

    def _all(self):
        return json.loads(self._file.read_text()) if self._file.exists() else {}

    def get_password(self, service, username):
        return self._all().get(service + username)

    def set_password(self, service, username, password):
        self._file.write_text(json.dumps({**self._all(), service + username: password}))

    def delete_password(self, service, username):
        self._file.write_text(json.dumps({k: v for k, v in self._all().items() if k != service + username}))
'''


def try_to_connect(bxdesk: Bxdesk, portal: DemoPortal, redirect: str, tmp_path: Path) -> Finished:
    """Connects as a person with a browser would; the browser must not be opened."""
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n', encoding="utf-8")
    browser.chmod(0o700)
    bxdesk.environment["BROWSER"] = str(browser)
    keys = keys_of(portal)

    done = bxdesk.run(*keys.connect(redirect, "--client-secret-stdin"), stdin=f"{keys.client_secret}\n", code=1)

    assert (opened.exists(), portal.requests, done.out) == (False, (), "")
    assert REFUSAL in done.err.splitlines()
    return done


@pytest.mark.parametrize("backend", ["", "keyring.backends.fail.Keyring", "keyring.backends.null.Keyring"])
def test_no_keyring(
    backend: str, bxdesk_without_keyring: Bxdesk, portal: DemoPortal, redirect: str, tmp_path: Path
) -> None:
    if backend:
        bxdesk_without_keyring.environment["PYTHON_KEYRING_BACKEND"] = backend

    done = try_to_connect(bxdesk_without_keyring, portal, redirect, tmp_path)

    assert "There is none in this session." in done.err


def test_a_keyring_that_was_chosen_for_other_programs_gets_nothing(
    bxdesk: Bxdesk, portal: DemoPortal, secret_service: SecretService, tmp_path: Path
) -> None:
    modules = tmp_path / "modules"
    package = modules / "keyrings" / "alt"
    package.mkdir(parents=True)
    (package / "file.py").write_text(PLAIN_BACKEND, encoding="utf-8")
    bxdesk.environment |= {
        "PYTHONPATH": str(modules),
        "PYTHON_KEYRING_BACKEND": "keyrings.alt.file.PlaintextKeyring",
    }

    connect_by_paste(bxdesk, portal)

    assert bxdesk.run("status").out.startswith("Keyring      SecretService Keyring\n")
    assert [item.service for item in secret_service.items()] == ["bxdesk"]
    assert list(tmp_path.rglob("plain.json")) == []


def test_a_keyring_that_is_gone_later_is_named_and_nothing_is_asked_of_the_portal(
    connected: Bxdesk, portal: DemoPortal
) -> None:
    del connected.environment["DBUS_SESSION_BUS_ADDRESS"]

    error = connected.run("status", "--json", code=1).json["error"]

    assert (error["code"], portal.requests) == ("keyring", ())
    assert error["title"].startswith(REFUSAL)
