"""The list of saved connections: one file, without anything secret."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

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
    connections: tuple[Connection, ...] = ()
    leftovers: tuple[str, ...] = ()

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
    return json.dumps(asdict(known), indent=2, ensure_ascii=False) + "\n"


def read_list(text: str) -> ConnectionList:
    """The list in such a text. Raises ValueError with what is wrong, and where."""
    found = read_json(text)
    if not isinstance(found, dict):
        raise ValueError("it is not a map")  # noqa: TRY004 - as everything else that is wrong with a text
    version, leftovers = found.get("version", 1), _list_in(found, "leftovers")
    if type(version) is not int:
        raise ValueError("version: not a whole number")
    identities = tuple(identity for identity in leftovers if isinstance(identity, str))
    if len(identities) < len(leftovers):
        raise ValueError("leftovers: not all of them are texts")
    entries = enumerate(_list_in(found, "connections"))
    connections = tuple(_connection_in(entry, f"connections.{index}") for index, entry in entries)
    for connection in connections:
        _judge(connection)
    return ConnectionList(version, connections, identities)


def _list_in(found: Mapping[str, object], name: str) -> list[object]:
    value = found.get(name, [])
    if not isinstance(value, list):
        raise ValueError(f"{name}: not a list")  # noqa: TRY004
    return value


def _connection_in(entry: object, place: str) -> Connection:
    """What an earlier bxdesk did not write has its usual value; what a later one writes besides is passed over."""
    if not isinstance(entry, dict):
        raise ValueError(f"{place}: not a map")  # noqa: TRY004
    known: dict[str, Any] = {}
    for field in fields(Connection):
        if field.name in entry:
            known[field.name] = entry[field.name]
        elif field.default is MISSING:
            raise ValueError(f"{place}.{field.name}: missing")
    for name, value in known.items():
        wanted = int if name == "user_id" else str
        if type(value) is not wanted:
            raise ValueError(f"{place}.{name}: not {'a whole number' if wanted is int else 'a text'}")
    return Connection(**known)


def _judge(connection: Connection) -> None:
    """A token goes to the portal's own host, a client secret to a server, over https (or on this computer) alone."""
    addresses = (connection.portal, connection.endpoint, connection.authorization_server)
    try:
        portal, endpoint, _ = map(typed_address, addresses)
    except BxdeskError as error:
        raise ValueError(f"{connection.identity}: {error.problem.title}") from None
    if portal.host != endpoint.host:
        raise ValueError(f"{connection.identity}: {connection.endpoint} is not at {connection.portal}")
