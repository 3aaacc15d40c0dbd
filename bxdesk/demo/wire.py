"""One request from its arrival to its answer, with the faults that strike it on the way."""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from html import escape
from http.client import responses
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, RedirectResponse, Response

from .batch import LostInBatchError, fault_error
from .errors import PortalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from .faults import Fault
    from .state import PortalState

_WARNING = (
    b"<br />\n<b>Warning</b>:  Undefined array key &quot;PLACEMENT&quot; in "
    b"<b>/home/bitrix/www/bitrix/modules/rest/lib/api/placement.php</b> on line <b>124</b><br />\n"
)
_LOOK_AGAIN = 0.02


@dataclass(slots=True)
class Answer:
    """What is to be sent back: a JSON object and its status."""

    payload: dict[str, Any]
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Work:
    """What a request asks for: names it goes by, methods within it, and the function that does it."""

    names: tuple[str, ...]
    commands: tuple[str, ...]
    do: Callable[[], Answer]
    refused: Callable[[PortalError], Answer]
    """Makes the answer of a refusal that a fault stands for."""


class Exchange:
    """Does requests' work and lets the planted faults happen. Belongs to the servers' loop."""

    def __init__(self, state: PortalState) -> None:
        self._state = state
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Lets requests go on that a planted fault holds up."""
        self._stopping.set()

    async def answer(self, request: Request, work: Work) -> Response:
        """The response to `request`, or what is left of it."""
        settings = self._state.settings
        calls = work.commands or work.names
        await self._wait(settings.latency + sum(settings.latencies.get(name, 0.0) for name in calls))
        fault = self._state.faults.for_request(work.names, work.commands)
        try:
            if fault is None:
                return _json(self._do(work))
            if fault.kind == "expire":
                self._state.tokens.expire_access()
                return _json(self._do(work))
            return await self._faulty(request, work, fault)
        except LostInBatchError:
            return LostResponse()

    def _do(self, work: Work) -> Answer:
        with self._state.lock:
            return work.do()

    async def _faulty(self, request: Request, work: Work, fault: Fault) -> Response:
        if fault.kind == "slow":
            await self._wait(fault.seconds)
        if fault.kind == "hang":
            if fault.done is False or fault.done is None:
                await self._hang(request)
                return _json(self._do(work))
            done = self._do(work)
            await self._hang(request)
            return _json(done)
        return self._spoiled(request, work, fault)

    def _spoiled(self, request: Request, work: Work, fault: Fault) -> Response:
        """What comes instead of the answer."""
        answer = self._do(work) if fault.work_is_done else Answer({})
        match fault.kind:
            case "lost":
                return LostResponse()
            case "cut_off":
                return CutOffResponse(_body(answer.payload), answer.status, media_type="application/json")
            case "html":
                status = fault.status or 502
                return HTMLResponse(_web_page(status, fault.title), status, _retry_after(fault))
            case "warnings":
                return Response(_WARNING + _body(answer.payload), answer.status, media_type="text/html; charset=utf-8")
            case "empty":
                return Response(b"", fault.status or 200, _retry_after(fault), media_type="application/json")
            case "redirect":
                address = request.url.replace(netloc=fault.to)
                return RedirectResponse(str(address), 302)
            case "error":
                error = fault_error(
                    fault.code, fault.description, fault.status, fault.extra, fault.seconds, self._state
                )
                refusal = work.refused(error)
                refusal.headers |= _retry_after(fault)
                return _json(refusal)
            case _:
                return _json(answer)

    async def _wait(self, seconds: float) -> None:
        if seconds > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), seconds)

    async def _hang(self, request: Request) -> None:
        """Until the fault is released, the portal stops, or the other side has gone."""
        released = self._state.faults.released
        while not self._stopping.is_set() and self._state.faults.released == released:
            if await request.is_disconnected():
                return
            await asyncio.sleep(_LOOK_AGAIN)


class LostResponse(Response):
    """No response: the connection is cut."""

    async def __call__(self, scope: Scope, receive: Receive, _send: Send) -> None:
        """Cuts the connection and waits until it is gone."""
        scope["state"]["transport"].abort()
        await _gone(receive)


class CutOffResponse(Response):
    """A response whose body stops half-way."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Announces the whole body, sends half of it and hangs up."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        half = bytes(self.body)[: len(self.body) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})
        # Closing, unlike aborting, first sends what is in the buffer.
        scope["state"]["transport"].close()
        await _gone(receive)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _web_page(status: int, title: str) -> str:
    """The page of a web server or a firewall in front of the portal."""
    title = escape(title or f"{status} {responses.get(status, '')}")
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"


def _retry_after(fault: Fault) -> dict[str, str]:
    return {"Retry-After": fault.retry_after} if fault.retry_after else {}


def _json(answer: Answer) -> Response:
    return Response(_body(answer.payload), answer.status, answer.headers, "application/json; charset=utf-8")


def _body(payload: dict[str, Any]) -> bytes:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
