"""A draft: the layout as it was read from a portal, and as somebody has changed it since.

The difference between the two is what waits to be applied. It is carried onto whatever stands on the portal by then:
what others added or changed meanwhile is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from bxdesk.errors import Problem
from bxdesk.messages import message, verbatim
from bxdesk.placements.availability import bindable
from bxdesk.placements.bindings import Binding, BindingKey, Change, differences
from bxdesk.placements.catalogue import family_of, options_of
from bxdesk.placements.content import Content
from bxdesk.placements.plan import Action, Plan, Step, make_plan
from bxdesk.placements.rules import Finding, refused
from bxdesk.placements.snapshot import Snapshot
from bxdesk.placements.widgets import Layout, Widget

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """What is to become of one place of a widget: ``before`` is what was read, ``after`` what is wanted."""

    widget: str
    """The widget's key."""
    before: Binding | None
    after: Binding | None
    differences: tuple[Change, ...] = ()
    """What differs between the two, where there are two."""

    @property
    def placement(self) -> str:
        """The code of the place; empty where nothing stands or is to stand."""
        binding = self.after or self.before
        return binding.placement if binding is not None else ""

    @property
    def step(self) -> Step:
        """The same as a step, as if nothing had changed on the portal since it was read."""
        if self.before is None or self.after is None:
            action = Action.BIND if self.before is None else Action.UNBIND
        else:
            action = Action.REPLACE if self.before.handler == self.after.handler else Action.MOVE
        return Step(action, self.before, self.after, self.differences)

    def refusals(self) -> Iterator[Finding]:
        """What a portal would refuse of it.

        Of a binding that moves, what it says already is not looked at: the old one only goes when the new one stands.
        """
        if self.after is None:
            return
        family = family_of(self.placement)
        moves = self.before is not None and self.before.handler != self.after.handler
        one_after_the_other = moves and not (family is not None and family.one_per_app)
        changed = {difference.name for difference in self.differences}
        for finding in refused(self.after, self.before):
            if not one_after_the_other or finding.place in changed:
                yield finding


