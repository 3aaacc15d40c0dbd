"""What a person gives to sign in."""

from __future__ import annotations

from dataclasses import dataclass, field

DEFAULT_REDIRECT = "http://127.0.0.1:8917/callback"
DEFAULT_TIMEOUT = 300.0
"""Seconds a sign-in may take: long enough to find a password, short enough not to be forgotten."""


@dataclass(frozen=True, slots=True)
class SignInRequest:
    """A portal's address as typed, the keys from the app's card, and how the answer comes back.

    ``redirect_url`` is the address in the app's card; ``authorization_server`` is given only for a portal of one's own
    that has another than the two public ones; ``timeout`` is in seconds; ``member_id`` is the portal that it must be,
    empty when any will do.
    """

    portal: str
    client_id: str
    client_secret: str = field(repr=False)
    redirect_url: str = DEFAULT_REDIRECT
    authorization_server: str | None = None
    timeout: float = DEFAULT_TIMEOUT
    member_id: str = ""
