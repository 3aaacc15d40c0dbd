"""A draft held against a snapshot: how each placement stands, what can be ticked, and the plan it amounts to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.availability import bindable, obstacle
from bxdesk.placements.bindings import Binding, BindingKey, Change, differences
from bxdesk.placements.catalogue import family_of
from bxdesk.placements.codes import normalise
from bxdesk.placements.drafts.draft import Draft, Mark
from bxdesk.placements.drafts.wanted_rows import WantedRows
from bxdesk.placements.place_state import PlaceState, Standing, Tally
from bxdesk.placements.plan import Action, Plan, Step, make_plan
from bxdesk.placements.rules import Finding, refused
from bxdesk.placements.snapshot import Snapshot


class DraftView:
    """Looks rows up once, so that asking for a thousand placements is quick."""

    def __init__(self, draft: Draft, snapshot: Snapshot) -> None:
        self._draft = draft
        self._snapshot = snapshot
        self._own = {
            row.placement: row
            for row in snapshot.bindings
            if row.handler == draft.handler and row.key not in draft.rows
        }
        waiting = (row for row in draft.rows.values() if row is not None)
        self._occupied = frozenset(row.placement for row in (*snapshot.bindings, *waiting))
        self._bindable = bindable(snapshot)
        self._states: dict[str, PlaceState] = {}
        self._rewritten: dict[str, Binding] = {}
        self._changes: dict[BindingKey, tuple[Change, ...]] = {}
        self._wanted = WantedRows(draft)
        self._plan: Plan | None = None
        self._elsewhere: dict[str, Step] | None = None

    @property
    def draft(self) -> Draft:
        """What was ticked and typed."""
        return self._draft

    @property
    def snapshot(self) -> Snapshot:
        """What it is held against."""
        return self._snapshot

    def handlers(self) -> frozenset[str]:
        """The handlers that are bound, and those that something waits for."""
        waiting = (row.handler for row in self._draft.rows.values() if row is not None)
        return frozenset((*(row.handler for row in self._snapshot.bindings), *waiting))

    def held(self, code: str) -> Binding | None:
        """The row that binds the draft's handler at a placement, if the portal holds one."""
        return self._own.get(normalise(code))

    def state(self, code: str) -> PlaceState:
        """How one placement stands and whether it is ticked."""
        known = self._states.get(code)
        if known is None:
            code = normalise(code)
            known = self._states[code] = self._look(code)
        return known

    def can_be_ticked(self, code: str) -> bool:
        """What :meth:`state` says of it, without looking any closer; for a code in upper case."""
        return code in self._bindable or code in self._own

    def able(self, codes: AbstractSet[str]) -> AbstractSet[str]:
        """Those of the codes that can be ticked; for codes in upper case."""
        return (self._bindable & codes) | (self._own.keys() & codes)

    def tally(self, codes: AbstractSet[str]) -> Tally:
        """Counts placements; for codes in upper case."""
        own = self._own.keys() & codes
        able = self._bindable & codes
        return Tally(
            all=len(codes),
            bound=len(own) if self._snapshot.bindings_unread is None else None,
            tickable=len(able | own),
            ticked=sum(self._is_ticked(code, self._own[code]) for code in own)
            + sum(self._is_ticked(code, None) for code in self._draft.marks if code in able and code not in own),
        )

    def latest_ticked(self) -> str:
        """The placement that was ticked last, otherwise one that is bound; empty if there is none."""
        decided = [code for code, mark in self._draft.marks.items() if mark is Mark.WANTED][::-1]
        return next((code for code in (*decided, *self._own) if self.state(code).ticked), "")

    def ticked_families(self) -> tuple[str, ...]:
        """One ticked placement of each family that takes options, in the order they were met."""
        found: dict[str, str] = {}
        for code in (*self._draft.marks, *self._own):
            family = family_of(code)
            if family is not None and family.options and family.key not in found and self.state(code).ticked:
                found[family.key] = code
        return tuple(found.values())

    def becomes(self, code: str) -> Binding | None:
        """What the draft's handler will say at a placement; None where it will not stand. For a code in upper case."""
        if not self.state(code).ticked:
            return None
        held = self._own.get(code)
        if held is None:
            return self._wanted.row(code, None)
        return held if self.keeps(code) else self._rewritten.get(code, held)

    def options(self, code: str, handler: str) -> Mapping[str, str]:
        """The options that a handler's widget has at a placement, or is to have there. For a code in upper case."""
        if handler == self._draft.handler:
            row = self.becomes(code)
            return row.options if row is not None else self._draft.saying(code).options
        rows = (*self._draft.rows.values(), *self._snapshot.bindings)
        return next((row.options for row in rows if row and (row.placement, row.handler) == (code, handler)), {})

    def decided(self) -> tuple[str, ...]:
        """The placements where the draft's handler is to change something, or was told to leave it as it is."""
        texts = [code for code, held in self._own.items() if self.becomes(code) is not held]
        return tuple(dict.fromkeys((*self._draft.marks, *texts)))

    def marked(self, codes: Iterable[str], ticked: bool) -> Draft:
        """The draft after these placements were ticked or unticked.

        What comes to the same as the portal has it leaves no decision behind; what cannot be ticked stays as it is.
        """
        draft = self._draft
        back: list[str] = []
        decided: list[str] = []
        for code in map(normalise, codes):
            if ticked and not self.can_be_ticked(code):
                continue
            (back if ticked == (code in self._own) else decided).append(code)
        return draft.marked(back, None).marked(decided, Mark.WANTED if ticked else Mark.UNWANTED)

    def keeps(self, code: str) -> bool:
        """Whether a placement keeps its own texts: it was told to, or it speaks languages that the draft does not."""
        mark = self._draft.marks.get(code)
        return mark is Mark.KEPT or (mark is None and self.keeps_by_itself(code))

    def keeps_by_itself(self, code: str) -> bool:
        """Whether a row would lose languages; it keeps them unless somebody decides otherwise."""
        held = self._own.get(code)
        if held is None or len(held.texts) < 2 or code in self._draft.own:
            return False
        return not self._draft.said.texts.keys() >= held.texts.keys()

    def _look(self, code: str) -> PlaceState:
        held = self._own.get(code)
        why_not = None if code in self._bindable else obstacle(code, self._snapshot)
        if held is not None:
            wanted = self._wanted.row(code, held)
            changes = differences(held, wanted)
            same = not changes
            if not same:
                self._rewritten[code] = wanted
                if wanted.key is held.key:
                    self._changes[held.key] = changes
            standing = Standing.BOUND if same else Standing.OTHER_TEXT
        elif why_not is not None:
            unknown = why_not is self._snapshot.bindings_unread
            standing = Standing.UNKNOWN if unknown else Standing.UNAVAILABLE
        else:
            standing = Standing.OTHER_HANDLER if code in self._occupied else Standing.FREE
        ticked = self._is_ticked(code, held) and (held is not None or why_not is None)
        return PlaceState(code, standing, ticked, why_not)

    def plan(self) -> Plan:
        """The steps that the draft amounts to. Empty while nothing was ticked, unticked or rewritten."""
        if self._plan is None:
            self._plan = self._make_plan() if self._snapshot.bindings_unread is None else Plan(())
        return self._plan

    def _make_plan(self) -> Plan:
        wanted: dict[BindingKey, Binding] = {}
        removing: set[BindingKey] = set()
        standing = {row.key for row in self._snapshot.bindings} if self._draft.rows else ()
        for key, becomes in self._draft.rows.items():
            if becomes is None or becomes.key != key:
                removing.add(key)
            elif key not in standing and key.placement not in self._bindable:
                continue  # a tick that waits for its place
            if becomes is not None:  # even if the row is gone: then only the second half of a move is left to do
                wanted[becomes.key] = becomes
        for code in dict.fromkeys((*self._own, *self._draft.marks)):
            held, binding = self._own.get(code), self.becomes(code)
            if binding is not None:
                wanted.setdefault(binding.key, binding)
            elif held is not None and held.key not in wanted:
                removing.add(held.key)
        return make_plan(self._snapshot, wanted.values(), removing, self._known(wanted))

    def _known(self, wanted: Mapping[BindingKey, Binding]) -> Mapping[BindingKey, tuple[Change, ...]]:
        return {
            key: changes for key, changes in self._changes.items() if wanted.get(key) is self._rewritten[key.placement]
        }

    def other_step(self, code: str) -> Step | None:
        """What the plan does at a placement about another handler than the draft's; for a code in upper case."""
        if self._elsewhere is None:
            handler = self._draft.handler
            self._elsewhere = {
                step.key.placement: step
                for step in self.plan().steps
                if handler not in (step.key.handler, step.before and step.before.handler)
            }
        return self._elsewhere.get(code)

    def problem(self) -> Problem | None:
        """What must be mended before the plan can be reviewed; None when it can (or there is nothing to do)."""
        for step in self.plan().steps:
            finding = next(_refused(step), None)
            if finding is not None:
                return self._named(finding, step.key.handler)
        return None

    def _named(self, finding: Finding, handler: str) -> Problem:
        # What was typed for another handler, before this one was opened.
        problem = finding.problem
        if finding.place == "handler" or handler == self._draft.handler:
            return problem
        return replace(problem, title=message("At {address}: {problem}", address=handler, problem=problem.title))

    def _is_ticked(self, code: str, held: Binding | None) -> bool:
        mark = self._draft.marks.get(code)
        if mark is None or mark is Mark.KEPT:
            return held is not None
        return mark is Mark.WANTED


def _refused(step: Step) -> Iterator[Finding]:
    """What a portal would refuse of the row that comes.

    Of one that moves, what it says already is not looked at: the old row only goes when the new one stands.
    """
    if step.after is None:
        return
    family = family_of(step.key.placement)
    one_after_the_other = step.action is Action.MOVE and not (family is not None and family.one_per_app)
    changed = {change.name for change in step.changes}
    for finding in refused(step.after, step.before):
        if not one_after_the_other or finding.place in changed:
            yield finding
