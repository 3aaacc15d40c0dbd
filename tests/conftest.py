"""What every test is held to: no network but loopback, no real keyring or home, no warning that nobody expected."""

from __future__ import annotations

import ipaddress
import logging
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer

from tests.ports import find_port
from tests.scheduling import ByFile, mix

settings.register_profile("any computer", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any computer")
"""How busy a computer is says nothing about an input."""

MEASURED, LEFT_OUT = "measured", "left out"
"""Properties of a test's report: a line of what it measured; its name, when it was left out on this system."""
SECTIONS = {MEASURED: "measured, not asserted: {}", LEFT_OUT: "left out, as they need more than is here: {}"}
LINUX_FIXTURES = {"secret_service", "screen"}
"""They start what only Linux has: a Secret Service, an X screen."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that tells what would run elsewhere."""
    parser.addoption("--system", default=sys.platform, help="run what runs on this system (sys.platform's names)")


def pytest_configure() -> None:
    """A shell has what it starts in the background ignore Ctrl+C, and whatever that starts: here people press it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    """Several processes share the tests out by files."""
    return ByFile(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what needs Linux' own parts or Chromium where they are missing."""
    if hasattr(config, "workerinput"):  # one of several processes; alone, the order stays random
        mix(items)
    from tests.e2e.drivers import find_chrome  # Selenium

    for item in items:
        if not LINUX_FIXTURES.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker("linux")
        if item.get_closest_marker("linux") and config.getoption("system") != "linux":
            _leave_out(item, "Linux' own parts")
        elif item.get_closest_marker("chromium") and find_chrome() is None:
            _leave_out(item, "Chromium or Google Chrome")


def _leave_out(item: pytest.Item, needed: str) -> None:
    item.add_marker(pytest.mark.skip(reason=f"needs {needed}"))
    item.user_properties.append((LEFT_OUT, f"{item.nodeid} ({needed})"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what tests measured and which were left out; several processes may have run them."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    told = [pair for report in reports for pair in getattr(report, "user_properties", ())]
    for kind, title in SECTIONS.items():
        # The report of each stage of a test repeats them.
        if lines := list(dict.fromkeys(line for name, line in told if name == kind)):
            terminalreporter.section(title.format(len(lines)))
            for line in lines:
                terminalreporter.write_line(line)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, and a keyring that refuses."""
    home = tmp_path / "home"
    home.mkdir()
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(home))
    monkeypatch.setenv("BXDESK_HOME", str(home / "bxdesk"))
    monkeypatch.setattr("bxdesk.accounts.secret_store.SYSTEM_KEYRINGS", frozenset())
    for variable in ("BXDESK_CLIENT_SECRET", "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(variable, raising=False)
    return home


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections to anything but this computer fail the test that makes them."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(str(address[0])):
            raise AssertionError(f"a test wanted to reach {address!r}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


def _is_loopback(host: str) -> bool:
    return host == "localhost" or ipaddress.ip_address(host).is_loopback


@pytest.fixture
def free_port() -> int:
    """A port that nobody listens at."""
    return find_port()


class _Remember(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless it is marked ``logs_warnings``: then a missing one does."""
    handler = _Remember()
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if request.node.get_closest_marker("logs_warnings"):
        assert handler.seen, "the test says that something is logged, but nothing was"
    else:
        assert handler.seen == []


@pytest.fixture
def anyio_backend() -> str:
    """The event loop that bxdesk runs on."""
    return "asyncio"
