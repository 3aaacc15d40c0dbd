"""The most memory that a process has held."""

from __future__ import annotations

import resource
from pathlib import Path


def peak_of_this_process() -> float:
    """The peak of this process in MB. Linux counts the parent's in rusage as well, so the kernel's own mark is read."""
    status = Path("/proc/self/status")
    if status.exists():
        (mark,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(mark.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024)
