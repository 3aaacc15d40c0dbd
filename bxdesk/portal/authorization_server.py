"""Which authorization server belongs to a portal. The two public ones are for the whole world between them."""

from __future__ import annotations

from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.messages import message
from bxdesk.portal.address import PortalAddress, named_address

PUBLIC_SERVERS = ("https://oauth.bitrix24.tech", "https://oauth.bitrix.info")
_FIRST_SERVER_ZONES = frozenset(("ru", "am", "az", "ge", "kz", "kg", "uz", "by"))


def trusted_server(portal: str, named: str, entered: str | None) -> str:
    """The authorization server's origin that may see the client secret.

    ``named`` is the ``server_domain`` of the callback (empty if it was not there), ``entered`` what the person gave.
    Raises BxdeskError when the portal names a server that nobody vouches for.
    """
    if entered:
        return entered
    if not named:
        zone = PortalAddress.parse(portal).host.rpartition(".")[2]
        return PUBLIC_SERVERS[0 if zone in _FIRST_SERVER_ZONES else 1]
    for server in PUBLIC_SERVERS:
        if named_address(named) == PortalAddress.parse(server):
            return server
    raise BxdeskError(
        Problem(
            "authorization_server",
            message("The portal names an authorization server that bxdesk does not know: {server}.", server=named),
            message("The client secret was not sent there."),
            remedy(RemedyKind.NAME_AUTHORIZATION_SERVER),
        )
    )


def own_server(server: str) -> str | None:
    """The server if a person has to enter it to sign in; None for the public ones, which are known."""
    return None if server in PUBLIC_SERVERS else server


def speaks_russian(portal: str, entered: str | None) -> bool:
    """Whether a portal's pages are Russian, as far as its address or the server that the person gave tells."""
    return trusted_server(portal, "", entered) == PUBLIC_SERVERS[0]