@dataclass(frozen=True)
class Draft:
    """``base`` is the layout as it was read, ``layout`` the same with what was changed."""

    base: Layout = field(default_factory=Layout)
    layout: Layout = field(default_factory=Layout)

    @classmethod
    def of(cls, snapshot: Snapshot) -> Draft:
        """A draft in which nothing is changed."""
        layout = Layout.of(snapshot.bindings)
        return cls(layout, layout)

    @property
    def is_changed(self) -> bool:
        """Whether anything was ticked or typed, complete or not."""
        return self.layout.widgets != self.base.widgets

    def with_layout(self, layout: Layout) -> Draft:
        """The same with another layout wanted."""
        return replace(self, layout=layout)

    def with_widget(self, key: str, widget: Widget) -> Draft:
        """The same with one widget more, or another in its place."""
        return self.with_layout(self.layout.with_widget(key, widget))

    @cached_property
    def changes(self) -> tuple[PlaceChange, ...]:
        """Every place that is to change, in the order of the widgets."""
        nothing = Widget()
        found: list[PlaceChange] = []
        for key in dict.fromkeys((*self.base.widgets, *self.layout.widgets)):
            before, after = self.base.widgets.get(key, nothing), self.layout.widgets.get(key, nothing)
            if before is after:
                continue
            for code in dict.fromkeys((*before.places, *after.places)):
                held, wanted = before.bindings.get(code), after.bindings.get(code)
                if held == wanted:
                    continue
                changed = differences(held, wanted) if held is not None and wanted is not None else ()
                if changed or held is None or wanted is None:
                    found.append(PlaceChange(key, held, wanted, changed))
        return tuple(found)

    def plan(self, snapshot: Snapshot) -> Plan:
        """The steps that carry the changes onto what stands on the portal. None where that could not be read.

        A place that the portal does not offer now waits: what stands there is not touched.
        """
        if snapshot.bindings_unread is not None:
            return Plan(())
        able, rows = bindable(snapshot), {row.key: row for row in snapshot.bindings}
        wanted: dict[BindingKey, Binding] = {}
        removing: set[BindingKey] = set()
        known: dict[tuple[BindingKey, BindingKey], tuple[Change, ...]] = {}
        for change in self.changes:
            before, after = change.before, change.after
            same_row = before is not None and after is not None and before.key == after.key
            if after is not None and not same_row and after.placement not in able:
                continue
            if after is not None:
                wanted.setdefault(after.key, after)
            if before is not None and after is not None and rows.get(before.key) == before:
                known[before.key, after.key] = change.differences
            if before is not None and not same_row:
                removing.add(before.key)
        return make_plan(snapshot, wanted.values(), removing - wanted.keys(), known)

    def as_wanted(self, bindings: Iterable[Binding]) -> list[Binding]:
        """The same bindings as the layout has them: what was read of a widget that moves has its new address."""
        found: list[Binding] = []
        for binding in bindings:
            code = binding.placement
            wanted = self.layout.widgets.get(self.layout.key_of(binding.handler) or "")
            if wanted is None or code not in wanted.places:
                wanted = self.layout.widgets.get(self.base.key_of(binding.handler) or "")
            found.append(wanted.bindings.get(code, binding) if wanted is not None else binding)
        return found

    def left_as_read(self, bindings: Iterable[Binding]) -> Layout:
        """The layout without what was changed at the places of these bindings; a moved widget goes back as a whole."""
        layout = self.layout
        for binding in bindings:
            key = layout.key_of(binding.handler) or self.base.key_of(binding.handler)
            widget, before = layout.widgets.get(key or ""), self.base.widgets.get(key or "")
            if key is None or (widget is None and before is None):
                continue
            code = binding.placement
            if before is None or code not in before.places:
                layout = layout.with_widget(key, (widget or Widget()).without_places([code]))
            elif widget is None or widget.handler != before.handler:
                layout = layout.with_widget(key, before)
            else:
                own = before.content_at(code)
                layout = layout.with_widget(key, widget.with_places({code: None if widget.says(code, own) else own}))
        return layout

    def waiting(self, snapshot: Snapshot) -> int:
        """How many places are to be bound that the portal does not offer now."""
        able = bindable(snapshot)
        return sum(change.before is None and change.placement not in able for change in self.changes)

    def problems(self) -> Iterator[tuple[str, Finding]]:
        """What a portal would refuse of the changes: the first thing of each widget, with the widget's key."""
        told: set[str] = set()
        addresses = Counter(widget.handler for widget in self.layout.widgets.values() if widget.handler)
        checked: set[tuple[str, int, bool]] = set()
        for change in self.changes:
            if change.after is None or change.widget in told:
                continue
            # A thousand places say the same; their options are looked at one by one.
            alike = (change.widget, id(change.after.texts), change.before is None)
            if alike in checked and not options_of(change.placement):
                continue
            checked.add(alike)
            finding = next(change.refusals(), None)
            if finding is None and addresses[change.after.handler] > 1:
                finding = Finding("handler", _two_with(change.after.handler))
            if finding is not None:
                told.add(change.widget)
                yield change.widget, finding


def _two_with(handler: str) -> Problem:
    return Problem(
        "widget_twice",
        message("Two widgets have the same page address."),
        verbatim(handler),
        message("Tick the places of both in one of them, and remove the other."),
    )


@dataclass(frozen=True, slots=True)
class Rebased:
    """A draft on a newer snapshot, and under which key each widget is found now (those that are gone are left out)."""

    draft: Draft
    keys: Mapping[str, str]


