"""Widgets, and the layout that they make: what stands on a portal, what a file holds, and what the window edits.

A widget is one page address with its content and the places it stands at. A place may have content of its own: then it
is an exception inside its widget.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count
from types import MappingProxyType

from bxdesk.placements.bindings import EVERYBODY, Binding, BindingKey, differences, same_texts
from bxdesk.placements.catalogue import family_of, is_documented_option, options_of
from bxdesk.placements.codes import takes_user
from bxdesk.placements.content import Content

Places = Mapping[str, Content | None]
"""Placement codes, each with its own content, or None where it has the widget's."""
_NO_PLACES: Places = MappingProxyType({})


@dataclass(frozen=True)
class Widget:
    """One page address (``handler``), its content, and its places in the order they were added."""

    handler: str = ""
    content: Content = field(default_factory=Content)
    places: Places = field(default_factory=lambda: _NO_PLACES)

    def content_at(self, code: str) -> Content:
        """The content at one place."""
        return self.places.get(code) or self.content

    def binding(self, code: str) -> Binding:
        """The binding that one place comes to. Options that belong to other kinds of places are left out."""
        content = self.content_at(code)
        user = content.user_id if takes_user(code) else EVERYBODY
        known = options_of(code) if family_of(code) is not None else None
        options = {
            key: value.strip()
            for key, value in content.options.items()
            if value.strip() and (known is None or key in known or not is_documented_option(key))
        }
        return Binding(BindingKey(code, self.handler, user), content.stored_texts, options)

    def says(self, code: str, content: Content) -> bool:
        """Whether the widget's own content comes to the same at a place."""
        shared = Widget(self.handler, self.content).binding(code)
        return not differences(Widget(self.handler, content).binding(code), shared)

    def shares(self, binding: Binding) -> bool:
        """Whether a binding says what the widget itself says."""
        return same_texts(binding.texts, self.content.stored_texts)

    @cached_property
    def bindings(self) -> Mapping[str, Binding]:
        """All its bindings, by their placement."""
        return {code: self.binding(code) for code in self.places}

    @property
    def title(self) -> str:
        """One title to show; that of the first exception if the widget itself has none."""
        own = (content.title for content in self.places.values() if content is not None)
        return self.content.title or next(filter(None, own), "")

    def with_places(self, places: Places) -> Widget:
        """The same at these places too, or with other content there."""
        return replace(self, places=MappingProxyType({**self.places, **places}))

    def without_places(self, codes: Collection[str]) -> Widget:
        """The same without these places."""
        left = {code: content for code, content in self.places.items() if code not in codes}
        return replace(self, places=MappingProxyType(left))


def widget_of(bindings: Iterable[Binding], known: Widget | None = None) -> Widget:
    """The widget that bindings of one handler make: what most of them share is its content, the rest are exceptions.

    What ``known`` said everywhere stays what the widget says, as long as it stands at one place at least. It is for one
    user if all that can be for one are for the same.
    """
    bindings = tuple(bindings)
    shared_before = (tuple(one.texts.items()) for one in bindings if known is not None and known.shares(one))
    by_number = Counter(tuple(binding.texts.items()) for binding in bindings).most_common(1)
    texts = next(shared_before, by_number[0][0])
    alike = [binding for binding in bindings if tuple(binding.texts.items()) == texts]
    options: dict[str, Counter[str]] = {}
    for binding in alike:
        for key, value in binding.options.items():
            if value:
                options.setdefault(key, Counter())[value] += 1
    shared = {key: values.most_common(1)[0][0] for key, values in options.items()}
    users = {binding.key.user_id for binding in alike if takes_user(binding.placement)}
    user = users.pop() if len(users) == 1 else EVERYBODY
    content = Content(MappingProxyType(dict(texts)), MappingProxyType(shared), user)
    plain = Widget(bindings[0].handler, content)
    return plain.with_places(
        {
            binding.placement: Content.of_binding(binding)
            if differences(binding, plain.binding(binding.placement))
            else None
            for binding in bindings
        }
    )


