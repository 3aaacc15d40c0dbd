"""A vault: one encrypted file in place of the keyring and the list of connections, where a person names it.

It is for computers without a keyring, as those that pipelines run on. Beside it lies a folder with its locks: whoever
uses the vault, with whatever settings, waits for the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import anyio.to_thread

from bxdesk.accounts.connections import ConnectionFile
from bxdesk.accounts.saved_names import CONNECTIONS
from bxdesk.accounts.sealing import Seal
from bxdesk.accounts.secret_store import SecretStore
from bxdesk.errors import BxdeskError, SecretStoreError
from bxdesk.messages import message
from bxdesk.storage.data_file import DataFile
from bxdesk.storage.files import MAX_BYTES, private_folder

_LOCK_SECONDS = 60.0
"""How long others may take to change the vault, each a few milliseconds, before one of them is taken for stuck."""

T = TypeVar("T")


class Vault:
    """Texts by name in one file. Each call reads it anew: another bxdesk may have written it. All methods block.

    Raises VaultError without a key.
    """

    def __init__(self, path: Path, key: str) -> None:
        self.path = path
        self.locks = path.with_name(f"{path.name}.locks")
        self._seal = Seal(key, path)
        self._file = DataFile(path, "vault", message("The vault"), MAX_BYTES, in_own_folder=False)
        self._opened: tuple[str | None, dict[str, str]] = (None, {})
        """The file's text, and what is in it: opening it takes longer than reading it."""

    def exists(self) -> bool:
        """Whether there is one; the first text that is kept makes it."""
        return self.path.exists()

    def names(self) -> set[str]:
        """Under what something is kept. Raises BxdeskError."""
        return set(self._texts())

    def read(self, name: str) -> str | None:
        """The text kept under a name, None without one. Raises BxdeskError."""
        return self._texts().get(name)

    def write(self, name: str, text: str) -> None:
        """Keeps a text under a name. Raises BxdeskError; the vault is as it was then."""
        with self._locked():
            self._write(self._texts() | {name: text})

    def remove(self, name: str) -> None:
        """Removes what is kept under a name, if anything is. Raises BxdeskError."""
        with self._locked():
            texts = self._texts()
            if name in texts:
                self._write({kept: text for kept, text in texts.items() if kept != name})

    def rewrite(self) -> None:
        """Raises BxdeskError where nothing could be kept: writes what is there."""
        with self._locked():
            self._write(self._texts())

    def _texts(self) -> dict[str, str]:
        sealed, opened = self._file.read(), self._opened
        if sealed != opened[0]:
            opened = self._opened = sealed, {} if sealed is None else self._seal.unseal(sealed)
        return opened[1]

    def _write(self, texts: dict[str, str]) -> None:
        sealed = self._seal.seal(texts)
        self._file.write(sealed)
        self._opened = sealed, texts

    @contextmanager
    def _locked(self) -> Iterator[None]:
        import filelock  # which reading does without

        try:
            private_folder(self.locks)
            with filelock.FileLock(self.locks / "vault.lock", _LOCK_SECONDS, mode=0o600, thread_local=False):
                yield
        except filelock.Timeout:
            raise self._file.unwritable(TimeoutError("another bxdesk has been writing it for a minute")) from None
        except OSError as error:
            raise self._file.unwritable(error) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class _VaultText(DataFile):
    """A text in a vault, used as if it were a file of its own."""

    vault: Vault

    def read(self) -> str | None:
        return self.vault.read(self.code)

    def write(self, text: str) -> None:
        self.vault.write(self.code, text)


class VaultConnections(ConnectionFile):
    """The list of connections in a vault."""

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault.path)
        self._file = _VaultText(path=vault.path, code=CONNECTIONS, name=self._file.name, vault=vault)


@dataclass(slots=True)
class VaultSecrets(SecretStore):
    """Secrets in a vault."""

    vault: Vault
    _is_writable: bool = field(default=False, init=False)

    async def describe(self) -> str:
        """Says which file it is, by its path."""
        return f"vault {self.vault.path}"

    async def check(self, probe: str) -> None:
        """Writes the vault as it is: whatever keeps it from being written is known then."""
        del probe
        await _in_thread(self.vault.rewrite)

    async def expect_change(self) -> None:
        """The same, once: a vault that is handed to a pipeline may be read-only there."""
        if not self._is_writable:
            await self.check("")
            self._is_writable = True

    async def load_text(self, name: str) -> str | None:
        """The text kept under a name."""
        return await _in_thread(partial(self.vault.read, name))

    async def save_text(self, name: str, text: str) -> None:
        """Writes the whole vault anew, with this text in it."""
        await _in_thread(partial(self.vault.write, name, text))

    async def forget(self, name: str) -> None:
        """Removes the text, if there is one."""
        await _in_thread(partial(self.vault.remove, name))


async def _in_thread(work: Callable[[], T]) -> T:
    try:
        return await anyio.to_thread.run_sync(work)
    except SecretStoreError:
        raise
    except BxdeskError as error:  # the file's own
        raise SecretStoreError(error.problem) from None
