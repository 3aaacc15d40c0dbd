"""The plans that faults are tried with: every kind of step, alone, together and in more than one batch."""

from __future__ import annotations

from dataclasses import dataclass

from bxdesk.demo import DemoPortal
from bxdesk.placements.bindings import Binding, BindingKey, Texts
from bxdesk.placements.plan import Plan, make_plan
from bxdesk.placements.snapshot import Snapshot
from tests.builders import DEAL, HANDLER, LEAD, OTHER_HANDLER, TILE, binding

HELD = {"en": {"TITLE": "Old", "DESCRIPTION": "d", "GROUP_NAME": "g"}, "de": {"TITLE": "Alt"}}
NEW = {"en": Texts("New", "nd", "ng"), "fr": Texts("Nouveau")}
OPTIONS = {"useBuiltInInterface": "Y"}
ADDRESS = "REST_APP_URI"
"""A placement that takes one widget."""


@dataclass(frozen=True)
class Case:
    """Rows that stand before (placement, handler), bindings that are wanted, rows that are to go."""

    held: tuple[tuple[str, str], ...]
    wanted: tuple[Binding, ...] = ()
    removing: tuple[BindingKey, ...] = ()

    def set_up(self, portal: DemoPortal) -> None:
        """Puts the portal where it was before, with one row that no plan names."""
        portal.clear_faults()
        portal.clear_bindings()
        portal.add_binding("CRM_LEAD_DETAIL_TAB", OTHER_HANDLER, "Bystander")
        for placement, handler in self.held:
            portal.add_binding(placement, handler, options={} if placement == ADDRESS else OPTIONS, texts=HELD)

    def plan(self, here: Snapshot) -> Plan:
        """What is to be done."""
        return make_plan(here, self.wanted, self.removing)


def new(placement: str, handler: str = HANDLER) -> Binding:
    """A binding that differs in texts and options from what is held."""
    return binding(placement, handler, texts=NEW, options={"newUserNotificationTitle": "Hello"})


def moved(placement: str) -> Case:
    """What is held at a placement gets another handler and stays the same in everything else."""
    texts = {
        language: Texts(said["TITLE"], said.get("DESCRIPTION", ""), said.get("GROUP_NAME", ""))
        for language, said in HELD.items()
    }
    becomes = binding(placement, OTHER_HANDLER, texts=texts, options={} if placement == ADDRESS else OPTIONS)
    return Case(((placement, HANDLER),), (becomes,), (BindingKey(placement, HANDLER),))


_MANY = tuple(f"{HANDLER}/{index}" for index in range(30))

CASES = {
    "bind": Case((), (new(DEAL),)),
    "unbind": Case(((DEAL, HANDLER),), (), (BindingKey(DEAL, HANDLER),)),
    "replace": Case(((DEAL, HANDLER),), (new(DEAL),)),
    "move": moved(DEAL),
    "move of the only one": moved(ADDRESS),
    "all three": Case(
        ((DEAL, HANDLER), (LEAD, HANDLER)), (new(DEAL), binding(TILE, texts=NEW)), (BindingKey(LEAD, HANDLER),)
    ),
    "two batches": Case(tuple((DEAL, handler) for handler in _MANY), tuple(new(DEAL, handler) for handler in _MANY)),
}
