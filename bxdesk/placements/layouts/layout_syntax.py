"""What is wrong with a text that is no YAML, in people's words: what stands where, and how to write it.

The YAML library tells where it stopped and which token it would have liked. What the person meant is read from the
characters around that place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from ruamel.yaml.error import MarkedYAMLError, StringMark
from ruamel.yaml.reader import ReaderError

from bxdesk.errors import Problem
from bxdesk.messages import Message, message, verbatim
from bxdesk.placements.layouts.layout_mistakes import Mistake

_CLOSING = {"[": "]", "{": "}"}
_BEGINS_SOMETHING = "@`%*&!|>"
"""Signs that YAML keeps for itself at the beginning of a text."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_INSIDE_BRACKETS = re.compile(r"[^,\[\]}#]*\}?[^,\[\]}#]*")
_IN_A_LINE = re.compile(r".*?(?=\s#|$)")
_ODD_INDENTATION = re.compile(r" *(?P<sign>[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])")
"""Blanks that look like those of the keyboard, and mean nothing to YAML."""
_ENOUGH = 50
"""Lines with such blanks that are named."""


def syntax_mistake(error: MarkedYAMLError, text: str) -> Mistake:
    """Where YAML cannot be read on, and why."""
    stop = _Stop(error, text)
    for rule in _RULES:
        meant = rule(stop)
        if meant is not None:
            break
    else:
        reason = verbatim(str(error.problem or error.context))
        meant = stop.at, message("This is not a layout file: {reason}.", reason=reason)
    place, said = meant
    return Mistake(Problem("layout_syntax", said), place.line, column=place.column)


def mark_mistake(reason: Message, mark: StringMark) -> Mistake:
    """What is wrong at a place that the library names (it counts lines and columns from 0)."""
    return Mistake(Problem("layout_syntax", reason), mark.line + 1, column=mark.column + 1)


def unprintable_mistake(error: ReaderError, text: str) -> Mistake:
    """A character that YAML does not take anywhere."""
    before = lines_of(text[: error.position])
    code = f"U+{int(error.character):04X}"
    said = message("A character that cannot be shown stands here ({code}): remove it.", code=code)
    return Mistake(Problem("layout_syntax", said), len(before), column=len(before[-1]) + 1)


def needs_quotes(sign: str, meant: str) -> Message:
    """A text that YAML reads as something else, and how to write it."""
    return message(
        "A text with “{sign}” in it needs quotation marks: write it as {example}.", sign=sign, example=_quoted(meant)
    )


def odd_indentation(text: str) -> list[Mistake]:
    """Lines that are indented with other blanks than those of the keyboard: why a file is read as nobody meant it.

    The first of them will do: who mends these knows what to look for.
    """
    found = (
        Mistake(
            Problem(
                "layout_syntax",
                message(
                    "This line is indented with a blank that YAML does not know (U+{code}): use ordinary blanks.",
                    code=f"{ord(odd['sign']):04X}",
                ),
            ),
            number,
        )
        for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1)
        if (odd := _ODD_INDENTATION.match(line))
    )
    return list(islice(found, _ENOUGH))


def lines_of(text: str) -> list[str]:
    """The lines of a file as YAML counts them."""
    return _LINE_END.split(text)


def text_written_at(lines: Sequence[str], line: int, column: int, *, in_brackets: bool) -> str:
    """A text as it is written from a place on (line and column from 1), up to what ends it in its line."""
    if not 0 < line <= len(lines):
        return ""
    written = _whole(_Place(line, column, lines[line - 1]), column - 1, in_brackets=in_brackets)
    return written if written.count("{") == written.count("}") else written.rstrip("}")


def comment_after(lines: Sequence[str], line: int, column: int) -> str:
    """What follows an unquoted text in its line and looks like a part of it: ``#1`` in ``title: Invoice #1``."""
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    found = re.search(r"\s(#[^\s#].*)$", rest)
    return found[1].rstrip() if found and rest[:1] not in "\"'|>" else ""


class _Place:
    """A place in the text: its line and column (from 1), what stands before it in the line, and from it on."""

    def __init__(self, line: int, column: int, text: str) -> None:
        self.line = line
        self.column = column
        self.before = text[: column - 1]
        self.rest = text[column - 1 :]

    @classmethod
    def of(cls, mark: StringMark | None, lines: list[str]) -> _Place:
        line, column = (mark.line, mark.column) if mark is not None else (0, 0)
        return cls(line + 1, column + 1, lines[line] if line < len(lines) else "")

    @property
    def sign(self) -> str:
        """The character there; nothing at the end of the text."""
        return self.rest[:1]


class _Stop:
    """The place where the library stopped, the one where what it was reading begins, and what it says about it."""

    def __init__(self, error: MarkedYAMLError, text: str) -> None:
        lines = lines_of(text)
        self.at = _Place.of(error.problem_mark or error.context_mark, lines)
        self.begin = _Place.of(error.context_mark, lines)
        self.said = str(error.problem)
        self.in_brackets = self.begin.sign in _CLOSING and "flow" in str(error.context)


