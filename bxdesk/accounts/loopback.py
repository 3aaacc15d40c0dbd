"""The port of this computer that the browser's answer to a sign-in comes to."""

from __future__ import annotations

import errno

import anyio.abc
from anyio.streams.stapled import MultiListener

from bxdesk.accounts.redirect import LoopbackAddress
from bxdesk.errors import BxdeskError, Problem, RemedyKind, remedy
from bxdesk.loopback import listen
from bxdesk.messages import message


async def open_listener(address: LoopbackAddress) -> MultiListener[anyio.abc.SocketStream]:
    """Binds the port. Raises BxdeskError when it is taken or may not be used."""
    try:
        return await listen(address.host, address.port)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        raise BxdeskError(
            Problem(
                "port_taken" if taken else "port_refused",
                message("Port {port} of this computer cannot be used.", port=address.port),
                message("Another program, or another sign-in, uses it already.")
                if taken
                else message("The system says: {reason}.", reason=error.strerror or error.errno),
                remedy(RemedyKind.CHOOSE_PORT),
            )
        ) from None
