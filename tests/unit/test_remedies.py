"""What a person can do about a problem: a value in the core, which each front end words in its own terms."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bxdesk
from bxdesk.changes.journal_records import Answered, line
from bxdesk.changes.journal_shapes import RECORD
from bxdesk.cli import remedies as of_the_command_line
from bxdesk.cli.commands import COMMANDS
from bxdesk.errors import Problem, Remedy, RemedyKind, remedy
from bxdesk.gui.parts import remedies as of_the_window
from bxdesk.messages import message

PACKAGE = Path(bxdesk.__file__).parent
FRONT_ENDS = ("gui", "cli", "demo")
VALUES = {"portal": "new.bitrix24.com", "address": "http://127.0.0.1:8917/callback"}


def texts(*rooms: str, sayers: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every text that these rooms (all but the front ends, without any) give to the sayers, and where."""
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0]
        if room not in rooms if rooms else room in FRONT_ENDS:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "attr", getattr(node.func, "id", "")) not in sayers:
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", str(node.args[0].value)


@cache
def buttons() -> frozenset[str]:
    """The words on the window's buttons and fields, but for a field that has its words from the portal."""
    said = (text for _, text in texts("gui", sayers=("tr",)) if "&" in text)
    return frozenset(text.replace("&", "").rstrip("…") for text in said) - {"Your handler path"}


def names_a_front_end(text: str) -> bool:
    """Whether a text holds a command, an option, a button or the settings."""
    command = re.search(rf"\bbxdesk ({'|'.join(map(re.escape, COMMANDS))})\b", text)
    quoted = {word.rstrip("…") for word in re.findall("“([^”]*)”", text)} & buttons()
    return bool(command or quoted or re.search(r"(^|\s)--[a-z]|\b[Rr]efresh\b|\bin Settings\b", text))


def test_no_text_of_the_core_names_a_command_an_option_a_button_or_a_setting() -> None:
    said = list(texts(sayers=("message",)))
    assert len(said) > 500
    assert [(where, text) for where, text in said if names_a_front_end(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Type bxdesk status.",
        "Give it with --auth-server.",
        "Press “Try again”.",
        "Refresh it.",
        "Change it in Settings.",
    ],
)
def test_such_a_text_is_found(text: str) -> None:
    assert names_a_front_end(text)


def whole(kind: RemedyKind) -> Remedy:
    """A remedy of this kind, with the value that it has, if any."""
    for values in ({}, *({name: value} for name, value in VALUES.items())):
        try:
            return Remedy(kind, values)
        except ValueError:
            continue
    raise AssertionError(kind)


@pytest.mark.parametrize("kind", RemedyKind)
def test_both_front_ends_have_words_for_every_remedy(kind: RemedyKind) -> None:
    for words in (of_the_command_line.advice(whole(kind)), str(of_the_window.advice(whole(kind)))):
        assert words.endswith((".", "ID")), words
        assert "{" not in words


def test_neither_front_end_has_words_for_what_is_no_remedy() -> None:
    assert set(of_the_command_line.WORDS) == set(of_the_window.WORDS) == set(RemedyKind)


@given(st.dictionaries(st.sampled_from(["portal", "address", "id", "other"]), st.text()), st.sampled_from(RemedyKind))
def test_a_remedy_with_other_values_than_its_own_is_none(values: dict[str, str], kind: RemedyKind) -> None:
    if set(values) != set(whole(kind).values):
        with pytest.raises(ValueError, match="does not have these values"):
            Remedy(kind, values)


@pytest.mark.parametrize("kind", RemedyKind)
def test_the_journal_keeps_it(kind: RemedyKind) -> None:
    problem = Problem("x", message("No."), remedy=whole(kind))
    refused = Answered(((("LEFT_MENU", "https://a.b/"), problem),))
    assert RECORD.validate_json(line(refused)) == refused


@pytest.mark.parametrize("spoilt", [{"kind": "unheard_of"}, {"kind": "sign_in_elsewhere"}])
def test_a_remedy_in_a_journal_that_is_none_leaves_the_hint(spoilt: dict[str, object]) -> None:
    words = {"template": "No."}
    record = {"code": "x", "title": words, "explanation": words, "hint": {"template": "Do."}, "remedy": spoilt}
    read = RECORD.validate_json(json.dumps({"kind": "answered", "refused": [[["LEFT_MENU", ""], record]]}).encode())
    assert isinstance(read, Answered)
    assert str(read.refused[0][1].remedy) == "Do."


def test_a_problem_without_words_for_its_remedy_says_the_rest() -> None:
    assert str(Problem("x", message("What."), message("Why."), remedy(RemedyKind.SIGN_IN_AGAIN))) == "What. Why."
