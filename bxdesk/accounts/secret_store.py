"""Where secrets are kept, and the one owner of the keyring: no other module imports ``keyring``.

Secrets go to the operating system's keyring, or to the vault that a person named. A backend that is absent, fails or
stores in plain text is refused; the person is told, and may go on for this session alone, in memory.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from dataclasses import astuple
from importlib import import_module
from typing import Protocol, TypeVar

import anyio

from bxdesk.accounts.connection import Keys
from bxdesk.errors import Problem, RemedyKind, SecretStoreError, remedy
from bxdesk.listener import SILENT, Listener
from bxdesk.messages import Message, message, verbatim
from bxdesk.support.daemon import run_in_daemon_thread
from bxdesk.support.json_reading import JsonError, read_json

SERVICE = "bxdesk"
MAX_UNITS = 1200
"""UTF-16 units of one item: the Windows credential store holds 1,280."""
_OWN = {"darwin": ("macOS",), "win32": ("Windows",)}.get(sys.platform, ("SecretService", "libsecret", "kwallet"))
SYSTEM_KEYRINGS = frozenset(f"keyring.backends.{name}" for name in _OWN)
"""The modules of the backends that are this system's own."""
_DEADLINE = 60.0
"""Seconds. A locked keyring asks the person for its password and does not return before."""

_NOTICEABLE = 0.7
"""Seconds after which a person is told what is waited for."""

_PARTS, _NEEDED = 5, 3
"""An item holds the fields of Keys, in their order; an earlier bxdesk kept the first three."""

_REASONS = {
    "KeyringLocked": message("It is locked."),
    "LockedException": message("It is locked."),
    "PromptDismissedException": message("Its password was asked for and not entered."),
    "NoKeyringError": message("There is none in this session."),
    "InitError": message("It could not be opened."),
    "PasswordSetError": message("It refused to keep a key."),
    "PasswordDeleteError": message("It refused to remove a key."),
    "ImportError": message("A part of it is not installed."),
    "PermissionError": message("The system does not let bxdesk use it."),
    "ConnectionError": message("The connection to it broke off."),
    "SecretServiceNotAvailableException": message("Its service does not run."),
    "DBusErrorResponse": message("Its service reported a fault."),
    "DBusException": message("Its service reported a fault."),
}
"""Why a keyring fails, by the name of the error or of a class it belongs to: their libraries need not be there."""

T = TypeVar("T")
_log = logging.getLogger(__name__)


class KeyringError(SecretStoreError):
    """The keyring cannot be used; ``problem.code`` is ``keyring``."""

    def __init__(self, explanation: Message) -> None:
        super().__init__(
            Problem(
                "keyring",
                message("Your system's keyring cannot be used."),
                explanation,
                remedy(RemedyKind.UNLOCK_KEYRING),
            )
        )


class SecretStore(Protocol):
    """Where secrets live: those of connections (Keys), and others as texts. All methods raise SecretStoreError."""

    def with_listener(self, listener: Listener) -> SecretStore:
        """The same store, for work that ``listener`` watches."""
        del listener
        return self

    async def describe(self) -> str:
        """What it is, in a few words for people."""

    async def check(self, probe: str) -> None:
        """Raises where secrets could not be kept. ``probe`` is a name that nobody else uses meanwhile."""

    async def expect_change(self) -> None:
        """Raises where it is known beforehand that nothing could be saved, which is cheaper to ask than ``check``."""
        return None  # noqa: RET501 - what a store does that does not know it

    async def load(self, name: str) -> Keys | None:
        """The secrets kept under a name, None if there are none."""
        return parse_keys(await self.load_text(name))

    async def save(self, name: str, keys: Keys) -> None:
        """Keeps secrets under a name; they can be read back when this returns."""
        await self.save_text(name, compose_keys(keys))

    async def load_text(self, name: str) -> str | None:
        """The text kept under a name, None if there is none."""

    async def save_text(self, name: str, text: str) -> None:
        """Keeps a text under a name; it can be read back when this returns."""

    async def forget(self, name: str) -> None:
        """Removes what is kept under a name, if anything is."""


class MemorySecrets(SecretStore):
    """Secrets for this session alone."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    async def describe(self) -> str:
        """Says that they are gone when the program ends."""
        return "memory, for this session only"

    async def check(self, probe: str) -> None:
        """Memory is always there."""

    async def load_text(self, name: str) -> str | None:
        """The text kept under a name."""
        return self._kept.get(name)

    async def save_text(self, name: str, text: str) -> None:
        """Keeps a text until the program ends."""
        self._kept[name] = text

    async def forget(self, name: str) -> None:
        """Removes what is kept under a name."""
        self._kept.pop(name, None)


class Backend(Protocol):
    """The part of a keyring backend that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def system_backend() -> Backend:
    """The system's own keyring. Raises KeyringError when there is none in this session.

    What was chosen for other programs (``PYTHON_KEYRING_BACKEND``, ``keyringrc.cfg``) and what somebody added is not
    asked: it may lose secrets or write them down in plain text.
    """
    from keyring.backend import KeyringBackend

    for module in SYSTEM_KEYRINGS:  # and no other system's: macOS' own looks for its libraries with a compiler
        with suppress(ImportError):  # a part of it is not installed: another may be there
            import_module(module)
    # Which of them can be used may change, and is asked each time.
    own = [kind for kind in KeyringBackend.get_viable_backends() if kind.__module__ in SYSTEM_KEYRINGS]
    if not own:
        raise KeyringError(message("There is none in this session."))
    return own[0]() if len(own) == 1 else max(own, key=lambda kind: kind.priority)()


