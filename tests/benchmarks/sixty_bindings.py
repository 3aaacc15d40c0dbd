"""60 bindings on a portal with 150 ms of latency and the documented limits, beside other people's clients."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.portal_process import portal_process
from tests.benchmarks.table import Row
from tests.portal.demo.certificates import make_certificates
from tests.portal.demo.conftest import HOSTS

LATENCY = 0.15
ROUNDS = 3


def measure(tell: Callable[[str], object]) -> Iterator[Row]:
    """bxdesk beside a loop of the official SDK and beside fast_bitrix24, in turns on fresh portals."""
    rounds = [_round(tell, number) for number in range(ROUNDS)]
    median = {name: statistics.median(found[name] for found in rounds) for name in rounds[0]}
    ours = median["bxdesk"]
    sdk, fast = median["loop_of_the_official_sdk"], median["fast_bitrix24"]
    yield Row("60 bindings, planned to verified, beside a loop of b24pysdk", ours, sdk, budget=20, faster=True)
    yield Row("the same beside fast_bitrix24 (nothing read back there)", ours, fast)
    yield Row("the same beside two round trips", ours, 2 * LATENCY)


def _round(tell: Callable[[str], object], number: int) -> dict[str, float]:
    found: dict[str, float] = {}
    with TemporaryDirectory(prefix="bxdesk-benchmark-") as folder:
        certificates = make_certificates(Path(folder), HOSTS)
        trusting = {name: str(certificates.authority) for name in ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")}
        for name in ("bxdesk", "loop_of_the_official_sdk", "fast_bitrix24"):
            tell(f"60 bindings: {name}, round {number + 1} of {ROUNDS}")
            with portal_process(
                certificate=[str(path) for path in certificates.server],
                portal_name=HOSTS[1],
                authorization_name=HOSTS[2],
                hide_ports=True,
                latency=LATENCY,
                limits=True,
            ) as portal:
                names = dict(zip(HOSTS[1:], portal["ports"], strict=True))
                done = subprocess.run(
                    [sys.executable, "-m", "tests.benchmarks.clients", name],
                    input=json.dumps(portal | {"names": names, "authority": str(certificates.authority)}),
                    capture_output=True,
                    text=True,
                    env=os.environ | trusting,
                    check=False,
                )
            if done.returncode:
                raise RuntimeError(done.stderr)
            found[name] = json.loads(done.stdout)
    return found
