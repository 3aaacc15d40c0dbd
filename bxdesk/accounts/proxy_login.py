"""The user and password of a proxy: in the keyring, apart from the proxy's address."""

from __future__ import annotations

import json
import logging
from urllib.parse import unquote

from bxdesk.accounts.secret_store import SecretStore
from bxdesk.errors import SecretStoreError
from bxdesk.listener import SILENT, Listener
from bxdesk.storage.settings import apart
from bxdesk.support.json_reading import read_json

_ITEM = "proxy"
"""The name of what is kept: the proxy's address, the user and the password."""
_log = logging.getLogger(__name__)

Login = tuple[str, str]
"""User and password."""


class ProxyLogin:
    """What one proxy asks for. It is kept together with the proxy's address, and given to no other one."""

    def __init__(self, secrets: SecretStore) -> None:
        self._secrets = secrets
        self._known: tuple[str, Login | None] | None = None

    def keep_in(self, secrets: SecretStore) -> None:
        """Looks logins up, and keeps them, here from now on; the one that is known stays known."""
        self._secrets = secrets

    def hold(self, proxy: str) -> str:
        """Takes the login out of an address for this session alone, and returns the address without it."""
        address, typed = apart(proxy)
        if typed:
            user, _, password = typed.partition(":")
            self._known = address, (unquote(user), unquote(password))
        return address

    async def keep(self, proxy: str) -> str:
        """The same, for later sessions as well; a login of another proxy is forgotten. Raises SecretStoreError."""
        address, typed = apart(proxy)
        if typed:
            user, _, password = typed.partition(":")
            await self._secrets.save_text(_ITEM, json.dumps([address, unquote(user), unquote(password)]))
        elif not self._is_known(address):
            await self._forget_unless(address)
        return self.hold(proxy)

    async def of(self, address: str, listener: Listener = SILENT) -> Login | None:
        """The login for a proxy, if one is known. Raises SecretStoreError."""
        if not self._is_known(address):
            self._known = address, _login_of(address, await self._secrets.with_listener(listener).load_text(_ITEM))
        return self._known[1] if self._known is not None else None

    def _is_known(self, address: str) -> bool:
        return self._known is not None and self._known[0] == address

    async def _forget_unless(self, address: str) -> None:
        try:
            kept = await self._secrets.load_text(_ITEM)
            if kept is not None and _login_of(address, kept) is None:
                await self._secrets.forget(_ITEM)
        except SecretStoreError as error:  # no reason to go on through the old proxy
            _log.warning("a proxy's login may still be in the keyring: %s", error.problem.explanation)


def _login_of(address: str, kept: str | None) -> Login | None:
    try:
        of, user, password = read_json(kept or "")
    except (ValueError, TypeError):  # a text of another kind, or of another length
        return None
    is_login = isinstance(user, str) and isinstance(password, str)
    return (user, password) if is_login and of == address else None
