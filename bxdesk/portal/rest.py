"""REST calls, single and in batches of at most 50."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import urlsplit

import httpx
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_exponential, wait_random

from bxdesk.portal.answers import error_in, read
from bxdesk.portal.auth import TokenAuth
from bxdesk.portal.errors import LimitError, PortalError, UnknownOutcomeError, moved, portal_error, unreadable
from bxdesk.portal.http import transport_errors
from bxdesk.portal.php import Number, Params, PhpMap, query, texts_in

BATCH_LIMIT = 50
"""Commands in one batch request. A batch counts as one request, whatever is in it."""

PAUSE = 0.5
"""Seconds before a request is repeated for the first time; the pauses double from there."""

_ATTEMPTS = 4
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Command:
    """One method call."""

    method: str
    params: Params = field(default_factory=dict)

    @property
    def must_go_alone(self) -> bool:
        """Whether a batch would spoil it: a portal replaces ``$result[`` inside a batch by an earlier result."""
        return any("$result[" in text for text in texts_in(self.params))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answered: its result, or the error.

    Of a list, ``next`` is where its next page begins (None on the last) and ``total`` how many entries there are.
    """

    result: Any = None
    error: PortalError | None = None
    next: int | None = None
    total: int = 0

    def value(self) -> Any:  # noqa: ANN401 - a portal's result has any shape until it is read
        """The result. Raises the error if there is one."""
        if self.error is not None:
            raise self.error
        return self.result


class _Envelope(BaseModel):
    model_config = ConfigDict(extra="ignore")

    result: Any = None
    next: int | None = None
    total: Number = 0


class _BatchResult(BaseModel):
    model_config = ConfigDict(extra="ignore")

    result: Annotated[dict[str, Any], PhpMap] = Field(default_factory=dict)
    errors: Annotated[dict[str, Any], PhpMap] = Field(default_factory=dict, alias="result_error")
    next: Annotated[dict[str, int], PhpMap] = Field(default_factory=dict, alias="result_next")
    total: Annotated[dict[str, Number], PhpMap] = Field(default_factory=dict, alias="result_total")


_ENVELOPE = TypeAdapter(_Envelope)
_BATCH = TypeAdapter(_BatchResult)


class RestClient:
    """A portal's REST methods for one signed-in person.

    Reads are repeated when no usable answer came; writes never are, because nobody knows what the portal did.
    Requests over the portal's limit were not carried out and are always repeated, after a pause.
    """

    def __init__(self, http: httpx.AsyncClient, endpoint: str, auth: TokenAuth) -> None:
        self._http = http
        self._endpoint = endpoint
        self._auth = auth
        self.host = urlsplit(endpoint).netloc

    async def call(self, command: Command, *, reading: bool = False) -> Answer:
        """One method on its own. Raises PortalError."""
        envelope = await self._send(command.method, dict(command.params), reading=reading)
        return Answer(envelope.result, next=envelope.next, total=envelope.total)

    async def batch(self, commands: Sequence[Command], *, reading: bool = False) -> list[Answer]:
        """All commands in one request, in order; errors of single commands are in their answers.

        Raises ValueError for more than 50 commands, PortalError when the request as a whole failed.
        """
        if len(commands) > BATCH_LIMIT:
            raise ValueError(f"a batch holds at most {BATCH_LIMIT} commands, not {len(commands)}")
        named = {f"c{index}": command for index, command in enumerate(commands)}
        lines = {name: f"{command.method}?{query(command.params)}" for name, command in named.items()}
        envelope = await self._send("batch", {"halt": 0, "cmd": lines}, reading=reading)
        reply = read(_BATCH, envelope.result, self.host)
        return [self._answer(reply, name) for name in named]

    def _answer(self, reply: _BatchResult, name: str) -> Answer:
        if name in reply.errors:
            error = error_in(reply.errors[name]) or error_in({"error": reply.errors[name]}) or ("", "")
            return Answer(error=portal_error(*error))
        if name not in reply.result:
            return Answer(error=unreadable(self.host))
        return Answer(reply.result[name], next=reply.next.get(name), total=reply.total.get(name, 0))

    async def _send(self, method: str, body: dict[str, Any], *, reading: bool) -> _Envelope:
        def again(error: BaseException) -> bool:
            return isinstance(error, LimitError) or (reading and isinstance(error, UnknownOutcomeError))

        async for attempt in AsyncRetrying(
            retry=retry_if_exception(again),
            stop=stop_after_attempt(_ATTEMPTS),
            wait=wait_exponential(multiplier=PAUSE, max=8) + wait_random(0, PAUSE / 2),
            reraise=True,
        ):
            with attempt:
                return await self._post(method, body)
        raise AssertionError("tenacity returns or raises")

    async def _post(self, method: str, body: dict[str, Any]) -> _Envelope:
        _log.info("%s %s", self.host, method)
        with transport_errors(self.host):
            response = await self._http.post(f"{self._endpoint}{method}", json=body, auth=self._auth)
        if response.is_redirect:
            raise moved(self.host, urlsplit(response.headers.get("Location", "")).netloc)
        try:
            answer = response.json()
        except ValueError:
            raise unreadable(self.host) from None
        error = error_in(answer)
        if error is not None:
            raise portal_error(*error)
        if not isinstance(answer, dict) or "result" not in answer:
            raise unreadable(self.host)
        return read(_ENVELOPE, answer, self.host)
