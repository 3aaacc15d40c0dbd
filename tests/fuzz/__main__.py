"""``python -m tests.fuzz SECONDS``: one round after the other, each with a seed of its own, until the time is over.

A round that fails ends it, and the seed that it printed finds the same again:
``python -m tests.fuzz 1 SEED``.
"""

from __future__ import annotations

import secrets
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.bounds import PROFILE


def main(seconds: float, seed: int | None) -> int:
    """The exit code of the last round."""
    end = time.monotonic() + seconds
    while True:
        chosen = secrets.randbelow(2**32) if seed is None else seed
        sys.stdout.write(f"seed {chosen}\n")
        sys.stdout.flush()
        options = [f"--hypothesis-profile={PROFILE}", f"--hypothesis-seed={chosen}"]
        command = [sys.executable, "-m", "pytest", "--quiet", "--exitfirst", *options, str(Path(__file__).parent)]
        code = subprocess.run(command, check=False).returncode
        if code or time.monotonic() >= end:
            return code


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None))
