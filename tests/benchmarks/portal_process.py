"""A demo portal in a process of its own: what it costs must not be counted as a client's.

Standard input: a line of JSON, the settings. Standard output: a line with its address, ports and keys. It runs until
standard input ends.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bxdesk.demo import DemoPortal, DemoSettings


@contextmanager
def portal_process(**settings: object) -> Iterator[dict[str, Any]]:
    """A portal that runs as long as the block; gives what a client needs to know of it."""
    command = [sys.executable, "-m", "tests.benchmarks.portal_process"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("no pipes")
        process.stdin.write(json.dumps(settings) + "\n")
        process.stdin.flush()
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.stdin.close()


def main() -> None:
    """Runs one."""
    settings = json.loads(sys.stdin.readline())
    if "certificate" in settings:
        settings["certificate"] = tuple(settings["certificate"])
    with DemoPortal(DemoSettings(**settings)) as portal:
        tokens = portal.issue_tokens()
        shown = {
            "address": portal.address,
            "ports": portal.ports,
            "client_id": portal.client_id,
            "client_secret": portal.client_secret,
            "authorization_server": portal.authorization_server,
            "member_id": portal.member_id,
            "code": portal.issue_code(),
            "access_token": tokens["access_token"],
            "refresh_token": tokens["refresh_token"],
        }
        sys.stdout.write(json.dumps(shown) + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
