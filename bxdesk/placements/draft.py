"""What a person has ticked and typed so far, and the plan it amounts to.

A tick means: *this* handler is bound *there*. Ticks are kept as what was changed by hand against what stands on the
portal, so they survive a refresh; bindings with other handlers are never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from bxdesk.errors import Problem
from bxdesk.placements.availability import bindable, obstacle
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, MAX_TEXT, Binding, BindingKey, Texts, differences, is_title
from bxdesk.placements.catalogue import family_of
from bxdesk.placements.codes import normalise
from bxdesk.placements.handler import refusal
from bxdesk.placements.plan import Plan, make_plan
from bxdesk.placements.snapshot import Snapshot
from bxdesk.words import words


class Mark(Enum):
    """What a person decided about one placement."""

    WANTED = "wanted"
    UNWANTED = "unwanted"
    KEPT = "kept"
    """Bound already, and its own texts stay."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The handler and texts as typed, and the decisions by placement code."""

    handler: str = ""
    title: str = ""
    description: str = ""
    marks: Mapping[str, Mark] = field(default_factory=lambda: MappingProxyType({}))

    def marked(self, codes: Iterable[str], mark: Mark | None) -> Draft:
        """The draft with these placements decided anew; ``None`` takes the decision back."""
        marks = dict(self.marks)
        for code in codes:
            marks.pop(normalise(code), None)
            if mark is not None:
                marks[normalise(code)] = mark
        return replace(self, marks=MappingProxyType(marks))

    def cleared(self) -> Draft:
        """The draft without any decision; what was typed stays."""
        return replace(self, marks=MappingProxyType({}))


class Standing(Enum):
    """How one placement stands on the portal, seen from the draft's handler and texts."""

    FREE = "free"
    BOUND = "bound"
    OTHER_TEXT = "other text"
    OTHER_HANDLER = "other handler"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class PlaceState:
    """One placement for the tree: how it stands, whether it is ticked, and why it cannot be."""

    code: str
    standing: Standing
    ticked: bool
    obstacle: Problem | None = None

    @property
    def can_be_ticked(self) -> bool:
        """False where the portal would refuse it. What is bound already can always be unticked."""
        return self.obstacle is None or self.standing in (Standing.BOUND, Standing.OTHER_TEXT)


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of placements: all of them, those bound with this handler, those that can be ticked, those ticked."""

    all: int
    bound: int
    tickable: int
    ticked: int


class DraftView:
    """A draft held against a snapshot. Looks rows up once, so that asking for a thousand placements is quick."""

    def __init__(self, draft: Draft, snapshot: Snapshot) -> None:
        self._draft = draft
        self._snapshot = snapshot
        self._own = {row.placement: row for row in snapshot.bindings if row.handler == draft.handler}
        self._occupied = frozenset(row.placement for row in snapshot.bindings)
        self._bindable = bindable(snapshot)
        self._states: dict[str, PlaceState] = {}
        self._rewritten: dict[str, Binding] = {}
        self._plan: Plan | None = None

    @property
    def draft(self) -> Draft:
        """What was ticked and typed."""
        return self._draft

    @property
    def snapshot(self) -> Snapshot:
        """What it is held against."""
        return self._snapshot

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

    def tally(self, codes: AbstractSet[str]) -> Tally:
        """Counts placements; for codes in upper case."""
        own = self._own.keys() & codes
        able = self._bindable & codes
        return Tally(
            all=len(codes),
            bound=len(own),
            tickable=len(able | own),
            ticked=sum(self._is_ticked(code, self._own[code]) for code in own)
            + sum(self._is_ticked(code, None) for code in self._draft.marks if code in able and code not in own),
        )

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

    def _look(self, code: str) -> PlaceState:
        held = self._own.get(code)
        why_not = obstacle(code, self._snapshot)
        if held is not None:
            wanted = self._wanted(code, held)
            same = not self._draft.title.strip() or not differences(held, wanted)
            if not same:
                self._rewritten[code] = wanted
            standing = Standing.BOUND if same else Standing.OTHER_TEXT
        elif why_not is not None:
            standing = Standing.UNAVAILABLE
        else:
            standing = Standing.OTHER_HANDLER if code in self._occupied else Standing.FREE
        ticked = self._is_ticked(code, held) and (held is not None or why_not is None)
        return PlaceState(code, standing, ticked, why_not)

    def plan(self) -> Plan:
        """The steps that the draft amounts to. Empty while nothing was ticked, unticked or rewritten."""
        if self._plan is None:
            self._plan = self._make_plan()
        return self._plan

    def _make_plan(self) -> Plan:
        wanted: list[Binding] = []
        removing: set[BindingKey] = set()
        for code in dict.fromkeys((*self._own, *self._draft.marks)):
            held = self._own.get(code)
            state = self.state(code)
            if not state.ticked:
                if held is not None:
                    removing.add(held.key)
            elif held is None:
                wanted.append(self._wanted(code, None))
            else:
                kept = self._draft.marks.get(code) is Mark.KEPT
                wanted.append(held if kept else self._rewritten.get(code, held))
        return make_plan(self._snapshot, wanted, removing)

    def problem(self) -> Problem | None:
        """What must be mended before the plan can be reviewed; None when it can (or there is nothing to do)."""
        plan = self.plan()
        bound_anew = [step.after for step in plan.steps if step.after is not None]
        if not bound_anew:
            return None
        refused = refusal(self._draft.handler)
        if refused is not None:
            return refused
        if not is_title(self._draft.title):
            return Problem(
                "title_empty",
                words("The widget has no title."),
                hint=words("Enter the text that people will see."),
            )
        for name, text in ((words("title"), self._draft.title), (words("description"), self._draft.description)):
            if len(text.strip()) > MAX_TEXT:
                return Problem(
                    "text_too_long",
                    words("The {name} is too long.", name=name),
                    words("It has {length} characters; a portal stores {limit}.", length=len(text), limit=MAX_TEXT),
                    words("Shorten it."),
                )
        return self._missing_option(bound_anew)

    def _missing_option(self, bindings: Iterable[Binding]) -> Problem | None:
        for binding in bindings:
            family = family_of(binding.placement)
            for option in family.options if family else ():
                if option.required and not binding.options.get(option.key):
                    return Problem(
                        "option_missing",
                        words("{code} needs the option “{option}”.", code=binding.placement, option=option.key),
                        hint=words("Bind it with a layout file, which can name options."),
                    )
        return None

    def _is_ticked(self, code: str, held: Binding | None) -> bool:
        mark = self._draft.marks.get(code)
        if mark is None or mark is Mark.KEPT:
            return held is not None
        return mark is Mark.WANTED

    def _wanted(self, code: str, held: Binding | None) -> Binding:
        texts = {DEFAULT_LANGUAGE: Texts(self._draft.title, self._draft.description).trimmed()}
        if held is None:
            return Binding(BindingKey(code, self._draft.handler), texts)
        if len(held.texts) == 1:
            group = next(iter(held.texts.values())).group
            texts = {DEFAULT_LANGUAGE: replace(texts[DEFAULT_LANGUAGE], group=group)}
        return Binding(held.key, texts, held.options)
