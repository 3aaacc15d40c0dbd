"""Reading a layout file (YAML or JSON). Every mistake is reported with its line.

The file is read in three passes: the YAML itself, the shape (a pydantic model, from which the published schema is
made), and the portal's rules for texts, options and addresses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bxdesk.errors import Problem
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, EVERYBODY, MAX_TEXT, Texts, is_title
from bxdesk.placements.catalogue import Option, OptionKind, family_of
from bxdesk.placements.codes import BACKGROUND_WORKER, normalise
from bxdesk.placements.handler import refusal
from bxdesk.placements.layout import Layout, LayoutError, Mistake, Wanted
from bxdesk.words import Words, verbatim, words

_LANGUAGE = re.compile(r"[a-z]{2}")

TextEntry = Annotated[StrictStr | dict[StrictStr, StrictStr], Field(description="One text, or a text by language")]
Path = tuple[str | int, ...]


class WidgetEntry(BaseModel):
    """One entry of ``widgets``: the same widget at one or several placements."""

    model_config = ConfigDict(extra="forbid")

    placements: list[StrictStr] = Field(min_length=1, description="Placement codes; {Title} names a custom type")
    title: TextEntry
    handler: StrictStr | None = Field(None, description="Address of the handler, if not the file's")
    description: TextEntry = ""
    group: TextEntry = ""
    options: dict[StrictStr, StrictStr | StrictInt | StrictBool] = Field(default_factory=dict)
    user_id: StrictInt = Field(EVERYBODY, ge=0, description="Only for PAGE_BACKGROUND_WORKER")


class LayoutDocument(BaseModel):
    """A layout file."""

    model_config = ConfigDict(extra="forbid", title="bxdesk layout")

    bxdesk: Literal[1] = Field(description="Version of this format")
    handler: StrictStr | None = Field(None, description="Address of the handler for every widget that names none")
    widgets: list[WidgetEntry]


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


def layout_schema() -> dict[str, Any]:
    """The JSON schema of a layout file, as published for editors."""
    schema = LayoutDocument.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


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
        for entry in _Widget(document, widget, ("widgets", index), tree, mistakes).wanted()
    ]
    if mistakes:
        raise LayoutError(sorted(mistakes, key=lambda mistake: mistake.line or 0))
    return Layout(tuple(wanted))


def _load(text: str) -> CommentedMap:
    yaml = YAML(typ="rt", pure=True)
    try:
        tree = yaml.load(StringIO(_without_tabs(text)))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else None
        raise LayoutError([Mistake(_not_yaml(str(error.problem or error.context)), line)]) from None
    except (YAMLError, ValueError, RecursionError) as error:
        raise LayoutError([Mistake(_not_yaml(str(error).partition("\n")[0]))]) from None
    if not isinstance(tree, CommentedMap):
        raise LayoutError([Mistake(_not_yaml("it is not a map of keys and values"), 1)])
    return tree


def _without_tabs(text: str) -> str:
    """JSON may be indented with tabs, which YAML refuses; in JSON a bare tab is never part of a text."""
    if "\t" not in text or not text.lstrip().startswith("{"):
        return text
    try:
        json.loads(text)
    except ValueError:
        return text
    return text.replace("\t", " ")


def _not_yaml(reason: str) -> Problem:
    return Problem(
        "layout_syntax",
        words("This is not a layout file: {reason}.", reason=reason),
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
        line = _line(tree, path)
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
        if _holds(node, part):
            node = node[part]  # type: ignore[index]
        elif not (keep_last and index == len(location) - 1):
            continue
        path.append(part)
    return tuple(path)


def _holds(node: object, part: str | int) -> bool:
    if isinstance(node, CommentedSeq):
        return isinstance(part, int) and part < len(node)
    return isinstance(node, CommentedMap) and part in node


def _line(tree: object, path: Path) -> int:
    """The line (from 1) of the deepest part of ``path`` that the file has."""
    line, node = 0, tree
    for part in path:
        if not _holds(node, part):
            break
        line = (node.lc.key(part) if isinstance(node, CommentedMap) else node.lc.item(part))[0]  # type: ignore[attr-defined]
        node = node[part]  # type: ignore[index]
    return line + 1


class _Widget:
    """One widget of the file, held against the portal's rules."""

    def __init__(
        self,
        document: LayoutDocument,
        entry: WidgetEntry,
        path: Path,
        tree: CommentedMap,
        mistakes: list[Mistake],
    ) -> None:
        self._document = document
        self._entry = entry
        self._path = path
        self._tree = tree
        self._mistakes = mistakes

    def wanted(self) -> list[Wanted]:
        """The widget once for each of its placements; mistakes are noted on the way."""
        texts = self._texts()
        handler = self._handler()
        return [
            Wanted(
                placement,
                handler,
                texts,
                self._options(placement, index),
                self._user(placement),
                self._line("placements", index),
            )
            for index, placement in enumerate(self._entry.placements)
            if self._placement(placement, index)
        ]

    def _line(self, *inside: str | int) -> int:
        return _line(self._tree, (*self._path, *inside))

    def _note(self, code: str, text: Words, line: int) -> None:
        mistake = Mistake(Problem(code, text), line)
        if mistake not in self._mistakes:
            self._mistakes.append(mistake)

    def _placement(self, placement: str, index: int) -> bool:
        if not placement.strip():
            self._note("layout_value", words("A placement's code is empty."), self._line("placements", index))
        return bool(placement.strip())

    def _handler(self) -> str:
        own = self._entry.handler
        handler = own if own is not None else self._document.handler
        line = self._line("handler") if own is not None else _line(self._tree, ("handler",))
        if handler is None:
            self._note(
                "layout_key",
                words("The widget has no “handler”, and neither has the file."),
                _line(self._tree, self._path),
            )
            return ""
        problem = refusal(handler)
        if problem is not None:
            self._note(problem.code, verbatim(str(problem)), line)
        return handler

    def _texts(self) -> dict[str, Texts]:
        entry = self._entry
        titles, descriptions, groups = (
            self._by_language(name, value)
            for name, value in (
                ("title", entry.title),
                ("description", entry.description),
                ("group", entry.group),
            )
        )
        for name, texts in (("description", descriptions), ("group", groups)):
            for language in sorted(set(texts) - set(titles) - {DEFAULT_LANGUAGE}):
                self._note(
                    "layout_title",
                    words("There is a {name} in “{language}”, but no title.", name=name, language=language),
                    self._line(name, language),
                )
        return {
            language: Texts(
                title,
                descriptions.get(language, descriptions.get(DEFAULT_LANGUAGE, "")),
                groups.get(language, groups.get(DEFAULT_LANGUAGE, "")),
            )
            for language, title in titles.items()
        }

    def _by_language(self, name: str, value: str | dict[str, str]) -> dict[str, str]:
        texts = {DEFAULT_LANGUAGE: value} if isinstance(value, str) else value
        if name == "title" and not texts:
            self._note("layout_title", words("The title has no language."), self._line(name))
        for language, text in texts.items():
            line = self._line(name, language) if language in texts and language else self._line(name)
            shown = words(" in “{language}”", language=language) if language else Words("")
            if not isinstance(value, str) and _LANGUAGE.fullmatch(language) is None:
                self._note(
                    "layout_language",
                    words("“{language}” is not a language; it has two letters, as in “en”.", language=language),
                    line,
                )
            if name == "title" and not is_title(text):
                said = words("The title{where} is empty.", where=shown)
                if text.strip():
                    said = words("The title{where} is “0”, which a portal takes for none.", where=shown)
                self._note("layout_title", said, line)
            if len(text.strip()) > MAX_TEXT:
                self._note(
                    "layout_text",
                    words(
                        "The {name}{where} has {length} characters; a portal stores {limit}.",
                        name=name,
                        where=shown,
                        length=len(text.strip()),
                        limit=MAX_TEXT,
                    ),
                    line,
                )
        return {language: text.strip() for language, text in texts.items()}

    def _options(self, placement: str, index: int) -> dict[str, str]:
        family = family_of(_pattern_by_title(placement))
        known: dict[str, Option] = {option.key: option for option in family.options} if family else {}
        options: dict[str, str] = {}
        for key, value in self._entry.options.items():
            option = known.get(key)
            line = self._line("options", key)
            text = _as_text(value, option)
            problem = _option_problem(key, text, option)
            if problem is not None:
                self._note("layout_option", problem, line)
            options[key] = text
        for option in known.values():
            if option.required and not options.get(option.key, "").strip():
                self._note(
                    "layout_option",
                    words("{placement} needs the option “{key}”.", placement=placement, key=option.key),
                    self._line("placements", index),
                )
        return options

    def _user(self, placement: str) -> int:
        user = self._entry.user_id
        if user != EVERYBODY and normalise(placement) != BACKGROUND_WORKER:
            self._note(
                "layout_user",
                words("“user_id” is possible only for {placement}.", placement=BACKGROUND_WORKER),
                self._line("user_id"),
            )
        return user


def _pattern_by_title(placement: str) -> str:
    return re.sub(r"\{.+\}", "0", placement, flags=re.DOTALL)


def _as_text(value: str | int | bool, option: Option | None) -> str:
    if isinstance(value, bool):
        flag = option is not None and option.kind is OptionKind.FLAG
        return ("Y" if value else "N") if flag else ("1" if value else "0")
    return str(value)


def _option_problem(key: str, value: str, option: Option | None) -> Words | None:
    if option is None or not value:
        return None
    if option.kind is OptionKind.FLAG and value not in ("Y", "N"):
        return words("“{key}” must be Y or N.", key=key)
    if option.kind is OptionKind.NUMBER and re.fullmatch(r"[0-9]+", value) is None:
        return words("“{key}” must be a whole number.", key=key)
    if option.kind is OptionKind.NUMBERS and re.fullmatch(r"\s*[0-9]+(\s*,\s*[0-9]+)*\s*", value) is None:
        return words("“{key}” must be whole numbers separated by commas.", key=key)
    return None