def rebase(draft: Draft, snapshot: Snapshot) -> Rebased:
    """Carries the changes of a draft onto a newer snapshot, field by field.

    What the person has not touched becomes what stands there now; what they changed stays as they want it. A change
    that the portal has fulfilled meanwhile is none any more.
    """
    if snapshot.bindings_unread is not None:
        return Rebased(draft, {key: key for key in draft.layout.widgets})
    now = Layout.of(snapshot.bindings, draft.layout)
    if not draft.is_changed:
        return Rebased(Draft(now, now), {key: key for key in now.widgets})
    widgets = dict(now.widgets)
    keys: dict[str, str] = {}
    for key, edited in draft.layout.widgets.items():
        before = draft.base.widgets.get(key)
        # A widget that was moved or made stands under its new address once that is applied.
        place = key if key in now.widgets and before is not None else now.key_of(edited.handler)
        merged = _merged(before, edited, now.widgets.get(place) if place is not None else None)
        if merged is None:
            continue
        keys[key] = place if place is not None else key
        widgets[keys[key]] = merged
    for key in draft.base.widgets.keys() & now.widgets.keys() - draft.layout.widgets.keys():
        removed = draft.base.widgets[key]
        left = widgets[key].without_places(removed.places.keys())
        widgets[key] = left
        if not left.places:
            del widgets[key]
    return Rebased(Draft(now, Layout(MappingProxyType(widgets))), keys)


def _merged(before: Widget | None, edited: Widget, now: Widget | None) -> Widget | None:
    """A widget that was read as ``before`` and edited, on what it is ``now``; None if nothing is left to want.

    Places are merged by their effective content: what is shared and what is an exception may be divided otherwise now.
    """
    was, stands = before or Widget(), now or Widget()
    moved = edited.handler != was.handler
    found: dict[str, Content] = {}
    for code in dict.fromkeys((*stands.places, *edited.places)):
        wanted = edited.content_at(code) if code in edited.places else None
        old = was.content_at(code) if code in was.places else None
        if code in stands.places and (wanted is not None or old is None):
            current = stands.content_at(code)
            found[code] = current if wanted is None else _merged_content(old, wanted, current)
        elif wanted is not None and (moved or wanted != old):  # nobody else's removal takes what was typed
            found[code] = wanted
    if before is not None and now is None and not found:
        return None
    handler = edited.handler if moved or now is None else now.handler
    if handler == stands.handler and _is_as_read(found, stands):
        return stands
    shared = _merged_content(was.content, edited.content, stands.content) if before and now else edited.content
    widget = Widget(handler, shared)
    made = {code for code, own in edited.places.items() if own is not None and was.places.get(code) is None}
    return widget.with_places(
        {code: None if code not in made and widget.says(code, own) else own for code, own in found.items()}
    )


def _is_as_read(found: Mapping[str, Content], stands: Widget) -> bool:
    """Whether contents come to what stands, as a portal stores it: one text for all is in its own language then."""
    return found.keys() == stands.places.keys() and all(
        not differences(held, Widget(stands.handler, found[code]).binding(code))
        for code, held in stands.bindings.items()
    )


def _merged_content(before: Content | None, edited: Content, now: Content) -> Content:
    if before is None:
        return edited
    return Content(
        _merged_map(before.texts, edited.texts, now.texts),
        _merged_map(before.options, edited.options, now.options),
        now.user_id if edited.user_id == before.user_id else edited.user_id,
    )


def _merged_map(before: Mapping[K, V], edited: Mapping[K, V], now: Mapping[K, V]) -> Mapping[K, V]:
    """What was changed in a map, carried onto what it is now; the order of what was edited counts."""
    changed = {key: value for key, value in edited.items() if key not in before or before[key] != value}
    removed = before.keys() - edited.keys()
    kept = {key: value for key, value in now.items() if key not in removed}
    merged = {**kept, **changed}
    ordered = [key for key in edited if key in merged]
    return MappingProxyType({key: merged[key] for key in (*ordered, *(key for key in merged if key not in edited))})
