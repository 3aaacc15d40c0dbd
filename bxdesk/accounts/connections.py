"""The list of saved connections: one file, without anything secret."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import FailFast, TypeAdapter, ValidationError

from bxdesk.accounts.connection import Connection
from bxdesk.errors import BxdeskError
from bxdesk.messages import message
from bxdesk.portal.address import typed_address
from bxdesk.storage.data_file import DataFile
from bxdesk.support.json_reading import read_json


@dataclass(frozen=True, slots=True)
class ConnectionList:
    """What stands in the file.

    ``leftovers`` are identities under which the keyring may hold keys that belong to no connection: of one that was
    being added or removed when bxdesk was ended, or whose keys the keyring did not give up.
    """

    version: int = 1
    connections: Annotated[tuple[Connection, ...], FailFast()] = ()
    leftovers: Annotated[tuple[str, ...], FailFast()] = ()

    def find(self, identity: str) -> Connection | None:
        """The connection with this identity, None without one."""
        return next((known for known in self.connections if known.identity == identity), None)

    def with_connection(self, connection: Connection) -> ConnectionList:
        """The list with this connection, in the place of the one with the same identity if there is one."""
        if self.find(connection.identity) is None:
            connections = (*self.connections, connection)
        else:
            same = connection.identity
            connections = tuple(connection if known.identity == same else known for known in self.connections)
        return replace(self.without_leftover(connection.identity), connections=connections)

    def without(self, identity: str) -> ConnectionList:
        """The list without this connection, whose keys are a leftover from then on."""
        connections = tuple(known for known in self.connections if known.identity != identity)
        return replace(self.with_leftover(identity), connections=connections)

    def with_leftover(self, identity: str) -> ConnectionList:
        """The list that says that the keyring may hold keys under this identity."""
        return replace(self, leftovers=tuple(dict.fromkeys((*self.leftovers, identity))))

    def without_leftover(self, identity: str) -> ConnectionList:
        """The list that says so no longer."""
        return replace(self, leftovers=tuple(known for known in self.leftovers if known != identity))


_LIST = TypeAdapter(ConnectionList)


class ConnectionFile:
    """The list on the disk. Every call reads the file anew: another bxdesk may have written it.

    Whoever reads and then writes holds the lock: see :class:`bxdesk.accounts.saved_connections.SavedConnections`.
    """

    def __init__(self, path: Path) -> None:
        self._file = DataFile(path, "connections", message("The list of connections"))

    def read(self) -> ConnectionList:
        """The list as it stands. Raises BxdeskError when the file is not what bxdesk writes."""
        return self._file.load(read_list) or ConnectionList()

    def write(self, known: ConnectionList) -> None:
        """Replaces the list. Raises BxdeskError; then the old one stands."""
        self._file.write(list_text(known))

    def unlockable(self, error: OSError) -> BxdeskError:
        """The error that the list could not be locked, and was not changed."""
        return self._file.unwritable(error)


def list_text(known: ConnectionList) -> str:
    """The text that a list is kept as."""
    return _LIST.dump_json(known, indent=2).decode() + "\n"


def read_list(text: str) -> ConnectionList:
    """The list in such a text. Raises ValueError with what is wrong, and where."""
    try:
        found = _LIST.validate_python(read_json(text))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}".removeprefix(": ")) from None
    for connection in found.connections:
        _judge(connection)
    return found


def _judge(connection: Connection) -> None:
    """A token goes to the portal's own host, a client secret to a server, over https (or on this computer) alone."""
    addresses = (connection.portal, connection.endpoint, connection.authorization_server)
    try:
        portal, endpoint, _ = map(typed_address, addresses)
    except BxdeskError as error:
        raise ValueError(f"{connection.identity}: {error.problem.title}") from None
    if portal.host != endpoint.host:
        raise ValueError(f"{connection.identity}: {connection.endpoint} is not at {connection.portal}")
