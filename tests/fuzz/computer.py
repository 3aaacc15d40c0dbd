"""One person's computer for inputs of all kinds: folders, a keyring in memory, and the command line on them."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from bxdesk.accounts.connection import Connection
from bxdesk.accounts.secret_store import KeyringSecrets
from bxdesk.cli.console import USAGE, Wiring
from bxdesk.cli.main import run
from bxdesk.composition import usual_desk
from bxdesk.portal.http import system_trust
from bxdesk.storage.folders import Folders, under
from tests.fuzz.portal import MEMBER

_TRUST = system_trust()
"""Made once: it costs more than a whole command."""
PROXY = json.dumps(["http://127.0.0.1:1", "user", "password"])


class Keyring:
    """A backend that holds whatever is put into it."""

    def __init__(self) -> None:
        self.items: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002 - a keyring's way
        return self.items.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002 - a keyring's way
        self.items[username] = password

    def delete_password(self, service: str, username: str) -> None:  # noqa: ARG002 - a keyring's way
        del self.items[username]


class UnexpectedError(Exception):
    """A command met an error outside the family; the cause says which."""


class _Faults(logging.Handler):
    """Keeps the error that the command line has no words for."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.met: BaseException | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info:
            self.met = record.exc_info[1]


@dataclass
class Computer:
    """Signed in to a portal, when :meth:`fresh` was called."""

    base: Path
    portal: str
    keyring: Keyring

    @property
    def folders(self) -> Folders:
        """Where its files are."""
        return under(self.base)

    @property
    def connection(self) -> Connection:
        """The one it has."""
        endpoint = f"{self.portal}/rest/"
        return Connection(MEMBER, self.portal, endpoint, "local.1", self.portal, 1, "Helen Marsh")

    def fresh(self) -> None:
        """No journal and no draft; one connection with its keys."""
        shutil.rmtree(self.base, ignore_errors=True)
        self.folders.config.mkdir(parents=True)
        self.write("config/connections.json", json.dumps(self.listed()))
        self.keyring.items = {self.connection.identity: json.dumps(self.keys())}

    def listed(self) -> dict[str, object]:
        """The list of connections as it is written."""
        return {"version": 1, "connections": [asdict(self.connection)], "leftovers": []}

    def keys(self) -> list[str]:
        """The connection's item in the keyring."""
        return ["secret", "access-1", "refresh-1", self.portal, self.portal]

    def write(self, name: str, content: str | bytes) -> None:
        """Puts a file where bxdesk finds it."""
        path = self.base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))

    def run(self, *arguments: str) -> str:
        """What a command prints on standard output. Raises UnexpectedError for one that ends as none may."""
        wiring = Wiring(lambda: usual_desk(self.folders), lambda: usual_desk(self.folders), lambda _: 0)
        faults, out, err = _Faults(), io.StringIO(), io.StringIO()
        log = logging.getLogger("bxdesk.cli.main")
        log.addHandler(faults)
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = run(arguments, wiring)
        finally:
            log.removeHandler(faults)
        if faults.met is not None:
            raise UnexpectedError(arguments, err.getvalue()) from faults.met
        assert code != USAGE, err.getvalue()
        printed = out.getvalue() + err.getvalue()
        printed.encode()
        assert "\x1b" not in printed
        return out.getvalue()


@contextmanager
def computer(base: Path, portal: str) -> Iterator[Computer]:
    """A computer whose keyring is in memory, and which keeps no log."""
    keyring = Keyring()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bxdesk.accounts.secret_store.KeyringSecrets", lambda: KeyringSecrets(lambda: keyring))
        patch.setattr("bxdesk.support.log.start_log", lambda _: None)
        patch.setattr("bxdesk.portal.http.system_trust", lambda: _TRUST)
        yield Computer(base, portal, keyring)