def installed_backends() -> list[str]:
    """The names of the backends that ``keyring`` brings along and finds, for any system.

    An executable that was built without ``keyring``'s metadata finds none.
    """
    from importlib.metadata import entry_points

    return sorted(found.name for found in entry_points(group="keyring.backends") if found.load())


class KeyringSecrets(SecretStore):
    """Secrets in the operating system's keyring, one short item per connection or other secret.

    ``find_backend`` is asked each time: a keyring that was missing may be there the next moment.
    """

    def __init__(self, find_backend: Callable[[], Backend] = system_backend, deadline: float = _DEADLINE) -> None:
        self._find_backend = find_backend
        self._deadline = deadline
        self._listener = SILENT

    def with_listener(self, listener: Listener) -> SecretStore:
        """The same keyring; ``listener`` hears when it takes its time."""
        store = copy(self)
        store._listener = listener  # noqa: SLF001 - a copy of its own
        return store

    async def describe(self) -> str:
        """The backend's own name for itself, as in *SecretService Keyring*."""
        return await self._in_thread(lambda backend: str(getattr(backend, "name", type(backend).__name__)))

    async def check(self, probe: str) -> None:
        """Writes, reads and removes a probe: some backends take secrets and lose them."""

        def is_kept(backend: Backend) -> bool:
            backend.set_password(SERVICE, probe, probe)
            kept = backend.get_password(SERVICE, probe) == probe
            backend.delete_password(SERVICE, probe)
            return kept

        if not await self._in_thread(is_kept):
            raise KeyringError(message("It does not keep what is stored in it."))

    async def load_text(self, name: str) -> str | None:
        """The text kept under a name."""
        text = await self._in_thread(lambda backend: backend.get_password(SERVICE, name))
        if text is None or len(text) <= MAX_UNITS:
            return text
        _log.info("keyring: an item is longer than bxdesk writes one")
        return None

    async def save_text(self, name: str, text: str) -> None:
        """Writes the text and reads it back."""
        if len(text.encode("utf-16-le")) // 2 > MAX_UNITS:
            raise KeyringError(message("What is to be kept is too long for it."))

        def write(backend: Backend) -> bool:
            backend.set_password(SERVICE, name, text)
            return backend.get_password(SERVICE, name) == text

        if not await self._in_thread(write):
            raise KeyringError(message("It does not keep what is stored in it."))

    async def forget(self, name: str) -> None:
        """Removes the item, if there is one."""

        def remove(backend: Backend) -> None:
            if backend.get_password(SERVICE, name) is not None:
                backend.delete_password(SERVICE, name)

        await self._in_thread(remove)

    async def _in_thread(self, work: Callable[[Backend], T]) -> T:
        """Calls the keyring in a thread of its own, with a deadline: a locked store may never return."""
        try:
            waiting = message("Waiting for your system's keyring. It may ask for a password…")
            with anyio.fail_after(self._deadline), self._listener.say_after(_NOTICEABLE, waiting):
                return await run_in_daemon_thread(lambda: work(self._find_backend()))
        except KeyringError:
            raise
        except TimeoutError:
            raise KeyringError(message("It does not answer.")) from None
        except Exception as error:  # noqa: BLE001 - backends raise whatever their system raises
            # The text of such an error is the backend's own; it never holds the secret, but it is not logged either.
            _log.info("keyring: %s", type(error).__name__)
            raise KeyringError(_explain(error)) from None


def _explain(error: Exception) -> Message:
    for kind in type(error).__mro__:
        if kind.__name__ in _REASONS:
            return _REASONS[kind.__name__]
    said = getattr(error, "strerror", None)  # of an OSError, and of pywin32's errors
    return verbatim(f"{said.rstrip('.')}.") if isinstance(said, str) and said else message("It gave no reason.")


def compose_keys(keys: Keys) -> str:
    """The text that keys are kept as."""
    return json.dumps(astuple(keys), separators=(",", ":"))


def parse_keys(text: str | None) -> Keys | None:
    """The keys in an item, None when it is not as bxdesk writes it."""
    if text is None:
        return None
    try:
        parts = read_json(text)
    except JsonError:
        parts = None
    if (
        isinstance(parts, list)
        and len(parts) in (_NEEDED, _PARTS)
        and all(isinstance(part, str) for part in parts)
        and all(parts[:_NEEDED])
    ):
        return Keys(*parts)
    _log.info("an item is not as bxdesk writes it")
    return None
