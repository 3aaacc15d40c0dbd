"""A real Secret Service: gnome-keyring, unlocked, on a session bus of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

from .processes import PATIENCE, bare_environment, wait_until

_READ_ITEMS = """
import json, secretstorage
bus = secretstorage.dbus_init()
found = [
    {"attributes": item.get_attributes(), "secret": item.get_secret().decode()}
    for collection in secretstorage.get_all_collections(bus)
    for item in collection.get_all_items()
]
bus.close()
print(json.dumps(found))
"""


@dataclass(frozen=True, slots=True)
class Item:
    """One secret as the service holds it."""

    service: str
    username: str
    secret: str


class SecretService:
    """The keyring of one session: give `environment` to the processes that belong to it."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)

    def items(self) -> list[Item]:
        """All that it holds, read by another process as any program of the same session could."""
        done = subprocess.run(
            [sys.executable, "-c", _READ_ITEMS],
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=True,
        )
        return [
            Item(found["attributes"].get("service", ""), found["attributes"].get("username", ""), found["secret"])
            for found in json.loads(done.stdout)
        ]


@contextmanager
def running_secret_service() -> Iterator[SecretService]:
    """Starts bus and keyring, and ends both; starting costs a tenth of a second, so each test has its own."""
    with ExitStack() as session:
        # Sockets lie in this folder, and a socket's name must be short.
        folder = Path(session.enter_context(tempfile.TemporaryDirectory(prefix="bxdesk-e2e-")))
        data, runtime = folder / "data", folder / "runtime"
        for private in (data, runtime):
            private.mkdir(mode=0o700)
        environment = bare_environment(folder, XDG_DATA_HOME=str(data), XDG_RUNTIME_DIR=str(runtime))
        address = session.enter_context(_bus(environment))
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        session.enter_context(_unlocked_keyring(environment))
        yield SecretService(environment)


@contextmanager
def _bus(environment: Mapping[str, str]) -> Iterator[str]:
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as bus:
        assert bus.stdout is not None
        try:
            yield bus.stdout.readline().strip()
        finally:
            bus.terminate()


@contextmanager
def _unlocked_keyring(environment: Mapping[str, str]) -> Iterator[None]:
    with subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as daemon:
        assert daemon.stdin is not None
        daemon.stdin.write(b"a password")
        daemon.stdin.close()
        try:
            _wait_for_owner(environment["DBUS_SESSION_BUS_ADDRESS"])
            yield
        finally:
            daemon.terminate()


def _wait_for_owner(address: str) -> None:
    with open_dbus_connection(address) as connection:
        bus = Proxy(message_bus, connection)
        wait_until(lambda: bool(bus.NameHasOwner("org.freedesktop.secrets")[0]))
