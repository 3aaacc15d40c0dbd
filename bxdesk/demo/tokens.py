"""Authorization codes and pairs of tokens: issued, used up, run out, replaced."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import PortalError

if TYPE_CHECKING:
    from .clock import Clock

CODE_SECONDS = 30
ACCESS_SECONDS = 3600
REFRESH_SECONDS = 180 * 86400


@dataclass(frozen=True, slots=True)
class Pair:
    """An access token with the refresh token that replaces it; `expires` is unix time."""

    access: str
    refresh: str
    expires: float


class Tokens:
    """Knows which codes and tokens are good at this moment."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._codes: dict[str, float] = {}
        self._access: dict[str, float] = {}
        self._refresh: dict[str, tuple[str, float]] = {}

    def issue_code(self) -> str:
        """A code that can be exchanged once within 30 seconds."""
        code = secrets.token_hex(35)
        self._codes[code] = self._clock.now() + CODE_SECONDS
        return code

    def exchange(self, code: str) -> Pair:
        """A first pair for a code; the code is used up, in time or not."""
        until = self._codes.pop(code, None)
        if until is None:
            raise PortalError("invalid_grant")
        if self._clock.now() > until:
            raise PortalError("expired_token", "The authorization code has expired.")
        return self.issue()

    def refresh(self, token: str) -> Pair:
        """A new pair for a refresh token; the old pair is dead from here on."""
        access, until = self._refresh.pop(token, ("", 0.0))
        if self._clock.now() > until:
            raise PortalError("invalid_grant")
        # Still known, so that whoever holds the old one hears that it ran out.
        self._access[access] = 0.0
        return self.issue()

    def issue(self) -> Pair:
        """A pair out of nothing, as the portal hands one to a widget."""
        now = self._clock.now()
        pair = Pair(secrets.token_hex(35), secrets.token_hex(35), now + ACCESS_SECONDS)
        self._access[pair.access] = pair.expires
        self._refresh[pair.refresh] = (pair.access, now + REFRESH_SECONDS)
        return pair

    def check(self, access: str) -> None:
        """Raises `invalid_token` or `expired_token` unless the token is good."""
        until = self._access.get(access)
        if until is None:
            raise PortalError("invalid_token")
        if self._clock.now() > until:
            raise PortalError("expired_token")

    def expires(self, access: str) -> float:
        """When a token that `check` accepts runs out, in unix time."""
        return self._access[access]

    def expire_access(self) -> None:
        """Every access token runs out now; the refresh tokens stay good."""
        self._access = dict.fromkeys(self._access, 0.0)

    def revoke(self) -> None:
        """Nobody is signed in any more."""
        self._codes.clear()
        self._access.clear()
        self._refresh.clear()
