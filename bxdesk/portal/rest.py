"""REST calls, single and in batches of at most 50."""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import httpx
from pydantic_core import ValidationError

from bxdesk.listener import SILENT, Listener
from bxdesk.messages import message
from bxdesk.portal.address import PortalAddress, named_address
from bxdesk.portal.answers import body_of, error_in, read
from bxdesk.portal.auth import TokenAuth
from bxdesk.portal.errors import (
    LimitError,
    PortalError,
    TokenExpiredError,
    UnknownOutcomeError,
    moved,
    nothing_was_done,
    portal_error,
    unreadable,
)
from bxdesk.portal.http import transport_errors
from bxdesk.portal.limits import PortalLimits
from bxdesk.portal.other_answers import other_answer, retry_after
from bxdesk.portal.php import ANY, NUMBER, PLACE, SECONDS, Params, php_map, query, texts_in
from bxdesk.portal.transport import listener_extension
from bxdesk.support.shapes import Shape, optional, record

BATCH_LIMIT = 50
"""Commands in one batch request. A batch counts as one request, whatever is in it."""

PAUSE = 0.5
"""Seconds before a request is repeated for the first time; the pauses double from there."""

READS = 4
"""How often a read is sent before no usable answer is taken for an answer."""
_NOTICEABLE = 5.0
"""Seconds after which a person is told that an answer is waited for."""
LONGEST_WAIT = 600.0
"""Seconds. Operating limits count the last ten minutes; whoever names a longer time is not waited for."""

_SUBSTITUTED = re.compile(r"\$(result|error|total|next|time)", re.IGNORECASE)
"""Wider than the documentation says, as servers are: any case, and whatever stands before the bracket."""

Relocate = Callable[[PortalAddress, Listener], Awaitable[str]]
"""Takes the address a portal points to, returns the endpoint there once it is known to be the same portal."""

_JSON = {"Content-Type": "application/json"}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Command:
    """A call of one method, to be sent alone or inside a batch."""

    method: str
    params: Params = field(default_factory=dict)

    @property
    def must_go_alone(self) -> bool:
        """Whether a batch would spoil it: inside one, a portal puts earlier results in place of ``$result[…]``."""
        return any(_SUBSTITUTED.search(text) for text in texts_in(self.params))


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


_ANSWER: Shape[Answer] = Shape(
    record(Answer, result=optional(ANY, None), next=optional(PLACE, None), total=optional(NUMBER, 0))
)


class _BatchResult(NamedTuple):
    """Something for each command, by its name. Only what stands under a name that was sent is looked at."""

    result: dict[str, Any]
    errors: dict[str, Any]
    next: dict[str, Any]
    total: dict[str, Any]
    time: dict[str, Any]


_NAMED = php_map(ANY)
_BATCH: Shape[_BatchResult] = Shape(
    record(
        _BatchResult,
        result=optional(_NAMED, {}),
        errors=optional(_NAMED, {}, "result_error"),
        next=optional(_NAMED, {}, "result_next"),
        total=optional(_NAMED, {}, "result_total"),
        time=optional(_NAMED, {}, "result_time"),
    )
)


class _Times(NamedTuple):
    operating_reset_at: float
    finish: float


_TIMES: Shape[_Times] = Shape(record(_Times, operating_reset_at=optional(SECONDS, 0.0), finish=optional(SECONDS, 0.0)))


@dataclass(slots=True)
class _Endpoint:
    """Where the portal answers now; it may move, for all who ask the same client."""

    address: str


_PASSING = (LimitError, TokenExpiredError, UnknownOutcomeError)
"""Errors of single commands that are gone when the command is sent again, the token refreshed on the way."""


