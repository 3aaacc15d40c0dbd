"""``plan`` and ``apply``: layout files against one portal or many at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from bxdesk.cli.console import CHANGES, DONE, FAILED, Console, common
from bxdesk.cli.parameters import layouts_and_portals, many_portals

if TYPE_CHECKING:
    from bxdesk.desk import Desk


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for decorate in (
        click.option("--prune", is_flag=True, help="Also remove widgets that the layout does not name."),
        click.option("--move", "moving", is_flag=True, help="Give widgets with the same texts the layout's address."),
        many_portals,
        layouts_and_portals,
    ):
        command = decorate(command)
    return command


@click.command()
@_options
@common
def plan(console: Console, words: tuple[str, ...], everyone: bool, group: str | None, prune: bool, moving: bool) -> int:
    """Show what each LAYOUT would change on each PORTAL. Exits with 2 when there are changes.

    The first word is a layout, and so is every other one that ends in .yaml, .yml or .json.

    \b
    Examples:
      bxdesk plan layout.yaml
      bxdesk plan layout.yaml acme.bitrix24.com globex.bitrix24.de
      bxdesk plan buttons.yaml tiles.yaml --all --prune
    """
    from bxdesk.cli.rollout import Rollout, plan_run_json, plan_run_lines, plan_run_state
    from bxdesk.cli.runs import show

    async def work(desk: Desk) -> int:
        rollout = await Rollout.of(console, desk, words, everyone=everyone, group=group, prune=prune, moving=moving)
        await rollout.plan()
        show(console, rollout.portals, plan_run_json, plan_run_lines, plan_run_state)
        if any(portal.error for portal in rollout.portals):
            return FAILED
        return CHANGES if rollout.has_steps() else DONE

    return console.run(work)


@click.command()
@_options
@click.option("--yes", is_flag=True, help="Do not ask.")
@common
def apply(
    console: Console,
    words: tuple[str, ...],
    everyone: bool,
    group: str | None,
    prune: bool,
    moving: bool,
    yes: bool,
) -> int:
    """Make each PORTAL hold what each LAYOUT says, and read back.

    The first word is a layout, and so is every other one that ends in .yaml, .yml or .json.

    An apply that was cut off is recovered first: what stands half-way is shown and asked about; with --yes what stood
    there before is put back.

    \b
    Examples:
      bxdesk apply layout.yaml
      bxdesk apply layout.yaml --group customers --yes --json
    """
    from bxdesk.cli.rollout import Rollout
    from bxdesk.cli.runs import run_json, run_lines, run_state, show

    async def work(desk: Desk) -> int:
        rollout = await Rollout.of(console, desk, words, everyone=everyone, group=group, prune=prune, moving=moving)
        with console.stopping(applies=True) as stop:
            await (rollout.at_once(stop) if yes else rollout.asking(stop))
        show(console, rollout.portals, run_json, run_lines, run_state)
        return DONE if all(portal.is_good() for portal in rollout.portals) else FAILED

    return console.run(work)
