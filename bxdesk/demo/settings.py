"""How a demo portal is set up; most of it can be changed while it runs (`DemoPortal.change`)."""

from __future__ import annotations

# Not for type checkers alone: what comes in over HTTP is checked against these types.
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSettings:
    """Everything about a demo portal that can be chosen. What is fixed once it runs comes first."""

    portal_port: int = 0
    """0: any free port."""
    authorization_port: int = 0
    portal_name: str = "127.0.0.1"
    """The host name written in addresses; the servers themselves listen on 127.0.0.1 alone."""
    authorization_name: str = "127.0.0.1"
    hide_ports: bool = False
    """Addresses are written without ports, as though 443 (or 80) were listened on: for tests that lead names there."""
    certificate: tuple[Path, Path] | None = None
    """(certificate chain, private key): both servers then speak https."""
    types: int = 0
    """This many generated custom types, besides the few that are always there."""
    client_id: str = ""
    """Of the app's card; "" makes one up."""
    client_secret: str = ""
    member_id: str = ""

    handler_path: str = "http://127.0.0.1:8917/callback"
    """*Your handler path* on the card. "": a card from before it was required; the code is shown on the page."""
    missing_scopes: frozenset[str] = frozenset()
    """Permissions that are not ticked on the card."""
    install_path: str = ""
    """*Initial installation path* on the card."""
    menu_text: str = ""
    """*Menu item text* on the card; filled in, it gives the app an interface."""
    completes_itself: bool = False
    """*Application completes the installation itself* on the card; on the one before, *Script only* is unticked."""
    installed: bool | None = None
    """Whether the app is installed; None: as was decided when its card was created."""

    older_card: bool = False
    """The form of the card before today's."""
    may_create_apps: bool = True
    """The person may create applications (Settings > Security > Bitrix24 integrations)."""
    admin: bool = True
    latency: float = 0.0
    """Seconds that every request takes."""
    latencies: Mapping[str, float] = field(default_factory=dict)
    """Seconds on top of that by method, a batch taking the sum of its commands."""
    limits: bool = False
    """The leaky bucket and the operating limits."""
    bucket: tuple[float, float] = (50.0, 2.0)
    """What the leaky bucket holds, and what it loses in a second."""
    operating_limit: float = 480.0
    """Seconds of work that one method may use within ten minutes."""
    operating_costs: Mapping[str, float] = field(default_factory=dict)
    """Seconds of work that one call of a method is said to use."""

    strip_authorization_header: bool = False
    """Behaves like a box whose proxy drops the `Authorization` header."""
    always_200: bool = False
    """Sends errors with status 200, as some servers do."""
    object_errors: bool = False
    """Sends errors as `{"error": {"code", "message"}}`, as newer endpoints do."""
    old_server: bool = False
    """Rows of `placement.get` without `id`, numbers as strings."""
    missing_methods: frozenset[str] = frozenset()
    """Methods that this portal does not know, as an old box would not."""
    max_counts: Mapping[str, int] = field(default_factory=dict)
    """How many widgets an app may have at a place, besides the limits that every portal has: `{"LEFT_MENU": 8}`."""
    one_tile_per_app: bool = False
    """A server that keys the tiles of the Contact Center by the app: of several, the last one is seen."""
    own_host_only: str = ""
    """An old box that wants every handler on this host."""
    expires_in_as_text: bool = False
    omit_expires: bool = False
    domain_is_portal: bool = False
    """`domain` in the token reply is the portal, not the authorization server."""
    client_endpoint: str = ""
    """How the portal names its REST endpoint where it is wrong about itself, as behind a proxy that ends TLS."""
    payment_expired: bool = False
    """The paid period of the app has ended."""
    without_rest: bool = False
    """The portal's plan has no REST: every call is refused, with a code that has another meaning as a rule."""
    dismissed: bool = False
    """Whoever is signed in works there no longer: nothing is told of them, and they administer nothing."""
    closed_to_user: bool = False
    """The app is closed to the person who is signed in."""
    permissions_arrive: Literal["refresh", "sign_in", "reinstall"] = "refresh"
    """What brings a permission that was ticked later into tokens: already a refresh, only signing in again, or only
    Reinstall on the card (and tokens fetched after it)."""
    reinstall_ends_tokens: bool = False
    """Reinstall makes the tokens useless that were there before it."""
    not_installed_is_refused: bool = False
    """The authorization server answers `invalid_client` for an app that is not installed."""
    stores: Literal["", "short characters", "until a long character", "entities", "capitals", "titles"] = ""
    """What becomes of texts when they are stored; "titles": nothing else is kept; "": they stay as they are."""


CARD = frozenset({"handler_path", "install_path", "menu_text", "completes_itself"})
"""What stands on the card of the app that is there from the start, besides its permissions."""

FIXED = frozenset(
    {
        "portal_port",
        "authorization_port",
        "portal_name",
        "authorization_name",
        "hide_ports",
        "certificate",
        "types",
        "client_id",
        "client_secret",
        "member_id",
    }
)
"""What cannot be changed while the portal runs."""
