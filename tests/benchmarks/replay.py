"""Servers that give recorded answers after a while: a thousand portals, each as quick as one.

One demo portal would take the requests of a hundred one after the other, and its own work would be counted as bxdesk's.
Standard input: the latency, the number of portals and the answers, each on a line; an answer goes with a word of the
requests that it is for, the last that fits counts. Standard output: the ports on one line. It runs until standard input
ends.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"


@contextmanager
def replaying(answers: Mapping[str, object], latency: float, portals: int) -> Iterator[list[str]]:
    """Gives the portals' addresses, as long as the block lasts."""
    command = [sys.executable, "-m", "tests.benchmarks.replay"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("no pipes")
        process.stdin.write(f"{latency}\n{portals}\n{json.dumps(answers)}\n")
        process.stdin.flush()
        try:
            yield [f"http://127.0.0.1:{int(port)}" for port in process.stdout.readline().split()]
        finally:
            process.stdin.close()


async def serve(latency: float, portals: int, answers: Mapping[str, object]) -> None:
    """Runs until standard input ends."""
    bodies = [(word.encode(), json.dumps(answer).encode()) for word, answer in answers.items()]

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                headers = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = int(headers.partition(b"content-length:")[2].split(b"\r\n")[0])
                asked = await reader.readexactly(length)
                await asyncio.sleep(latency)
                body = [answer for word, answer in bodies if word in asked][-1]
                writer.write(_HEAD % len(body) + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    servers = [await asyncio.start_server(connected, "127.0.0.1", 0) for _ in range(portals)]
    sys.stdout.write(" ".join(str(server.sockets[0].getsockname()[1]) for server in servers) + "\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)


def main() -> None:
    """Runs one."""
    latency, portals = float(sys.stdin.readline()), int(sys.stdin.readline())
    asyncio.run(serve(latency, portals, json.loads(sys.stdin.readline())))


if __name__ == "__main__":
    main()
