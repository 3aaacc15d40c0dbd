"""`batch`: up to 50 commands in one request, each a method with a PHP query."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from . import php
from .custom_types import Listed
from .errors import PortalError
from .methods import call

if TYPE_CHECKING:
    from collections.abc import Callable

    from .apps import Caller
    from .php import PhpArray, PhpValue
    from .state import PortalState

LONGEST = 50
_REFERENCE = re.compile(r"\$(result|error|total|next|time)(\S*)", re.IGNORECASE)


class LostInBatchError(Exception):
    """The connection is to be cut between two commands."""


class Batch:
    """Carries out one batch. `timing` makes a command's `time` block; `authorize` raises if the token is not good."""

    def __init__(
        self, state: PortalState, timing: Callable[[str], dict[str, Any]], authorize: Callable[[], Caller]
    ) -> None:
        self._state = state
        self._timing = timing
        self._authorize = authorize
        self._found: dict[str, dict[str | int, Any]] = {
            name: {} for name in ("result", "error", "total", "next", "time")
        }

    def run(self, params: PhpArray) -> dict[str, Any]:
        """The five maps of the answer; whatever is empty is `[]` once it is JSON."""
        params = php.upper_keys(params)
        # The cast is PHP's, so the string "false" halts as well.
        halt = php.truthy(params.get("HALT"))
        position = 0
        for name, command in commands(params).items():
            position += 1
            if not isinstance(command, str):
                continue
            if not self._one(name, command, position) and halt:
                break
        return {
            "result": self._found["result"],
            "result_error": self._found["error"],
            "result_total": self._found["total"],
            "result_next": self._found["next"],
            "result_time": self._found["time"],
        }

    def _one(self, name: str | int, command: str, position: int) -> bool:
        method, query = split(command)
        try:
            result = self._call(method, query, position)
        except PortalError as error:
            self._found["error"][name] = error.payload()
            if error.code == "OPERATION_TIME_LIMIT":
                self._found["time"][name] = error.extra.get("time") or self._timing(method)
            return False
        if isinstance(result, Listed):
            self._found["total"][name] = result.total
            if result.next is not None:
                self._found["next"][name] = result.next
            result = result.result
        self._found["result"][name] = result
        self._found["time"][name] = self._timing(method)
        return True

    def _call(self, method: str, query: str, position: int) -> object:
        if position > LONGEST:
            raise PortalError("ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded")
        if method == "batch":
            raise PortalError("ERROR_BATCH_METHOD_NOT_ALLOWED", "Method is not allowed for batch usage")
        fault = self._state.faults.for_command(method, position)
        if fault is not None and fault.kind == "expire":
            self._state.tokens.expire_access()
        strikes = fault is not None and fault.kind in {"error", "lost"}
        result: object = None
        if not strikes or (fault is not None and fault.work_is_done):
            # Every command is authorized anew, so a token may run out between two of them.
            result = call(self._state, self._authorize(), method, self._resolved(php.parse_str(query)))
        if fault is not None and fault.kind == "lost":
            raise LostInBatchError
        if fault is not None and fault.kind == "error":
            raise fault_error(fault.code, fault.description, fault.status, fault.extra, fault.seconds, self._state)
        return result

    def _resolved(self, value: PhpArray) -> PhpArray:
        return {
            key: self._resolved(item) if isinstance(item, dict) else self._reference(php.string(item))
            for key, item in value.items()
        }

    def _reference(self, text: str) -> PhpValue:
        """Replaces `$result[a][b]` (up to the next blank) by what came of an earlier command."""
        for match in _REFERENCE.finditer(text):
            path = re.findall(r"\[([^\]]+)\]", match[2])
            if not path:
                continue
            found: Any = self._found.get(match[1])
            found = php.from_json(php.to_json(found))
            for key in path:
                number: str | int = int(key) if key.isdigit() else key
                if not isinstance(found, dict) or found.get(number) is None:
                    break
                found = found[number]
            if match[0] == text:
                return found  # type: ignore[no-any-return]
            text = text.replace(match[0], php.string(found))
        return text


def commands(params: PhpArray) -> PhpArray:
    """The commands by name, in order, out of a batch's arguments."""
    found = php.upper_keys(params).get("CMD")
    return found if isinstance(found, dict) else {}


def split(command: str) -> tuple[str, str]:
    """The method in lower case and the query of a command; what follows a `#` is no part of either."""
    path, _, query = command.partition("#")[0].partition("?")
    return path.lower(), query


def fault_error(
    code: str, description: str | None, status: int, extra: dict[str, Any], seconds: float, state: PortalState
) -> PortalError:
    """The refusal that a planted fault stands for; a time limit says when it ends."""
    error = PortalError(code, description, status=status, **extra)
    if code == "OPERATION_TIME_LIMIT" and "time" not in extra:
        error.extra["time"] = {
            "operating": state.settings.operating_limit,
            "operating_reset_at": int(state.clock.now() + seconds) + 1,
        }
    return error
