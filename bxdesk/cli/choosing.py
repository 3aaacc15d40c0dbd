"""Which connections a command is about."""

from __future__ import annotations

from collections.abc import Iterable

import click

from bxdesk.accounts.connection import Connection, found_at, names_apart
from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message


def choose(
    connections: tuple[Connection, ...],
    named: Iterable[str],
    *,
    everyone: bool = False,
    group: str | None = None,
) -> list[Connection]:
    """The connections meant by PORTAL arguments, ``--all`` or ``--group``; the only one when nothing is named.

    Each is a host, a ``member_id``, or either after ``CLIENT_ID@``: see :func:`bxdesk.accounts.connection.names_apart`.

    Raises click.UsageError when it is not clear which is meant, BxdeskError when a portal is not connected.
    """
    names = list(named)
    if sum(map(bool, (everyone, names, group))) > 1:
        also = f" Named as portals: {', '.join(names)}." if names else ""
        raise click.UsageError(f"Name portals, or give {_for_many()}, not both.{also}")
    if not connections:
        raise _unknown(message("No portal is connected."), connections)
    if everyone:
        return list(connections)
    if group:
        return _in_group(connections, group)
    if not names:
        if len(connections) > 1:
            means = ", or give ".join(filter(None, ("name the one you mean", _for_many())))
            raise click.UsageError(f"Several portals are connected; {means}: {_names(connections)}.")
        return [connections[0]]
    return list(dict.fromkeys(_find(connections, name) for name in names))


def _for_many() -> str:
    """The options of the command that runs which mean many portals at once."""
    context = click.get_current_context(silent=True)
    offered = {name for one in context.command.params for name in one.opts} if context is not None else set()
    return " or ".join(name for name in ("--all", "--group") if name in offered)


def _in_group(connections: tuple[Connection, ...], group: str) -> list[Connection]:
    found = [one for one in connections if one.group.casefold() == group.strip().casefold()]
    if found:
        return found
    groups = sorted({one.group.casefold(): one.group for one in connections if one.group}.values())
    raise BxdeskError(
        Problem(
            "group_unknown",
            message("No portal is in a group called “{group}”.", group=group),
            message("Groups: {groups}.", groups=", ".join(groups)) if groups else Message(""),
            message("Put portals into it with: bxdesk group {group} PORTAL…", group=group),
        )
    )


def _find(connections: tuple[Connection, ...], name: str) -> Connection:
    names = names_apart(connections)
    shown = [one for one in connections if name.strip() in (names[one.identity], one.identity)]
    if shown:  # whatever letters a client ID is made of
        return shown[0]
    scheme, separator, rest = name.strip().rpartition("://")
    app, _, portal = rest.partition("/")[0].rpartition("@")
    of_app = [one for one in connections if app.lower() in ("", one.client_id.lower())]
    found = [one for one in of_app if portal.lower() == one.member_id] or found_at(of_app, scheme + separator + portal)
    if not found:
        raise _unknown(message("{portal} is not connected.", portal=name), connections, portal, app)
    if len(found) > 1:
        several = ", ".join(names[one.identity] for one in found)
        raise click.UsageError(f"Several connections are at {name}; name the one you mean: {several}.")
    return found[0]


def _unknown(title: Message, connections: tuple[Connection, ...], portal: str = "PORTAL", app: str = "") -> BxdeskError:
    return BxdeskError(
        Problem(
            "not_connected",
            title,
            message("Connected: {portals}.", portals=_names(connections)) if connections else Message(""),
            message("Sign in with: bxdesk connect {portal} --client-id {id}", portal=portal, id=app or "ID"),
        )
    )


def _names(connections: Iterable[Connection]) -> str:
    """What to call each of the connections."""
    return ", ".join(names_apart(connections).values())
