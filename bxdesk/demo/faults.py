"""Faults that are waiting to happen.

A fault has a *kind*:

==========  ====================================================================================
lost        the connection goes; `done` tells whether the work was done before
cut_off     the answer stops half-way through its body
html        a web page instead of JSON (`status`, default 502; `title`, default the status in words)
warnings    PHP's warnings in front of the answer
empty       an answer without a body (`status`, default 200)
hang        nothing comes until the fault is released or the portal stops
slow        the answer takes `seconds` longer
error       the portal answers `code` with `description` (`status`, `extra` if given)
expire      every access token runs out at this moment, then the call goes on
redirect    302 to the host `to` (a name, or name:port), as a renamed portal answers
==========  ====================================================================================

and says where it strikes: `method` (a REST method's name in any case; or `oauth.exchange`, `oauth.refresh`,
`oauth.token` for either; None: any REST request), after letting `skip` matching ones through, `times` times
(None: until it is cleared). `error` and `expire` with a method strike the matching commands of a batch one by one;
every other kind strikes the batch as a whole when it holds such a command. `command` narrows a fault to the n-th
command (from 1) of a batch: `lost` there leaves the commands before it done. `done` tells for every kind whether
the work is done all the same; it is by default for `cut_off`, `slow` and `warnings`, and not for the others.
`retry_after` is sent as that header with `html`, `empty` and `error`: seconds, or a date.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

KINDS = frozenset({"lost", "cut_off", "html", "warnings", "empty", "hang", "slow", "error", "expire", "redirect"})
_IN_COMMANDS = frozenset({"error", "expire", "lost"})
_DONE = frozenset({"cut_off", "slow", "warnings"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One planted fault; the module's text explains the fields."""

    kind: str
    method: str | None = None
    times: int | None = 1
    skip: int = 0
    command: int | None = None
    done: bool | None = None
    seconds: float = 1.0
    code: str = "INTERNAL_SERVER_ERROR"
    description: str | None = None
    status: int = 0
    extra: dict[str, Any] = field(default_factory=dict)
    to: str = ""
    title: str = ""
    retry_after: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of fault: {self.kind!r}")
        if self.command is not None and self.kind not in _IN_COMMANDS:
            raise ValueError(f"a fault of kind {self.kind!r} cannot strike a single command")
        if self.kind == "redirect" and not re.fullmatch(r"[\w.:\[\]-]+", self.to, re.ASCII):
            raise ValueError("a redirect needs a host to lead to")
        if self.status and not 200 <= self.status <= 599:
            raise ValueError(f"no answer has the status {self.status}")
        if not re.fullmatch(r"[ -~]*", self.retry_after):
            raise ValueError("a header holds printable ASCII characters only")

    @property
    def work_is_done(self) -> bool:
        """Whether the portal does what it was asked although the answer goes wrong."""
        return self.kind in _DONE if self.done is None else self.done

    def strikes_request(self, names: Iterable[str], commands: Iterable[str]) -> bool:
        """Whether it concerns a request known by `names`, which holds `commands` when it is a batch."""
        if self.command is not None:
            return False
        names = set(names)
        if self.method is None:
            return not any(name.startswith("oauth.") for name in names)
        wanted = self.method.lower()
        return wanted in names or (self.kind not in {"error", "expire"} and wanted in set(commands))

    def strikes_command(self, method: str, position: int) -> bool:
        """Whether it concerns this command of a batch."""
        if self.command is None:
            return self.kind in {"error", "expire"} and self.method is not None and self.method.lower() == method
        return self.command == position and (self.method is None or self.method.lower() == method)


class Faults:
    """The planted faults, oldest first; safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._planted: list[Fault] = []
        self._released = 0

    def plant(self, fault: Fault) -> None:
        """Adds a fault behind those that are there."""
        with self._lock:
            self._planted.append(fault)

    def clear(self) -> None:
        """Takes every fault back and releases what hangs."""
        with self._lock:
            self._planted.clear()
            self._released += 1

    def release(self) -> None:
        """Lets the requests go on that hang."""
        with self._lock:
            self._released += 1

    @property
    def released(self) -> int:
        """How often `release` was called; a request that hangs waits for it to change."""
        with self._lock:
            return self._released

    def planted(self) -> tuple[Fault, ...]:
        """What is still to come."""
        with self._lock:
            return tuple(self._planted)

    def for_request(self, names: Iterable[str], commands: Iterable[str]) -> Fault | None:
        """Takes out the fault that strikes this request, if any."""
        names, commands = tuple(names), tuple(commands)
        return self._take(lambda fault: fault.strikes_request(names, commands))

    def for_command(self, method: str, position: int) -> Fault | None:
        """Takes out the fault that strikes this command of a batch, if any."""
        return self._take(lambda fault: fault.strikes_command(method, position))

    def _take(self, strikes: Callable[[Fault], bool]) -> Fault | None:
        with self._lock:
            for index, fault in enumerate(self._planted):
                if not strikes(fault):
                    continue
                if fault.skip:
                    self._planted[index] = replace(fault, skip=fault.skip - 1)
                    continue
                if fault.times is not None:
                    left = fault.times - 1
                    self._planted[index : index + 1] = [replace(fault, times=left)] if left > 0 else []
                return fault
        return None
