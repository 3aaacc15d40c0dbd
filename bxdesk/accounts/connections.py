"""The saved connections: one file, without anything secret."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bxdesk.accounts.connection import DEFAULT_REDIRECT, Connection
from bxdesk.messages import message
from bxdesk.storage.data_file import DataFile


class _Entry(BaseModel):
    model_config = ConfigDict(extra="ignore")

    member_id: str
    portal: str
    endpoint: str
    client_id: str
    authorization_server: str
    user_id: int = 0
    user_name: str = ""
    redirect_url: str = DEFAULT_REDIRECT
    label: str = ""


class _Document(BaseModel):
    version: int = 1
    connections: list[_Entry] = Field(default_factory=list)


class ConnectionFile:
    """The connections on the disk. Every call reads the file anew: another bxdesk may have written it."""

    def __init__(self, path: Path) -> None:
        self._file = DataFile(path, "connections", message("The list of connections"))

    def all(self) -> tuple[Connection, ...]:
        """Every saved connection, in the order they were made. Raises BxdeskError when the file cannot be read."""
        text = self._file.read()
        if text is None:
            return ()
        try:
            document = _Document.model_validate_json(text)
        except ValidationError as error:
            raise self._file.unreadable(str(error.errors(include_url=False, include_input=False)[0]["msg"])) from None
        return tuple(Connection(**entry.model_dump()) for entry in document.connections)

    def put(self, connection: Connection) -> Connection:
        """Saves a connection; one with the same portal and app is replaced where it stands, and keeps its label."""
        return self._put(connection, keep_label=True)

    def rename(self, connection: Connection, label: str) -> Connection:
        """Gives a saved connection a label; an empty one takes it away."""
        return self._put(replace(connection, label=" ".join(label.split())), keep_label=False)

    def _put(self, connection: Connection, *, keep_label: bool) -> Connection:
        connections = list(self.all())
        for index, saved in enumerate(connections):
            if _same(saved, connection):
                if keep_label:
                    connection = replace(connection, label=saved.label)
                connections[index] = connection
                break
        else:
            connections.append(connection)
        self._write(connections)
        return connection

    def remove(self, connection: Connection) -> None:
        """Forgets a connection."""
        self._write([saved for saved in self.all() if not _same(saved, connection)])

    def _write(self, connections: list[Connection]) -> None:
        entries = [
            _Entry(**{name: getattr(connection, name) for name in _Entry.model_fields}) for connection in connections
        ]
        self._file.write(_Document(connections=entries).model_dump_json(indent=2) + "\n")


def _same(one: Connection, other: Connection) -> bool:
    return (one.member_id, one.client_id) == (other.member_id, other.client_id)
