"""The text of a layout file as a tree that knows its lines: YAML, or JSON.

A file may come from anybody, so it is judged while it is composed, before anything is built from it: how long it is,
how deep, how much its aliases make of it. Explicit tags would run constructors of the library's, and a key that is no
text belongs to no layout: both are refused.
"""

from __future__ import annotations

import codecs
import json
import re
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.composer import Composer, MaxDepthExceededError
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.events import AliasEvent, ScalarEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode
from ruamel.yaml.reader import ReaderError

from bxdesk.errors import BxdeskError, Problem
from bxdesk.messages import Message, message
from bxdesk.placements.layouts.layout_mistakes import LayoutError, Mistake
from bxdesk.placements.layouts.layout_syntax import mark_mistake, syntax_mistake, unprintable_mistake

# The mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode_layout(data: bytes, name: str) -> str:
    """The text of the file called ``name``.

    Raises BxdeskError where it is in another encoding, no text at all, or longer than :data:`MAX_BYTES`.
    """
    if len(data) > MAX_BYTES:
        raise LayoutError([Mistake(too_long_problem())], name)
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise _not_utf8(name) from None
    if "\0" in text:  # UTF-16 without a mark
        raise _not_utf8(name)
    return text


def _not_utf8(name: str) -> BxdeskError:
    return BxdeskError(
        Problem(
            "layout_unreadable",
            message("The layout {path} cannot be read.", path=name),
            message("It is not a text in UTF-8."),
            message("Nothing was sent. Save it as UTF-8: text editors offer that under Save as."),
        )
    )


MAX_LENGTH = 512 * 1024
"""Characters of a layout file: some three thousand widgets, read in about three seconds."""
MAX_BYTES = 4 * MAX_LENGTH
"""Whoever reads a layout file reads one byte more at most: it may have no end."""
MAX_NODES = 30_000
"""Keys and values of a layout with its aliases written out."""
_MAX_NUMBER = 40
"""Characters of a number; Python refuses to read one of some thousand digits."""
_MAX_DEPTH = 20
"""A layout needs five levels."""
_ESCAPE = re.compile(r"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\.")


def read_tree(text: str) -> CommentedMap | Mistake:
    """The map that ``text`` describes, or why it describes none."""
    if len(text) > MAX_LENGTH:
        return Mistake(too_long_problem())
    yaml = YAML(typ="rt", pure=True)
    yaml.Composer = _LayoutComposer
    yaml.max_depth = _MAX_DEPTH
    source = text
    try:
        source = _json_as_yaml(text)
        tree = yaml.load(StringIO(source))
    except _RefusedError as error:
        return mark_mistake(error.reason, error.mark)
    except MaxDepthExceededError as error:
        return mark_mistake(message("Lists or maps stand in each other too deep for a layout."), error.problem_mark)
    except MarkedYAMLError as error:
        return syntax_mistake(error, source)
    except ReaderError as error:
        return unprintable_mistake(error, source)
    except RecursionError:
        return Mistake(_not_yaml("lists or maps stand in each other without end"))
    except (YAMLError, ValueError, TypeError) as error:
        return Mistake(_not_yaml(str(error).partition("\n")[0]))
    if tree is None:
        return Mistake(_problem(message("The layout file is empty.")), 1)
    if not isinstance(tree, CommentedMap):
        return Mistake(_not_yaml("it is not a map of keys and values"), 1)
    return tree


def too_long_problem() -> Problem:
    """The problem of a file that is longer than :data:`MAX_LENGTH`."""
    return Problem(
        "layout_too_long",
        message("This is too long for a layout file: {limit} KB at most are read.", limit=MAX_LENGTH // 1024),
        remedy=message("Check that it is the right file, or divide it into several."),
    )


class _RefusedError(Exception):
    """Something that stands in no layout, and where."""

    def __init__(self, reason: Message, mark: StringMark) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.mark = mark


class _LayoutComposer(Composer):
    """Composes nothing but texts, lists and maps with texts as keys, within bounds."""

    def __init__(self, loader: object = None) -> None:
        super().__init__(loader)
        self.warn_double_anchors = False
        self._composed = 0

    def get_single_node(self) -> Node | None:
        """The whole file. Raises _RefusedError when its aliases make too much of it."""
        root: Node | None = super().get_single_node()
        if root is not None:
            _written_out(root, {}, set())
        return root

    def compose_node(self, parent: Node | None, index: Node | int | None) -> Node:
        """One node; ``index`` is None for the key of a map."""
        event = self.parser.peek_event()
        self._composed += 1
        if self._composed > MAX_NODES:
            raise _RefusedError(_too_much(), event.start_mark)
        if getattr(event, "tag", None) is not None:
            raise _RefusedError(
                message("“{tag}” has no meaning in a layout: remove it.", tag=event.tag), event.start_mark
            )
        if isinstance(parent, MappingNode) and index is None and not isinstance(event, ScalarEvent | AliasEvent):
            raise _RefusedError(
                message("A key must be a text. A text with brackets needs quotation marks."), event.start_mark
            )
        node: Node = super().compose_node(parent, index)
        if isinstance(node, ScalarNode):
            if not node.style and len(node.value) > _MAX_NUMBER and not str(node.tag).endswith(":str"):
                raise _RefusedError(
                    message("This number is too long. A text of digits needs quotation marks."), event.start_mark
                )
        elif isinstance(parent, MappingNode) and index is None:  # an alias of a list or map
            raise _RefusedError(message("A key must be a text."), event.start_mark)
        return node


def _written_out(node: Node, known: dict[int, int], above: set[int]) -> int:
    """How many nodes this one is with its aliases written out. Raises _RefusedError for too many, or without end."""
    if isinstance(node, ScalarNode):
        return 1
    if id(node) in above:
        raise _RefusedError(message("This stands in itself, so it has no end."), node.start_mark)
    if id(node) not in known:
        above.add(id(node))
        inside = [one for pair in node.value for one in pair] if isinstance(node, MappingNode) else node.value
        known[id(node)] = 1 + sum(_written_out(one, known, above) for one in inside)
        above.discard(id(node))
    if known[id(node)] > MAX_NODES:
        raise _RefusedError(_too_much(), node.start_mark)
    return known[id(node)]


def _too_much() -> Message:
    return message("This is too much for a layout: {limit} keys and values at most are read.", limit=MAX_NODES)


def _json_as_yaml(text: str) -> str:
    """JSON without what YAML reads otherwise; any other text as it is.

    Tabs may indent JSON, and a bare tab is never part of a text in it. A character beyond the first 65,536 may be
    written as two escapes, which YAML would take for two characters.
    """
    if not text.lstrip().startswith("{"):
        return text
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return text
    return _ESCAPE.sub(_joined, text.replace("\t", " "))


def _joined(escape: re.Match[str]) -> str:
    pair = escape["pair"]
    return str(json.loads(f'"{pair}"')) if pair else escape[0]


def _not_yaml(reason: str) -> Problem:
    return _problem(message("This is not a layout file: {reason}.", reason=reason))


def _problem(title: Message) -> Problem:
    return Problem(
        "layout_syntax",
        title,
        remedy=message("A layout file is YAML or JSON that begins with “bxdesk: 1”."),
    )
