"""Reading a layout file (YAML or JSON). Every mistake is reported with its line.

The file is read in three passes: the YAML itself, the shape (a pydantic model, from which the published schema is
made), and the portal's rules for texts, options and addresses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bxdesk.errors import Problem
from bxdesk.placements.layout import Layout, LayoutError, Mistake
from bxdesk.placements.layout_rules import WidgetReader
from bxdesk.placements.layout_shape import LayoutDocument, Path, holds, line_of
from bxdesk.words import Words, words

_ESCAPE = re.compile(r"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\.")
_EXPECTED: Mapping[str, Words] = {
    "bxdesk": words("1 (the version of the format)"),
    "handler": words("a web address"),
    "widgets": words("a list of widgets"),
    "placements": words("a list of placement codes"),
    "title": words("a text, or a text for each language"),
    "description": words("a text, or a text for each language"),
    "group": words("a text, or a text for each language"),
    "options": words("a map of option to text, number or true/false"),
    "user_id": words("a whole number, 0 or more"),
}


def parse_layout(text: str) -> Layout:
    """The layout that ``text`` describes.

    Raises LayoutError with every mistake found, each with its line (1 for the first).
    """
    tree = _load(text)
    try:
        document = LayoutDocument.model_validate(tree)
    except ValidationError as error:
        raise LayoutError(_shape_mistakes(error, tree)) from None
    mistakes: list[Mistake] = []
    wanted = [
        entry
        for index, widget in enumerate(document.widgets)
        for entry in WidgetReader(document, widget, ("widgets", index), tree, mistakes).wanted()
    ]
    if mistakes:
        raise LayoutError(sorted(mistakes, key=lambda mistake: mistake.line or 0))
    return Layout(tuple(wanted))


def _load(text: str) -> CommentedMap:
    yaml = YAML(typ="rt", pure=True)
    try:
        tree = yaml.load(StringIO(_json_as_yaml(text)))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else None
        raise LayoutError([Mistake(_not_yaml(str(error.problem or error.context)), line)]) from None
    except (YAMLError, ValueError, RecursionError) as error:
        raise LayoutError([Mistake(_not_yaml(str(error).partition("\n")[0]))]) from None
    if tree is None:
        raise LayoutError([Mistake(_problem(words("The layout file is empty.")), 1)])
    if not isinstance(tree, CommentedMap):
        raise LayoutError([Mistake(_not_yaml("it is not a map of keys and values"), 1)])
    return tree


def _json_as_yaml(text: str) -> str:
    """JSON without what YAML reads otherwise; any other text as it is.

    Tabs may indent JSON, and a bare tab is never part of a text in it. A character beyond the first 65,536 may be
    written as two escapes, which YAML would take for two characters.
    """
    if not text.lstrip().startswith("{"):
        return text
    try:
        json.loads(text)
    except ValueError:
        return text
    return _ESCAPE.sub(_joined, text.replace("\t", " "))


def _joined(escape: re.Match[str]) -> str:
    pair = escape["pair"]
    return str(json.loads(f'"{pair}"')) if pair else escape[0]


def _not_yaml(reason: str) -> Problem:
    return _problem(words("This is not a layout file: {reason}.", reason=reason))


def _problem(title: Words) -> Problem:
    return Problem(
        "layout_syntax",
        title,
        hint=words("A layout file is YAML or JSON that begins with “bxdesk: 1”."),
    )


def _shape_mistakes(error: ValidationError, tree: CommentedMap) -> Iterator[Mistake]:
    seen: set[Path] = set()
    for detail in error.errors(include_url=False):
        path = _known_path(tree, detail["loc"], keep_last=detail["type"] in ("missing", "extra_forbidden"))
        if path in seen:
            continue
        seen.add(path)
        name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        line = line_of(tree, path)
        if detail["type"] == "extra_forbidden":
            yield Mistake(Problem("layout_key", words("“{key}” is not a key of a layout.", key=name)), line)
        elif detail["type"] == "missing":
            yield Mistake(Problem("layout_key", words("“{key}” is missing.", key=name)), line)
        else:
            field = next((str(part) for part in reversed(path) if part in _EXPECTED), "")
            expected = _EXPECTED.get(field, words("a widget with its keys"))
            yield Mistake(
                Problem("layout_value", words("“{key}” must be {expected}.", key=field or name, expected=expected)),
                line,
            )


def _known_path(tree: object, location: Sequence[str | int], *, keep_last: bool) -> Path:
    """``location`` without the parts that pydantic adds for the branches of a union."""
    path: list[str | int] = []
    node = tree
    for index, part in enumerate(location):
        if holds(node, part):
            node = node[part]  # type: ignore[index]
        elif not (keep_last and index == len(location) - 1):
            continue
        path.append(part)
    return tuple(path)
