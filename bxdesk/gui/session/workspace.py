"""What a person is working on: the draft for each portal, held against what was last read of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from bxdesk.errors import Problem
from bxdesk.placements.availability import unknown_type
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey
from bxdesk.placements.catalogue import TIMELINE, plain_codes
from bxdesk.placements.codes import timeline_code
from bxdesk.placements.drafts.adding import type_obstacle
from bxdesk.placements.drafts.decisions import (
    decided,
    keeping_texts,
    left_as_they_are,
    moved_here,
    removed,
    with_own_texts,
)
from bxdesk.placements.drafts.draft import Draft
from bxdesk.placements.drafts.draft_view import DraftView
from bxdesk.placements.drafts.open_draft import OpenDraft, open_draft
from bxdesk.placements.drafts.resuming import KeptDraft, Resumed
from bxdesk.placements.offer import Offer, offer_of
from bxdesk.placements.plan import Plan
from bxdesk.placements.saying import Saying
from bxdesk.placements.snapshot import Snapshot


class Workspace(QObject):
    """Holds the draft. Pages change it by its methods and look at :attr:`view` when it says that it changed."""

    snapshot_taken = Signal()
    """Another snapshot: there may be other placements, types and bindings."""
    changed = Signal()
    """Ticks or texts: the same placements, in another state."""
    texts_replaced = Signal()
    """Handler, texts or options were set by something else than typing, or others are edited now."""
    selection_changed = Signal()
    """Other placements are selected in the tree."""
    place_changed = Signal()
    """Somebody is at another placement."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts: dict[str, OpenDraft] = {}
        self._portal = ""
        self._view: DraftView | None = None
        self._offer = Offer()
        self._selected: tuple[str, ...] = ()
        self._at = ""
        self._announced: tuple[str, ...] = ()

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

    @property
    def resumed(self) -> Resumed | None:
        """What was taken up again from an earlier window, as long as nobody has gone on with it."""
        return self._drafts[self._portal].resumed if self._view else None

    @property
    def worth_keeping(self) -> tuple[str, Draft | None]:
        """Whose draft this is, and the draft if somebody would miss it."""
        return self._portal, self._drafts[self._portal].worth_keeping if self._view else None

    def knows(self, whose: str) -> bool:
        """Whether there is a draft for this connection."""
        return whose in self._drafts

    def take(self, snapshot: Snapshot, whose: str, kept: KeptDraft | None = None) -> None:
        """Holds the draft against a new snapshot. ``whose`` names the connection: each has a draft of its own.

        ``kept`` is taken up if there is none yet.
        """
        self._portal = whose
        if whose not in self._drafts:
            self._drafts[whose] = open_draft(snapshot, kept)
        self._view = DraftView(self._drafts[whose].draft, snapshot)
        self._offer = offer_of(snapshot)
        self._announced = self.scope
        self.show_again()

    def show_again(self) -> None:
        """Has whoever looks at it look anew, if there is anything to see."""
        if self._view is not None:
            self.texts_replaced.emit()
            self.snapshot_taken.emit()

    def settle(self, snapshot: Snapshot) -> None:
        """Takes what came of changes: decisions that were carried out are forgotten, the others stay."""
        self._drafts[self._portal].settle(snapshot)
        self.take(snapshot, self._portal)

    def rewrite(
        self,
        *,
        handler: str | None = None,
        title: str | None = None,
        description: str | None = None,
        group: str | None = None,
        language: str = DEFAULT_LANGUAGE,
    ) -> None:
        """Takes what was typed; None leaves a text as it is. Blanks around an address are a slip of pasting."""
        if handler is not None:
            self._put(replace(self.draft, handler=handler.strip()))
        typed = {"title": title, "description": description, "group": group}
        given = {name: text for name, text in typed.items() if text is not None}
        if given:
            self.edit(lambda said: said.with_text(language, replace(said.text(language), **given)))

    def edit(self, change: Callable[[Saying], Saying]) -> None:
        """Changes what is said where :attr:`scope` says: at placements with texts of their own, or at all others."""
        draft, scope = self.draft, self.scope
        if scope:
            self._put(draft.with_own({code: change(draft.own[code]) for code in scope}))
        else:
            self._put(replace(draft, said=change(draft.said)))

    @property
    def scope(self) -> tuple[str, ...]:
        """The placements whose own texts are edited; empty while the common ones are."""
        own = self.draft.own
        return self._selected if self._selected and all(code in own for code in self._selected) else ()

    @property
    def selected(self) -> tuple[str, ...]:
        """The placements that are selected in the tree."""
        return self._selected

    @property
    def at(self) -> str:
        """The placement that somebody is at: they selected it, ticked it or came to it by key. Empty at first."""
        return self._at

    @property
    def place(self) -> str:
        """The placement to speak of: the one that somebody is at, or the one ticked last, or a lead's timeline."""
        ticked = self._view.latest_ticked() if self._view is not None else ""
        return self._at or ticked or next(plain_codes(TIMELINE))

    @property
    def saying(self) -> Saying:
        """What is edited."""
        scope = self.scope
        return self.draft.own[scope[0]] if scope else self.draft.said

    def select(self, codes: Iterable[str]) -> None:
        """Takes what is selected in the tree: if all of it has texts of its own, these are edited from now on."""
        self._selected = tuple(codes)
        self._rescope()
        self.selection_changed.emit()
        if self._selected:
            self.look_at(self._selected[0])

    def look_at(self, code: str) -> None:
        """Takes where somebody is, which need not be selected; an empty code says that they are at no placement."""
        if code != self._at:
            self._at = code
            self.place_changed.emit()

    def give_own(self, codes: Iterable[str]) -> None:
        """Gives placements texts of their own: those of the row that stands there, otherwise the common ones."""
        if self._view is not None:
            self._put(with_own_texts(self._view, codes))
            self._rescope()

    def take_own_back(self, codes: Iterable[str]) -> None:
        """Gives placements the common texts again."""
        self._put(self.draft.with_own(dict.fromkeys(codes)))
        self._rescope()

    def _rescope(self) -> None:
        if self.scope != self._announced:
            self._announced = self.scope
            self.texts_replaced.emit()

    def tick(self, codes: Iterable[str], ticked: bool) -> None:
        """Ticks or unticks placements."""
        if self._view is not None:
            self._put(self._view.marked(codes, ticked))

    def keep_texts(self, codes: Collection[str], kept: bool) -> None:
        """Leaves placements their own texts, or takes that back."""
        if self._view is not None:
            self._put(keeping_texts(self._view, codes, kept))

    def move_here(self, rows: Iterable[Binding]) -> int:
        """Binds the current handler where these rows stand, with their texts, and removes them.

        Returns how many stay because the portal would not bind at their place again.
        """
        if self._view is None:
            return 0
        draft, left = moved_here(self._view, rows)
        self._put(draft)
        return left

    def decide(self, rows: Mapping[BindingKey, Binding | None]) -> None:
        """Gives single rows another address, or (None) takes them away."""
        self._put(decided(self.draft, rows))

    def remove(self, rows: Collection[Binding]) -> None:
        """Takes rows away; those of the current handler are unticked."""
        if self._view is not None:
            self._put(removed(self._view, rows))

    def leave(self, rows: Collection[Binding]) -> None:
        """Forgets what was decided about rows."""
        self._put(left_as_they_are(self.draft, rows))
        self._rescope()

    def load(self, row: Binding) -> None:
        """Makes a row's handler the current one, and its texts its own, so that they can be edited."""
        self._put(replace(self.draft, handler=row.handler))
        if row.placement not in self.draft.own:
            self._put(self.draft.with_own({row.placement: Saying.held(row)}))
        self.select([row.placement])
        self.texts_replaced.emit()

    def discard(self) -> None:
        """Forgets every decision; texts go back only if they alone would still change something."""
        if self._view is None:
            return
        self._drafts[self._portal].discard(self._view.snapshot)
        self._look()
        self._announced = self.scope
        self.texts_replaced.emit()

    def overlook_resumed(self) -> None:
        """Whoever was told that a draft was taken up again has read it."""
        self._drafts[self._portal].resumed = None

    @property
    def offer(self) -> Offer:
        """The portal's custom types, and what it offers beyond the documented placements."""
        return self._offer

    def add_type(self, number: int) -> Problem | None:
        """Ticks the timeline button of the type with this number; says why if the portal would refuse it."""
        if self._view is None:
            return unknown_type(number)
        problem = type_obstacle(number, self._offer.types, self._view)
        if problem is None:
            self.tick([timeline_code(number)], True)
        return problem

    def _put(self, draft: Draft) -> None:
        if self._view is not None and draft != self._view.draft:
            self._drafts[self._portal].put(draft)
            self._look()

    def _look(self) -> None:
        if self._view is not None:
            self._view = DraftView(self._drafts[self._portal].draft, self._view.snapshot)
            self.changed.emit()
