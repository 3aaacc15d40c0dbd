"""A portal's bindings as a layout file. What it writes is read again at once, so that it plans nothing right after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter

from bxdesk.errors import Problem
from bxdesk.messages import message
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, EVERYBODY, Binding, BindingKey, differences
from bxdesk.placements.characters import unseen
from bxdesk.placements.codes import type_number
from bxdesk.placements.layouts.layout import code_of, resolve
from bxdesk.placements.layouts.layout_file import parse_layout
from bxdesk.placements.layouts.layout_mistakes import LayoutError, PermissionsError
from bxdesk.placements.snapshot import Snapshot

_NEVER_FOLDED = 100_000


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that a layout cannot name, and why. Without ``--prune`` an apply leaves it alone."""

    binding: Binding
    problem: Problem


@dataclass(frozen=True, slots=True)
class Export:
    """A portal's bindings as a layout: ``text`` is the file, ``document`` the same as one object.

    ``bindings`` are those that it names, ``left_out`` those that it cannot.
    """

    text: str
    document: Mapping[str, Any]
    bindings: tuple[Binding, ...]
    left_out: tuple[LeftOut, ...]


def export_layout(snapshot: Snapshot) -> Export:
    """The layout that names every row of ``snapshot``; a plan from it against the same rows is empty.

    A custom type is written by its title where that is the only one of its name, otherwise by its number. Rows that
    no layout can name (a text a portal would not take again, a placement the app may no longer bind) are left out.
    """
    names = _Names(snapshot)
    bindings = list(snapshot.bindings)
    left_out: list[LeftOut] = []
    if _mistake(bindings, snapshot, names) is not None:
        for binding in snapshot.bindings:
            problem = _mistake([binding], snapshot, names)
            if problem is not None:
                left_out.append(LeftOut(binding, problem))
                bindings.remove(binding)
    document = _document(bindings, names)
    return Export(_comments(snapshot, left_out) + _text(document), document, tuple(bindings), tuple(left_out))


class _Names:
    """Placement codes as they are written: the same custom type has another number on every portal."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._titles = Counter(custom.name for custom in snapshot.types)
        self._written: dict[str, str] = {}

    def __getitem__(self, code: str) -> str:
        if code not in self._written:
            self._written[code] = self._by_title(code)
        return self._written[code]

    def _by_title(self, code: str) -> str:
        number = type_number(code)
        title = self._snapshot.type_titles.get(number, "") if number is not None else ""
        if not title or self._titles[title] != 1:
            return code
        written = code.replace(f"_{number}_", f"_{{{title}}}_", 1)
        return written if code_of(written, self._snapshot) == code else code


def _mistake(bindings: list[Binding], snapshot: Snapshot, names: _Names) -> Problem | None:
    """Why these rows cannot be written and read again as what they are; None if they can."""
    try:
        read = resolve(parse_layout(_text(_document(bindings, names))), snapshot)
    except LayoutError as error:
        return error.mistakes[0].problem
    except PermissionsError as error:
        return error.lacking[0].problem
    held: dict[BindingKey, Binding] = {binding.key: binding for binding in bindings}
    same = set(held) == {one.key for one in read} and not any(differences(held[one.key], one) for one in read)
    return None if same else Problem("layout_inexact", message("A layout cannot name all that stands there."))


def _document(bindings: Iterable[Binding], names: _Names) -> CommentedMap:
    """Rows that differ in nothing but their placement share one entry; the commonest handler stands at the top."""
    widgets: dict[object, tuple[Binding, list[str]]] = {}
    for binding in bindings:
        alike = (
            binding.handler,
            binding.key.user_id,
            tuple(sorted(binding.texts.items(), key=lambda one: one[0])),
            tuple(sorted((key, value) for key, value in binding.options.items() if value)),
        )
        widgets.setdefault(alike, (binding, []))[1].append(names[binding.placement])
    handlers = Counter(binding.handler for binding, _ in widgets.values())
    document = CommentedMap({"bxdesk": 1})
    usual = handlers.most_common(1)[0][0] if handlers else None
    if usual is not None:
        document["handler"] = usual
    document["widgets"] = [_widget(binding, placements, usual) for binding, placements in widgets.values()]
    return document


def _widget(binding: Binding, placements: list[str], usual: str | None) -> CommentedMap:
    widget = CommentedMap({"placements": placements})
    if binding.handler != usual:
        widget["handler"] = binding.handler
    for name in ("title", "description", "group"):
        said = {language: getattr(texts, name) for language, texts in binding.texts.items()}
        said = {language: text for language, text in said.items() if text or name == "title"}
        if said:
            widget[name] = said[DEFAULT_LANGUAGE] if DEFAULT_LANGUAGE in said else CommentedMap(said)
    options = {key: value for key, value in binding.options.items() if value}
    if options:
        widget["options"] = CommentedMap(options)
    if binding.key.user_id != EVERYBODY:
        widget["user_id"] = binding.key.user_id
    return widget


def _text(document: CommentedMap) -> str:
    yaml = YAML(typ="rt", pure=True)
    yaml.Representer = _Representer
    yaml.width = _NEVER_FOLDED
    yaml.indent(mapping=2, sequence=4, offset=2)
    file = StringIO()
    yaml.dump(document, file)
    return file.getvalue()


class _Representer(RoundTripRepresenter):
    """Writes texts with characters that nobody sees between quotation marks: a terminal is shown escapes for them."""

    def represent_text(self, data: str) -> ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", data, style='"' if unseen(data) else None)


_Representer.add_representer(str, _Representer.represent_text)


def _comments(snapshot: Snapshot, left_out: Iterable[LeftOut]) -> str:
    lines = [f"The widgets of {snapshot.portal}"]
    lines += [f"Left out: {one.binding.placement} {one.binding.handler}: {one.problem}" for one in left_out]
    return "".join(f"# {_one_line(line)}\n" for line in lines)


def _one_line(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
