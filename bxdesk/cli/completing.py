"""What a shell is offered for a word that is being typed. Felt on every Tab, so next to nothing is imported."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bxdesk.accounts.saved_names import SavedNames
from bxdesk.cli.console import Console

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

    Offered = list[str] | list[CompletionItem[str]]

LAYOUT_ENDINGS = (".yaml", ".yml", ".json")


def portals(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The connected portals that begin so, but for those that stand there already."""
    names = _saved_names(context).portals
    there = context.params.get(parameter.name or "") or ()
    return [name for name in names if name.startswith(typed) and name not in there]


def groups(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The groups of connected portals that begin so."""
    del parameter
    return [name for name in _saved_names(context).groups if name.startswith(typed)]


def _saved_names(context: click.Context) -> SavedNames:
    console = context.find_object(Console)
    if console is None:
        return SavedNames()
    return console.wiring.saved_names(context.params.get("vault") or context.find_root().params.get("vault"))


def layouts_and_portals(context: click.Context, parameter: click.Parameter, typed: str) -> Offered:
    """A layout first, then portals and further layouts."""
    if context.params.get(parameter.name or ""):
        return portals_and_layouts(context, parameter, typed)
    return layouts(context, parameter, typed)


def portals_and_layouts(context: click.Context, parameter: click.Parameter, typed: str) -> Offered:
    """Portals, or else layouts whose names were begun."""
    return portals(context, parameter, typed) or (layouts(context, parameter, typed) if typed else [])


def placements(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The codes of documented placements that begin so, whatever their letters' case; not those of custom types."""
    from bxdesk.placements.catalogue import FAMILIES, plain_codes

    there = context.params.get(parameter.name or "") or ()
    codes = (code for family in FAMILIES if family.set_by is None for code in plain_codes(family))
    return [code for code in codes if code.startswith(typed.upper()) and code not in there]


def placements_and_portal(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """A placement first, then a portal and further placements whose codes were begun."""
    if not context.params.get(parameter.name or ""):
        return placements(context, parameter, typed)
    codes = placements(context, parameter, typed) if typed else []
    return [*codes, *portals(context, parameter, typed)]


def layouts(context: click.Context, parameter: click.Parameter, typed: str) -> Offered:
    """The layout files that begin so; where folders do too, the shell's own completion of files."""
    del context, parameter
    folder, _, begin = typed.rpartition("/")
    try:
        with os.scandir(f"{folder}/" if folder or typed.startswith("/") else ".") as entries:
            there = [entry for entry in entries if entry.name.startswith(begin) and (begin or entry.name[0] != ".")]
            folders = any(entry.is_dir() for entry in there)
    except OSError:
        return []
    found = sorted(entry.name for entry in there if entry.name.lower().endswith(LAYOUT_ENDINGS))
    if folders and (typed or not found):
        from click.shell_completion import CompletionItem

        return [CompletionItem(typed, type="file")]
    return [typed[: len(typed) - len(begin)] + name for name in found]
