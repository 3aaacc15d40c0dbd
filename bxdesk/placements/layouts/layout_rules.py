"""One widget of a layout file, held against the rule book; what is found gets the line it stands in."""

from __future__ import annotations

import re

from ruamel.yaml.comments import CommentedMap

from bxdesk.errors import Problem
from bxdesk.messages import Message, message
from bxdesk.placements.bindings import DEFAULT_LANGUAGE, Binding, BindingKey, Texts
from bxdesk.placements.catalogue import options_of
from bxdesk.placements.layouts.layout import Origin, Wanted
from bxdesk.placements.layouts.layout_mistakes import Mistake
from bxdesk.placements.layouts.layout_shape import WidgetEntry, line_of
from bxdesk.placements.options import FLAG, Option
from bxdesk.placements.rules import refused


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
        found = [
            Wanted(placement, handler, texts, self._options(placement), self._entry.user_id, self._origin(index))
            for index, placement in enumerate(self._entry.placements)
            if self._placement(placement, index)
        ]
        for wanted in found:
            self._note_refused(wanted)
        return found

    def _note_refused(self, wanted: Wanted) -> None:
        key = BindingKey(_pattern_by_title(wanted.placement), wanted.handler, wanted.user_id)
        for finding in refused(Binding(key, wanted.texts, wanted.options)):
            if finding.place != "handler" or wanted.handler:
                line = self._line_of(finding.place, wanted.origin)
                self._mistakes.append(Mistake(finding.problem, line))

    def _line_of(self, place: str, origin: Origin) -> int:
        """The line of the part of the widget that a finding is about."""
        name, _, key = place.partition(".")
        if name == "handler":
            return origin.handler
        if name == "options" and key not in self._entry.options:
            return origin.line
        return self._line(name, key)

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
        return {language: text.strip() for language, text in texts.items()}

    def _options(self, placement: str) -> dict[str, str]:
        known = options_of(_pattern_by_title(placement))
        options: dict[str, str] = {}
        for key, value in self._entry.options.items():
            option = known.get(key)
            text = _as_text(value, option)
            if option is not None and not option.kind.accepts(text) and option.kind.accepts(text.strip()):
                text = text.strip()
            options[key] = text
        return options


def _pattern_by_title(placement: str) -> str:
    return re.sub(r"\{.+\}", "0", placement, flags=re.DOTALL)


def _as_text(value: str | int | bool, option: Option | None) -> str:
    if isinstance(value, bool):
        flag = option is not None and option.kind is FLAG
        return ("Y" if value else "N") if flag else ("1" if value else "0")
    return str(value)
