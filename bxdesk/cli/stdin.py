"""Lines from standard input, for a program that must not wait for them."""

from __future__ import annotations

import os
import threading

_CHUNK = 4096


class StdinLines:
    """Reads standard input line by line, past Python's own buffer.

    A thread that waits inside ``sys.stdin`` when the program ends would bring the interpreter down, so this reads the
    descriptor itself.
    """

    def __init__(self, descriptor: int = 0) -> None:
        self._descriptor = descriptor
        self._rest = b""

    def line(self) -> str | None:
        """The next line without its end, None when there are no more. Blocks."""
        while b"\n" not in self._rest:
            try:
                chunk = os.read(self._descriptor, _CHUNK)
            except OSError:
                chunk = b""
            if not chunk:
                line, self._rest = self._rest, b""
                return line.decode("utf-8", "replace") if line else None
            self._rest += chunk
        found, _, self._rest = self._rest.partition(b"\n")
        return found.decode("utf-8", "replace").rstrip("\r")

    async def next_line(self) -> str:
        """The next line, without holding up anything else; waits for ever when there are no more."""
        import anyio.from_thread
        import anyio.lowlevel

        token = anyio.lowlevel.current_token()
        arrived = anyio.Event()
        lines: list[str | None] = []

        def read() -> None:
            lines.append(self.line())
            try:
                anyio.from_thread.run_sync(arrived.set, token=token)
            except RuntimeError:
                return  # the program has gone on without this line

        threading.Thread(target=read, name="bxdesk-stdin", daemon=True).start()
        await arrived.wait()
        if lines[0] is None:
            await anyio.sleep_forever()
        return lines[0] or ""
