"""Starting and stopping: quickly, cleanly, with plain words when a port is taken; and https."""

from __future__ import annotations

import logging
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from bxdesk.demo import DemoPortal, DemoSettings

if TYPE_CHECKING:
    from .certificates import Certificates


def test_it_starts_and_stops_quickly_and_leaves_no_thread(app: Any) -> None:
    assert app.call("profile")  # whatever is imported late is there
    before = threading.active_count()
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        with DemoPortal() as portal:
            assert portal.address
        times.append(time.perf_counter() - begun)
    assert threading.active_count() == before
    assert min(times) < 0.15


@pytest.mark.parametrize("which", ["portal_port", "authorization_port"])
def test_a_port_that_is_taken_is_an_oserror_here_and_now(which: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        taken_port = taken.getsockname()[1]
        portal = DemoPortal(DemoSettings(**{which: taken_port}))
        with pytest.raises(OSError, match="in use"):
            portal.start()
        portal.stop()
    with portal:
        assert str(taken_port) in portal.address + portal.authorization_server


def test_a_chosen_port(portal: DemoPortal) -> None:
    port = int(portal.address.rpartition(":")[2])
    portal.stop()
    with DemoPortal(DemoSettings(portal_port=port)) as again:
        assert again.address == portal.address


def test_starting_twice_is_a_mistake(portal: DemoPortal) -> None:
    with pytest.raises(RuntimeError, match="running"):
        portal.start()


def test_after_an_outage_it_is_the_same_portal_at_the_same_address(app: Any, portal: DemoPortal) -> None:
    address, rows = portal.address, app.call("placement.get")
    portal.stop()
    with pytest.raises(httpx.ConnectError):
        app.post("profile")
    portal.stop()
    portal.start()
    assert portal.address == address
    assert app.call("placement.get") == rows


def test_two_portals_have_nothing_in_common(app: Any, start: Any) -> None:
    other = start()
    assert other.member_id != app.portal.member_id
    assert other.client_secret != app.portal.client_secret
    reply = app.http.post(f"{other.address}/rest/profile", json={}, headers=app.headers)
    assert reply.json()["error"] == "invalid_token"


def test_keys_can_be_chosen(start: Any) -> None:
    portal = start(client_id="local.a", client_secret="s", member_id="m" * 32)
    assert (portal.client_id, portal.client_secret, portal.member_id) == ("local.a", "s", "m" * 32)


def test_settings_that_are_fixed_or_unknown_cannot_be_changed(portal: DemoPortal) -> None:
    for name in ("portal_port", "certificate", "nonsense"):
        with pytest.raises(ValueError, match=name):
            portal.change(**{name: 1})


@pytest.mark.logs_warnings  # our own logger tells of the garbage
def test_no_signal_handlers_and_no_log_lines(capfd: pytest.CaptureFixture[str], caplog: Any) -> None:
    caplog.set_level(logging.DEBUG)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    with DemoPortal() as portal:
        port = int(portal.address.rpartition(":")[2])
        assert {number: signal.getsignal(number) for number in handlers} == handlers
        httpx.get(portal.address, trust_env=False)
        with socket.create_connection(("127.0.0.1", port)) as garbage:
            garbage.sendall(b"\x16\x03\x01 nonsense\r\n\r\n")
            garbage.settimeout(5)
            assert garbage.recv(100).startswith(b"HTTP/1.1 400")
    assert capfd.readouterr() == ("", "")
    assert not [record for record in caplog.records if record.name.startswith("uvicorn")]


def test_it_runs_in_a_process_where_every_warning_is_an_error() -> None:
    program = (
        "import urllib.request\n"
        "from bxdesk.demo import DemoPortal\n"
        "with DemoPortal() as portal:\n"
        "    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))\n"
        "    with opener.open(portal.address) as page:\n"
        "        print(len(page.read()) > 0)\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-X", "dev", "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr, done.returncode) == ("True\n", "", 0)


def test_it_uses_nothing_of_the_rest_of_bxdesk_but_the_way_to_its_files() -> None:
    program = (
        "import sys, bxdesk.demo\n"
        "print([m for m in sys.modules if m.startswith('bxdesk') and not m.startswith('bxdesk.demo')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "['bxdesk', 'bxdesk.support', 'bxdesk.support.resources']\n"


def test_https(certificates: Certificates) -> None:
    settings = DemoSettings(certificate=certificates.server, portal_name="localhost")
    trusting = ssl.create_default_context(cafile=certificates.authority)
    with DemoPortal(settings) as portal, httpx.Client(verify=trusting, trust_env=False) as http:
        assert portal.address.startswith("https://localhost:")
        assert portal.authorization_server.startswith("https://127.0.0.1:")
        tokens = portal.issue_tokens()
        assert tokens["client_endpoint"] == f"{portal.address}/rest/"
        headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        assert http.post(f"{portal.address}/rest/profile", json={}, headers=headers).json()["result"]["ID"] == "1"
        portal.plant("cut_off")
        portal.plant("lost")
        for _ in range(2):
            with pytest.raises(httpx.TransportError):
                http.post(f"{portal.address}/rest/profile", json={}, headers=headers)
        assert http.post(f"{portal.address}/rest/profile", json={}, headers=headers).status_code == 200


def test_addresses_can_be_written_without_ports() -> None:
    settings = DemoSettings(hide_ports=True, portal_name="acme.bitrix24.com", authorization_name="oauth.bitrix24.tech")
    with DemoPortal(settings) as portal:
        assert (portal.address, portal.authorization_server) == (
            "http://acme.bitrix24.com",
            "http://oauth.bitrix24.tech",
        )
        assert portal.issue_tokens()["client_endpoint"] == "http://acme.bitrix24.com/rest/"
        assert all(port > 0 for port in portal.ports)


def test_a_client_that_dies_in_the_middle_of_its_request_is_no_fault_of_the_portals(
    portal: DemoPortal, caplog: pytest.LogCaptureFixture
) -> None:
    host, port = portal.address.removeprefix("http://").split(":")
    head = f"POST /rest/profile HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 10\r\n\r\n"
    with socket.create_connection((host, int(port))) as dying:
        dying.sendall(f"{head}{{}}".encode())
        dying.shutdown(socket.SHUT_WR)
        dying.settimeout(20)
        dying.recv(1000)
    portal.stop()
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
