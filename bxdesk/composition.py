"""The composition root: builds the core from its parts and hands it over.

Nothing heavy is imported before somebody asks for a desk: the window paints its first frame without it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bxdesk.accounts.saved_names import CONNECTIONS_FILE
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message
from bxdesk.storage.files import private_folder
from bxdesk.storage.folders import Folders, find_folders, under
from bxdesk.storage.settings import SettingsFile, apart

if TYPE_CHECKING:
    import ssl

    from bxdesk.accounts.connections import ConnectionFile
    from bxdesk.accounts.secret_store import SecretStore
    from bxdesk.demo import DemoPortal, DemoSettings
    from bxdesk.desk import Desk
    from bxdesk.storage.window_state import WindowStateFile


@dataclass(frozen=True, slots=True)
class VaultChoice:
    """The vault that a person named, with its key (empty without one)."""

    path: Path
    key: str = field(repr=False)


def chosen_vault(path: str, key: str) -> VaultChoice:
    """The vault at a path as a person writes it."""
    return VaultChoice(Path(os.path.abspath(os.path.expanduser(path))), key)  # noqa: PTH100, PTH111 - neither raises


OpenDesk = Callable[[], "Desk"]
"""Builds the core. Slow (imports, certificates): never called on the GUI thread. May be called on any other."""


@contextmanager
def usual_desk(folders: Folders | None = None, vault: VaultChoice | None = None) -> Iterator[OpenDesk]:
    """The desk of this computer's user: saved connections, the system's keyring (or a vault for both), the log."""
    places = folders or find_folders()
    started: list[Folders] = []

    def open_desk() -> Desk:
        from bxdesk.support.log import start_log
        from bxdesk.support.process import forbid_core_dumps

        forbid_core_dumps()  # before the first secret is read
        if not started:  # a window may ask again after a failure
            started.append(places)
            with suppress(OSError):  # no reason to stop, and then nothing is logged
                private_folder(places.log)
            start_log(places.log)
        kept, settings = _kept_in(places, vault), settings_file(places)
        try:
            proxy = settings.read().proxy
        except BxdeskError as error:
            kept = replace(kept, notices=(*kept.notices, _passed_over(error.problem)))
            return _build(places, kept)
        return _build(places, kept, _without_login(proxy, settings, kept.secrets))

    yield open_desk


@contextmanager
def demo_desk(settings: DemoSettings | None = None) -> Iterator[OpenDesk]:
    """A desk that is signed in to a fresh embedded portal; nothing of it stays when the block is left."""
    with ExitStack() as ends:

        def open_desk() -> Desk:
            import tempfile

            from bxdesk.accounts.secret_store import MemorySecrets
            from bxdesk.demo import DemoPortal, DemoSettings
            from bxdesk.support.log import start_no_log

            start_no_log()
            base = ends.enter_context(tempfile.TemporaryDirectory(prefix="bxdesk-demo-"))
            portal = DemoPortal(settings or DemoSettings())
            portal.start()
            ends.callback(portal.stop)
            places, kept = under(Path(base)), _kept_in_folders(under(Path(base)), MemorySecrets())
            _sign_in_to(portal, places, kept)
            return _build(places, kept, "none")

        yield open_desk


def settings_file(folders: Folders) -> SettingsFile:
    """Where the person's choices about bxdesk itself are kept."""
    return SettingsFile(folders.config / "settings.json")


