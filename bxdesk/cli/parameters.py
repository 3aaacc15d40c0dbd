"""Arguments and options that commands have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from bxdesk.cli import completing

C = TypeVar("C", bound=Callable[..., Any])

one_portal = click.argument("portal", required=False, shell_complete=completing.portals)
"""PORTAL, which may be left out while only one is connected."""
several_portals = click.argument("portals", nargs=-1, metavar="[PORTAL]...", shell_complete=completing.portals)
layouts_and_portals = click.argument(
    "words",
    nargs=-1,
    required=True,
    metavar="LAYOUT... [PORTAL]...",
    shell_complete=completing.layouts_and_portals,
)
"""Told apart by :func:`layouts_in`."""
placement = click.argument("code", shell_complete=completing.placements)
placements_and_portal = click.argument(
    "words", nargs=-1, required=True, metavar="CODE... [PORTAL]", shell_complete=completing.placements_and_portal
)
"""Told apart by :func:`placements_in`."""


def _named(_: click.Context, __: click.Parameter, group: str | None) -> str | None:
    """Refuses the name that an unset variable of a script gives: the command would be about other portals."""
    if group is not None and not group.strip():
        raise click.BadParameter("it is empty.")
    return group


group_option = click.option(
    "--group",
    metavar="NAME",
    callback=_named,
    shell_complete=completing.groups,
    help="The portals of a group of yours.",
)


def many_portals(command: C) -> C:
    """``--all`` and ``--group``: portals that need not be named one by one."""
    everyone = click.option("--all", "everyone", is_flag=True, help="Every connected portal.")
    return everyone(group_option(command))


def layouts_in(words: Iterable[str], *, first: bool = False) -> tuple[list[str], list[str]]:
    """Layout files and portals among a command's words: a layout is told by its ending, and may be the ``first``."""
    files: list[str] = []
    portals: list[str] = []
    for index, word in enumerate(words):
        is_layout = (first and index == 0) or word.lower().endswith(completing.LAYOUT_ENDINGS)
        (files if is_layout else portals).append(word)
    return files, portals


def placements_in(words: Iterable[str]) -> tuple[list[str], str | None]:
    """Placements' codes and the portal, if one is named: a code has a _ and none of the signs of an address.

    Raises click.UsageError when there is no code, or more than one portal.
    """
    codes: list[str] = []
    portals: list[str] = []
    for word in words:
        (codes if "_" in word and not set(word) & set(".:@/") else portals).append(word)
    if not codes:
        raise click.UsageError("Name a placement by its code, as in CRM_DEAL_DETAIL_ACTIVITY.")
    if len(portals) > 1:
        raise click.UsageError(f"Name one portal, not several: {', '.join(portals)}.")
    return codes, portals[0] if portals else None
