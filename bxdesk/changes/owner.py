"""Whose change it is: a portal, an app on it, and who is signed in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Owner:
    """What a journal says about where it belongs; nothing of it is secret."""

    portal: str
    member_id: str
    client_id: str
    user_id: int
    user_name: str

    @property
    def host(self) -> str:
        """The portal's host, with a port if it has one."""
        return urlsplit(self.portal).netloc

    @property
    def key(self) -> str:
        """The part of a file's name that stands for this portal and app; it survives a rename of the portal."""
        return _digest(f"{self.client_id}@{self.member_id}")

    @property
    def portal_key(self) -> str:
        """The part of a file's name that stands for this portal, whatever the app."""
        return _digest(self.member_id)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
