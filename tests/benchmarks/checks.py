"""All checks of 20 handlers on hosts of their own, beside those of one, at 300 ms of latency each."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import anyio

from bxdesk.accounts.connection import Keys
from bxdesk.checks.check import CheckCode
from bxdesk.desk import Desk
from tests.benchmarks.bench import connection_to, desk_for
from tests.benchmarks.portal_process import portal_process
from tests.benchmarks.table import Row

LATENCY = 0.3
HANDLERS = 20
ROUNDS = 5


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        time.sleep(LATENCY)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>A widget</title>")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    request_queue_size = HANDLERS


@contextmanager
def _handlers() -> Iterator[list[str]]:
    """Addresses of handlers; all of 127.0.0.0/8 is this computer."""
    with _Server(("0.0.0.0", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield [f"http://127.0.0.{number + 1}:{server.server_port}/" for number in range(HANDLERS)]
        finally:
            server.shutdown()
            thread.join()


def measure(tell: Callable[[str], object]) -> Iterator[Row]:
    """Both in turns, in one process that is warm."""
    tell(f"{HANDLERS} handlers checked")
    with portal_process() as portal, _handlers() as addresses:
        rounds = anyio.run(_rounds, portal, addresses)
    ours, theirs = (statistics.median(column) for column in zip(*rounds, strict=True))
    yield Row(f"all checks of {HANDLERS} handlers, beside those of one", ours, theirs, budget=3)


async def _rounds(portal: dict[str, str], addresses: list[str]) -> list[tuple[float, float]]:
    connection = connection_to(portal["address"], portal["client_id"], portal["member_id"])
    keys = Keys(portal["client_secret"], portal["access_token"], portal["refresh_token"])
    async with desk_for([connection], keys) as desk:
        await _seconds(desk, addresses[:1])
        return [(await _seconds(desk, addresses), await _seconds(desk, addresses[:1])) for _ in range(ROUNDS)]


async def _seconds(desk: Desk, addresses: list[str]) -> float:
    (connection,) = await desk.accounts.connections()
    begin = time.perf_counter()
    checks = await desk.checks.run(connection, handlers=addresses)
    if sum(check.code is CheckCode.HANDLER_SPEED for check in checks) != len(addresses):
        raise RuntimeError("a handler did not answer")
    return time.perf_counter() - begin
