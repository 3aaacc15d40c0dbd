"""What keeps secrets inside the process."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bxdesk.support.process import take_secrets

_NO_DUMP = """
import ctypes, resource
from bxdesk.support.process import forbid_core_dumps
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
forbid_core_dumps()
print(resource.getrlimit(resource.RLIMIT_CORE) == (0, hard), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
_NO_SECRET = """
import os, subprocess, sys
sys.argv = ["bxdesk", "--version"]
from bxdesk.__main__ import main
try:
    main()
except SystemExit:
    print(subprocess.run(["env"], capture_output=True, text=True, check=True).stdout)
"""


def test_a_secret_is_taken_out_of_the_environment_and_the_rest_stays() -> None:
    environment = {"BXDESK_CLIENT_SECRET": "x", "BXDESK_VAULT_KEY": "k", "BXDESK_HOME": "y", "PATH": "z"}
    assert take_secrets(environment) == {"BXDESK_CLIENT_SECRET": "x", "BXDESK_VAULT_KEY": "k"}
    assert environment == {"BXDESK_HOME": "y", "PATH": "z"}
    assert take_secrets(environment) == {}


@pytest.mark.linux
def test_a_crash_writes_no_memory_to_the_disk() -> None:
    done = subprocess.run([sys.executable, "-c", _NO_DUMP], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "True 0\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no program called env")
def test_no_child_inherits_a_secret_whatever_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BXDESK_CLIENT_SECRET", "hunter2")
    monkeypatch.setenv("BXDESK_KEPT", "kept")
    done = subprocess.run([sys.executable, "-c", _NO_SECRET], capture_output=True, text=True, timeout=60, check=True)
    assert "BXDESK_KEPT=kept" in done.stdout
    assert "hunter2" not in done.stdout