class RestClient:
    """A portal's REST methods for one signed-in person.

    Reads are repeated when no usable answer came; writes never are, because nobody knows what the portal did.
    Requests that the portal's limits turn away were not carried out and are repeated after a pause.
    """

    def __init__(
        self,
        http: httpx.AsyncClient,
        endpoint: str,
        auth: TokenAuth,
        limits: PortalLimits | None = None,
        relocate: Relocate | None = None,
    ) -> None:
        self._http = http
        self._at = _Endpoint(endpoint)
        self._auth = auth
        self._limits = limits or PortalLimits()
        self._relocate = relocate
        self._listener = SILENT

    def with_listener(self, listener: Listener) -> RestClient:
        """The same client, for work that ``listener`` watches."""
        client = copy(self)
        client._listener = listener  # noqa: SLF001 - a copy of its own
        return client

    @property
    def host(self) -> str:
        """The portal's host, with a port if it has one."""
        return urlsplit(self._at.address).netloc

    async def call(self, command: Command, *, reading: bool = False) -> Answer:
        """One method on its own. Raises PortalError."""
        return read(_ANSWER, await self._send(command.method, dict(command.params), reading=reading), self.host)

    async def batch(self, commands: Sequence[Command], *, reading: bool = False) -> list[Answer]:
        """All commands in one request, in order; errors of single commands are in their answers.

        Raises ValueError for more than 50 commands, PortalError when the request as a whole failed.
        """
        if len(commands) > BATCH_LIMIT:
            raise ValueError(f"a batch holds at most {BATCH_LIMIT} commands, not {len(commands)}")
        answers = await self._batch_once(commands, reading=reading)
        for _ in range(READS - 1):
            passing = [answer.error for answer in answers if isinstance(answer.error, _PASSING)]
            if not (reading and passing):
                break
            waits = [error.wait or PAUSE for error in passing if isinstance(error, LimitError)]
            self._listener.say(message("Waiting: {host} gave a part of the answer only…", host=self.host))
            await self._listener.pause(max(waits, default=PAUSE))
            answers = await self._batch_once(commands, reading=reading)
        return answers

    async def _batch_once(self, commands: Sequence[Command], *, reading: bool) -> list[Answer]:
        named = {f"c{index}": command for index, command in enumerate(commands)}
        lines = {name: f"{command.method}?{query(command.params)}" for name, command in named.items()}
        answer = await self._send("batch", {"halt": 0, "cmd": lines}, reading=reading)
        reply = read(_BATCH, answer["result"], self.host)
        answers = [self._answer(reply, name, command.method) for name, command in named.items()]
        for one in answers:
            if reading and one.error is not None:
                nothing_was_done(one.error)
        return answers

    def _answer(self, reply: _BatchResult, name: str, method: str) -> Answer:
        if name in reply.errors:
            code, description = error_in(reply.errors[name]) or error_in({"error": reply.errors[name]}) or ("", "")
            wait = _until_reset(reply.time.get(name))
            return Answer(error=portal_error(code, description, method=method, wait=wait))
        if name not in reply.result:
            return Answer(error=unreadable(self.host))
        page = {"result": reply.result[name], "next": reply.next.get(name), "total": reply.total.get(name)}
        try:
            return read(_ANSWER, page, self.host)
        except UnknownOutcomeError as error:
            return Answer(error=error)

    async def _send(self, method: str, body: dict[str, Any], *, reading: bool) -> dict[str, Any]:
        async def send() -> dict[str, Any]:
            try:
                return await self._post_wherever_it_is(method, body)
            except PortalError as error:
                if reading:
                    nothing_was_done(error)
                raise

        begun = time.monotonic()
        try:
            return await send()
        except PortalError as error:
            from bxdesk.portal.retries import Retries  # which a portal that answers does without

            return await Retries(self.host, self._listener, begun, reading=reading).after(error, send)

    async def _post_wherever_it_is(self, method: str, body: dict[str, Any]) -> dict[str, Any]:
        """One request; once more when the portal has moved. A redirect was not carried out, so this repeats nothing."""
        response = await self._post(method, body)
        if response.is_redirect:
            target = self._elsewhere(response)
            if target is None:
                raise other_answer(response, self.host)
            if self._relocate is None:
                raise moved(self.host, target.netloc)
            self._at.address = await self._relocate(target, self._listener)
            response = await self._post(method, body)
            if response.is_redirect:
                target = self._elsewhere(response)
                raise moved(self.host, target.netloc) if target else other_answer(response, self.host)
        return self._answered(response, method)

    def _elsewhere(self, response: httpx.Response) -> PortalAddress | None:
        """Where a redirect leads; None when it leads to this same place."""
        target = named_address(urljoin(self._at.address, response.headers.get("Location", "")))
        if target is None or target.is_at(PortalAddress.parse(self._at.address)):
            return None
        return target.over_https()

    async def _post(self, method: str, body: dict[str, Any]) -> httpx.Response:
        await self._limits.take(self.host, self._listener)
        _log.info("%s %s", self.host, method)
        url, content = f"{self._at.address}{method}", json.dumps(body)
        waiting = message("Waiting for {host} to answer…", host=self.host)
        with transport_errors(self.host), self._listener.say_after(_NOTICEABLE, waiting):
            return await self._http.post(
                url, content=content, headers=_JSON, auth=self._auth, extensions=listener_extension(self._listener)
            )

    def _answered(self, response: httpx.Response, method: str) -> dict[str, Any]:
        answer = body_of(response, self.host)
        error = error_in(answer)
        if error is not None:
            raise portal_error(*error, method=method, wait=_until_reset(answer.get("time")) or retry_after(response))
        if not isinstance(answer, dict) or "result" not in answer:
            raise unreadable(self.host)
        return answer


def _until_reset(times: object) -> float | None:
    """Seconds until a method may be called again, from the portal's ``time`` block.

    The portal's own clock counts, so that a wrong one here does no harm.
    """
    try:
        said = _TIMES.validate(times)
    except ValidationError:
        return None
    if not said.operating_reset_at:
        return None
    return min(max(said.operating_reset_at - (said.finish or time.time()), 1.0), LONGEST_WAIT)
