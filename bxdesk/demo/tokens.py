"""Authorization codes and pairs of tokens: issued, used up, run out, replaced."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .errors import PortalError

if TYPE_CHECKING:
    from .clock import Clock

CODE_SECONDS = 30
ACCESS_SECONDS = 3600
REFRESH_SECONDS = 180 * 86400


@dataclass(frozen=True, slots=True)
class Pair:
    """An access token with the refresh token that replaces it; `expires` is unix time.

    The permissions are those of the moment at which it was issued: what is ticked later is not in it.
    """

    access: str
    refresh: str
    expires: float
    app_id: int
    permissions: frozenset[str]


class Tokens:
    """Knows which codes and tokens are good at this moment, and which app they are for."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._codes: dict[str, tuple[int, float]] = {}
        self._access: dict[str, Pair] = {}
        self._refresh: dict[str, tuple[Pair, float]] = {}

    def issue_code(self, app_id: int) -> str:
        """A code that can be exchanged once within 30 seconds."""
        code = secrets.token_hex(35)
        self._codes[code] = app_id, self._clock.now() + CODE_SECONDS
        return code

    def use_code(self, code: str, app_id: int) -> None:
        """Uses a code up, in time or not; raises `invalid_grant` or `expired_token` unless it was good."""
        owner, until = self._codes.pop(code, (None, 0.0))
        if owner != app_id:
            raise PortalError("invalid_grant")
        if self._clock.now() > until:
            raise PortalError("expired_token", "The authorization code has expired.")

    def use_refresh(self, token: str, app_id: int) -> Pair:
        """The pair that a refresh token belongs to, which is dead from here on; raises `invalid_grant`."""
        pair, until = self._refresh.pop(token, (None, 0.0))
        if pair is None or pair.app_id != app_id or self._clock.now() > until:
            raise PortalError("invalid_grant")
        # Still known, so that whoever holds the old one hears that it ran out.
        self._access[pair.access] = replace(pair, expires=0.0)
        return pair

    def issue(self, app_id: int, permissions: frozenset[str]) -> Pair:
        """Makes a pair: an access token for an hour, a refresh token for half a year."""
        now = self._clock.now()
        pair = Pair(secrets.token_hex(35), secrets.token_hex(35), now + ACCESS_SECONDS, app_id, permissions)
        self._access[pair.access] = pair
        self._refresh[pair.refresh] = pair, now + REFRESH_SECONDS
        return pair

    def check(self, access: str) -> Pair:
        """The pair of a token that is good; raises `invalid_token` or `expired_token`."""
        pair = self._access.get(access)
        if pair is None:
            raise PortalError("invalid_token")
        if self._clock.now() > pair.expires:
            raise PortalError("expired_token")
        return pair

    def expire_access(self) -> None:
        """Every access token runs out now; the refresh tokens stay good."""
        self._access = {access: replace(pair, expires=0.0) for access, pair in self._access.items()}

    def forget_access(self) -> None:
        """Every access token is unknown from now on (`invalid_token`); the refresh tokens stay good."""
        self._access.clear()

    def revoke(self, app_id: int | None = None) -> None:
        """Nobody is signed in any more, at all or to one app."""
        self._codes = {code: kept for code, kept in self._codes.items() if app_id not in {None, kept[0]}}
        self._access = {access: pair for access, pair in self._access.items() if app_id not in {None, pair.app_id}}
        self._refresh = {token: kept for token, kept in self._refresh.items() if app_id not in {None, kept[0].app_id}}
