"""One widget of a layout file, held against a portal's rules for texts, options and addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ruamel.yaml.comments import CommentedMap

from bxdesk.errors import Problem
from bxdesk.messages import Message, message, verbatim
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, EVERYBODY, MAX_TEXT, Texts, is_title
from bxdesk.placements.catalogue import options_of
from bxdesk.placements.codes import BACKGROUND_WORKER, normalise
from bxdesk.placements.handler import refusal
from bxdesk.placements.layouts.layout import Origin, Wanted
from bxdesk.placements.layouts.layout_mistakes import Mistake
from bxdesk.placements.layouts.layout_shape import WidgetEntry, line_of
from bxdesk.placements.options import FLAG, Option

_LANGUAGE = re.compile(r"[a-z]{2}")


class WidgetReader:
    """One widget of the file, held against the portal's rules."""

    def __init__(
        self, usual: str | None, entry: WidgetEntry, index: int, tree: CommentedMap, mistakes: list[Mistake]
    ) -> None:
        """``usual`` is the file's handler, ``index`` the widget's in the file; ``mistakes`` takes what is found."""
        self._usual = usual
        self._entry = entry
        self._index = index
        self._tree = tree
        self._mistakes = mistakes

    def wanted(self) -> list[Wanted]:
        """The widget once for each of its placements; mistakes are noted on the way."""
        texts = self._texts()
        handler = self._handler()
        return [
            Wanted(
                placement, handler, texts, self._options(placement, index), self._user(placement), self._origin(index)
            )
            for index, placement in enumerate(self._entry.placements)
            if self._placement(placement, index)
        ]

    def _origin(self, placement: int) -> Origin:
        entry = self._entry
        return Origin(
            self._index,
            self._line("placements", placement),
            self._handler_line(),
            {} if isinstance(entry.title, str) else {name: self._line("title", name) for name in entry.title},
            {key: self._line("options", key) for key in entry.options},
        )

    def _line(self, *inside: str | int) -> int:
        return line_of(self._tree, ("widgets", self._index, *inside))

    def _handler_line(self) -> int:
        return self._line("handler") if self._entry.handler is not None else line_of(self._tree, ("handler",))

    def _note(self, code: str, text: Message, line: int) -> None:
        self._mistakes.append(Mistake(Problem(code, text), line))

    def _placement(self, placement: str, index: int) -> bool:
        if not placement.strip():
            self._note("layout_value", message("A placement's code is empty."), self._line("placements", index))
        return bool(placement.strip())

    def _handler(self) -> str:
        handler = self._entry.handler if self._entry.handler is not None else self._usual
        if handler is None:
            self._note("layout_key", message("The widget has no “handler”, and neither has the file."), self._line())
            return ""
        problem = refusal(handler)
        if problem is not None:
            self._note(problem.code, verbatim(str(problem)), self._handler_line())
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
                    message("There is a {name} in “{language}”, but no title.", name=name, language=language),
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
            self._note("layout_title", message("The title has no language."), self._line(name))
        for language, text in texts.items():
            line = self._line(name, language) if language in texts and language else self._line(name)
            shown = message(" in “{language}”", language=language) if language else Message("")
            if not isinstance(value, str) and _LANGUAGE.fullmatch(language) is None:
                self._note(
                    "layout_language",
                    message("“{language}” is not a language; it has two small letters, as in “en”.", language=language),
                    line,
                )
            if name == "title" and not is_title(text):
                said = message("The title{where} is empty.", where=shown)
                if text.strip():
                    said = message("The title{where} is “0”, which a portal takes for none.", where=shown)
                self._note("layout_title", said, line)
            if len(text.strip()) > MAX_TEXT:
                self._note(
                    "layout_text",
                    message(
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
        known = options_of(_pattern_by_title(placement))
        options: dict[str, str] = {}
        for key, value in self._entry.options.items():
            option = known.get(key)
            text = _as_text(value, option)
            if option is not None and not option.kind.accepts(text) and option.kind.accepts(text.strip()):
                text = text.strip()
            problem = _option_problem(key, text, option) or _misspelt(key, known)
            if problem is not None:
                self._note("layout_option", problem, self._line("options", key))
            options[key] = text
        misspelt = {_folded(key) for key in options if key not in known}
        for option in known.values():
            if option.required and not options.get(option.key, "").strip() and _folded(option.key) not in misspelt:
                self._note(
                    "layout_option",
                    message("{placement} needs the option “{key}”.", placement=placement, key=option.key),
                    self._line("placements", index),
                )
        return options

    def _user(self, placement: str) -> int:
        user = self._entry.user_id
        if user != EVERYBODY and normalise(placement) != BACKGROUND_WORKER:
            self._note(
                "layout_user",
                message("“user_id” is possible only for {placement}.", placement=BACKGROUND_WORKER),
                self._line("user_id"),
            )
        return user


def _pattern_by_title(placement: str) -> str:
    return re.sub(r"\{.+\}", "0", placement, flags=re.DOTALL)


def _as_text(value: str | int | bool, option: Option | None) -> str:
    if isinstance(value, bool):
        flag = option is not None and option.kind is FLAG
        return ("Y" if value else "N") if flag else ("1" if value else "0")
    return str(value)


def _option_problem(key: str, value: str, option: Option | None) -> Message | None:
    if option is None or not value or option.kind.accepts(value):
        return None
    if option.kind.values and option.kind is not FLAG:
        return None  # of values that can be chosen, a portal may know more than we do
    return message("“{key}” must be {expected}.", key=key, expected=option.kind.expected)


def _misspelt(key: str, known: Mapping[str, Option]) -> Message | None:
    """A portal compares the names of options to the letter, and drops what it does not know."""
    if key in known:
        return None
    right = next((name for name in known if _folded(name) == _folded(key)), None)
    return None if right is None else message("The option “{key}” is written “{right}”.", key=key, right=right)


def _folded(key: str) -> str:
    return re.sub("[-_ ]", "", key).lower()