def window_state_file(folders: Folders) -> WindowStateFile:
    """Where it is kept how the window was left."""
    from bxdesk.storage.window_state import WindowStateFile  # which a command does without

    return WindowStateFile(folders.config / "window.json")


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where connections and secrets are, with the locks of both, and what is to be told about it.

    ``looks`` is a file for these connections alone: in one that others share, each list would forget the other's.
    """

    connections: ConnectionFile
    secrets: SecretStore
    locks: Path
    looks: Path
    notices: tuple[Problem, ...] = ()


def _kept_in(folders: Folders, vault: VaultChoice | None) -> _Kept:
    """In the vault that was chosen, or else in the system's keyring. Raises VaultError where it cannot be opened."""
    if vault is None:
        from bxdesk.accounts.secret_store import KeyringSecrets

        return _kept_in_folders(folders, KeyringSecrets())
    from hashlib import sha256

    from bxdesk.accounts.vault import Vault, VaultConnections, VaultSecrets

    file = Vault(vault.path, vault.key)
    connections = VaultConnections(file)
    connections.read()  # a wrong key is told before anything else
    notices = () if file.exists() else (_new_vault(vault.path),)
    looks = folders.state / f"portals-{sha256(os.fsencode(vault.path)).hexdigest()[:16]}.json"
    return _Kept(connections, VaultSecrets(file), file.locks, looks, notices)


def _kept_in_folders(folders: Folders, secrets: SecretStore) -> _Kept:
    from bxdesk.accounts.connections import ConnectionFile

    connections = ConnectionFile(folders.config / CONNECTIONS_FILE)
    return _Kept(connections, secrets, folders.state / "locks", folders.state / "portals.json")


def _build(folders: Folders, kept: _Kept, proxy: str = "system") -> Desk:
    from bxdesk.desk import Desk

    return Desk(
        kept.connections,
        kept.secrets,
        _system_trust,
        locks=kept.locks,
        journal=folders.state / "journal",
        drafts=folders.config / "drafts",
        proxy=proxy,
        notices=kept.notices,
        looks=kept.looks,
    )


def _system_trust() -> ssl.SSLContext:
    from bxdesk.portal.http import system_trust

    return system_trust()


def _new_vault(path: Path) -> Problem:
    return Problem(
        "vault_new",
        message("There is no vault at {path} yet.", path=path),
        message("It is made when a connection is saved in it."),
    )


def _passed_over(problem: Problem) -> Problem:
    return replace(
        problem, explanation=message("{reason}. Nothing chosen there holds now.", reason=problem.explanation)
    )


def _sign_in_to(portal: DemoPortal, folders: Folders, kept: _Kept) -> None:
    """Signs in the way a person does who pastes the code, on an event loop that lives for this alone."""
    from bxdesk.accounts.request import SignInRequest

    request = SignInRequest(
        portal=portal.address,
        client_id=portal.client_id,
        client_secret=portal.client_secret,
        redirect_url="",
        authorization_server=portal.authorization_server,
    )

    async def paste() -> str:
        return portal.issue_code()

    async def work() -> None:
        desk = _build(folders, kept, "none")
        connection = await desk.accounts.sign_in(request, announce=lambda _: None, pasted=paste)
        await desk.accounts.rename(connection, "Demo portal")
        await desk.aclose()

    _in_a_loop_of_its_own(work)


def _without_login(proxy: str, file: SettingsFile, secrets: SecretStore) -> str:
    """How portals are reached. A proxy's password that an earlier bxdesk left in the settings goes to the keyring.

    One that cannot be moved is returned with the address, for this session; the next start tries again.
    """
    if not apart(proxy)[1]:
        return proxy

    from bxdesk.accounts.proxy_login import ProxyLogin

    async def move() -> None:
        file.change(proxy=await ProxyLogin(secrets).keep(proxy))

    try:
        _in_a_loop_of_its_own(move)
    except BxdeskError:
        return proxy
    return apart(proxy)[0]


def _in_a_loop_of_its_own(work: Callable[[], Awaitable[None]]) -> None:
    """Does the work before going on. The caller may be inside an event loop, where another cannot be run."""
    import anyio

    failure: list[BaseException] = []

    def in_thread() -> None:
        try:
            anyio.run(work)
        except BaseException as error:  # noqa: BLE001 - raised again in the caller's thread
            failure.append(error)

    thread = threading.Thread(target=in_thread, name="bxdesk-opening")
    thread.start()
    thread.join()
    if failure:
        raise failure[0]
