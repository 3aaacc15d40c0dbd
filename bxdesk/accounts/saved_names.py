"""What the saved connections are called, for a shell that completes a name: the list is read and not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

CONNECTIONS_FILE = "connections.json"
"""What the list of connections is called in the folder of settings."""


class SavedNames(NamedTuple):
    """The names by which commands know the connections, oldest first, and those of their groups."""

    portals: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


def read_saved_names(path: Path) -> SavedNames:
    """The names in a list of connections; none where it cannot be read."""
    import json
    from dataclasses import fields

    from bxdesk.storage.files import read_file

    try:
        entries: list[dict[str, Any]] = json.loads(read_file(path))["connections"]
        groups = tuple(sorted({str(entry["group"]) for entry in entries if entry.get("group")}))
        hosts = tuple(entry["portal"].partition("//")[2] for entry in entries)
        if len({host.lower() for host in hosts}) == len(hosts):
            return SavedNames(hosts, groups)  # as names_apart would say, and without what it is made of
        from bxdesk.accounts.connection import Connection, names_apart

        known = {field.name for field in fields(Connection)}
        connections = [Connection(**{name: entry[name] for name in known & entry.keys()}) for entry in entries]
        return SavedNames(tuple(names_apart(connections).values()), groups)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return SavedNames()
