"""Reading a layout file (YAML or JSON). Every mistake is reported with its line, and all that can be found at once.

The file is read in three passes: the YAML itself, the shape (a pydantic model, from which the published schema is
made), and the portal's rules for texts, options and addresses. What has not the right shape does not keep the rest
from being held against the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import ValidationError
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from bxdesk.errors import Problem
from bxdesk.messages import Message, message
from bxdesk.placements.layouts.layout import LayoutFile
from bxdesk.placements.layouts.layout_mistakes import LayoutError, Mistake, without_repeats
from bxdesk.placements.layouts.layout_rules import WidgetReader
from bxdesk.placements.layouts.layout_shape import (
    LayoutDocument,
    Path,
    SoundDocument,
    holds,
    line_of,
    part_of,
    sound_document,
    unsendable_texts,
    value_place,
)
from bxdesk.placements.layouts.layout_syntax import (
    comment_after,
    lines_of,
    needs_quotes,
    odd_indentation,
    text_written_at,
)
from bxdesk.placements.layouts.layout_yaml import read_tree

_EXPECTED: Mapping[str, Message] = {
    "bxdesk": message("1 (the version of the format)"),
    "handler": message("a web address"),
    "widgets": message("a list of widgets"),
    "placements": message("a list of placement codes"),
    "title": message("a text, or a text for each language"),
    "description": message("a text, or a text for each language"),
    "group": message("a text, or a text for each language"),
    "options": message("a map of option to text, number or true/false"),
    "user_id": message("a whole number, 0 or more"),
}
_TEXTS = ("title", "description", "group")
_BROKEN = Problem("layout_text", message("A text has half a character in it, as an escape such as \\ud83d makes it."))


def parse_layout(text: str, name: str = "") -> LayoutFile:
    """The layout that ``text`` describes; ``name`` is the file's, for what is said about it.

    Raises LayoutError with every mistake found, each with its line (1 for the first).
    """
    tree = read_tree(text)
    if isinstance(tree, Mistake):
        raise LayoutError(odd_indentation(text) or [tree], name)
    broken = [Mistake(_BROKEN, line_of(tree, path)) for path in unsendable_texts(tree)]
    if broken:
        raise LayoutError(without_repeats(broken), name)
    lines = lines_of(text)
    spoilt: dict[Path, Mistake] = {}
    try:
        LayoutDocument.model_validate(tree)
    except ValidationError as error:
        spoilt = dict(_shape_mistakes(error, tree, lines))
    document = sound_document(tree, spoilt)
    mistakes = list(spoilt.values())
    wanted = [
        entry
        for index, widget in document.widgets
        for entry in WidgetReader(document.handler, widget, index, tree, mistakes).wanted()
    ]
    if mistakes:
        raise LayoutError(odd_indentation(text) or without_repeats(mistakes), name)
    return LayoutFile(tuple(wanted), name, tuple(_cut_texts(document, tree, lines)))


def _cut_texts(document: SoundDocument, tree: CommentedMap, lines: Sequence[str]) -> Iterator[Mistake]:
    """Texts that end where YAML takes a comment to begin, as in ``title: Invoice #1``."""
    for index, widget in document.widgets:
        for name in ("title", "description", "group"):
            path: Path = ("widgets", index, name)
            value = getattr(widget, name)
            for inner in [path] if isinstance(value, str) else [(*path, language) for language in value]:
                line, column = value_place(tree, inner)
                lost = comment_after(lines, line, column) if line else ""
                if lost:
                    meant = f"{part_of(tree, inner)} {lost}"
                    yield Mistake(
                        Problem(
                            "layout_comment",
                            message("“{lost}” is a comment here and not a part of the text.", lost=lost),
                            remedy=message('Put the text in quotation marks if it is meant: "{text}".', text=meant),
                        ),
                        line,
                    )


def _shape_mistakes(error: ValidationError, tree: CommentedMap, lines: Sequence[str]) -> Iterator[tuple[Path, Mistake]]:
    """What has not the right shape, by the path to it; of several that say the same of one path the last counts."""
    for detail in error.errors(include_url=False):
        path = _known_path(tree, detail["loc"], keep_last=detail["type"] in ("missing", "extra_forbidden"))
        if path[-1:] and path[-1] in _TEXTS and _is_map_of_texts(tree, path):
            continue  # the languages in it are told of one by one
        if detail["type"] == "invalid_key":
            yield path, Mistake(_not_a_key(str(detail["input"])), line_of(tree, path))
        else:
            yield path, Mistake(_shape_problem(detail["type"], path, tree, lines), line_of(tree, path))


def _is_map_of_texts(tree: CommentedMap, path: Path) -> bool:
    return isinstance(part_of(tree, path), CommentedMap) and _text_in_braces(tree, path) is None


def _not_a_key(key: str) -> Problem:
    return Problem("layout_key", message("“{key}” is not a key of a layout.", key=key))


def _shape_problem(kind: str, path: Path, tree: CommentedMap, lines: Sequence[str]) -> Problem:
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    if kind == "extra_forbidden":
        return _not_a_key(name)
    if kind == "missing":
        return Problem("layout_key", message("“{key}” is missing.", key=name))
    field = next((str(part) for part in reversed(path) if part in _EXPECTED), "")
    value = part_of(tree, path)
    if field == "options" and path[-1:] != ("options",) and value is None:
        return Problem("layout_value", message("“{key}” has no value: give it one, or remove it.", key=name))
    meant = _text_in_braces(tree, path) if field != "options" else None
    if meant is not None:
        return Problem("layout_value", needs_quotes("{", meant))
    if field in _TEXTS and not isinstance(value, str | CommentedMap | CommentedSeq):
        inside = part_of(tree, path[:-1])
        in_brackets = isinstance(inside, CommentedMap | CommentedSeq) and bool(inside.fa.flow_style())
        return _not_a_text(name, text_written_at(lines, *value_place(tree, path), in_brackets=in_brackets))
    expected = _EXPECTED.get(field, message("a widget with its keys"))
    return Problem("layout_value", message("“{key}” must be {expected}.", key=field or name, expected=expected))


def _not_a_text(key: str, written: str) -> Problem:
    """A value that YAML takes for a number, a date, true or nothing, as in ``title: 007``."""
    if not written:
        return Problem("layout_value", message("“{key}” has no text: give it one, or remove it.", key=key))
    return Problem(
        "layout_value",
        message('“{key}” must be a text: put it in quotation marks, as in "{text}".', key=key, text=written),
    )


def _text_in_braces(tree: CommentedMap, path: Path) -> str | None:
    """The text that was meant by a map such as ``{Purchase}``, or by a part of it; None for anything else."""
    for node in (part_of(tree, path), part_of(tree, path[:-1])):
        if isinstance(node, CommentedMap) and node.fa.flow_style() and [*node.values()] == [None]:
            return f"{{{next(iter(node))}}}"
    return None


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