@dataclass(frozen=True)
class Layout:
    """The widgets that are wanted, each under a key that stays the same while its address is edited."""

    widgets: Mapping[str, Widget] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, bindings: Iterable[Binding], known: Layout | None = None) -> Layout:
        """The layout that bindings make: a widget for each handler, under its address.

        ``known`` is a layout that somebody looked at before: what its widgets said everywhere they say still.
        """
        by_handler: dict[str, list[Binding]] = {}
        for binding in bindings:
            by_handler.setdefault(binding.handler, []).append(binding)
        before = {one.handler: one for one in known.widgets.values()} if known is not None else {}
        return cls(
            MappingProxyType({handler: widget_of(group, before.get(handler)) for handler, group in by_handler.items()})
        )

    @cached_property
    def bindings(self) -> Mapping[BindingKey, Binding]:
        """All bindings of all widgets. Of two widgets with the same address at the same place the first counts."""
        found: dict[BindingKey, Binding] = {}
        for widget in self.widgets.values():
            for binding in widget.bindings.values():
                found.setdefault(binding.key, binding)
        return found

    def with_widget(self, key: str, widget: Widget) -> Layout:
        """The same with one widget more, or another in its place."""
        return Layout(MappingProxyType({**self.widgets, key: widget}))

    def without_widget(self, key: str) -> Layout:
        """The same without a widget."""
        return Layout(MappingProxyType({name: one for name, one in self.widgets.items() if name != key}))

    def key_of(self, handler: str) -> str | None:
        """The key of the widget with this address, None if there is none."""
        return next((key for key, widget in self.widgets.items() if widget.handler == handler), None)

    def new_key(self) -> str:
        """A key for a widget that is not there yet."""
        numbers = (f"new-{number}" for number in count(1))
        return next(key for key in numbers if key not in self.widgets)

    def with_bindings(self, bindings: Iterable[Binding]) -> Layout:
        """The same with these bindings as well: places of the widgets that have their addresses, or of new ones."""
        layout = self
        for widget in Layout.of(bindings).widgets.values():
            key = layout.key_of(widget.handler)
            if key is None:
                layout = layout.with_widget(layout.new_key(), widget)
                continue
            known = layout.widgets[key]
            if known.places.keys() <= widget.places.keys():  # nothing of what it says now is left
                layout = layout.with_widget(key, widget)
                continue
            places = {code: widget.content_at(code) for code in widget.places}
            own = {code: None if known.says(code, content) else content for code, content in places.items()}
            layout = layout.with_widget(key, known.with_places(own))
        return layout

    def moved(self, bindings: Iterable[Binding], address: str) -> Layout:
        """The same with these bindings at another address: the whole widget, or some of its places.

        Where a binding with that address stands already, it stays as it is.
        """
        layout = self
        going: dict[str, list[str]] = {}
        for binding in bindings:
            key = self.key_of(binding.handler)
            if key is not None and binding.placement in self.widgets[key].places and binding.handler != address:
                going.setdefault(key, []).append(binding.placement)
        for key, codes in going.items():
            widget = layout.widgets[key]
            target = layout.key_of(address)
            if target is None and len(codes) == len(widget.places):
                layout = layout.with_widget(key, replace(widget, handler=address))
                continue
            target = target or layout.new_key()
            other = layout.widgets.get(target, Widget(address, widget.content))
            contents = {code: widget.content_at(code) for code in codes if code not in other.places}
            places = {code: None if other.says(code, content) else content for code, content in contents.items()}
            layout = layout.with_widget(key, widget.without_places(codes)).with_widget(
                target, other.with_places(places)
            )
        return layout

    def without(self, bindings: Iterable[Binding]) -> Layout:
        """The same without these bindings."""
        going: dict[str, list[str]] = {}
        for binding in bindings:
            going.setdefault(binding.handler, []).append(binding.placement)
        widgets = {
            key: widget.without_places(going[widget.handler]) if widget.handler in going else widget
            for key, widget in self.widgets.items()
        }
        return Layout(MappingProxyType(widgets))
