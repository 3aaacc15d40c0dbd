"""A connection: a portal, an app, and who is signed in. Saved without its secrets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bxdesk.accounts.request import DEFAULT_REDIRECT

if TYPE_CHECKING:
    from bxdesk.portal.address import PortalAddress


@dataclass(frozen=True, slots=True)
class Connection:
    """One portal that somebody signed in to.

    ``member_id`` is the portal's true identity and survives a rename; ``portal`` is its origin
    (``https://acme.bitrix24.com``), ``endpoint`` the address REST methods are called at (ends with a slash),
    ``label`` a name the person gave it, ``group`` one for several connections (both empty without one).
    """

    member_id: str
    portal: str
    endpoint: str
    client_id: str
    authorization_server: str
    user_id: int = 0
    user_name: str = ""
    redirect_url: str = DEFAULT_REDIRECT
    label: str = ""
    group: str = ""

    @property
    def identity(self) -> str:
        """What stays the same when a portal is renamed or somebody else signs in: the app and the portal."""
        return f"{self.client_id}@{self.member_id}"

    @property
    def digest(self) -> str:
        """The identity, fit for the name of a file."""
        return _digest(self.identity)

    @property
    def portal_digest(self) -> str:
        """The portal, whatever the app, fit for the name of a file."""
        return _digest(self.member_id)

    @property
    def name(self) -> str:
        """What it is called on the wire: the portal's host, with a port if it has one."""
        return urlsplit(self.portal).netloc

    @property
    def address(self) -> PortalAddress | None:
        """Where the portal is, to be compared; None when the saved one was spoilt."""
        return _named_address(self.portal)

    @property
    def own_server(self) -> str | None:
        """The authorization server if it has to be entered to sign in again; None for the public ones."""
        from bxdesk.portal.authorization_server import own_server  # which the first frame does without

        return own_server(self.authorization_server)

    @property
    def title(self) -> str:
        """What its person calls it: the label, or else the host."""
        return self.label or self.name

    def titled(self, name: str) -> str:
        """What its person calls it in front of a name that tells it from others; see :func:`names_apart`."""
        return f"{self.label} – {name}" if self.label else name


def _digest(text: str) -> str:
    from hashlib import sha256  # brings OpenSSL along, which the first frame does without

    return sha256(text.encode()).hexdigest()[:16]


def _named_address(text: str) -> PortalAddress | None:
    from bxdesk.portal.address import named_address  # which the first frame does without

    return named_address(text)


def found_at(connections: Iterable[Connection], typed: str) -> list[Connection]:
    """Those at an address, in whatever spelling; the port may be left out where only one portal is on that host."""
    wanted = _named_address(typed)
    if wanted is None:
        return []
    there = [(one, one.address) for one in connections if one.address and one.address.host == wanted.host]
    exact = [one for one, address in there if wanted.is_at(address)]
    return exact or ([one for one, _ in there] if wanted.port is None else [])


def names_apart(connections: Iterable[Connection]) -> dict[str, str]:
    """What to call each connection so that it is the only one of that name, by its identity.

    As a rule the host; ``CLIENT_ID@HOST`` where several apps are connected there, and ``CLIENT_ID@MEMBER_ID`` for a
    portal and its restored copy, which have the address and the keys in common.
    """
    listed = [(one, one.address or one.name, one.client_id.lower()) for one in connections]
    places = Counter(place for _, place, _ in listed)
    apps = Counter((place, app) for _, place, app in listed)

    def name(one: Connection, place: PortalAddress | str, app: str) -> str:
        if places[place] == 1:
            return one.name
        return f"{one.client_id}@{one.name}" if apps[place, app] == 1 else one.identity

    return {one.identity: name(one, place, app) for one, place, app in listed}


@dataclass(frozen=True, slots=True)
class Keys:
    """The app's keys and the tokens of a session: everything secret about a connection.

    ``portal`` and ``authorization_server`` are the origins that tokens and client secret are for; empty where an
    earlier bxdesk kept them.
    """

    client_secret: str
    access_token: str
    refresh_token: str
    portal: str = ""
    authorization_server: str = ""

    def __repr__(self) -> str:
        return "Keys(…)"
