"""Layouts on their way to one portal or many."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from bxdesk.cli.change_output import plan_lines
from bxdesk.cli.choosing import choose
from bxdesk.cli.console import Console
from bxdesk.cli.json_output import plan_json
from bxdesk.cli.layouts import Layouts
from bxdesk.cli.parameters import layouts_in
from bxdesk.cli.recovery import NotConfirmedError, recover_first
from bxdesk.cli.runs import PortalRun, error_lines, run_error_json, side_by_side
from bxdesk.cli.text_output import indented, problem_lines
from bxdesk.errors import as_bxdesk_error
from bxdesk.placements.cautions import plan_cautions
from bxdesk.placements.layouts.layout_mistakes import LayoutError
from bxdesk.placements.permissions import Permission
from bxdesk.placements.plan import Plan, make_plan
from bxdesk.placements.snapshot import Snapshot

if TYPE_CHECKING:
    from bxdesk.cli.json_shapes import PortalPlanJson
    from bxdesk.desk import Desk, PortalChange

Read = Callable[[Collection[Permission]], Awaitable[Snapshot]]
"""Reads a portal, to plan from; takes the permissions that are wanted."""

_HIDES_WIDGETS = ("not_installed", "payment_expired")
"""Problems that nothing refuses for, and that leave widgets nobody sees."""


class Rollout:
    """Layouts on their way to portals."""

    def __init__(
        self,
        console: Console,
        desk: Desk,
        layouts: Layouts,
        portals: list[PortalRun],
        *,
        prune: bool,
        moving: bool,
    ) -> None:
        self._console = console
        self._desk = desk
        self._layouts = layouts
        self.portals = portals
        self._prune = prune
        self._moving = moving
        self._told: set[str] = set()

    @classmethod
    async def of(
        cls,
        console: Console,
        desk: Desk,
        words: tuple[str, ...],
        *,
        everyone: bool,
        group: str | None,
        prune: bool,
        moving: bool,
    ) -> Rollout:
        """Reads the layouts and finds the portals. Raises BxdeskError."""
        files, names = layouts_in(words, first=True)
        layouts = await Layouts.read(files)
        chosen = choose(await desk.accounts.connections(), names, everyone=everyone, group=group)
        return cls(console, desk, layouts, [PortalRun(one) for one in chosen], prune=prune, moving=moving)

    def has_steps(self) -> bool:
        """Whether anything is to be changed anywhere."""
        return any(portal.plan and portal.plan.steps for portal in self.portals)

    async def plan(self) -> None:
        """Plans for every portal."""
        await side_by_side(self._console, self._desk, self.portals, self._plan_one)
        self._raise_a_single_mistake()

    async def at_once(self, stop: Callable[[], bool]) -> None:
        """For every portal in one unit of work: recover, plan, apply."""

        async def one(portal: PortalRun) -> None:
            async with self._change(portal, stop) as change:
                portal.recovered = await recover_first(self._console, self._desk, portal.connection, change, yes=True)
                portal.outcome = await change.apply(await self._plan_from(portal, change.read))

        await side_by_side(self._console, self._desk, self.portals, one)
        self._raise_a_single_mistake()

    async def asking(self, stop: Callable[[], bool]) -> None:
        """Recovers portal by portal, plans for all, shows all plans, asks once, and applies. Raises BxdeskError."""
        for portal in self.portals:
            try:
                async with self._change(portal, stop) as change:
                    portal.recovered = await recover_first(
                        self._console, self._desk, portal.connection, change, yes=False
                    )
            except NotConfirmedError:
                raise
            except Exception as error:  # noqa: BLE001 - logged and told as a problem
                portal.fail(as_bxdesk_error(error))
        await self.plan()
        self._offer_moves()
        if self.has_steps():
            for portal in self.portals:
                self._console.say_lines(plan_run_lines(portal))
            if not self._console.ask("Apply these changes?"):
                raise NotConfirmedError

        async def one(portal: PortalRun) -> None:
            if portal.snapshot is not None and portal.plan is not None:
                listener = self._console.listener(portal.connection.name, stop)
                portal.outcome = await self._desk.apply(portal.connection, portal.snapshot, portal.plan, listener)

        await side_by_side(self._console, self._desk, self.portals, one)

    def _change(self, portal: PortalRun, stop: Callable[[], bool]) -> AbstractAsyncContextManager[PortalChange]:
        return self._desk.change(portal.connection, self._console.listener(portal.connection.name, stop))

    async def _plan_one(self, portal: PortalRun) -> None:
        async def read(wanted: Collection[Permission]) -> Snapshot:
            listener = self._console.listener(portal.connection.name)
            snapshot = await self._desk.snapshot(portal.connection, listener, wanted)
            snapshot.require_changeable()
            return snapshot

        await self._plan_from(portal, read)

    async def _plan_from(self, portal: PortalRun, read: Read) -> Plan:
        """Reads the portal, says what speaks against the layouts there, and plans."""
        snapshot = portal.snapshot = await read(self._layouts.needed_permissions())
        for problem in snapshot.problems:
            if problem.code in _HIDES_WIDGETS:
                self._console.say_lines((portal.connection.name, *indented(problem_lines(problem))))
        self._tell(self._layouts.doubts(snapshot))
        plan = self._make_plan(portal, snapshot)
        self._tell(map(str, plan_cautions(plan, snapshot)))
        return plan

    def _make_plan(self, portal: PortalRun, snapshot: Snapshot) -> Plan:
        wanted = self._layouts.bindings(snapshot)
        portal.plan = make_plan(snapshot, wanted, None if self._prune else (), moving=self._moving)
        return portal.plan

    def _offer_moves(self) -> None:
        """Asks about widgets that people would see twice, and plans anew if they are to move."""
        doubled = [portal for portal in self.portals if portal.plan is not None and portal.plan.predecessors]
        for portal in doubled:
            self._console.say_lines(plan_run_lines(portal))
        if doubled and self._console.ask("Move the widgets that people would see twice to their new address?"):
            self._moving = True
            for portal in doubled:
                if portal.snapshot is not None:
                    self._make_plan(portal, portal.snapshot)

    def _tell(self, notes: Iterable[str]) -> None:
        """Says what speaks against the layout or a plan, once for all portals."""
        for note in notes:
            if note not in self._told:
                self._told.add(note)
                self._console.say(f"Note: {note}")

    def _raise_a_single_mistake(self) -> None:
        if len(self.portals) == 1 and isinstance(self.portals[0].error, LayoutError):
            raise self.portals[0].error


def plan_run_json(portal: PortalRun) -> PortalPlanJson:
    """What is to be changed on one portal."""
    return plan_json(portal.connection.portal, portal.plan, run_error_json(portal))


def plan_run_state(portal: PortalRun) -> str:
    """What would come of one portal, to be counted."""
    return "to change" if portal.plan is not None and portal.plan.steps else "in step"


def plan_run_lines(portal: PortalRun) -> list[str]:
    """The same in words."""
    if portal.plan is None:
        return error_lines(portal)
    return list(plan_lines(portal.connection.name, portal.plan))
