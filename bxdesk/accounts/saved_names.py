"""What the saved connections are called, for a shell that completes a name: the list is read and not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

CONNECTIONS_FILE = "connections.json"
"""What the list of connections is called in the folder of settings."""
CONNECTIONS = "connections"
"""The name under which a vault keeps it. No connection is called so: their names have an @."""


class SavedNames(NamedTuple):
    """The names by which commands know the connections, oldest first, and those of their groups."""

    portals: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


def read_saved_names(path: Path) -> SavedNames:
    """The names in a list of connections; none where it cannot be read."""
    from bxdesk.storage.files import read_file

    try:
        return _names_in(read_file(path))
    except OSError:
        return SavedNames()


def read_names_in_vault(path: Path, key: str) -> SavedNames:
    """The names of the connections in a vault; none where there is no vault, or it has another key."""
    from bxdesk.accounts.sealing import Seal, VaultError
    from bxdesk.storage.files import read_file

    try:
        return _names_in(Seal(key, path).unseal(read_file(path).decode())[CONNECTIONS])
    except (OSError, UnicodeError, KeyError, VaultError):
        return SavedNames()


def _names_in(connections: bytes | str) -> SavedNames:
    import json

    try:
        entries: list[dict[str, Any]] = json.loads(connections)["connections"]
        groups = tuple(sorted({str(entry["group"]) for entry in entries if entry.get("group")}))
        hosts = tuple(entry["portal"].partition("//")[2] for entry in entries)
        if len({host.lower() for host in hosts}) == len(hosts):
            return SavedNames(hosts, groups)  # as names_apart would say, and without what it is made of
        from dataclasses import fields

        from bxdesk.accounts.connection import Connection, names_apart

        known = {field.name for field in fields(Connection)}
        saved = [Connection(**{name: entry[name] for name in known & entry.keys()}) for entry in entries]
        return SavedNames(tuple(names_apart(saved).values()), groups)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return SavedNames()
