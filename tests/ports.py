"""Ports of this computer for tests that have to name one beforehand."""

from __future__ import annotations

import random
import socket
from contextlib import suppress

_BELOW_ALL_THAT_SYSTEMS_HAND_OUT = range(20_000, 30_000)
_chance = random.SystemRandom()
"""Processes that test side by side begin with the same seed."""


def find_port() -> int:
    """A port that nobody listens at, and that no system gives to whoever asks for any: others test beside this one."""
    while True:
        port = _chance.choice(_BELOW_ALL_THAT_SYSTEMS_HAND_OUT)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
