"""A program that changes connections and keys in processes of their own, and kills them (SIGKILL) where it is told to.

A line of JSON on standard input is a list of jobs to be done at once; a line on standard output says how each ended.
Imports are paid once: each job is a fork. A point is just before, in the middle of and just after each write of the
list, and just before and just after each change of the keyring.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import tempfile
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import anyio
import anyio.to_thread

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionFile
from bxdesk.accounts.saved_connections import SavedConnections
from bxdesk.accounts.saved_names import CONNECTIONS
from bxdesk.accounts.sealing import new_key
from bxdesk.accounts.secret_store import KeyringSecrets
from bxdesk.accounts.vault import Vault, VaultConnections, VaultSecrets
from bxdesk.storage import data_file
from bxdesk.storage.files import write_atomically


class FileKeyring:
    """A keyring that several processes share: a file for each item."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002 - a keyring's way
        path = self._path(username)
        return path.read_text(encoding="utf-8") if path.exists() else None

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002 - a keyring's way
        beside = self.folder / f".{os.getpid()}"
        beside.write_text(password, encoding="utf-8")
        beside.replace(self._path(username))

    def delete_password(self, service: str, username: str) -> None:  # noqa: ARG002 - a keyring's way
        self._path(username).unlink()

    def names(self) -> set[str]:
        """Under what it holds something."""
        return {bytes.fromhex(path.name).decode() for path in self.folder.iterdir() if not path.name.startswith(".")}

    def _path(self, username: str) -> Path:
        return self.folder / username.encode().hex()


def connection(number: int) -> Connection:
    """One of many."""
    portal = f"https://portal-{number}.bitrix24.com"
    return Connection(
        f"{number:032x}", portal, f"{portal}/rest/", "local.1", "https://oauth.bitrix.info", 1, "Helen Marsh"
    )


def use_vault(folder: Path) -> None:
    """From now on the computer whose files are here keeps connections and keys in a vault."""
    (folder / "vault.key").write_text(new_key(), encoding="utf-8")


def vault_in(folder: Path) -> Vault | None:
    """That vault, None where there is a keyring."""
    key = folder / "vault.key"
    return Vault(folder / "a.vault", key.read_text(encoding="utf-8")) if key.exists() else None


def names_in(folder: Path) -> set[str]:
    """Under what something secret is kept here."""
    vault = vault_in(folder)
    return FileKeyring(folder / "keyring").names() if vault is None else vault.names() - {CONNECTIONS}


def saved_in(folder: Path, keyring: FileKeyring | None = None) -> SavedConnections:
    """The connections of the computer whose files are here."""
    vault = vault_in(folder)
    if vault is not None:
        return SavedConnections(VaultConnections(vault), VaultSecrets(vault), vault.locks)
    backend = keyring or FileKeyring(folder / "keyring")
    file = ConnectionFile(folder / "connections.json")
    return SavedConnections(file, KeyringSecrets(lambda: backend), folder / "locks")


class Points:
    """Kills the process at the chosen point."""

    def __init__(self, kill_at: int | None) -> None:
        self._left = kill_at

    def passed(self) -> bool:
        """Whether this is the chosen point."""
        if self._left is None:
            return False
        self._left -= 1
        return self._left < 0

    def stop_here(self) -> None:
        """The end, if this is the chosen point."""
        if self.passed():
            os.kill(os.getpid(), signal.SIGKILL)


class KeyringWithPoints(FileKeyring):
    """Ends the process around its changes."""

    def __init__(self, folder: Path, points: Points) -> None:
        super().__init__(folder)
        self._points = points

    def set_password(self, service: str, username: str, password: str) -> None:
        self._points.stop_here()
        super().set_password(service, username, password)
        self._points.stop_here()

    def delete_password(self, service: str, username: str) -> None:
        self._points.stop_here()
        super().delete_password(service, username)
        self._points.stop_here()


def plant(points: Points) -> None:
    """Puts points around the writes of the list."""

    def write_with_points(path: Path, text: str, **how: bool) -> None:
        points.stop_here()
        if points.passed():
            path.with_name(f".{path.name}.half").write_text(text[: len(text) // 2], encoding="utf-8")
            os.kill(os.getpid(), signal.SIGKILL)
        write_atomically(path, text, **how)
        points.stop_here()

    patch.object(data_file, "write_atomically", write_with_points).start()


async def work(job: dict[str, Any]) -> None:
    """Does one thing with one connection."""
    points = Points(job.get("kill_at"))
    plant(points)
    folder = Path(job["folder"])
    saved = saved_in(folder, KeyringWithPoints(folder / "keyring", points))
    one = connection(job["number"])
    match job["do"]:
        case "connect":
            await saved.check()
            await saved.add(one, Keys("secret", f"access-{os.getpid()}", "refresh"))
        case "disconnect":
            await saved.remove(one)
        case "refresh":
            keys = await saved.keys(one)
            if keys is not None:
                await anyio.sleep(0.02)  # the network
                await saved.replace_keys(one, keys, replace(keys, access_token=f"refreshed-{os.getpid()}"))


def begin(job: dict[str, Any]) -> int:
    """The number of a process that does the job."""
    process = os.fork()
    if process:
        return process
    try:
        anyio.run(work, job)
    except BaseException:  # noqa: BLE001 - whatever it is, a fork must not go on as the program
        traceback.print_exc()
        os._exit(3)
    os._exit(0)


def end_of(process: int) -> str:
    """How it ended: "killed", "done" or "failed"."""
    status = os.waitpid(process, 0)[1]
    if os.WIFSIGNALED(status):
        return "killed"
    return "done" if status == 0 else "failed"


def warm_up() -> None:
    """Does each job once, so that all is imported that is only imported at its first use: forks are to be quick."""
    for use in (lambda _: None, use_vault):
        with tempfile.TemporaryDirectory() as folder:
            use(Path(folder))
            for do in ("connect", "refresh", "disconnect"):
                anyio.run(work, {"do": do, "folder": folder, "number": 1})


def main() -> None:
    """Reads lists of jobs until there are no more."""
    warm_up()
    gc.freeze()
    for line in sys.stdin:
        processes = [begin(job) for job in json.loads(line)]
        sys.stdout.write(json.dumps([end_of(process) for process in processes]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
