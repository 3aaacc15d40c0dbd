"""What every input is held to: an error of bxdesk's own or none, five seconds, 300 MB. And inputs are counted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hypothesis import HealthCheck, settings

from bxdesk.cli.remedies import advice
from bxdesk.errors import BxdeskError

try:
    import resource
except ImportError:  # Windows: memory is measured on the other systems
    resource = None  # type: ignore[assignment]

SECONDS = 5.0
MEGABYTES = 300
PROFILE = "fuzz"
"""The name of hypothesis's profile that draws inputs by the seed it is given, and not the same ones each time."""

_PEAK = Path("/proc/self/clear_refs")
_KILOBYTES = 1024


class Bounds:
    """Holds inputs to the bounds and counts them.

    ``clock`` counts seconds: those that pass where a server answers, those of the processor where bxdesk works alone.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.count = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """One input. Only an error of bxdesk's own may come out, with words that can be written down."""
        self.count += 1
        before, began = _memory(), self._clock()
        try:
            yield
        except BxdeskError as error:
            problem = error.problem
            assert problem.code
            assert str(problem.title).strip()
            "".join(map(str, (problem.title, problem.explanation, advice(problem.remedy)))).encode()
        seconds, grown = self._clock() - began, _peak() - before
        assert seconds <= SECONDS, f"it took {seconds:.1f} seconds"
        assert grown <= MEGABYTES, f"it took {grown:.0f} MB"


def fuzzed(examples: int) -> settings:
    """How a property is tried: the same inputs in each run of the tests, others with each seed of ``make fuzz``."""
    return settings(
        max_examples=examples,
        derandomize=settings.get_current_profile_name() != PROFILE,
        suppress_health_check=list(HealthCheck),
    )


def waited() -> Bounds:
    """For what waits for a server."""
    return Bounds(time.monotonic)


def computed() -> Bounds:
    """For what bxdesk does alone, on a computer that may be busy with other things."""
    return Bounds(time.process_time)


def _memory() -> float:
    """Megabytes in use. Where the peak can't be taken back it stands for them: it can only grow by what follows."""
    with suppress(OSError):
        _PEAK.write_text("5", encoding="ascii")
    return _peak()


def _peak() -> float:
    """The most megabytes that were in use."""
    if resource is None:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / _KILOBYTES if _PEAK.exists() else most / _KILOBYTES**2  # macOS counts bytes
