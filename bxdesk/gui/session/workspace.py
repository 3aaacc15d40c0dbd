"""What a person is working on: the draft for each portal, held against what was last read of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from bxdesk.errors import Problem
from bxdesk.gui.session.draft_history import DraftHistory
from bxdesk.placements.availability import unknown_type
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey
from bxdesk.placements.catalogue import plain_codes
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
from bxdesk.placements.drafts.switching import opened, retyped
from bxdesk.placements.families.crm import TIMELINE
from bxdesk.placements.handler import refusal
from bxdesk.placements.offer import Offer, offer_of
from bxdesk.placements.plan import Plan
from bxdesk.placements.saying import Saying
from bxdesk.placements.snapshot import Snapshot

_HANDLER = "handler"
"""The field whose typing is one step of the history: the address."""


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
        self._histories: dict[str, DraftHistory] = {}
        self.history = QUndoGroup(self)
        """The way back from every change to the draft of the portal that is open."""
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
            history = self._histories[whose] = DraftHistory(self._drafts[whose], self)
            history.stepped.connect(self._look_anew)
            self.history.addStack(history)
        self.history.setActiveStack(self._histories[whose])
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
        self._histories[self._portal].clear()  # what was applied is taken back by an undo of its own
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
            self._retype(handler.strip())
        texts = {"title": title, "description": description, "group": group}
        given = {name: text for name, text in texts.items() if text is not None}
        if given:
            self._edit(
                lambda said: said.with_text(language, replace(said.text(language), **given)),
                self.tr("texts"),
                f"{' '.join(given)} {language}",
            )

    def choose_handler(self, handler: str) -> None:
        """Opens a handler that is known; in the middle of typing an address, it ends what is typed."""
        if self._histories[self._portal].before(_HANDLER) is not self.draft:
            self._retype(handler)
        elif self._view is not None:
            self._put(opened(self._view, handler), self.tr("handler address"))
            self._rescope()
            self.texts_replaced.emit()

    def _retype(self, handler: str) -> None:
        if self._view is not None:
            before = self._histories[self._portal].before(_HANDLER)
            self._put(retyped(DraftView(before, self._view.snapshot), handler), self.tr("handler address"), _HANDLER)

    def choose_option(self, key: str, value: str) -> None:
        """Chooses one option, or takes it away with an empty value."""
        self._edit(lambda said: said.with_option(key, value), self.tr("options"), key)

    def choose_user(self, user_id: int) -> None:
        """Says it to one user, or to everybody."""
        self._edit(lambda said: said.for_user(user_id), self.tr("options"), "user_id")

    def speak(self, languages: tuple[str, ...]) -> None:
        """Says it in these languages; none of them means one text for all."""
        self._edit(lambda said: said.in_languages(languages), self.tr("languages"))

    def _edit(self, change: Callable[[Saying], Saying], what: str, typed: str = "") -> None:
        """Changes what is said where :attr:`scope` says: at placements with texts of their own, or at all others."""
        draft, scope = self.draft, self.scope
        if scope:
            after = draft.with_own({code: change(draft.own[code]) for code in scope})
        else:
            after = replace(draft, said=change(draft.said))
        self._put(after, what, f"{typed}@{scope}" if typed else "")

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
            self._put(with_own_texts(self._view, codes), self.tr("own texts"))
            self._rescope()

    def take_own_back(self, codes: Iterable[str]) -> None:
        """Gives placements the common texts again."""
        self._put(self.draft.with_own(dict.fromkeys(codes)), self.tr("own texts"))
        self._rescope()

    def _rescope(self) -> None:
        if self.scope != self._announced:
            self._announced = self.scope
            self.texts_replaced.emit()

    def tick(self, codes: Iterable[str], ticked: bool) -> None:
        """Ticks or unticks placements."""
        if self._view is not None:
            self._put(self._view.marked(codes, ticked), self.tr("ticks"))

    def keep_texts(self, codes: Collection[str], kept: bool) -> None:
        """Leaves placements their own texts, or takes that back."""
        if self._view is not None:
            self._put(keeping_texts(self._view, codes, kept), self.tr("own texts"))

    def move_here(self, rows: Iterable[Binding]) -> int:
        """Binds the current handler where these rows stand, with their texts, and removes them.

        Returns how many stay because the portal would not bind at their place again.
        """
        if self._view is None:
            return 0
        draft, left = moved_here(self._view, rows)
        self._put(draft, self.tr("the selected widgets"))
        return left

    def decide(self, rows: Mapping[BindingKey, Binding | None]) -> None:
        """Gives single rows another address, or (None) takes them away."""
        self._put(decided(self.draft, rows), self.tr("the selected widgets"))

    def remove(self, rows: Collection[Binding]) -> None:
        """Takes rows away; those of the current handler are unticked."""
        if self._view is not None:
            self._put(removed(self._view, rows), self.tr("the selected widgets"))

    def leave(self, rows: Collection[Binding]) -> None:
        """Forgets what was decided about rows."""
        self._put(left_as_they_are(self.draft, rows), self.tr("the selected widgets"))
        self._rescope()

    def load(self, row: Binding) -> Problem | None:
        """Opens a row's handler, with the row's texts as its own, so that they can be edited; whatever waits stays.

        Says why not while ticks wait for an address that is not complete: they would have none.
        """
        view = self._view
        if view is None:
            return None
        if row.handler != view.draft.handler and any(view.held(code) is None for code in view.draft.marks):
            problem = refusal(view.draft.handler)
            if problem is not None:
                return problem
        draft = opened(view, row.handler)
        if row.placement not in draft.own:
            said = DraftView(draft, view.snapshot).becomes(row.placement) or row
            draft = draft.with_own({row.placement: Saying.held(said)})
        self._put(draft, self.tr("handler address"))
        self.select([row.placement])
        self.texts_replaced.emit()
        return None

    def discard(self) -> None:
        """Forgets every decision; texts go back only if they alone would still change something."""
        if self._view is not None:
            draft = self._drafts[self._portal].discard(self._view.snapshot)
            self._put(draft, self.tr("discarding"))
            self._announced = self.scope
            self.texts_replaced.emit()

    @property
    def can_discard(self) -> bool:
        """Whether a discard would change anything."""
        if self._view is None:
            return False
        return bool(self.plan.steps) or (
            self.draft.is_decided and self._drafts[self._portal].without_decisions(self._view.snapshot) != self.draft
        )

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

    def _put(self, draft: Draft, what: str, typed: str = "") -> None:
        if self._view is not None and draft != self._view.draft:
            self._histories[self._portal].put(draft, what, typed)
            self._look()

    def _look(self) -> None:
        if self._view is not None:
            self._view = DraftView(self._drafts[self._portal].draft, self._view.snapshot)
            self.changed.emit()

    def _look_anew(self) -> None:
        """Somebody went to another state: whatever is in the fields has to be filled in anew."""
        self._look()
        self._announced = self.scope
        self.texts_replaced.emit()
