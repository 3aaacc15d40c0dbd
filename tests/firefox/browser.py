"""A real Firefox without a screen, steered through Marionette, the protocol of its own that needs no driver."""

from __future__ import annotations

import json
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.processes import PATIENCE, bare_environment
from tests.ports import find_port

FIREFOX = "/usr/bin/firefox-esr"


class Firefox:
    """The few commands that tests need (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html)."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._stream = connection.makefile("rb")
        self._sent = 0
        self._message()  # who it is
        self._command("WebDriver:NewSession", acceptInsecureCerts=True)

    def open(self, address: str) -> None:
        self._command("WebDriver:Navigate", url=address)

    @property
    def title(self) -> str:
        return str(self._command("WebDriver:GetTitle")["value"])

    def quit(self) -> None:
        """Asks it to end."""
        self._command("Marionette:Quit", flags=["eForceQuit"])

    def _command(self, name: str, **arguments: object) -> Any:
        self._sent += 1
        text = json.dumps([0, self._sent, name, arguments]).encode()
        self._connection.sendall(b"%d:%b" % (len(text), text))
        _, number, error, result = self._message()
        assert (number, error) == (self._sent, None), (name, error)
        return result

    def _message(self) -> Any:
        length = b""
        while (byte := self._stream.read(1)) != b":":
            assert byte, "Firefox has ended"
            length += byte
        return json.loads(self._stream.read(int(length)))


@contextmanager
def open_firefox(proxy: int) -> Iterator[Firefox]:
    """A browser with an empty profile that reaches all through the proxy at this port, gone when the block is left."""
    with tempfile.TemporaryDirectory(prefix="bxdesk-e2e-", ignore_cleanup_errors=True) as folder:
        port = find_port()
        profile = Path(folder) / "profile"
        profile.mkdir()
        ports = {"marionette.port": port, "network.proxy.http_port": proxy, "network.proxy.ssl_port": proxy}
        lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in (ports | _PREFERENCES).items())
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        command = [FIREFOX, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        environment, nowhere = bare_environment(Path(folder)), subprocess.DEVNULL
        process = subprocess.Popen(command, env=environment, stdout=nowhere, stderr=nowhere)
        try:
            with _connected(port) as connection:
                firefox = Firefox(connection)
                yield firefox
                firefox.quit()
            process.wait(PATIENCE)
        finally:
            process.kill()
            process.wait()


_PREFERENCES: dict[str, object] = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.allow_hijacking_localhost": True,
    "dom.security.https_first": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
}
"""By itself it asks nobody for anything; http stays http."""


def _connected(port: int) -> socket.socket:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), PATIENCE)
        except ConnectionRefusedError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
