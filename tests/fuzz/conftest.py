"""What the fuzzing suite is given, and the count of its inputs at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.fuzz.bounds import PROFILE, Bounds, computed, waited
from tests.fuzz.portal import HostilePortal, hostile_portal
from tests.offscreen import go_offscreen

go_offscreen()
settings.register_profile(PROFILE)

_HERE = Path(__file__).parent
_INPUTS = "inputs"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform complains of what it cannot do."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints how many inputs were tried; several processes may have done so."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    passed = [report for report in reports if getattr(report, "when", "") == "teardown"]
    counts = [int(str(value)) for report in passed for name, value in report.user_properties if name == _INPUTS]
    if counts:
        terminalreporter.section("fuzzing")
        terminalreporter.write_line(f"{sum(counts):,} inputs at {len(counts)} doors")


def _counted(bounds: Bounds, record_property: Callable[[str, object], None]) -> Iterator[Bounds]:
    yield bounds
    assert bounds.count > 0, "nothing was tried"
    record_property(_INPUTS, bounds.count)


@pytest.fixture
def network(record_property: Callable[[str, object], None]) -> Iterator[Bounds]:
    """Holds inputs to the bounds where a server answers."""
    yield from _counted(waited(), record_property)


@pytest.fixture
def alone(record_property: Callable[[str, object], None]) -> Iterator[Bounds]:
    """Holds inputs to the bounds where bxdesk works alone."""
    yield from _counted(computed(), record_property)


@pytest.fixture(scope="module")
def hostile() -> Iterator[HostilePortal]:
    """A portal that answers whatever it is told to."""
    with hostile_portal() as running:
        yield running