Meant = tuple[_Place, Message] | None
"""The place to look at, and what is wrong there; None when it is something else."""


def _tab(stop: _Stop) -> Meant:
    if stop.at.sign != "\t":
        return None
    return stop.at, message("There is a tab here: indent with blanks instead.")


def _same_key(stop: _Stop) -> Meant:
    if "duplicate key" not in stop.said:
        return None
    key = re.match(r"[\"']?([^\"':]*)", stop.at.rest)
    return stop.at, message("“{key}” stands here twice: keep one of the two.", key=key[1] if key else "")


def _second_document(stop: _Stop) -> Meant:
    if "another document" not in stop.said:
        return None
    return stop.at, message("A second document begins here: remove the line “---”.")


def _open_quotation(stop: _Stop) -> Meant:
    if stop.begin.sign not in ("'", '"') or "end of stream" not in stop.said:
        return None
    return stop.begin, _not_closed(stop.begin.sign)


def _escape(stop: _Stop) -> Meant:
    if "escape" not in stop.said:
        return None
    return stop.at, message(
        "A backslash has a meaning between double quotation marks: put single ones around the text."
    )


def _reserved_sign(stop: _Stop) -> Meant:
    signs = _BEGINS_SOMETHING + ("-?" if "not allowed here" in stop.said else "")
    place = next((place for place in (stop.at, stop.begin) if place.sign and place.sign in signs), None)
    if place is None:
        return None
    return place, message(
        "A text cannot begin with “{sign}”: write it in quotation marks, as in {example}.",
        sign=place.sign,
        example=_quoted(_whole(place, place.column - 1, in_brackets=False)),
    )


def _bare_colon(stop: _Stop) -> Meant:
    begin = stop.at.before.rfind(": ")
    one_line = stop.at.line == stop.begin.line or "mapping values" in stop.said
    if stop.at.sign != ":" or not one_line or begin < 0:
        return None
    return stop.at, needs_quotes(":", _whole(stop.at, begin + 2, in_brackets=stop.in_brackets))


def _bare_brace(stop: _Stop) -> Meant:
    if stop.at.sign != "{" or not stop.in_brackets or stop.at.line != stop.begin.line:
        return None
    before = stop.at.before
    begin = max(before.rfind(","), before.rfind(": "), before.rfind("[")) + 1
    return stop.at, needs_quotes("{", _whole(stop.at, begin, in_brackets=True))


def _open_bracket(stop: _Stop) -> Meant:
    if not stop.in_brackets:
        return None
    if not stop.at.sign:
        return stop.begin, _not_closed(stop.begin.sign)
    return stop.at, message(
        "A comma is missing before this, or the “{bracket}” that closes what opens in line {line}.",
        bracket=_CLOSING[stop.begin.sign],
        line=stop.begin.line,
    )


def _nothing_there(stop: _Stop) -> Meant:
    if "node content" not in stop.said or not stop.at.sign:
        return None
    return stop.at, message("Something is missing before “{sign}”.", sign=stop.at.sign)


def _early_end(stop: _Stop) -> Meant:
    if "stream end" not in stop.said:
        return None
    return stop.at, message("The file ends too early: a “]” or “}” is missing.")


def _no_colon(stop: _Stop) -> Meant:
    if "find expected ':'" not in stop.said:
        return None
    return stop.begin, message("A colon and a blank after it are missing here, as in “title: Send”.")


def _indentation(stop: _Stop) -> Meant:
    if stop.at.before.strip() and stop.at.sign != ":":
        return None
    return stop.at, message("This line is indented differently from those that it belongs with.")


def _complete(stop: _Stop) -> Meant:
    if "block end" not in stop.said:
        return None
    return stop.at, message(
        "What stands before this is complete: put all of it in one pair of quotation marks, or remove the rest."
    )


_RULES: tuple[Callable[[_Stop], Meant], ...] = (
    _tab,
    _same_key,
    _second_document,
    _open_quotation,
    _escape,
    _reserved_sign,
    _bare_colon,
    _bare_brace,
    _open_bracket,
    _nothing_there,
    _early_end,
    _no_colon,
    _indentation,
    _complete,
)
"""What people get wrong, most telling signs first."""


def _not_closed(sign: str) -> Message:
    return message("The “{sign}” that opens here is not closed.", sign=sign)


def _whole(place: _Place, begin: int, *, in_brackets: bool) -> str:
    """The text around a place that was meant to be one, from an index of its line on."""
    ends = (_INSIDE_BRACKETS if in_brackets else _IN_A_LINE).match(place.rest)
    return (place.before[begin:] + (ends[0] if ends else "")).strip()


def _quoted(text: str) -> str:
    return f'"{text}"'
