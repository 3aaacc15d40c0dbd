"""Connections on their way from one computer to another: sealed with the key of the vault that they go to."""

from __future__ import annotations

from collections.abc import Iterable

from bxdesk.accounts.connection import Connection, Keys
from bxdesk.accounts.connections import ConnectionList, list_text, read_list
from bxdesk.accounts.saved_names import CONNECTIONS
from bxdesk.accounts.sealing import Seal
from bxdesk.accounts.secret_store import compose_keys, parse_keys
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import message

Exported = tuple[Connection, Keys]


def export_text(exported: Iterable[Exported], seal: Seal) -> str:
    """Connections with their keys as a text that is a vault of its own. Nothing in it can be read without its key."""
    found = list(exported)
    listed = ConnectionList(connections=tuple(connection for connection, _ in found))
    kept = {connection.identity: compose_keys(keys) for connection, keys in found}
    return seal.seal({CONNECTIONS: list_text(listed), **kept})


def read_export(text: str, seal: Seal) -> tuple[Exported, ...]:
    """The connections with their keys in such a text. Raises VaultError, and BxdeskError where they are not whole."""
    texts = seal.unseal(text)
    try:
        listed = read_list(texts.get(CONNECTIONS, "{}")).connections
    except ValueError:
        raise _not_whole() from None
    found = [(connection, parse_keys(texts.get(connection.identity))) for connection in listed]
    whole = tuple((connection, keys) for connection, keys in found if keys is not None)
    if not whole or len(whole) < len(found):
        raise _not_whole()
    return whole


def _not_whole() -> BxdeskError:
    return BxdeskError(
        Problem(
            "export_damaged",
            message("There is no connection with its keys in what was given."),
            remedy=message("Export it anew."),
        )
    )
