"""What a person is working on: the draft for each portal, held against what was last read of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from bxdesk.errors import Problem
from bxdesk.placements.availability import missing_permission, unknown_type
from bxdesk.placements.codes import timeline_code
from bxdesk.placements.draft import Draft, DraftView, Mark
from bxdesk.placements.offer import Offer, offer_of
from bxdesk.placements.outcome import Outcome, OutcomeState
from bxdesk.placements.plan import Plan
from bxdesk.placements.snapshot import Snapshot


class Workspace(QObject):
    """Holds the draft. Pages change it by its methods and look at :attr:`view` when it says that it changed."""

    snapshot_taken = Signal()
    """Another snapshot: there may be other placements, types and bindings."""
    changed = Signal()
    """Ticks or texts: the same placements, in another state."""
    texts_replaced = Signal()
    """Handler, title or description were set by something else than typing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts: dict[str, Draft] = {}
        self._starts: dict[str, Draft] = {}
        self._portal = ""
        self._view: DraftView | None = None
        self._offer = Offer()

    @property
    def view(self) -> DraftView | None:
        """The draft against the snapshot; None before anything was read."""
        return self._view

    @property
    def draft(self) -> Draft:
        """What was ticked and typed so far."""
        return self._view.draft if self._view else Draft()

    @property
    def snapshot(self) -> Snapshot | None:
        """What was last read."""
        return self._view.snapshot if self._view else None

    @property
    def plan(self) -> Plan:
        """The steps it comes to."""
        return self._view.plan() if self._view else Plan(())

    def take(self, snapshot: Snapshot, whose: str) -> None:
        """Holds the draft against a new snapshot. ``whose`` names the connection: each has a draft of its own."""
        self._portal = whose
        if self._portal not in self._drafts:
            self._drafts[self._portal] = self._starts[self._portal] = first_draft(snapshot)
        self._view = DraftView(self._drafts[self._portal], snapshot)
        self._offer = offer_of(snapshot)
        self.texts_replaced.emit()
        self.snapshot_taken.emit()

    def settle(self, outcome: Outcome) -> None:
        """Takes what came of the plan: decisions that were carried out are forgotten, the others stay."""
        done = [entry.step.key.placement for entry in outcome.steps if entry.state is OutcomeState.DONE]
        self._drafts[self._portal] = self.draft.marked(done, None)
        self.take(outcome.snapshot, self._portal)
        if not self.plan.steps:
            self._starts[self._portal] = self.draft

    def rewrite(self, *, handler: str | None = None, title: str | None = None, description: str | None = None) -> None:
        """Takes what was typed; None leaves a text as it is. Blanks around an address are a slip of pasting."""
        draft = self.draft
        self._put(
            replace(
                draft,
                handler=draft.handler if handler is None else handler.strip(),
                title=draft.title if title is None else title,
                description=draft.description if description is None else description,
            )
        )

    def tick(self, codes: Iterable[str], ticked: bool) -> None:
        """Ticks or unticks placements."""
        if self._view is not None:
            self._put(self._view.marked(codes, ticked))

    def keep_texts(self, codes: Iterable[str], kept: bool) -> None:
        """Leaves placements their own texts, or takes that back."""
        self._put(self.draft.marked(codes, Mark.KEPT if kept else None))

    def keeps_texts(self, code: str) -> bool:
        """Whether a placement was told to keep its own texts."""
        return self.draft.marks.get(code) is Mark.KEPT

    def discard(self) -> None:
        """Forgets every decision; texts go back only if they alone would still change something."""
        self._put(self.draft.cleared())
        if self.plan.steps:
            self._put(self._starts[self._portal])
            self.texts_replaced.emit()

    @property
    def offer(self) -> Offer:
        """The portal's custom types, and what it offers beyond the documented placements."""
        return self._offer

    def add_type(self, number: int) -> Problem | None:
        """Ticks the timeline button of the type with this number; says why if the portal would refuse it."""
        if self._view is None:
            return unknown_type(number)
        if "crm" not in self._view.snapshot.scopes:
            return missing_permission("crm")
        if number not in {custom.entity_type_id for custom in self._offer.types}:
            return unknown_type(number)
        state = self._view.state(timeline_code(number))
        if not state.can_be_ticked:
            return state.obstacle
        self.tick([state.code], True)
        return None

    def _put(self, draft: Draft) -> None:
        if self._view is None or draft == self._view.draft:
            return
        self._drafts[self._portal] = draft
        self._view = DraftView(draft, self._view.snapshot)
        self.changed.emit()


def first_draft(snapshot: Snapshot) -> Draft:
    """What to begin with: the handler and texts that all bindings share, unless that alone would change something."""
    handlers = {row.handler for row in snapshot.bindings}
    if len(handlers) != 1:
        return Draft()
    draft = Draft(handler=handlers.pop())
    texts = {(text.title, text.description) for row in snapshot.bindings for text in row.texts.values()}
    if len(texts) == 1:
        title, description = texts.pop()
        with_texts = replace(draft, title=title, description=description)
        if not DraftView(with_texts, snapshot).plan().steps:
            return with_texts
    return draft
