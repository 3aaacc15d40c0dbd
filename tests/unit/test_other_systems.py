"""What is left out on another system is named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_what_needs_linux_is_counted_and_named_elsewhere() -> None:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--system", "darwin"]
    chosen = ["tests/unit/test_messages_and_errors.py", "tests/package/test_contents.py", "tests/e2e/test_secrets.py"]
    said = subprocess.run([*command, *chosen], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    head, _, named = said.partition(" left out, as they need more than is here: ")
    assert " passed" in named, "what can run did"
    count = int(named.split()[0])
    names = [line for line in named.splitlines() if "::" in line and not line.startswith("SKIPPED")]
    assert len(names) == count > 10
    assert "tests/e2e/test_secrets.py" in {name.partition("::")[0] for name in names}
    assert "tests/package/test_contents.py" in {name.partition("::")[0] for name in names}
    assert "test_messages_and_errors" in head
