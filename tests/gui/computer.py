"""One person's computer, signed in to a demo portal: what is kept on it outlives every window."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import anyio

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionFile, ConnectionList
from bxdesk.accounts.secret_store import MemorySecrets
from bxdesk.demo import DemoPortal
from bxdesk.desk import Desk
from bxdesk.gui.app import Program
from bxdesk.portal.http import system_trust
from tests.gui.person import Person


@dataclass
class Computer:
    """Opens windows on the same folders."""

    connection: Connection
    keys: Keys = field(repr=False)
    folder: Path
    secrets: MemorySecrets = field(default_factory=MemorySecrets)
    programs: list[Program] = field(default_factory=list)

    def __post_init__(self) -> None:
        anyio.run(self.secrets.save, self.connection.identity, self.keys)

    @classmethod
    def signed_in(cls, portal: DemoPortal, folder: Path) -> Computer:
        """A computer that has the tokens of a session already."""
        tokens = portal.issue_tokens()
        connection = Connection(
            member_id=portal.member_id,
            portal=portal.address,
            endpoint=f"{portal.address}/rest/",
            client_id=portal.client_id,
            authorization_server=portal.authorization_server,
            user_id=1,
            user_name="Helen Marsh",
        )
        ConnectionFile(folder / "connections.json").write(ConnectionList(connections=(connection,)))
        return cls(connection, Keys(portal.client_secret, tokens["access_token"], tokens["refresh_token"]), folder)

    @classmethod
    def described(cls, text: str) -> Computer:
        """The same computer for another process."""
        told = json.loads(text)
        return cls(Connection(**told["connection"]), Keys(**told["keys"]), Path(told["folder"]))

    def description(self) -> str:
        """What another process needs to know."""
        told = {"connection": asdict(self.connection), "keys": asdict(self.keys), "folder": str(self.folder)}
        return json.dumps(told)

    @property
    def drafts(self) -> list[Path]:
        """The files of drafts that are kept, but not those that are just being written."""
        return sorted((self.folder / "drafts").glob("[!.]*"))

    def open(self) -> Person:
        """Starts bxdesk."""
        program = Program(self._desk, lambda _: True)
        self.programs.append(program)
        program.start()
        person = Person(program)
        person.ready()
        return person

    def close(self) -> None:
        """Closes every window."""
        for program in self.programs:
            program.close()
            program.deleteLater()
        self.programs.clear()

    def restart(self) -> Person:
        """Closes every window and starts bxdesk again."""
        self.close()
        return self.open()

    def _desk(self) -> Desk:
        return Desk(
            ConnectionFile(self.folder / "connections.json"),
            self.secrets,
            system_trust,
            locks=self.folder / "locks",
            journal=self.folder / "journal",
            drafts=self.folder / "drafts",
        )
