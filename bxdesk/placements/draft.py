"""What a person has ticked and typed so far, and the plan it amounts to.

A tick means: *this* handler is bound *there*. Ticks are kept as what was changed by hand against what stands on the
portal, so they survive a refresh; bindings with other handlers are never touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from bxdesk.errors import Problem
from bxdesk.placements.availability import bindable, obstacle
from bxdesk.placements.bindings import EVERYBODY, Binding, BindingKey, Change, Texts, differences
from bxdesk.placements.catalogue import family_of
from bxdesk.placements.codes import normalise
from bxdesk.placements.handler import refusal
from bxdesk.placements.plan import Plan, make_plan
from bxdesk.placements.saying import Saying, option_problem, options_of, takes_user, text_problem
from bxdesk.placements.snapshot import Snapshot


class Mark(Enum):
    """What a person decided about one placement."""

    WANTED = "wanted"
    """To be bound; what is bound already takes the draft's texts, whatever its own."""
    UNWANTED = "unwanted"
    KEPT = "kept"
    """Bound already, and its own texts stay."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The handler and what its widgets say as typed, and the decisions by placement code.

    ``own`` is what single placements say instead of the common ``said``. ``rows`` decides about single rows of any
    handler, apart from the ticks: what such a row is to become, or None if it is to go.
    """

    handler: str = ""
    said: Saying = field(default_factory=Saying)
    marks: Mapping[str, Mark] = field(default_factory=lambda: MappingProxyType({}))
    own: Mapping[str, Saying] = field(default_factory=lambda: MappingProxyType({}))
    rows: Mapping[BindingKey, Binding | None] = field(default_factory=lambda: MappingProxyType({}))

    def saying(self, code: str) -> Saying:
        """What the widget says at a placement."""
        return self.own.get(code, self.said)

    def with_own(self, sayings: Mapping[str, Saying | None]) -> Draft:
        """The draft with texts of their own for some placements; None takes them back."""
        own = {**self.own, **sayings}
        return replace(self, own=MappingProxyType({code: said for code, said in own.items() if said is not None}))

    def settled(self, standing: Collection[BindingKey]) -> Draft:
        """The draft without decisions about rows that came out as wanted, given the rows that stand now."""
        left = {
            key: becomes
            for key, becomes in self.rows.items()
            if (key in standing if becomes is None else key in standing or becomes.key not in standing)
        }
        return replace(self, rows=MappingProxyType(left))

    def with_rows(self, rows: Mapping[BindingKey, Binding | None]) -> Draft:
        """The draft with these rows decided."""
        return replace(self, rows=MappingProxyType({**self.rows, **rows}))

    def marked(self, codes: Iterable[str], mark: Mark | None) -> Draft:
        """The draft with these placements decided anew; ``None`` takes the decision back."""
        marks = dict(self.marks)
        for code in codes:
            marks.pop(normalise(code), None)
            if mark is not None:
                marks[normalise(code)] = mark
        return replace(self, marks=MappingProxyType(marks))

    def cleared(self) -> Draft:
        """The draft without any decision; what was typed for all stays."""
        return Draft(self.handler, self.said)

    @property
    def is_decided(self) -> bool:
        """Whether there is anything that :meth:`cleared` would forget."""
        return bool(self.marks or self.own or self.rows)


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
        self._own = {
            row.placement: row
            for row in snapshot.bindings
            if row.handler == draft.handler and row.key not in draft.rows
        }
        self._occupied = frozenset(row.placement for row in snapshot.bindings)
        self._bindable = bindable(snapshot)
        self._states: dict[str, PlaceState] = {}
        self._rewritten: dict[str, Binding] = {}
        self._changes: dict[BindingKey, tuple[Change, ...]] = {}
        self._trimmed: list[tuple[Saying, Mapping[str, Texts]]] = []
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

    def able(self, codes: AbstractSet[str]) -> AbstractSet[str]:
        """Those of the codes that can be ticked; for codes in upper case."""
        return (self._bindable & codes) | (self._own.keys() & codes)

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
            wanted = self._wanted(code, held)
            changes = differences(held, wanted)
            same = not changes
            if not same:
                self._rewritten[code] = wanted
                if wanted.key is held.key:
                    self._changes[held.key] = changes
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
        wanted: dict[BindingKey, Binding] = {}
        removing: set[BindingKey] = set()
        for key, becomes in self._draft.rows.items():
            if becomes is None or becomes.key != key:
                removing.add(key)
            if becomes is not None:  # even if the row is gone: then only the second half of a move is left to do
                wanted[becomes.key] = becomes
        for code in dict.fromkeys((*self._own, *self._draft.marks)):
            held = self._own.get(code)
            if not self.state(code).ticked:
                if held is not None and held.key not in wanted:
                    removing.add(held.key)
                continue
            binding = self._wanted(code, None) if held is None else self._rewritten.get(code, held)
            if held is not None and self.keeps(code):
                binding = held
            wanted.setdefault(binding.key, binding)
        return make_plan(self._snapshot, wanted.values(), removing, self._known(wanted))

    def _known(self, wanted: Mapping[BindingKey, Binding]) -> Mapping[BindingKey, tuple[Change, ...]]:
        return {
            key: changes for key, changes in self._changes.items() if wanted.get(key) is self._rewritten[key.placement]
        }

    def problem(self) -> Problem | None:
        """What must be mended before the plan can be reviewed; None when it can (or there is nothing to do)."""
        anew = [step.after for step in self.plan().steps if step.after is not None]
        for handler in dict.fromkeys(binding.handler for binding in anew):
            refused = refusal(handler)
            if refused is not None:
                return refused
        checked: list[Saying] = []
        for binding in anew:
            if binding.handler == self._draft.handler:
                saying = self._draft.saying(binding.placement)
                if not any(saying is known for known in checked):
                    checked.append(saying)
                    if (problem := self._text_problem(saying, binding)) is not None:
                        return problem
            if (problem := option_problem(binding)) is not None:
                return problem
        return None

    def _text_problem(self, saying: Saying, binding: Binding) -> Problem | None:
        # Without any title a row that stands there keeps its texts, and only its options change.
        held = self._own.get(binding.placement)
        return None if held is not None and not saying.has_title else text_problem(saying)

    def _is_ticked(self, code: str, held: Binding | None) -> bool:
        mark = self._draft.marks.get(code)
        if mark is None or mark is Mark.KEPT:
            return held is not None
        return mark is Mark.WANTED

    def _wanted(self, code: str, held: Binding | None) -> Binding:
        saying = self._draft.saying(code)
        texts = self._texts(saying)
        if held is None:
            key = BindingKey(
                code, self._draft.handler, (saying.user_id or EVERYBODY) if takes_user(code) else EVERYBODY
            )
            return Binding(key, texts, self._options(saying, code, {}))
        if not saying.has_title:
            texts = held.texts
        elif code not in self._draft.own and len(held.texts) == 1 and len(texts) == 1:
            (text,), (old,) = texts.values(), held.texts.values()
            if old.group and not text.group:
                texts = {next(iter(texts)): replace(text, group=old.group)}
        key = held.key
        if saying.user_id is not None and saying.user_id != key.user_id and takes_user(code):
            key = replace(key, user_id=saying.user_id)
        options = self._options(saying, code, held.options)
        if texts is held.texts and options is held.options and key is held.key:
            return held
        return Binding(key, texts, options)

    def _texts(self, saying: Saying) -> Mapping[str, Texts]:
        """The same mapping for every placement that says the same: comparing a thousand rows is quick then."""
        for known, texts in self._trimmed:
            if known is saying:
                return texts
        trimmed = {language: text.trimmed() for language, text in saying.texts.items()}
        self._trimmed.append((saying, trimmed))
        return trimmed

    def _options(self, saying: Saying, code: str, held: Mapping[str, str]) -> Mapping[str, str]:
        if not saying.options:
            return held
        chosen = {key: saying.options[key].strip() for key in options_of(code) if key in saying.options}
        changed = {key: value for key, value in chosen.items() if held.get(key, "") != value}
        return {**held, **changed} if changed else held
