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


group_option = click.option(
    "--group", metavar="NAME", shell_complete=completing.groups, help="The portals of a group of yours."
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
