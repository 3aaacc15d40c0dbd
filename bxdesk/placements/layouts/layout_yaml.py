"""The text of a layout file as a tree that knows its lines: YAML, or JSON."""

from __future__ import annotations

import json
import re
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from bxdesk.errors import Problem
from bxdesk.messages import Message, message
from bxdesk.placements.layouts.layout_mistakes import Mistake
from bxdesk.placements.layouts.layout_syntax import syntax_mistake, unprintable_mistake

_ESCAPE = re.compile(r"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\.")


def read_tree(text: str) -> CommentedMap | Mistake:
    """The map that ``text`` describes, or why it describes none."""
    yaml = YAML(typ="rt", pure=True)
    source = text
    try:
        source = _json_as_yaml(text)
        tree = yaml.load(StringIO(source))
    except MarkedYAMLError as error:
        return syntax_mistake(error, source)
    except ReaderError as error:
        return unprintable_mistake(error, source)
    except TypeError:  # a map or a list cannot be looked up
        return Mistake(_not_yaml("a key is not a text"))
    except RecursionError:
        return Mistake(_not_yaml("lists or maps stand in each other without end"))
    except (YAMLError, ValueError) as error:
        return Mistake(_not_yaml(str(error).partition("\n")[0]))
    if tree is None:
        return Mistake(_problem(message("The layout file is empty.")), 1)
    if not isinstance(tree, CommentedMap):
        return Mistake(_not_yaml("it is not a map of keys and values"), 1)
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
    return _problem(message("This is not a layout file: {reason}.", reason=reason))


def _problem(title: Message) -> Problem:
    return Problem(
        "layout_syntax",
        title,
        hint=message("A layout file is YAML or JSON that begins with “bxdesk: 1”."),
    )
